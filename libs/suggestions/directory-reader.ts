import type { OrganisationType } from '#libs/eligibility';
import type { DirectoryData, Organisation, Project } from '#libs/matching';
import { CALL_VECTORS, JOIN_PROJECT_VECTOR } from './embeddings/texts.js';
import type { Candidate } from './snapshot.js';

/** A connection inside a transaction. */
export type Query = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>;

/** An organisation as ranking needs it: what scores are made of, and what stands beside them. */
export interface OrganisationFacts {
  readonly organisation: Organisation;
  readonly candidate: Candidate;
}

const TODAY = `(verbond_now() AT TIME ZONE 'UTC')::date`;

/** A project is evidence from the day it starts; one without a date has nothing to show for when it began. */
const STAMP = `
  SELECT version || '@' || coalesce((SELECT max(day)::text FROM (
    SELECT max(starts_on) AS day FROM projects WHERE starts_on <= ${TODAY}
    UNION ALL SELECT max(ends_on) + 1 FROM projects WHERE ends_on < ${TODAY}
    UNION ALL SELECT max(valid_from) FROM designations WHERE valid_from <= ${TODAY}
    UNION ALL SELECT max(valid_to) + 1 FROM designations WHERE valid_to < ${TODAY}) days), '') AS stamp
  FROM directory_version`;

/**
 * Joins of whole groups, not look-ups a row: linear whatever the database thinks it knows about a table just filled.
 * @param these SQL that narrows every group down to some organisations, or nothing
 */
const selectOrganisations = (these = 'true'): string => `
  SELECT o.id, o.code, o.public, o.name, o.city, o.country, o.type, o.legal_nature AS "legalNature", o.nuts, coalesce(c.codes, '{}') AS codes,
    coalesce(d.designations, '{}') AS designations, coalesce(o.capacity <= coalesce(r.projects, 0), false) AS "full",
    coalesce(i.offers, '[]') AS offers, coalesce(i.seeks, '[]') AS seeks
  FROM (SELECT *, id AS organisation_id FROM organisations) o
    LEFT JOIN (SELECT organisation_id, array_agg(code ORDER BY code) AS codes FROM organisation_codes WHERE ${these} GROUP BY 1) c USING (organisation_id)
    LEFT JOIN (
      SELECT organisation_id, array_agg(kind || CASE scope WHEN '' THEN '' ELSE ':' || scope END ORDER BY kind, scope) AS designations
      FROM designations WHERE coalesce(valid_from <= ${TODAY}, true) AND coalesce(valid_to >= ${TODAY}, true) AND ${these} GROUP BY 1
    ) d USING (organisation_id)
    LEFT JOIN (
      SELECT m.organisation_id, count(*) AS projects FROM participations m JOIN projects p ON p.id = m.project_id
      WHERE p.starts_on <= ${TODAY} AND p.ends_on >= ${TODAY} AND ${these} GROUP BY 1
    ) r USING (organisation_id)
    LEFT JOIN (
      SELECT organisation_id, json_agg(wish) FILTER (WHERE direction = 'OFFERS') AS offers, json_agg(wish) FILTER (WHERE direction = 'SEEKS') AS seeks
      FROM (SELECT organisation_id, direction, json_build_object('theme', t.id, 'strength', strength) AS wish
        FROM interests JOIN themes t ON t.id = theme_id WHERE call_id IS NULL AND strength BETWEEN 1 AND 3 AND ${these}) wishes GROUP BY 1
    ) i USING (organisation_id)
  WHERE ${these}`;

const THESE = 'organisation_id = ANY($1)';

