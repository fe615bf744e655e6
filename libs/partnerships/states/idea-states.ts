import type { StateMachine } from './state-machine.js';

export const IDEA_STATES = ['OPEN', 'EXPIRED', 'WITHDRAWN'] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

export const IDEA_EVENTS = ['CHANGE', 'RENEW', 'EXPIRE', 'WITHDRAW'] as const;
export type IdeaEvent = (typeof IDEA_EVENTS)[number];

/** An idea. EXPIRED is not stored: the clock makes it (`idea_states`). What a consortium works on may be changed even then. */
export const IDEA: StateMachine<IdeaState, IdeaEvent> = {
  OPEN: { CHANGE: 'OPEN', RENEW: 'OPEN', EXPIRE: 'EXPIRED', WITHDRAW: 'WITHDRAWN' },
  EXPIRED: { CHANGE: 'EXPIRED', RENEW: 'OPEN', WITHDRAW: 'WITHDRAWN' },
  WITHDRAWN: {},
};
