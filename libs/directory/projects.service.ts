import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { connectionOf, pageOf, type Connection, type PageArgs } from '#libs/platform';
import { ATTRIBUTION } from './attribution.type.js';
import { visibleTo } from './organisation-rows.js';
import type { Participation, Project } from './project.type.js';
import { grouped } from './request-loader.js';
import { resolveIds } from './row-ids.js';
import { containsWords, wordsOf } from './text-search.js';
import { ThemesService } from './themes.service.js';
import { Where } from './where.js';

/** What a list of projects is narrowed by; an empty filter lets all through. */
export interface ProjectFilter {
  readonly search?: string | null;
  readonly theme?: string | null;
  readonly programme?: string | null;
}

/** The latest to start first; those without a date last. */
const STARTS = `coalesce(to_char(j.starts_on, 'YYYY-MM-DD'), '')`;

/** The text that a search looks in; its index is in the schema. */
const TITLES = `coalesce(j.acronym, '') || ' ' || coalesce(j.title, '')`;

const SELECT_PROJECT = `
  SELECT j.id AS uuid, j.code AS id, j.acronym, j.title, j.text, j.language, j.programme, j.call, j.objective,
    j.specific_objective AS "specificObjective", j.topics, j.starts_on::text AS "startsOn", j.ends_on::text AS "endsOn",
    j.website, j.members_complete AS "membersComplete", ${ATTRIBUTION} AS attribution,
    ARRAY(SELECT theme_id FROM project_themes WHERE project_id = j.id ORDER BY theme_id) AS "themeIds"
  FROM projects j JOIN attributions a ON a.source = j.source`;

const SELECT_PARTICIPATION =
  'SELECT p.organisation_id AS "organisationUuid", p.project_id AS "projectUuid", p.role, p.note FROM participations p';

/** Projects are public; of their members, those that the viewer may see. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: DataSource,
    private readonly themes: ThemesService,
  ) {}

  /** @param idOrCode the project's own id or its code */
  async project(idOrCode: string): Promise<Project | undefined> {
    const uuid = await this.resolveProjectId(idOrCode);
    return uuid === undefined ? undefined : (await this.byUuid([uuid])).get(uuid);
  }

  /**
   * The latest to start first.
   * @throws InvalidInput naming the filter at fault
   */
  async projects(filter: ProjectFilter, args: PageArgs): Promise<Connection<Project>> {
    const page = pageOf(args, 'text', 'text');
    const where = await this.matching(filter);
    if (page.after !== undefined) {
      const [starts, code] = page.after;
      where.and(`(${STARTS}, j.code) < (${where.bind(starts)}::text, ${where.bind(code)}::text)`);
    }
    const rows = await this.database.query<Project[]>(
      `${SELECT_PROJECT} ${where.sql} ORDER BY ${STARTS} DESC, j.code DESC LIMIT ${where.bind(page.limit)}`,
      where.parameters,
    );
    return connectionOf(rows, page, ({ startsOn, id }) => [startsOn ?? '', id], (project) => project);
  }

  /** Those among the given that exist, by their own id. */
  async byUuid(uuids: readonly string[]): Promise<Map<string, Project>> {
    const rows = await this.database.query<Project[]>(`${SELECT_PROJECT} WHERE j.id = ANY($1::uuid[])`, [uuids]);
    return new Map(rows.map((row) => [row.uuid, row]));
  }

  /** A project's own id, from that or its code. */
  async resolveProjectId(idOrCode: string): Promise<string | undefined> {
    return (await this.resolveProjectIds([idOrCode])).get(idOrCode);
  }

  /** As {@link resolveProjectId}: what names nothing is left out. */
  resolveProjectIds(idsOrCodes: readonly string[]): Promise<Map<string, string>> {
    return resolveIds(this.database, 'projects', idsOrCodes);
  }

  /** The members of each project, in the order of the source, those that the viewer may see. */
  async membersOf(viewer: Viewer, projects: readonly string[]): Promise<Map<string, Participation[]>> {
    const where = new Where();
    where.and(`p.project_id = ANY(${where.bind(projects)}::uuid[])`);
    where.and(visibleTo(viewer, where));
    const rows = await this.database.query<Participation[]>(
      `${SELECT_PARTICIPATION} JOIN organisations o ON o.id = p.organisation_id ${where.sql}
       ORDER BY p.position, p.organisation_id`,
      where.parameters,
    );
    return grouped(rows, ({ projectUuid }) => projectUuid);
  }

  /** The latest projects of each organisation. @param first at most so many of each */
  async latestOf(organisations: readonly string[], first: number): Promise<Map<string, Participation[]>> {
    const rows = await this.database.query<Participation[]>(
      `SELECT latest.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
         ${SELECT_PARTICIPATION} JOIN projects j ON j.id = p.project_id
         WHERE p.organisation_id = asked.id ORDER BY ${STARTS} DESC, j.code DESC LIMIT $2
       ) AS latest`,
      [organisations, first],
    );
    return grouped(rows, ({ organisationUuid }) => organisationUuid);
  }

  private async matching({ search, theme, programme }: ProjectFilter): Promise<Where> {
    const where = new Where();
    if (search != null) where.and(containsWords(where, `(${TITLES})`, wordsOf(search)));
    if (theme != null) {
      const themes = where.bind(await this.themes.filteredBy(theme));
      where.and(`j.id IN (SELECT project_id FROM project_themes WHERE theme_id = ANY(${themes}))`);
    }
    if (programme != null) where.and(containsWords(where, 'j.programme', wordsOf(programme, 'programme')));
    return where;
  }
}