const PROJECTS = `
  SELECT p.code AS id, coalesce(g.code, p.programme) AS programme, p.call, p.starts_on::text AS start, p.ends_on::text AS "end",
    p.title, p.text, p.objective, p.specific_objective AS "specificObjective",
    coalesce(t.themes, '{}') AS themes, coalesce(m.members, '[]') AS members, v.vector
  FROM projects p LEFT JOIN calls c ON c.code = p.call LEFT JOIN programmes g ON g.id = c.programme_id
    LEFT JOIN (SELECT project_id, array_agg(theme_id) AS themes FROM project_themes GROUP BY 1) t ON t.project_id = p.id
    LEFT JOIN (
      SELECT m.project_id, json_agg(json_build_object('organisation', o.code, 'role', m.role)) AS members
      FROM participations m JOIN organisations o ON o.id = m.organisation_id GROUP BY 1
    ) m ON m.project_id = p.id
    ${JOIN_PROJECT_VECTOR}
  WHERE p.starts_on <= ${TODAY}`;

type Nullable<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

type OrganisationRow = Nullable<Omit<Organisation, 'type'> & Omit<Candidate, 'type' | 'facts'> & { type?: OrganisationType }>;

type ProjectRow = Nullable<Omit<Project, 'vector'>> & { readonly vector: readonly number[] | null };

/** The version of the data, and the last day on which a project or designation began or ended. */
export async function readStamp(query: Query): Promise<string> {
  const [row] = await query<{ stamp: string }>(STAMP);
  if (row === undefined) throw new Error('The directory has no version.');
  return row.stamp;
}

/** Some organisations; those that there are not are left out. */
export async function readOrganisations(query: Query, ids: readonly string[]): Promise<OrganisationFacts[]> {
  return (await query<OrganisationRow>(selectOrganisations(THESE), [ids])).map(factsOf);
}

/** The whole directory, with the vectors of calls by their codes. */
export interface WholeDirectory {
  readonly data: DirectoryData;
  readonly candidates: readonly Candidate[];
  readonly callVectors: ReadonlyMap<string, Float32Array>;
}

/** The whole directory, through cursors: no list of rows is ever held. */
export async function readDirectory(query: Query): Promise<WholeDirectory> {
  const organisations: Organisation[] = [];
  const candidates: Candidate[] = [];
  for await (const row of streamed<OrganisationRow>(query, selectOrganisations())) {
    const facts = factsOf(row);
    organisations.push(facts.organisation);
    candidates.push(facts.candidate);
  }
  const projects: Project[] = [];
  for await (const row of streamed<ProjectRow>(query, PROJECTS)) projects.push(projectOf(row));
  const themes = await query<{ id: string; parent: string | null }>('SELECT id, parent_id AS parent FROM themes');
  const calls = await query<{ code: string; vector: number[] }>(CALL_VECTORS);
  const callVectors = new Map(calls.map(({ code, vector }) => [code, Float32Array.from(vector)]));
  return { data: { themes: themes.map(known), organisations, projects }, candidates, callVectors };
}

const FETCHED = 1000;

async function* streamed<T>(query: Query, sql: string): AsyncGenerator<T> {
  await query(`DECLARE streamed NO SCROLL CURSOR FOR ${sql}`);
  for (let rows: T[]; (rows = await query<T>(`FETCH ${FETCHED} FROM streamed`)).length > 0; ) yield* rows;
  await query('CLOSE streamed');
}

function factsOf(row: OrganisationRow): OrganisationFacts {
  const { id, code, public: isPublic, name, city, country, type, legalNature, nuts, codes, designations, full, offers, seeks } = row;
  const place = known({ country, nuts, type });
  const lasting = { id: code, ...known({ name, city }), ...place };
  return {
    organisation: { ...lasting, offers, seeks },
    candidate: { id, code, public: isPublic, full, codes, designations, ...place, ...known({ legalNature }), facts: JSON.stringify(lasting) },
  };
}

/** Vectors are kept as small as they were stored. */
function projectOf({ vector, ...row }: ProjectRow): Project {
  return { ...known(row), ...(vector !== null && { vector: Float32Array.from(vector) }) };
}

type Known<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & { [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null> };

/** The columns that hold something. */
function known<T extends object>(row: T): Known<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Known<T>;
}
