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

  /** Other calls on the same themes: of equally near ones the open first, the soonest to close leading, then those to open. */
  async after(trackId: string): Promise<Call[]> {
    const [{ callId, themes }] = await this.database.query<[{ callId: string; themes: string[] }]>(
      `SELECT t.call_id AS "callId", ARRAY(SELECT theme_id FROM call_themes WHERE call_id = t.call_id) AS themes FROM tracks t WHERE t.id = $1`,
      [trackId],
    );
    const now = await this.clock.now();
    const open = (await this.calls.openCalls(now)).map(({ id }) => id);
    const toOpen = (await this.calls.calls({ state: 'FORTHCOMING' }, { first: 100 }, now)).nodes.map(({ uuid }) => uuid);
    const fitting = await this.nearest([...open, ...toOpen].filter((id) => id !== callId), themes);
    const found = await this.calls.byUuid(fitting.slice(0, SHOWN));
    return fitting.flatMap((id) => found.get(id) ?? []);
  }

  /** Those that share a theme, or have one above or below it, before those that only share a branch of the tree; in the order given. */
  private async nearest(calls: readonly string[], themes: readonly string[]): Promise<string[]> {
    const tree = await this.themes.tree();
    const near = themes.flatMap((id) => [...tree.path(id).slice(1).map((theme) => theme.id), ...tree.withDescendants(id)]);
    const branches = themes.flatMap((id) => tree.path(id).slice(0, 1).flatMap((root) => tree.withDescendants(root.id)));
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT c.id FROM unnest($1::uuid[]) WITH ORDINALITY AS c (id, place) JOIN call_themes t ON t.call_id = c.id
       WHERE t.theme_id = ANY($3) GROUP BY c.id, c.place ORDER BY bool_or(t.theme_id = ANY($2)) DESC, c.place`,
      [calls, near, [...branches, ...near]],
    );
    return rows.map(({ id }) => id);
  }
}
