import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { belongsTo, COMMAND_LINE, isOfficerOf, type Viewer } from '#libs/accounts';
import { bodiesInCharge, CallsService, publisherOf } from '#libs/calls';
import { grouped, isUuid, OrganisationsService } from '#libs/directory';
import { connectionOf, NotFound, pageOf, type Connection, type PageArgs } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ResultState } from '../states/result-states.js';
import type { ResultRecord } from './result-record.js';

const SELECT_RESULT = `
  SELECT r.id, r.consortium_id AS "consortiumId", c.call_id AS "callId", c.lead_id AS "leadUuid", c.name AS project, r.title, r.kind, r.audience,
    r.publisher_id AS "publisherUuid", r.due_on AS "dueOn", r.due_at AS "dueAt", s.state, r.url, r.published_at AS "publishedAt", r.version
  FROM dissemination_results r JOIN result_states s ON s.id = r.id JOIN consortia c ON c.id = r.consortium_id`;

/** Results as they may be seen: by all once they are public; before by those whom the project concerns, and who waits for them. */
@Injectable()
export class ResultsReader {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * What projects of a call owe, the first due first: all of it for officers of the call and of the body that publishes
   * results; what is public for everybody else.
   * @param callId id or code @param states null for all
   * @throws NotFound
   */
  async ofCall(viewer: Viewer, callId: string, states: readonly ResultState[] | null, args: PageArgs): Promise<Connection<ResultRecord>> {
    const id = await this.calls.resolveCallId(callId);
    if (id === undefined) throw new NotFound('callId', callId);
    const page = pageOf(args, 'text', 'id');
    const [due, last] = page.after ?? ['', null];
    const rows = await this.database.query<ResultRecord[]>(
      `${SELECT_RESULT} WHERE c.call_id = $1 AND ($2 OR s.state = 'PUBLISHED') AND ($3::text[] IS NULL OR s.state = ANY($3))
         AND ($5::uuid IS NULL OR (r.due_on, r.id) > ($4, $5)) ORDER BY r.due_on, r.id LIMIT $6`,
      [id, viewer.administrator || (await this.isOfficer(viewer, id)), states, due, last, page.limit],
    );
    return connectionOf(rows, page, (row) => [row.dueOn, row.id], (row) => row);
  }

  /** By consortium, the first due first. The caller has read each consortium as its viewer. */
  async ofConsortia(ids: readonly string[]): Promise<Map<string, ResultRecord[]>> {
    const rows = await this.database.query<ResultRecord[]>(`${SELECT_RESULT} WHERE r.consortium_id = ANY($1::uuid[]) ORDER BY r.due_on, r.id`, [ids]);
    return grouped(rows, ({ consortiumId }) => consortiumId);
  }

  /** @throws NotFound for whom it does not concern */
  async visible(viewer: Viewer, id: string): Promise<ResultRecord> {
    if (!isUuid(id)) throw new NotFound('resultId', id);
    const result = await this.result(id);
    if (result.state === 'PUBLISHED' || belongsTo(viewer, result.publisherUuid)) return result;
    await this.consortia.consortium(viewer, result.consortiumId).catch(() => {
      throw new NotFound('resultId', id);
    });
    return result;
  }

  /** Whoever sees to its change has been asked before. @throws NotFound */
  async result(id: string, manager: EntityManager = this.database.manager): Promise<ResultRecord> {
    const [row] = await manager.query<ResultRecord[]>(`${SELECT_RESULT} WHERE r.id = $1`, [id]);
    if (row === undefined) throw new NotFound('resultId', id);
    return row;
  }

  /** The body that makes the results of a call's projects public, by its own id. */
  async publisherFor(callId: string): Promise<string | undefined> {
    const [call] = await this.database.query<{ facts: Record<string, unknown> }[]>('SELECT facts FROM calls WHERE id = $1', [callId]);
    const code = publisherOf(call?.facts ?? {});
    return code === null ? undefined : this.organisations.resolveId(COMMAND_LINE, code);
  }

  private async isOfficer(viewer: Viewer, callId: string): Promise<boolean> {
    const { call } = await bodiesInCharge(this.database.manager, callId);
    const publisher = await this.publisherFor(callId);
    return [...call, ...(publisher === undefined ? [] : [publisher])].some((body) => isOfficerOf(viewer, body));
  }
}
