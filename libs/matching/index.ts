export type { DirectoryData, Organisation, Project, Theme, ThemeWeight } from './directory-data.js';
export { buildIndex, type MatchIndex } from './match-index.js';
export { explain, matchCall, rank, type Answer, type RankOptions } from './match.js';
export { MODEL_VERSION, SIGNAL_ORDER, WEIGHTS, type Signal } from './model.js';
export type { CallFacts, Question } from './question.js';
export type { Row, Sparse } from './sparse.js';
export type { Evidence, Part, Ranked, Suggestion } from './suggestion.js';
export * from './theme-scan/index.js';
export { buildTree, expand, type ThemeTree } from './theme-tree.js';
