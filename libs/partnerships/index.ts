export * from './partnerships.module.js';
export { ApplicationExports } from './application-file/application-exports.service.js';
export { APPLICATION_FORMS, type ApplicationFormat } from './application-file/application-formats.js';
export { ReadinessProcessor } from './readiness/readiness.processor.js';
