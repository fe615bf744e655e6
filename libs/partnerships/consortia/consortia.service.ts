import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, bodiesOf, isKnown, once, organisationsOf, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, connectionOf, Forbidden, NotFound, pageOf, requiredText, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import { CONSORTIUM, type ConsortiumEvent, type ConsortiumState } from '../states/consortium-states.js';
import { advance } from '../states/state-machine.js';
import { Tasks } from '../tasks/tasks.service.js';
import { SELECT_CONSORTIUM, visibleConsortia, type ConsortiumRecord } from './consortium-record.js';

const LONGEST_NAME = 200;

export interface NewConsortium {
  /** Id or code. */
  readonly callId: string;
  /** Id or code of whoever begins it, and leads it until it hands over. */
  readonly leadId: string;
  readonly name: string;
  /** An idea of the lead's that has no consortium yet; without one it begins with an idea of its own name. */
  readonly ideaId?: string | null;
}

/** Makes and reads consortia, and lets one change at a time happen to each. */
@Injectable()
export class ConsortiaService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditLog,
    private readonly tasks: Tasks,
  ) {}

  /** @throws Unauthenticated, NotFound */
  async consortium(viewer: Viewer, id: string, manager: EntityManager = this.database.manager): Promise<ConsortiumRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const consortium = isUuid(id) ? (await this.visible(viewer, [id], manager)).get(id.toLowerCase()) : undefined;
    if (consortium === undefined) throw new NotFound('consortiumId', id);
    return consortium;
  }

  /** Those of some that the viewer may see, by their ids. */
  async visible(viewer: Viewer, ids: readonly string[], manager: EntityManager = this.database.manager): Promise<Map<string, ConsortiumRecord>> {
    const who = viewer.administrator ? 'true' : visibleConsortia('$2', '$3');
    const scope = viewer.administrator ? [] : [organisationsOf(viewer), bodiesOf(viewer)];
    const rows = await manager.query<ConsortiumRecord[]>(`${SELECT_CONSORTIUM} WHERE c.id = ANY($1::uuid[]) AND ${who}`, [ids, ...scope]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Those in which the viewer's organisations are or are asked to be, the newest first. */
  async mine(viewer: Viewer, args: PageArgs): Promise<Connection<ConsortiumRecord>> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const page = pageOf(args, 'id');
    const rows = await this.database.query<ConsortiumRecord[]>(
      `${SELECT_CONSORTIUM} WHERE ${visibleConsortia('$1', '$2')} AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
      [organisationsOf(viewer), [], page.after?.[0] ?? null, page.limit],
    );
    return connectionOf(rows, page, ({ id }) => [id], (row) => row);
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict when the idea has a consortium */
  async create(viewer: Viewer, given: NewConsortium): Promise<ConsortiumRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const callId = await this.calls.resolveCallId(given.callId);
    if (callId === undefined) throw new NotFound('callId', given.callId);
    const leadId = await this.organisations.resolveId(viewer, given.leadId);
    if (leadId === undefined) throw new NotFound('leadId', given.leadId);
    if (!belongsTo(viewer, leadId)) throw new Forbidden('A consortium is begun by those who work for its lead.');
    const name = requiredText('name', given.name, LONGEST_NAME);
    return this.database.transaction(async (manager) => {
      const id = await once(manager, viewer, 'createConsortium', { ...given }, () =>
        this.begin(manager, viewer, { callId, leadId, name, ideaId: given.ideaId ?? null }),
      );
      return this.consortium(viewer, id, manager);
    });
  }

  /**
   * Lets something happen to a consortium, one change at a time: its row is locked before its state is read, and its
   * version goes up. A change asks nothing over a second connection: all may be held by those who wait for this row.
   * @param may refuses a viewer who may not do this
   * @throws Unauthenticated, NotFound, and what `may` and `change` throw
   */
  changing<T>(
    viewer: Viewer,
    id: string,
    may: (viewer: Viewer, consortium: ConsortiumRecord) => void,
    change: (manager: EntityManager, consortium: ConsortiumRecord) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      await this.consortium(viewer, id, manager);
      return this.held(manager, viewer, id, (consortium) => {
        may(viewer, consortium);
        return change(manager, consortium);
      });
    });
  }

  /** The same where something is created: once for each `Idempotency-Key`. @param make gives its id */
  creating(
    viewer: Viewer,
    id: string,
    { mutation, given }: { readonly mutation: string; readonly given: object },
    may: (viewer: Viewer, consortium: ConsortiumRecord) => void,
    make: (manager: EntityManager, consortium: ConsortiumRecord) => Promise<string>,
  ): Promise<string> {
    return this.database.transaction(async (manager) => {
      await this.consortium(viewer, id, manager);
      return once(manager, viewer, mutation, given, () =>
        this.held(manager, viewer, id, (consortium) => {
          may(viewer, consortium);
          return make(manager, consortium);
        }),
      );
    });
  }

  /**
   * Locks a consortium in the caller's transaction, reads it and lets it change; its version goes up.
   * @param viewer the command line where somebody who need not see it changes it
   */
  async held<T>(manager: EntityManager, viewer: Viewer, id: string, change: (consortium: ConsortiumRecord) => T | Promise<T>): Promise<T> {
    await manager.query('SELECT FROM consortia WHERE id = $1 FOR UPDATE', [id]);
    const result = await change(await this.consortium(viewer, id, manager));
    await manager.query('UPDATE consortia SET version = version + 1 WHERE id = $1', [id]);
    return result;
  }

  /**
   * Takes a consortium that is being changed to the state that an event leads to.
   * @param by the organisation in whose name the viewer does it
   * @throws Conflict
   */
  async advance(manager: EntityManager, viewer: Viewer, consortium: ConsortiumRecord, event: ConsortiumEvent, facts = {}, by = consortium.leadId): Promise<ConsortiumState> {
    const { id, state } = consortium;
    const next = advance(CONSORTIUM, 'The consortium', state, event);
    await manager.query('UPDATE consortia SET state = $2 WHERE id = $1', [id, next]);
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action: event, organisationId: by, facts });
    return next;
  }

  /** Begins one in a transaction of the caller's. @param given own ids, and a name that can be used */
  async begin(manager: EntityManager, viewer: Viewer, given: Required<NewConsortium>): Promise<string> {
    const now = await this.clock.now(manager);
    const ideaId = given.ideaId === null ? await newIdea(manager, given, now) : await freeIdea(manager, given.leadId, given.ideaId);
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO consortia (call_id, idea_id, name, lead_id, made_at, rules_version)
       VALUES ($1, $2, $3, $4, $5, (SELECT max(version) FROM rulesets WHERE call_id = $1)) ON CONFLICT (idea_id) DO NOTHING RETURNING id`,
      [given.callId, ideaId, given.name, given.leadId, now],
    );
    if (row === undefined) throw new Conflict('A consortium is forming around this idea already.');
    const [own] = await manager.query<[{ id: string; organisation: string }]>(
      `INSERT INTO memberships (consortium_id, organisation_id, role, state, begun_at, answered_at) VALUES ($1, $2, 'CO_APPLICANT', 'ACCEPTED', $3, $3)
       RETURNING id, (SELECT name FROM organisations WHERE id = $2) AS organisation`,
      [row.id, given.leadId, now],
    );
    await this.tasks.open(manager, [{
      kind: 'CONFIRM_MEMBERSHIP', subjectKind: 'MEMBERSHIP', subjectId: own.id, owner: { organisationId: given.leadId, role: 'REPRESENTATIVE' },
      facts: { consortium: given.name, organisation: own.organisation },
    }]);
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id: row.id, action: 'CREATE', organisationId: given.leadId });
    return row.id;
  }
}

/** Refuses whoever does not work for the lead. @throws Forbidden */
export function asLead(viewer: Viewer, { leadId }: ConsortiumRecord): void {
  if (!belongsTo(viewer, leadId)) throw new Forbidden('This is for those who work for the lead of the consortium.');
}

async function newIdea(manager: EntityManager, { leadId, callId, name }: NewConsortium, now: Date): Promise<string> {
  const [{ id }] = await manager.query<[{ id: string }]>(
    `INSERT INTO ideas (organisation_id, call_id, title, made_at, expires_at) VALUES ($1, $2, $3, $4, $4::timestamptz + interval '6 months') RETURNING id`,
    [leadId, callId, name, now],
  );
  return id;
}

async function freeIdea(manager: EntityManager, leadId: string, ideaId: string): Promise<string> {
  const sql = 'SELECT FROM ideas WHERE id = $1 AND organisation_id = $2 AND withdrawn_at IS NULL FOR SHARE';
  const found = isUuid(ideaId) ? await manager.query<unknown[]>(sql, [ideaId, leadId]) : [];
  if (found.length === 0) throw new NotFound('ideaId', ideaId);
  return ideaId;
}
