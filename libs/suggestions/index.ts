export { AnswersService } from './answers.service.js';
export * from './matching.processor.js';
export { MatchingRuns } from './matching-runs.service.js';
export * from './matching.service.js';
export * from './suggestion-words.service.js';
export * from './suggestion.types.js';
export * from './suggestions.module.js';
export * from './suggestions.service.js';
export * from './why-not.service.js';
