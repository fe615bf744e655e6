export * from './partnerships.module.js';
export { ApplicationExports } from './application-file/application-exports.service.js';
export { APPLICATION_FORMS, type ApplicationFormat } from './application-file/application-formats.js';
export { PartnershipsProcessor } from './partnerships.processor.js';
export { taskText } from './tasks/task-text.js';
