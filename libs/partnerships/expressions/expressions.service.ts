import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { bodiesOf, isKnown, organisationsOf, type Viewer } from '#libs/accounts';
import { isUuid, resolveIds } from '#libs/directory';
import { connectionOf, NotFound, pageOf, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { SELECT_EXPRESSION, visibleExpressions, type ExpressionRecord } from './expression-record.js';
import { SELECT_TRACK, type TrackRecord } from './track-record.js';

/** An expression that is being changed, with what was locked before it. */
export interface HeldExpression {
  readonly expression: ExpressionRecord;
  readonly track: TrackRecord;
  /** The partnership as it stands; undefined for a single organisation. */
  readonly consortium: ConsortiumRecord | undefined;
  /** As the clock stood once the gate was held. */
  readonly now: Date;
}

/** Reads expressions of interest, and lets one change at a time happen to each. */
@Injectable()
export class ExpressionsService {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
  ) {}

  /** @throws Unauthenticated, NotFound */
  async expression(viewer: Viewer, id: string, manager: EntityManager = this.database.manager): Promise<ExpressionRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const who = viewer.administrator ? 'true' : visibleExpressions('$2', '$3');
    const scope = viewer.administrator ? [] : [organisationsOf(viewer), bodiesOf(viewer)];
    const sql = `${SELECT_EXPRESSION} WHERE e.id = $1 AND ${who}`;
    const [row] = isUuid(id) ? await manager.query<ExpressionRecord[]>(sql, [id, ...scope]) : [];
    if (row === undefined) throw new NotFound('expressionId', id);
    return row;
  }

  /** Those in which the viewer's organisations are, the newest first. */
  async mine(viewer: Viewer, args: PageArgs): Promise<Connection<ExpressionRecord>> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const page = pageOf(args, 'id');
    const rows = await this.database.query<ExpressionRecord[]>(
      `${SELECT_EXPRESSION} WHERE ${visibleExpressions('$1', '$2')} AND ($3::uuid IS NULL OR e.id < $3) ORDER BY e.id DESC LIMIT $4`,
      [organisationsOf(viewer), [], page.after?.[0] ?? null, page.limit],
    );
    return connectionOf(rows, page, ({ id }) => [id], (row) => row);
  }

  /** A track, which is public. @param idOrCode its id or code @throws NotFound */
  async track(idOrCode: string, manager: EntityManager = this.database.manager): Promise<TrackRecord> {
    const id = isUuid(idOrCode) ? idOrCode : (await resolveIds(this.database, 'tracks', [idOrCode])).get(idOrCode);
    const [track] = id === undefined ? [] : await manager.query<TrackRecord[]>(`${SELECT_TRACK} WHERE t.id = $1`, [id]);
    if (track === undefined) throw new NotFound('trackId', idOrCode);
    return track;
  }

  /**
   * Lets something happen to an expression, one change at a time. Locked in this order: the partnership, the gate, the
   * expression; only then is it read how it stands.
   * @param may refuses a viewer who may not do this, before anything is locked and once more after
   * @param gate holds the gate and gives the time
   * @throws Unauthenticated, NotFound, and what the functions throw
   */
  async changing<T>(
    viewer: Viewer,
    id: string,
    may: (viewer: Viewer, expression: ExpressionRecord) => void,
    gate: (manager: EntityManager, track: TrackRecord) => Promise<Date>,
    change: (manager: EntityManager, held: HeldExpression) => Promise<T>,
  ): Promise<T> {
    const seen = await this.expression(viewer, id);
    may(viewer, seen);
    const { consortiumId, trackId } = seen;
    return this.database.transaction((manager) => {
      const hold = async (consortium: ConsortiumRecord | undefined): Promise<T> => {
        const track = await this.track(trackId, manager);
        const now = await gate(manager, track);
        await manager.query('SELECT FROM expressions WHERE id = $1 FOR UPDATE', [id]);
        const expression = await this.expression(viewer, id, manager);
        may(viewer, expression);
        return change(manager, { expression, track, consortium, now });
      };
      return consortiumId === null ? hold(undefined) : this.consortia.held(manager, viewer, consortiumId, hold);
    });
  }
}
