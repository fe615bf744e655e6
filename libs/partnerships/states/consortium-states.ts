import { Conflict } from '#libs/platform';
import { possibleIn, type StateMachine } from './state-machine.js';

export const CONSORTIUM_STATES = [
  'FORMING', 'EXPRESSED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'PROPOSAL', 'READY', 'SUBMITTED', 'RESERVE', 'AWARDED', 'REJECTED',
  'RUNNING', 'COMPLETED', 'RESULTS_PUBLISHED', 'DISSOLVED', 'LAPSED',
] as const;
export type ConsortiumState = (typeof CONSORTIUM_STATES)[number];

export const CONSORTIUM_EVENTS = [
  'EXPRESS', 'WITHDRAW_EXPRESSION', 'NOT_SHORTLIST', 'RECOMMEND', 'NOT_RECOMMEND', 'CHOOSE_OTHER_CALL', 'START_PROPOSAL', 'MARK_READY',
  'REOPEN', 'SUBMIT', 'INVITE_TO_NEXT_STAGE', 'RESERVE', 'AWARD', 'REJECT', 'START', 'COMPLETE', 'PUBLISH_RESULTS', 'DISSOLVE',
  'PASS_DEADLINE',
] as const;
export type ConsortiumEvent = (typeof CONSORTIUM_EVENTS)[number];

const ENDS = { DISSOLVE: 'DISSOLVED', PASS_DEADLINE: 'LAPSED' } as const;

/**
 * The life of a consortium. EXPRESSED, RECOMMENDED, NOT_RECOMMENDED and LAPSED are not stored: its expression of interest
 * and the clock make them (`consortium_states`), so that there is no second row to keep in step.
 */
export const CONSORTIUM: StateMachine<ConsortiumState, ConsortiumEvent> = {
  FORMING: { EXPRESS: 'EXPRESSED', START_PROPOSAL: 'PROPOSAL', ...ENDS },
  EXPRESSED: {
    WITHDRAW_EXPRESSION: 'FORMING',
    NOT_SHORTLIST: 'FORMING',
    RECOMMEND: 'RECOMMENDED',
    NOT_RECOMMEND: 'NOT_RECOMMENDED',
    ...ENDS,
  },
  RECOMMENDED: { START_PROPOSAL: 'PROPOSAL', ...ENDS },
  NOT_RECOMMENDED: { CHOOSE_OTHER_CALL: 'FORMING', DISSOLVE: 'DISSOLVED' },
  PROPOSAL: { MARK_READY: 'READY', ...ENDS },
  READY: { REOPEN: 'PROPOSAL', SUBMIT: 'SUBMITTED', ...ENDS },
  SUBMITTED: { INVITE_TO_NEXT_STAGE: 'PROPOSAL', RESERVE: 'RESERVE', AWARD: 'AWARDED', REJECT: 'REJECTED' },
  RESERVE: { AWARD: 'AWARDED', REJECT: 'REJECTED' },
  AWARDED: { START: 'RUNNING' },
  REJECTED: {},
  RUNNING: { COMPLETE: 'COMPLETED' },
  COMPLETED: { PUBLISH_RESULTS: 'RESULTS_PUBLISHED' },
  RESULTS_PUBLISHED: {},
  DISSOLVED: {},
  LAPSED: {},
};

/** From here on nobody joins or leaves any more. */
const ENDED: readonly ConsortiumState[] = ['REJECTED', 'COMPLETED', 'RESULTS_PUBLISHED', 'DISSOLVED', 'LAPSED'];

/** Refuses whatever would change who is in a consortium that is over. @throws Conflict with its state */
export function requireLiving({ state }: { readonly state: ConsortiumState }): void {
  if (!ENDED.includes(state)) return;
  throw new Conflict(`The consortium is ${state}: who is in it does not change any more.`, { state, possible: possibleIn(CONSORTIUM, state) });
}
