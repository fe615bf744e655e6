export { conflictIn, type Conflict } from './conflict.js';
export { searchLocally } from './local-search.js';
export type { Choice, ConsortiumProblem, Demand, Proposal, Topic, Vouchers } from './problem.js';
export { alternativesIn, replacementsFor, type Replacement } from './replacements.js';
export { searchConsortia, type Search } from './search.js';
export { linearSolver, type LinearSolver, type Limits } from './solver.js';
export { holdersOf } from './holders.js';
export { isNewcomer, pastTies } from './past-ties.js';
export { warmPaths, type WarmStep } from './warm-paths.js';
