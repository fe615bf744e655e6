import { belongsTo, represents, type Viewer } from '#libs/accounts';
import { Conflict, Forbidden } from '#libs/platform';
import type { MembershipRecord } from './membership-record.js';

/** Refuses whoever does not work for the organisation. @throws Forbidden */
export function asMember(viewer: Viewer, { organisationId }: MembershipRecord): void {
  if (!belongsTo(viewer, organisationId)) throw new Forbidden('This is for those who work for that organisation.');
}

/** Refuses whoever may not commit the organisation. @throws Forbidden */
export function asItsRepresentative(viewer: Viewer, { organisationId }: MembershipRecord): void {
  if (!represents(viewer, organisationId)) throw new Forbidden('This is for representatives of that organisation.');
}

/** Refuses whoever does not work for the lead. @throws Forbidden */
export function asItsLead(viewer: Viewer, { leadId }: MembershipRecord): void {
  if (!belongsTo(viewer, leadId)) throw new Forbidden('This is for those who work for the lead of the consortium.');
}

/** Refuses what would leave the consortium without its lead. @throws Conflict */
export function requireNotLead({ organisationId, leadId, state }: MembershipRecord): void {
  if (organisationId !== leadId) return;
  throw new Conflict('Whoever leads the consortium stays in it: hand over the lead first, or dissolve it.', {
    state,
    possible: ['HAND_OVER', 'DISSOLVE'],
  });
}
