export { ConsortiaProcessor } from './consortia/consortia.processor.js';
export * from './partnerships.module.js';
