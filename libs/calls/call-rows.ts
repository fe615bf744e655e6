import { ATTRIBUTION } from '#libs/directory';
import type { DatedCall } from './call-place.js';

/** SQL: whole calls, with what belongs to each, in one query; add a WHERE on `c`. */
export const SELECT_CALL = `
  SELECT c.id AS uuid, c.code AS id, c.reference, c.titles, c.summary, c.programme_id AS "programmeUuid", c.funds,
    c.objectives AS "objectiveCodes", c.granting_authority_id AS "grantingAuthorityUuid", c.action_type AS "actionType",
    c.budget_eur::float8 AS "budgetEur",
    CASE WHEN coalesce(c.grant_min_eur, c.grant_max_eur) IS NOT NULL
      THEN json_build_object('min', c.grant_min_eur, 'max', c.grant_max_eur) END AS "grantEur",
    c.max_rate::float8 AS "maxRate", c.months_max AS "monthsMax", c.expected_types AS "expectedTypes",
    c.predecessor_id AS "predecessorUuid",
    (SELECT s.id FROM calls s WHERE s.predecessor_id = c.id ORDER BY s.code LIMIT 1) AS "successorUuid",
    c.template, c.website, c.exhausted_at AS "exhaustedSince", c.facts, ${ATTRIBUTION} AS attribution,
    ARRAY(SELECT theme_id FROM call_themes WHERE call_id = c.id ORDER BY theme_id) AS "themeIds",
    (SELECT json_build_object('version', version, 'rules', rules, 'countrySets', country_sets)
      FROM rulesets WHERE call_id = c.id ORDER BY version DESC LIMIT 1) AS ruleset,
    ARRAY(SELECT json_build_object('uuid', t.id, 'id', t.code, 'callUuid', t.call_id, 'territory', t.territory,
        'territoryName', n.name, 'bodyUuid', t.body_id, 'bodyRole', t.body_role, 'bodyMayBeMember', t.body_may_be_member,
        'expressionBy', t.expression_by, 'facts', t.facts)
      FROM tracks t LEFT JOIN territories n ON n.code = t.territory WHERE t.call_id = c.id ORDER BY t.code) AS tracks
  FROM calls c JOIN attributions a ON a.source = c.source`;

/** SQL: for each call the dates that decide its state, its tracks' left out; put a WHERE on `c` and its programme `p` in. */
export const selectDatedCalls = (where: string): string => `
  SELECT c.id AS uuid, c.code, ARRAY(
      SELECT json_build_object('kind', kind, 'starts', extract(epoch FROM starts_at), 'ends', extract(epoch FROM ends_at),
        'exact', precision IN ('MINUTE', 'DAY'))
      FROM milestones WHERE call_id = c.id AND track_id IS NULL AND withdrawn_at IS NULL) AS milestones
  FROM calls c JOIN programmes p ON p.id = c.programme_id ${where}`;

/** A row of {@link selectDatedCalls}; times in seconds since 1970. */
export interface DatedCallRow {
  readonly uuid: string;
  readonly code: string;
  readonly milestones: readonly { readonly kind: string; readonly starts: number; readonly ends: number; readonly exact: boolean }[];
}

export function toDatedCall({ milestones, ...call }: DatedCallRow): DatedCall {
  const instant = (seconds: number): Date => new Date(seconds * 1000);
  return { ...call, milestones: milestones.map(({ kind, starts, ends, exact }) => ({ kind, start: instant(starts), end: instant(ends), exact })) };
}
