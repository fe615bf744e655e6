import type { EntityManager } from 'typeorm';
import { normalised, recordOf, type CallDocument, type Json } from './call-document.js';

interface PublishedRow {
  readonly call: Json;
  readonly facts: Json;
  readonly figures: Json;
  readonly countrySets: Json;
  readonly milestones: readonly (Json & { readonly track: string | null })[];
  readonly tracks: readonly { readonly track: Json; readonly facts: Json; readonly figures: Json }[];
}

/**
 * figures: what columns know of facts, for calls whose file did not give them as facts.
 * Rules are those of the newest version; withdrawn dates are left out.
 */
const SELECT_DOCUMENT = `
  SELECT
    jsonb_build_object('id', c.code, 'reference', c.reference, 'programme', p.code, 'predecessor', b.code, 'title', c.titles,
      'summary', c.summary, 'website', c.website, 'coFundedBy', CASE WHEN c.funds <> p.funds THEN c.funds END,
      'objectives', c.objectives, 'grantingAuthority', o.code, 'actionType', c.action_type, 'template', c.template,
      'themes', ARRAY(SELECT theme_id FROM call_themes WHERE call_id = c.id), 'rules', r.rules) AS call,
    c.facts,
    jsonb_build_object('budgetEur', c.budget_eur, 'maxRate', c.max_rate,
      'grantEur', CASE WHEN coalesce(c.grant_min_eur, c.grant_max_eur) IS NOT NULL
        THEN jsonb_build_array(c.grant_min_eur, c.grant_max_eur) END,
      'maxMonths', CASE WHEN NOT c.facts ? 'months' THEN c.months_max END,
      'expectedBeneficiaries', nullif(c.expected_types, '{}')) AS figures,
    coalesce(r.country_sets, '{}') AS "countrySets",
    ARRAY(SELECT jsonb_build_object('track', t.code, 'key', m.key, 'kind', m.kind, 'actor', m.actor, 'precision', m.precision,
        'local', m.local, 'tz', m.zone, 'assumed', m.assumed, 'note', m.note, 'revisions', ARRAY(
          SELECT jsonb_build_object('rev', revision, 'local', local, 'precision', precision)
          FROM milestone_revisions WHERE milestone_id = m.id ORDER BY revision))
      FROM milestones m LEFT JOIN tracks t ON t.id = m.track_id
      WHERE m.call_id = c.id AND m.withdrawn_at IS NULL) AS milestones,
    ARRAY(SELECT jsonb_build_object('facts', t.facts,
        'track', jsonb_build_object('id', t.code, 'territory', t.territory, 'body', y.code, 'bodyRole', t.body_role),
        'figures', jsonb_build_object('mayBeMember', t.body_may_be_member, 'expressionBy', t.expression_by))
      FROM tracks t JOIN organisations y ON y.id = t.body_id WHERE t.call_id = c.id) AS tracks
  FROM calls c JOIN programmes p ON p.id = c.programme_id LEFT JOIN calls b ON b.id = c.predecessor_id
    LEFT JOIN organisations o ON o.id = c.granting_authority_id
    LEFT JOIN LATERAL (SELECT * FROM rulesets WHERE call_id = c.id ORDER BY version DESC LIMIT 1) AS r ON true
  WHERE c.id = $1`;

/** What is published of a call, in the form in which it is written. @param callId the call's own id */
export async function publishedDocument(manager: EntityManager, callId: string): Promise<CallDocument | undefined> {
  const [row] = await manager.query<PublishedRow[]>(SELECT_DOCUMENT, [callId]);
  if (row === undefined) return undefined;
  const { sources, ...facts } = row.facts;
  const datesOf = (code: unknown) => row.milestones.filter(({ track }) => track === code);
  return normalised({
    ...asFacts(row.figures),
    ...facts,
    ...row.call,
    milestones: datesOf(null),
    tracks: row.tracks.map(({ track, facts: said, figures }) => {
      return { ...asFacts(figures), ...said, ...track, milestones: datesOf(track['id']) };
    }),
    sources: recordOf(sources),
    countrySets: row.countrySets,
  });
}

/** 5 as the file has it: { value: 5 }. */
function asFacts(figures: Json): Json {
  return Object.fromEntries(Object.entries(figures).flatMap(([key, value]) => (value === null ? [] : [[key, { value }]])));
}
