import type { DataSource, EntityManager } from 'typeorm';
import type { MemberFacts, OrganisationType } from '#libs/eligibility';
import { buildIndex, type MatchIndex, type ThemeWeight } from '#libs/matching';

/** What ranking needs to know of an organisation beside its score. */
export interface Candidate extends MemberFacts {
  readonly id: string;
  /** The printed code; organisations are known by it in the index, so that equal data rank equally everywhere. */
  readonly code: string;
  readonly public: boolean;
  /** As many running projects as it said it can carry. */
  readonly full: boolean;
}

/** The directory at one moment, ready for questions. */
export interface Snapshot {
  /** Version of the data, and the last day on which a project or designation began or ended. */
  readonly stamp: string;
  readonly index: MatchIndex;
  /** By code. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** Code by id. */
  readonly codes: ReadonlyMap<string, string>;
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

/** Joins of whole groups, not look-ups a row: linear whatever the database thinks it knows about a table just filled. */
const ORGANISATIONS = `
  SELECT o.id, o.code, o.public, o.name, o.city, o.country, o.type, o.legal_nature AS "legalNature", o.nuts, coalesce(c.codes, '{}') AS codes,
    coalesce(d.designations, '{}') AS designations, coalesce(o.capacity <= coalesce(r.projects, 0), false) AS "full"
  FROM organisations o
    LEFT JOIN (SELECT organisation_id, array_agg(code) AS codes FROM organisation_codes GROUP BY 1) c ON c.organisation_id = o.id
    LEFT JOIN (
      SELECT organisation_id, array_agg(kind || CASE scope WHEN '' THEN '' ELSE ':' || scope END) AS designations FROM designations
      WHERE coalesce(valid_from <= ${TODAY}, true) AND coalesce(valid_to >= ${TODAY}, true) GROUP BY 1
    ) d ON d.organisation_id = o.id
    LEFT JOIN (
      SELECT m.organisation_id, count(*) AS projects FROM participations m JOIN projects p ON p.id = m.project_id
      WHERE p.starts_on <= ${TODAY} AND p.ends_on >= ${TODAY} GROUP BY 1
    ) r ON r.organisation_id = o.id`;

const INTERESTS = `
  SELECT o.code, i.direction, i.theme_id AS theme, i.strength
  FROM interests i JOIN organisations o ON o.id = i.organisation_id WHERE i.call_id IS NULL`;

const PROJECTS = `
  SELECT p.code AS id, coalesce(g.code, p.programme) AS programme, p.call, p.starts_on::text AS start, p.ends_on::text AS "end",
    p.title, p.text, p.objective, p.specific_objective AS "specificObjective",
    coalesce(t.themes, '{}') AS themes, coalesce(m.members, '[]') AS members
  FROM projects p LEFT JOIN calls c ON c.code = p.call LEFT JOIN programmes g ON g.id = c.programme_id
    LEFT JOIN (SELECT project_id, array_agg(theme_id) AS themes FROM project_themes GROUP BY 1) t ON t.project_id = p.id
    LEFT JOIN (
      SELECT m.project_id, json_agg(json_build_object('organisation', o.code, 'role', m.role)) AS members
      FROM participations m JOIN organisations o ON o.id = m.organisation_id GROUP BY 1
    ) m ON m.project_id = p.id
  WHERE p.starts_on <= ${TODAY}`;

interface OrganisationRow {
  id: string;
  code: string;
  public: boolean;
  name: string;
  city: string | null;
  country: string;
  type: OrganisationType | null;
  legalNature: string | null;
  nuts: string | null;
  codes: string[];
  designations: string[];
  full: boolean;
}

interface ProjectRow {
  id: string;
  programme: string | null;
  call: string | null;
  start: string;
  end: string | null;
  title: string | null;
  text: string | null;
  objective: string | null;
  specificObjective: string | null;
  themes: string[];
  members: { organisation: string; role: string }[];
}

/** The stamp that a snapshot taken now would carry. */
export async function currentStamp(database: DataSource | EntityManager): Promise<string> {
  const [row] = await database.query<{ stamp: string }[]>(STAMP);
  if (row === undefined) throw new Error('The directory has no version.');
  return row.stamp;
}

/** Reads the whole directory in one consistent view and makes it ready for questions. */
export async function takeSnapshot(database: DataSource): Promise<Snapshot> {
  return database.transaction('REPEATABLE READ', async (manager) => {
    const stamp = await currentStamp(manager);
    const organisations = await manager.query<OrganisationRow[]>(ORGANISATIONS);
    const interests = await manager.query<({ code: string; direction: 'OFFERS' | 'SEEKS' } & ThemeWeight)[]>(INTERESTS);
    const projects = await manager.query<ProjectRow[]>(PROJECTS);
    const themes = await manager.query<{ id: string; parent: string | null }[]>('SELECT id, parent_id AS parent FROM themes');

    const offers = groupByCode(interests.filter(({ direction }) => direction === 'OFFERS'));
    const seeks = groupByCode(interests.filter(({ direction }) => direction === 'SEEKS'));
    const index = buildIndex({
      themes: themes.map(({ id, parent }) => ({ id, ...(parent !== null && { parent }) })),
      organisations: organisations.map(({ code, country, name, city, nuts, type }) => ({
        id: code,
        country,
        name,
        ...known({ city, nuts, type }),
        offers: offers.get(code) ?? [],
        seeks: seeks.get(code) ?? [],
      })),
      projects: projects.map(({ programme, call, end, title, text, objective, specificObjective, ...project }) => ({
        ...project,
        ...known({ programme, call, end, title, text, objective, specificObjective }),
      })),
    });
    return {
      stamp,
      index,
      candidates: new Map(organisations.map((row) => [row.code, candidateOf(row)])),
      codes: new Map(organisations.map(({ id, code }) => [id, code])),
    };
  });
}

function candidateOf({ type, legalNature, nuts, ...row }: OrganisationRow): Candidate {
  return { ...row, ...known({ type, legalNature, nuts }) };
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** The columns that hold something. */
function known<T extends object>(row: T): Known<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Known<T>;
}

function groupByCode(rows: readonly ({ code: string } & ThemeWeight)[]): Map<string, ThemeWeight[]> {
  const groups = new Map<string, ThemeWeight[]>();
  for (const { code, theme, strength } of rows) {
    const group = groups.get(code) ?? [];
    group.push({ theme, strength });
    groups.set(code, group);
  }
  return groups;
}
