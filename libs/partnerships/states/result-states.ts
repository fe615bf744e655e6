import type { StateMachine } from './state-machine.js';

export const RESULT_STATES = ['PLANNED', 'DUE', 'PUBLISHED', 'OVERDUE'] as const;
export type ResultState = (typeof RESULT_STATES)[number];

export const RESULT_EVENTS = ['FALL_DUE', 'PASS_DUE_DATE', 'MOVE', 'PUBLISH'] as const;
export type ResultEvent = (typeof RESULT_EVENTS)[number];

/** A promised result of a project. DUE and OVERDUE are not stored: the clock makes them (`result_states`). */
export const RESULT: StateMachine<ResultState, ResultEvent> = {
  PLANNED: { FALL_DUE: 'DUE', MOVE: 'PLANNED', PUBLISH: 'PUBLISHED' },
  DUE: { PASS_DUE_DATE: 'OVERDUE', MOVE: 'PLANNED', PUBLISH: 'PUBLISHED' },
  OVERDUE: { MOVE: 'PLANNED', PUBLISH: 'PUBLISHED' },
  PUBLISHED: {},
};
