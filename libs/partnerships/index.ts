export * from './partnerships.module.js';
export { PartnershipsProcessor } from './partnerships.processor.js';
