export * from './partnerships.module.js';
export { PartnershipsProcessor } from './partnerships.processor.js';
export { taskText } from './tasks/task-text.js';
