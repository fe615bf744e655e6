import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CallsService, type Call } from '#libs/calls';
import { ThemesService } from '#libs/directory';
import { Clock } from '#libs/platform';

const SHOWN = 3;

/** Where to turn when a gate has closed. */
@Injectable()
export class NextCalls {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly themes: ThemesService,
  ) {}

  /** Other calls on the same themes, or on themes above or below them: the open ones, the soonest to close first, then those to open. */
  async after(trackId: string): Promise<Call[]> {
    const [{ callId, themes }] = await this.database.query<[{ callId: string; themes: string[] }]>(
      `SELECT t.call_id AS "callId", ARRAY(SELECT theme_id FROM call_themes WHERE call_id = t.call_id) AS themes FROM tracks t WHERE t.id = $1`,
      [trackId],
    );
    const now = await this.clock.now();
    const open = (await this.calls.openCalls(now)).map(({ id }) => id);
    const toOpen = (await this.calls.calls({ state: 'FORTHCOMING' }, { first: 100 }, now)).nodes.map(({ uuid }) => uuid);
    const fitting = await this.fitting([...open, ...toOpen].filter((id) => id !== callId), await this.around(themes));
    const found = await this.calls.byUuid(fitting.slice(0, SHOWN));
    return fitting.flatMap((id) => found.get(id) ?? []);
  }

  /** Whole branches of the tree say too little to be the same theme. */
  private async around(themes: readonly string[]): Promise<string[]> {
    const tree = await this.themes.tree();
    return themes.flatMap((id) => [...tree.path(id).slice(1).map((theme) => theme.id), ...tree.withDescendants(id)]);
  }

  private async fitting(calls: readonly string[], themes: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM unnest($1::uuid[]) WITH ORDINALITY AS c (id, place)
       WHERE EXISTS (SELECT FROM call_themes WHERE call_id = id AND theme_id = ANY($2)) ORDER BY place`,
      [calls, themes],
    );
    return rows.map(({ id }) => id);
  }
}
