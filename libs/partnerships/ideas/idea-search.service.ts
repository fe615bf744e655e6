import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isKnown, organisationsOf, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { containsWords, countryFilter, grouped, ThemesService, Where, wordsOf } from '#libs/directory';
import { connectionOf, InvalidInput, pageOf, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import { SELECT_IDEA, visibleIdeas, type IdeaRecord } from './idea-record.js';
import type { Slot } from './slots.js';

/** What open ideas are narrowed by; an empty filter lets all through. */
export interface IdeaFilter {
  readonly search?: string | null;
  readonly theme?: string | null;
  readonly phase?: string | null;
  readonly ambition?: string | null;
  readonly purpose?: string | null;
  readonly objective?: string | null;
  readonly callId?: string | null;
  readonly country?: string | null;
}

/** As the index has it. */
const WORDS = `i.title || ' ' || i.summary || ' ' || coalesce(i.intended_result, '')`;

/** Finds ideas, the newest first. */
@Injectable()
export class IdeaSearch {
  constructor(
    private readonly database: DataSource,
    private readonly themes: ThemesService,
    private readonly calls: CallsService,
  ) {}

  /** Open ideas that the viewer may know of. @throws InvalidInput naming the filter at fault */
  async open(viewer: Viewer, filter: IdeaFilter, args: PageArgs): Promise<Connection<IdeaRecord>> {
    const where = await this.matching(filter);
    where.and(`s.state = 'OPEN'`);
    if (!viewer.administrator) where.and(visibleIdeas(where.bind(organisationsOf(viewer))));
    return this.page(where, args);
  }

  /** All that the viewer's organisations ever had. @throws Unauthenticated */
  async mine(viewer: Viewer, args: PageArgs): Promise<Connection<IdeaRecord>> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const where = new Where();
    where.and(`i.organisation_id = ANY(${where.bind(organisationsOf(viewer))}::uuid[])`);
    return this.page(where, args);
  }

  /** By idea. The caller has read each as its viewer. */
  async slotsOf(ideaIds: readonly string[]): Promise<Map<string, Slot[]>> {
    const rows = await this.database.query<(Slot & { ideaId: string })[]>(
      `SELECT idea_id AS "ideaId", role, type, place, theme_id AS "themeId", note FROM idea_slots WHERE idea_id = ANY($1::uuid[]) ORDER BY idea_id, position`,
      [ideaIds],
    );
    return grouped(rows, ({ ideaId }) => ideaId);
  }

  async themesOf(ideaIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ id: string; themes: string[] }[]>(
      'SELECT idea_id AS id, array_agg(theme_id ORDER BY theme_id) AS themes FROM idea_themes WHERE idea_id = ANY($1::uuid[]) GROUP BY 1',
      [ideaIds],
    );
    return new Map(rows.map(({ id, themes }) => [id, themes]));
  }

  private async page(where: Where, args: PageArgs): Promise<Connection<IdeaRecord>> {
    const page = pageOf(args, 'id');
    if (page.after !== undefined) where.and(`i.id < ${where.bind(page.after[0])}`);
    const rows = await this.database.query<IdeaRecord[]>(`${SELECT_IDEA} ${where.sql} ORDER BY i.id DESC LIMIT ${where.bind(page.limit)}`, where.parameters);
    return connectionOf(rows, page, ({ id }) => [id], (row) => row);
  }

  private async matching({ search, theme, phase, ambition, purpose, objective, callId, country }: IdeaFilter): Promise<Where> {
    const where = new Where();
    if (search != null) where.and(containsWords(where, WORDS, wordsOf(search)));
    if (theme != null) {
      const themes = where.bind(await this.themes.filteredBy(theme));
      where.and(`EXISTS (SELECT FROM idea_themes t WHERE t.idea_id = i.id AND t.theme_id = ANY(${themes}))`);
    }
    if (phase != null) where.and(`${where.bind(phase)} = ANY(i.phases)`);
    if (ambition != null) where.and(`i.ambition = ${where.bind(ambition)}`);
    if (purpose != null) where.and(`${where.bind(purpose)} = ANY(i.purposes)`);
    if (objective != null) where.and(`${where.bind(objective)} = ANY(i.objectives)`);
    if (callId != null) where.and(`i.call_id = ${where.bind(await this.callNamed(callId))}`);
    if (country != null) {
      const code = where.bind(countryFilter(country));
      where.and(`(${code} = ANY(i.activity_countries) OR EXISTS (SELECT FROM organisations o WHERE o.id = i.organisation_id AND o.country = ${code}))`);
    }
    return where;
  }

  private async callNamed(callId: string): Promise<string> {
    const id = await this.calls.resolveCallId(callId);
    if (id === undefined) throw new InvalidInput('callId', `there is no call "${callId.slice(0, 100)}".`);
    return id;
  }
}
