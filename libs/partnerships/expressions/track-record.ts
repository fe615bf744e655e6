import { factOf, type Facts } from '#libs/calls';
import type { Localised } from '#libs/platform';

/** Something that the call proposes to do: expressions say what they offer for it or seek in it. */
export interface TrackAction {
  readonly key: string;
  /** The theme it is about. */
  readonly theme: string;
}

/** A regional pre-selection, as far as expressions and their desk need it. */
export interface TrackRecord {
  readonly id: string;
  readonly code: string;
  readonly callId: string;
  readonly callCode: string;
  readonly callTitles: Localised;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly bodyMayBeMember: boolean;
  readonly expressionBy: 'PARTNERSHIP' | 'ORGANISATION';
  readonly facts: Facts;
  readonly callFacts: Facts;
}

/** SQL: tracks as `t`. */
export const SELECT_TRACK = `
  SELECT t.id, t.code, t.call_id AS "callId", c.code AS "callCode", c.titles AS "callTitles", t.body_id AS "bodyId",
    b.name AS "bodyName", t.body_may_be_member AS "bodyMayBeMember", t.expression_by AS "expressionBy", t.facts, c.facts AS "callFacts"
  FROM tracks t JOIN calls c ON c.id = t.call_id JOIN organisations b ON b.id = t.body_id`;

/** The actions of a track, or of its call where it has none of its own. */
export function actionsOf({ facts, callFacts }: Pick<TrackRecord, 'facts' | 'callFacts'>): TrackAction[] {
  const given = factOf(facts, 'proposedActions') ?? factOf(callFacts, 'proposedActions');
  return Array.isArray(given) ? (given as unknown[]).filter(isAction) : [];
}

/** Whether the track or its call allows one recommendation a state: fact `oneRecommendationPerState`. */
export const allowsOnePerState = ({ facts, callFacts }: Pick<TrackRecord, 'facts' | 'callFacts'>): boolean =>
  [facts, callFacts].some((of) => factOf(of, 'oneRecommendationPerState') === true);

function isAction(given: unknown): given is TrackAction {
  if (typeof given !== 'object' || given === null) return false;
  const { key, theme } = given as Partial<Record<keyof TrackAction, unknown>>;
  return typeof key === 'string' && typeof theme === 'string';
}
