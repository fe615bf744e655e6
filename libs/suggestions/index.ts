export * from './matching.processor.js';
export * from './matching.service.js';
export * from './suggestion-words.service.js';
export * from './suggestion.types.js';
export * from './suggestions.module.js';
export * from './suggestions.service.js';
