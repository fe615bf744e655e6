import { organisationsOf, type Viewer } from '#libs/accounts';
import { ATTRIBUTION } from './attribution.type.js';
import { organisationType } from './organisation-type.js';
import type { Organisation } from './organisation.type.js';
import type { Where } from './where.js';

/** An organisation as {@link SELECT_ORGANISATION} gives it, and its place in a list. */
export type OrganisationRow = Omit<Organisation, 'type'> & { readonly type: string | null; readonly sortName: string };

/** SQL: whole organisations, with what belongs to each, in one query; add a WHERE on `o`. */
export const SELECT_ORGANISATION = `
  SELECT o.id AS uuid, o.code AS id, o.name AS "mainName", fold(o.name) AS "sortName", o.acronym, o.pic, o.type,
    o.legal_nature AS "legalNature", o.country, o.nuts, o.nuts_version AS "nutsVersion", t.name AS region, o.city,
    o.website, o.capacity, o.version, ${ATTRIBUTION} AS attribution,
    ARRAY(SELECT code FROM organisation_codes WHERE organisation_id = o.id ORDER BY code) AS codes,
    ARRAY(SELECT json_build_object('name', name, 'language', nullif(language, ''), 'from', valid_from, 'to', valid_to,
        'current', today BETWEEN coalesce(valid_from, today) AND coalesce(valid_to, today))
      FROM organisation_names, (SELECT verbond_now()::date AS today) AS clock
      WHERE organisation_id = o.id ORDER BY valid_from DESC NULLS LAST, name, language) AS names,
    ARRAY(SELECT json_build_object('kind', kind, 'scope', scope, 'from', valid_from, 'to', valid_to, 'note', note)
      FROM designations WHERE organisation_id = o.id ORDER BY kind, scope) AS designations,
    ARRAY(SELECT json_build_object('themeId', theme_id, 'direction', direction, 'strength', strength, 'phases', phases)
      FROM interests WHERE organisation_id = o.id AND call_id IS NULL ORDER BY strength DESC, theme_id) AS interests
  FROM organisations o
    JOIN attributions a ON a.source = o.source
    LEFT JOIN territories t ON t.code = o.nuts`;

export function toOrganisation({ type, ...row }: OrganisationRow): Organisation {
  return { ...row, type: organisationType(type) };
}

/** SQL: an organisation `o` is public, or the viewer acts for it or administers. */
export function visibleTo(viewer: Viewer, where: Where): string {
  if (viewer.administrator) return 'true';
  const own = organisationsOf(viewer);
  return `(o.public OR o.id = ANY(${where.bind(own)}::uuid[]))`;
}
