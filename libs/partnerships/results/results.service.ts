import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, COMMAND_LINE, isKnown, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { Conflict, Forbidden, NotFound, requiredText, Unauthenticated } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { CONSORTIUM, type ConsortiumState } from '../states/consortium-states.js';
import { RESULT } from '../states/result-states.js';
import { advance, possibleIn } from '../states/state-machine.js';
import { OutcomesService } from '../submission/outcomes.service.js';
import { dueDay, webAddress } from './result-input.js';
import type { ResultKind, ResultRecord } from './result-record.js';
import { ResultsReader } from './results-reader.service.js';

export interface PromisedResult {
  readonly consortiumId: string;
  readonly title: string;
  readonly kind: ResultKind;
  readonly audience: string;
  /** A local day, such as 2018-12-31. */
  readonly dueOn: string;
  /** Id or code of whoever makes it public; left out: whom the call names, else the lead. */
  readonly publisherId?: string | null;
}

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 500;
/** Where nothing is owed any more. */
const OVER: readonly ConsortiumState[] = ['REJECTED', 'RESULTS_PUBLISHED', 'DISSOLVED', 'LAPSED'];

/** Results that projects owe to the public: promised with the proposal, due afterwards, and shown to all once they are out. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly organisations: OrganisationsService,
    private readonly reader: ResultsReader,
    private readonly outcomes: OutcomesService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict when the consortium is over */
  async promise(viewer: Viewer, given: PromisedResult): Promise<ResultRecord> {
    const { callId, leadId } = await this.consortia.consortium(viewer, given.consortiumId);
    const title = requiredText('title', given.title, LONGEST_TITLE);
    const audience = requiredText('audience', given.audience, LONGEST_TEXT);
    const publisher = await this.publisher(viewer, given.publisherId ?? null, callId, leadId);
    const key = { mutation: 'promiseResult', given };
    const id = await this.consortia.creating(viewer, given.consortiumId, key, asLead, async (manager, consortium) => {
      refuseOver(consortium);
      const due = dueDay(given.dueOn, await zoneOf(manager, callId));
      const [row] = await manager.query<[{ id: string }]>(
        `INSERT INTO dissemination_results (consortium_id, title, kind, audience, publisher_id, due_on, zone, due_at, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, verbond_now()) RETURNING id`,
        [consortium.id, title, given.kind, audience, publisher, due.local, due.zone, due.at],
      );
      await this.note(manager, viewer, row.id, 'PROMISE', leadId, { dueOn: due.local });
      return row.id;
    });
    return this.reader.result(id);
  }

  /** Gives it another day, and keeps why. @throws as {@link promise}, Conflict when it was changed since or is public */
  async move(viewer: Viewer, resultId: string, dueOn: string, reason: string, expectedVersion: number): Promise<ResultRecord> {
    const why = requiredText('reason', reason, LONGEST_TEXT);
    return this.changing(viewer, resultId, async (manager, before) => {
      const { id, callId, leadUuid, state, version } = before;
      if (!belongsTo(viewer, leadUuid)) throw new Forbidden('A result is moved by those who work for the lead of the project.');
      advance(RESULT, 'The result', state, 'MOVE');
      if (version !== expectedVersion) throw new Conflict('Somebody else changed this result since you read it: read it again.', { state, possible: possibleIn(RESULT, state) });
      const due = dueDay(dueOn, await zoneOf(manager, callId));
      await manager.query('UPDATE dissemination_results SET due_on = $2, zone = $3, due_at = $4 WHERE id = $1', [id, due.local, due.zone, due.at]);
      await this.note(manager, viewer, id, 'MOVE', leadUuid, { from: before.dueOn, to: due.local, reason: why });
    });
  }

  /**
   * Says where it can be read. Once all that was promised is public, a completed project has met its duties.
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict when it is public already
   */
  async publish(viewer: Viewer, resultId: string, url: string): Promise<ResultRecord> {
    const address = webAddress(url);
    return this.changing(viewer, resultId, async (manager, { id, consortiumId, leadUuid, publisherUuid, state }) => {
      const by = [leadUuid, publisherUuid].find((one) => belongsTo(viewer, one));
      if (by === undefined) throw new Forbidden('That a result is public says the lead of the project, or its publisher.');
      advance(RESULT, 'The result', state, 'PUBLISH');
      await manager.query('UPDATE dissemination_results SET url = $2, published_at = verbond_now() WHERE id = $1', [id, address]);
      await this.note(manager, viewer, id, 'PUBLISH', by, { url: address });
      await this.outcomes.endDuties(manager, viewer, consortiumId, by);
    });
  }

  /** A result is changed with its consortium held: whether all are public is asked of all of them. */
  private async changing(viewer: Viewer, resultId: string, change: (manager: EntityManager, before: ResultRecord) => Promise<void>): Promise<ResultRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const { id, consortiumId } = await this.reader.visible(viewer, resultId);
    await this.database.transaction((manager) =>
      this.consortia.held(manager, COMMAND_LINE, consortiumId, async () => {
        await change(manager, await this.reader.result(id, manager));
        await manager.query('UPDATE dissemination_results SET version = version + 1 WHERE id = $1', [id]);
      }),
    );
    return this.reader.result(id);
  }

  private async publisher(viewer: Viewer, named: string | null, callId: string, leadId: string): Promise<string> {
    if (named === null) return (await this.reader.publisherFor(callId)) ?? leadId;
    const id = await this.organisations.resolveId(viewer, named);
    if (id === undefined) throw new NotFound('publisherId', named);
    return id;
  }

  private note(manager: EntityManager, viewer: Viewer, id: string, action: string, organisationId: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.write(manager, viewer, { kind: 'RESULT', id, action, organisationId, facts });
  }
}

function refuseOver({ state }: ConsortiumRecord): void {
  if (OVER.includes(state)) throw new Conflict(`The consortium is ${state}: it promises nothing any more.`, { state, possible: possibleIn(CONSORTIUM, state) });
}

/** The zone in which the call's dates are written. */
async function zoneOf(manager: EntityManager, callId: string): Promise<string> {
  const [row] = await manager.query<{ zone: string }[]>(
    `SELECT zone FROM milestones WHERE call_id = $1 AND track_id IS NULL ORDER BY kind = 'SUBMISSION' DESC, ends_at DESC LIMIT 1`,
    [callId],
  );
  return row?.zone ?? 'Europe/Brussels';
}
