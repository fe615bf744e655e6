import type { ConsortiumState } from '../states/consortium-states.js';

/** A consortium as it stands. */
export interface ConsortiumRecord {
  readonly id: string;
  readonly name: string;
  readonly callId: string;
  readonly ideaId: string;
  readonly leadId: string;
  /** To whom the lead is offered. */
  readonly nextLeadId: string | null;
  readonly state: ConsortiumState;
  /** The submission that it works towards, by its milestone's key; null where no exact date is known. */
  readonly stage: string | null;
  readonly closesAt: Date | null;
  /** Whether it chose to be found by those who offer what its seats ask for. */
  readonly openToRequests: boolean;
  /** Goes up with every change of it or of those in it. */
  readonly version: number;
  readonly madeAt: Date;
}

/** SQL: consortia as `c`, with how they stand. */
export const SELECT_CONSORTIUM = `
  SELECT c.id, c.name, c.call_id AS "callId", c.idea_id AS "ideaId", c.lead_id AS "leadId",
    c.next_lead_id AS "nextLeadId", s.state, d.key AS stage, s.closes_at AS "closesAt", c.open_to_requests AS "openToRequests", c.version, c.made_at AS "madeAt"
  FROM consortia c JOIN consortium_states s ON s.id = c.id JOIN consortium_deadlines d ON d.id = c.id`;

/**
 * SQL: consortia that somebody may know of. Those who belong to a member, or to whom it is offered to be one, and the
 * officers of a body that it told of its interest, of an authority that it asked for a letter, and of the
 * bodies of the call once it submitted.
 * @param own placeholder of the organisations that the viewer belongs to @param bodies of those it is an officer of
 */
export const visibleConsortia = (own: string, bodies: string): string => `
  (c.lead_id = ANY(${own}::uuid[])
    OR EXISTS (SELECT FROM memberships m WHERE m.consortium_id = c.id AND m.organisation_id = ANY(${own}::uuid[])
      AND (m.state IN ('REQUESTED', 'ACCEPTED', 'CONFIRMED') OR m.state = 'SENT' AND m.expires_at > verbond_now()))
    OR EXISTS (SELECT FROM expressions e JOIN tracks t ON t.id = e.track_id
      WHERE e.consortium_id = c.id AND e.submitted_at IS NOT NULL AND t.body_id = ANY(${bodies}::uuid[]))
    OR EXISTS (SELECT FROM endorsements n WHERE n.consortium_id = c.id AND n.authority_id = ANY(${bodies}::uuid[]))
    OR EXISTS (SELECT FROM submissions s, calls k WHERE s.consortium_id = c.id AND k.id = c.call_id AND (
      k.granting_authority_id = ANY(${bodies}::uuid[]) OR EXISTS (
        SELECT FROM programme_bodies p WHERE p.programme_id = k.programme_id AND p.organisation_id = ANY(${bodies}::uuid[])))))`;
