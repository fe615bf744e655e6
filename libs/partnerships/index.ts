export * from './partnerships.module.js';
export { ReadinessProcessor } from './readiness/readiness.processor.js';
