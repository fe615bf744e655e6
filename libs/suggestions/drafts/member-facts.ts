import type { Organisation } from '#libs/directory';
import type { MemberFacts } from '#libs/eligibility';

type Query = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;
type PastProject = NonNullable<MemberFacts['experience']>['projects'][number];

/** By the organisation's own id: the projects that it took part in and that have begun. */
export type PastProjects = ReadonlyMap<string, readonly PastProject[]>;

/** Observers and those who were replaced have nothing to show; the members that we know of are countries enough. */
const PROJECTS = `
  SELECT m.organisation_id AS id, json_agg(json_strip_nulls(json_build_object(
      'role', CASE m.role WHEN 'COORDINATOR' THEN 'COORDINATOR' ELSE 'PARTNER' END, 'start', p.starts_on, 'end', p.ends_on,
      'countries', ARRAY(SELECT DISTINCT o.country FROM participations c JOIN organisations o ON o.id = c.organisation_id
        WHERE c.project_id = p.id AND c.role NOT IN ('OBSERVER', 'REPLACED')),
      'themes', ARRAY(SELECT theme_id FROM project_themes WHERE project_id = p.id))) ORDER BY p.code) AS projects
  FROM participations m JOIN projects p ON p.id = m.project_id
  WHERE m.organisation_id = ANY($1::uuid[]) AND m.role NOT IN ('OBSERVER', 'REPLACED')
    AND p.starts_on <= (verbond_now() AT TIME ZONE 'UTC')::date
  GROUP BY 1`;

export async function readPastProjects(query: Query, organisations: readonly string[]): Promise<PastProjects> {
  const rows = await query<{ id: string; projects: PastProject[] }>(PROJECTS, [organisations]);
  return new Map(rows.map(({ id, projects }) => [id, projects]));
}

/**
 * What rules may ask of an organisation. Its record of projects is what the directory happens to hold: it proves
 * experience and never disproves it.
 */
export function memberFactsOf(organisation: Organisation, projects: readonly PastProject[]): MemberFacts {
  const { country, type, legalNature, nuts, codes, designations } = organisation;
  return {
    country,
    codes,
    ...(type !== null && { type }),
    ...(legalNature !== null && { legalNature }),
    ...(nuts !== null && { nuts }),
    designations: designations.map(({ kind, scope, from, to }) => ({
      name: scope === '' ? kind : `${kind}:${scope}`,
      ...(from !== null && { from }),
      ...(to !== null && { to }),
    })),
    experience: { projects, complete: false },
  };
}
