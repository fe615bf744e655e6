export * from './partnerships.module.js';
