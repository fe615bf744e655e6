import type { StateMachine } from './state-machine.js';

export const CONTACT_REQUEST_STATES = ['SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'] as const;
export type ContactRequestState = (typeof CONTACT_REQUEST_STATES)[number];

export const CONTACT_REQUEST_EVENTS = ['ACCEPT', 'DECLINE', 'EXPIRE', 'WITHDRAW'] as const;
export type ContactRequestEvent = (typeof CONTACT_REQUEST_EVENTS)[number];

/** A request for contact. EXPIRED is not stored: the clock makes it (`contact_request_states`). */
export const CONTACT_REQUEST: StateMachine<ContactRequestState, ContactRequestEvent> = {
  SENT: { ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED', EXPIRE: 'EXPIRED', WITHDRAW: 'WITHDRAWN' },
  ACCEPTED: {},
  DECLINED: {},
  EXPIRED: {},
  WITHDRAWN: {},
};
