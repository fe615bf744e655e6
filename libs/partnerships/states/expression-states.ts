import type { StateMachine } from './state-machine.js';

export const EXPRESSION_STATES = [
  'DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'SHORTLISTED', 'NOT_SHORTLISTED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'WITHDRAWN', 'LAPSED',
] as const;
export type ExpressionState = (typeof EXPRESSION_STATES)[number];

export const EXPRESSION_EVENTS = [
  'SUBMIT', 'AMEND', 'CLOSE', 'SHORTLIST', 'NOT_SHORTLIST', 'RECOMMEND', 'NOT_RECOMMEND', 'WITHDRAW',
] as const;
export type ExpressionEvent = (typeof EXPRESSION_EVENTS)[number];

/** An expression of interest. LAPSED and UNDER_REVIEW are not stored: the gate's close makes them (`expression_states`). */
export const EXPRESSION: StateMachine<ExpressionState, ExpressionEvent> = {
  DRAFT: { SUBMIT: 'SUBMITTED', CLOSE: 'LAPSED', WITHDRAW: 'WITHDRAWN' },
  SUBMITTED: { AMEND: 'SUBMITTED', CLOSE: 'UNDER_REVIEW', WITHDRAW: 'WITHDRAWN' },
  UNDER_REVIEW: { SHORTLIST: 'SHORTLISTED', NOT_SHORTLIST: 'NOT_SHORTLISTED', WITHDRAW: 'WITHDRAWN' },
  SHORTLISTED: { RECOMMEND: 'RECOMMENDED', NOT_RECOMMEND: 'NOT_RECOMMENDED' },
  NOT_SHORTLISTED: {},
  RECOMMENDED: {},
  NOT_RECOMMENDED: {},
  WITHDRAWN: {},
  LAPSED: {},
};
