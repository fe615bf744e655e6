import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { connectionOf, pageOf, type Connection, type PageArgs } from '#libs/platform';
import { SELECT_ORGANISATION, toOrganisation, visibleTo, type OrganisationRow } from './organisation-rows.js';
import type { OrganisationType } from './organisation-type.js';
import type { Organisation } from './organisation.type.js';
import { countryFilter, regionFilter } from './places.js';
import { resolveIds } from './row-ids.js';
import { containsWords, wordsOf } from './text-search.js';
import { ThemesService } from './themes.service.js';
import { Where } from './where.js';

/** What a list of organisations is narrowed by; an empty filter lets all through. */
export interface OrganisationFilter {
  readonly search?: string | null;
  readonly theme?: string | null;
  readonly country?: string | null;
  readonly region?: string | null;
  readonly type?: OrganisationType | null;
}

/** SQL: organisations that offer or seek something on themes, or were in a project on them that has begun. */
const concernedWith = (themes: string): string => `
  SELECT organisation_id FROM interests WHERE call_id IS NULL AND theme_id = ANY(${themes})
  UNION SELECT m.organisation_id FROM project_themes t JOIN projects p ON p.id = t.project_id JOIN participations m ON m.project_id = p.id
  WHERE t.theme_id = ANY(${themes}) AND p.starts_on <= (SELECT verbond_now())::date`;

/** Organisations as the viewer may see them: one that is not public answers others like one that does not exist. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly themes: ThemesService,
  ) {}

  /** @param idOrCode the organisation's own id or any of its codes */
  async organisation(viewer: Viewer, idOrCode: string): Promise<Organisation | undefined> {
    const uuid = await this.resolveOrganisationId(idOrCode);
    return uuid === undefined ? undefined : (await this.byUuid(viewer, [uuid])).get(uuid);
  }

  /** An organisation's own id; undefined when the viewer may not know of it. @param idOrCode as above */
  async resolveId(viewer: Viewer, idOrCode: string): Promise<string | undefined> {
    return (await this.organisation(viewer, idOrCode))?.uuid;
  }

  /**
   * By name.
   * @throws InvalidInput naming the filter at fault
   */
  async organisations(viewer: Viewer, filter: OrganisationFilter, args: PageArgs): Promise<Connection<Organisation>> {
    const page = pageOf(args, 'text', 'text');
    const where = await this.matching(viewer, filter);
    if (page.after !== undefined) {
      const [name, code] = page.after;
      where.and(`(fold(o.name), o.code) > (${where.bind(name)}::text, ${where.bind(code)}::text)`);
    }
    const rows = await this.database.query<OrganisationRow[]>(
      `${SELECT_ORGANISATION} ${where.sql} ORDER BY fold(o.name), o.code LIMIT ${where.bind(page.limit)}`,
      where.parameters,
    );
    return connectionOf(rows, page, ({ sortName, id }) => [sortName, id], toOrganisation);
  }

  /** Those among the given that the viewer may see, by their own id. */
  async byUuid(viewer: Viewer, uuids: readonly string[]): Promise<Map<string, Organisation>> {
    const where = new Where();
    where.and(`o.id = ANY(${where.bind(uuids)}::uuid[])`);
    where.and(visibleTo(viewer, where));
    const rows = await this.database.query<OrganisationRow[]>(`${SELECT_ORGANISATION} ${where.sql}`, where.parameters);
    return new Map(rows.map((row) => [row.uuid, toOrganisation(row)]));
  }

  /** An organisation's own id, from that or any code; whether the viewer may know of it is the caller's to ask. */
  async resolveOrganisationId(idOrCode: string): Promise<string | undefined> {
    return (await this.resolveOrganisationIds([idOrCode])).get(idOrCode);
  }

  /** As {@link resolveOrganisationId}: what names nothing is left out. */
  resolveOrganisationIds(idsOrCodes: readonly string[]): Promise<Map<string, string>> {
    return resolveIds(this.database, 'organisations', idsOrCodes, 'SELECT code, organisation_id FROM organisation_codes');
  }

  private async matching(viewer: Viewer, { search, theme, country, region, type }: OrganisationFilter): Promise<Where> {
    const where = new Where();
    where.and(visibleTo(viewer, where));
    if (search != null) {
      const names = containsWords(where, 'name', wordsOf(search));
      where.and(`o.id IN (SELECT organisation_id FROM organisation_names WHERE ${names})`);
    }
    if (theme != null) {
      const themes = where.bind(await this.themes.filteredBy(theme));
      where.and(`o.id IN (${concernedWith(themes)})`);
    }
    if (country != null) where.and(`o.country = ${where.bind(countryFilter(country))}`);
    if (region != null) where.and(`o.nuts LIKE ${where.bind(regionFilter(region))} || '%'`);
    if (type != null) where.and(`o.type = ${where.bind(type)}`);
    return where;
  }
}
