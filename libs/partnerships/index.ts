export * from './partnerships.module.js';
export { taskText } from './tasks/task-text.js';
