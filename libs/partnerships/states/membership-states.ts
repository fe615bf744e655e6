import type { StateMachine } from './state-machine.js';

export const MEMBERSHIP_STATES = [
  'DRAFT', 'SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'REVOKED', 'LEFT', 'REPLACED', 'REMOVED',
] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

export const MEMBERSHIP_EVENTS = ['SEND', 'ACCEPT', 'DECLINE', 'EXPIRE', 'REVOKE', 'CONFIRM', 'LEAVE', 'REPLACE', 'REMOVE'] as const;
export type MembershipEvent = (typeof MEMBERSHIP_EVENTS)[number];

const ENDS = { LEAVE: 'LEFT', REPLACE: 'REPLACED', REMOVE: 'REMOVED' } as const;

/** From an invitation, or a request to join, to a member and away. EXPIRED is not stored: the clock makes it (`membership_states`). */
export const MEMBERSHIP: StateMachine<MembershipState, MembershipEvent> = {
  DRAFT: { SEND: 'SENT', REVOKE: 'REVOKED' },
  SENT: { ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED', EXPIRE: 'EXPIRED', REVOKE: 'REVOKED' },
  REQUESTED: { ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED', REVOKE: 'REVOKED' },
  ACCEPTED: { CONFIRM: 'CONFIRMED', ...ENDS },
  CONFIRMED: ENDS,
  DECLINED: {},
  EXPIRED: {},
  REVOKED: {},
  LEFT: {},
  REPLACED: {},
  REMOVED: {},
};
