import type { ExpressionState } from '../states/expression-states.js';

export type InterestDirection = 'OFFERS' | 'SEEKS';

/** What an expression offers for an action of the call, or seeks in it. */
export interface ActionInterest {
  readonly action: string;
  readonly direction: InterestDirection;
}

/** An organisation that an expression names: one that is known here, by its own id, or another by its name. */
export type NamedPartner =
  | { readonly organisationId: string }
  | { readonly name: string; readonly country: string | null };

/** An expression of interest as it stands. */
export interface ExpressionRecord {
  readonly id: string;
  readonly trackId: string;
  readonly trackCode: string;
  readonly callId: string;
  readonly bodyId: string;
  readonly consortiumId: string | null;
  /** Who leads the partnership today, or the single organisation. */
  readonly leadId: string;
  /** The partnership's name, or the organisation's. */
  readonly name: string;
  readonly state: ExpressionState;
  readonly version: number;
  readonly interests: readonly ActionInterest[];
  readonly motivation: string;
  readonly documents: readonly string[];
  readonly partners: readonly NamedPartner[];
  readonly contactId: string | null;
  readonly madeAt: Date;
  readonly submittedAt: Date | null;
}

/** SQL: expressions as `e`, with how they stand; tracks as `t`, consortia as `c`. */
export const SELECT_EXPRESSION = `
  SELECT e.id, e.track_id AS "trackId", t.code AS "trackCode", t.call_id AS "callId", t.body_id AS "bodyId",
    e.consortium_id AS "consortiumId", coalesce(c.lead_id, e.organisation_id) AS "leadId", coalesce(c.name, o.name) AS name,
    s.state, e.version, e.interests, e.motivation, e.documents, e.partners, e.contact_id AS "contactId",
    e.made_at AS "madeAt", e.submitted_at AS "submittedAt"
  FROM expressions e JOIN expression_states s ON s.id = e.id JOIN tracks t ON t.id = e.track_id
    JOIN organisations o ON o.id = e.organisation_id LEFT JOIN consortia c ON c.id = e.consortium_id`;

/**
 * SQL: expressions that somebody may know of: the lead's people, those of members who said yes, and once it is submitted
 * those of everybody whom it names and the officers of the body.
 * @param own placeholder of the organisations that the viewer belongs to @param bodies of those it is an officer of
 */
export const visibleExpressions = (own: string, bodies: string): string => `
  (coalesce(c.lead_id, e.organisation_id) = ANY(${own}::uuid[])
    OR EXISTS (SELECT FROM expression_members m WHERE m.expression_id = e.id AND m.organisation_id = ANY(${own}::uuid[])
      AND (m.agreed OR e.submitted_at IS NOT NULL))
    OR (e.submitted_at IS NOT NULL AND t.body_id = ANY(${bodies}::uuid[])))`;
