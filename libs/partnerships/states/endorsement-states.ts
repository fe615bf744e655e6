import type { StateMachine } from './state-machine.js';

export const ENDORSEMENT_STATES = ['ASKED', 'CLAIMED', 'GIVEN', 'REFUSED'] as const;
export type EndorsementState = (typeof ENDORSEMENT_STATES)[number];

export const ENDORSEMENT_EVENTS = ['ASK', 'CLAIM', 'GIVE', 'REFUSE'] as const;
export type EndorsementEvent = (typeof ENDORSEMENT_EVENTS)[number];

/** A letter of a state's authority. CLAIMED: the lead has shown one, and the authority is to verify it. */
export const ENDORSEMENT: StateMachine<EndorsementState, EndorsementEvent> = {
  ASKED: { CLAIM: 'CLAIMED', GIVE: 'GIVEN', REFUSE: 'REFUSED' },
  CLAIMED: { CLAIM: 'CLAIMED', GIVE: 'GIVEN', REFUSE: 'REFUSED' },
  GIVEN: { REFUSE: 'REFUSED' },
  REFUSED: { ASK: 'ASKED', CLAIM: 'CLAIMED' },
};
