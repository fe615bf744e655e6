export * from './accounts.module.js';
export * from './accounts.service.js';
export { AuditLog, type AuditEntry } from './audit.service.js';
export { once } from './once.js';
export { PEOPLE_MAIL } from './people-mail.js';
export * from './person.entity.js';
export * from './request-context.js';
export * from './viewer.js';
