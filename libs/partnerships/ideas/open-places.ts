import type { InnovationPhase } from '#libs/directory';
import { fitsPlace, type Slot } from './slots.js';
import { visibleIdeas } from './idea-record.js';

/** An idea, or a consortium that wants to be found, with the places that it wants to fill. */
export interface OpenPlaces {
  readonly kind: 'IDEA' | 'CONSORTIUM';
  readonly id: string;
  readonly ideaId: string;
  readonly name: string;
  readonly callId: string | null;
  readonly leadId: string;
  readonly places: readonly (Slot & { readonly fits: boolean })[];
  /** Themes of it that the organisation covers. */
  readonly themes: readonly string[];
  /** Its phases of innovating that the organisation offers and nobody in it does. */
  readonly phases: readonly InnovationPhase[];
}

const OVER = `
  (SELECT max(ends_at) FROM milestones WHERE call_id = o.call_id AND track_id IS NULL AND kind = 'SUBMISSION' AND withdrawn_at IS NULL
    AND precision IN ('MINUTE', 'DAY')) <= verbond_now()`;

const MEMBERS = `SELECT organisation_id FROM memberships WHERE o.kind = 'CONSORTIUM' AND consortium_id = o.id AND state IN ('ACCEPTED', 'CONFIRMED')`;
/** SQL: the phases that some organisations offer something in. */
const phasesOf = (whose: string): string => `
  SELECT unnest(phases) FROM interests WHERE direction = 'OFFERS' AND call_id IS NULL AND organisation_id ${whose}`;
/** SQL: phases of the idea that the organisation offers and that nobody in the opening does. */
const PHASES = `
    ARRAY(SELECT unnest(i.phases) INTERSECT (${phasesOf('= $1')} EXCEPT ${phasesOf(`IN (SELECT o.lead_id UNION ${MEMBERS})`)}) ORDER BY 1)`;
const FITS = fitsPlace({ country: '$2', nuts: '$3', types: '$4', themes: '$5', home: 'l.country' });

/** SQL: the places of `o` that are free: an invitation holds a seat until it expires. */
const PLACES = `(
        SELECT position, role, type, place, theme_id, note FROM idea_slots WHERE o.kind = 'IDEA' AND idea_id = o.id
        UNION ALL
        SELECT s.position, s.role, s.type, s.place, s.theme_id, s.note FROM seats s WHERE o.kind = 'CONSORTIUM' AND s.consortium_id = o.id
          AND NOT EXISTS (SELECT FROM memberships m JOIN membership_states t ON t.id = m.id
            WHERE m.seat_id = s.id AND NOT m.standby AND t.state IN ('SENT', 'ACCEPTED', 'CONFIRMED')))`;

/**
 * SQL: open ideas and consortia with a free place that an organisation fits ($1 its id, $2 to $5 country, NUTS code, types
 * and themes of its `Seeker`, $6 at most so many). Those go first whose fitting place asks for more and who share
 * more themes; equals by lot.
 */
export const OPEN_PLACES = `
  WITH open AS (
    SELECT 'IDEA' AS kind, i.id, i.id AS idea_id, i.title AS name, i.call_id, i.organisation_id AS lead_id
    FROM ideas i JOIN idea_states s ON s.id = i.id
    WHERE s.state = 'OPEN' AND i.organisation_id <> $1 AND ${visibleIdeas('ARRAY[$1]')}
      AND NOT EXISTS (SELECT FROM consortia c WHERE c.idea_id = i.id AND c.state <> 'DISSOLVED')
    UNION ALL
    SELECT 'CONSORTIUM', c.id, c.idea_id, c.name, c.call_id, c.lead_id
    FROM consortia c JOIN consortium_states s ON s.id = c.id
    WHERE c.open_to_requests AND s.state IN ('FORMING', 'EXPRESSED', 'RECOMMENDED', 'PROPOSAL')
      AND NOT EXISTS (SELECT FROM memberships m JOIN membership_states t ON t.id = m.id WHERE m.consortium_id = c.id
        AND m.organisation_id = $1 AND t.state IN ('SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED'))
  ), best AS (
    SELECT o.*, t.themes, p.asked + cardinality(t.themes) AS offered
    FROM open o JOIN organisations l ON l.id = o.lead_id
      CROSS JOIN LATERAL (SELECT max(num_nonnulls(p.type, p.place, p.theme_id)) AS asked FROM ${PLACES} p WHERE ${FITS}) p
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(theme_id ORDER BY theme_id) FILTER (WHERE theme_id = ANY($5)), '{}') AS themes
        FROM idea_themes WHERE idea_id = o.idea_id) t
    WHERE p.asked IS NOT NULL AND NOT coalesce(${OVER}, false)
    ORDER BY offered DESC, md5(o.id::text || $1::text) LIMIT $6
  )
  SELECT o.kind, o.id, o.idea_id AS "ideaId", o.name, o.call_id AS "callId", o.lead_id AS "leadId", o.themes,
    (SELECT jsonb_agg(jsonb_build_object('role', p.role, 'type', p.type, 'place', p.place, 'themeId', p.theme_id, 'note', p.note, 'fits', ${FITS})
      ORDER BY p.position) FROM ${PLACES} p) AS places,
    ${PHASES} AS phases
  FROM best o JOIN organisations l ON l.id = o.lead_id JOIN ideas i ON i.id = o.idea_id ORDER BY o.offered DESC, o.id`;
