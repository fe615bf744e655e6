import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, isKnown, once, organisationsOf, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, connectionOf, Forbidden, InvalidInput, NotFound, pageOf, requiredText, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import { IdeasService } from '../ideas/ideas.service.js';
import { CONTACT_REQUEST, type ContactRequestEvent } from '../states/contact-request-states.js';
import { advance } from '../states/state-machine.js';
import { Tasks } from '../tasks/tasks.service.js';
import { ContactMails } from './contact-mails.service.js';
import { SELECT_CONTACT, type AnswerIdentity, type ContactRecord, type Identity } from './contact-record.js';

/** What somebody asks of an organisation; organisations and the call by id or code. */
export interface NewContact {
  readonly fromId: string;
  readonly toId: string;
  readonly identity: Identity;
  readonly message: string;
  readonly callId?: string | null;
  /** One of the organisation asked. */
  readonly ideaId?: string | null;
}

/** {@link NewContact} once everything in it is found. */
interface ReadContact extends NewContact {
  readonly callId: string | null;
  readonly ideaId: string | null;
  readonly toName: string;
}

const LONGEST_MESSAGE = 5000;
const LONGEST_REASON = 2000;
/** Of an organisation, in any 24 hours. */
const MOST_A_DAY = 20;
const LIFETIME = `interval '30 days'`;

/** Requests for contact: relayed messages, answered or not by the people of the organisation asked. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
    private readonly ideas: IdeasService,
    private readonly mails: ContactMails,
    private readonly tasks: Tasks,
    private readonly audit: AuditLog,
  ) {}

  /** For the people of both sides. @throws Unauthenticated, NotFound */
  async request(viewer: Viewer, id: string, manager: EntityManager = this.database.manager): Promise<ContactRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const sql = `${SELECT_CONTACT} WHERE r.id = $1 AND (r.from_id = ANY($2::uuid[]) OR r.to_id = ANY($2::uuid[]))`;
    const [row] = isUuid(id) ? await manager.query<ContactRecord[]>(sql, [id, organisationsOf(viewer)]) : [];
    if (row === undefined) throw new NotFound('requestId', id);
    return row;
  }

  /** Those that the viewer's organisations were sent, or sent; the newest first. @throws Unauthenticated */
  async mine(viewer: Viewer, direction: 'RECEIVED' | 'SENT', args: PageArgs): Promise<Connection<ContactRecord>> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const page = pageOf(args, 'id');
    const rows = await this.database.query<ContactRecord[]>(
      `${SELECT_CONTACT} WHERE ${direction === 'SENT' ? 'r.from_id' : 'r.to_id'} = ANY($1::uuid[]) AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
      [organisationsOf(viewer), page.after?.[0] ?? null, page.limit],
    );
    return connectionOf(rows, page, ({ id }) => [id], (row) => row);
  }

  /**
   * Sends a request to all people of an organisation.
   * @throws Unauthenticated, NotFound, InvalidInput; Forbidden for others than those of the sender, and where the receiver
   * takes none from it; Conflict when nobody is there to answer, or too many were sent today
   */
  async send(viewer: Viewer, given: NewContact): Promise<ContactRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const read = await this.read(viewer, given);
    return this.database.transaction(async (manager) => {
      const id = await once(manager, viewer, 'sendContactRequest', { ...given }, () => this.insert(manager, viewer, read));
      return this.request(viewer, id, manager);
    });
  }

  /** Opens both sides to each other. @throws Unauthenticated, NotFound, Forbidden, Conflict with the present state */
  accept(viewer: Viewer, id: string, identity: AnswerIdentity): Promise<ContactRecord> {
    return this.answering(viewer, id, 'ACCEPT', identity, null);
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput without a reason, Conflict with the present state */
  async decline(viewer: Viewer, id: string, reason: string): Promise<ContactRecord> {
    return this.answering(viewer, id, 'DECLINE', null, requiredText('reason', reason, LONGEST_REASON));
  }

  /** @throws Unauthenticated, NotFound, Forbidden, Conflict with the present state */
  withdraw(viewer: Viewer, id: string): Promise<ContactRecord> {
    return this.changing(viewer, id, 'WITHDRAW', ({ fromId }) => fromId, async (manager) => {
      await manager.query(`UPDATE contact_requests SET state = 'WITHDRAWN', answered_at = verbond_now() WHERE id = $1`, [id]);
    });
  }

  private answering(viewer: Viewer, id: string, event: 'ACCEPT' | 'DECLINE', identity: AnswerIdentity | null, reason: string | null): Promise<ContactRecord> {
    return this.changing(viewer, id, event, ({ toId }) => toId, async (manager, request) => {
      await manager.query(
        `UPDATE contact_requests SET state = $2, answer_identity = $3, reason = $4, answered_by = $5, answered_at = verbond_now() WHERE id = $1`,
        [id, CONTACT_REQUEST.SENT[event], identity, reason, viewer.personId ?? null],
      );
      await this.mails.answered(manager, request);
    });
  }

  /** One event at a time: the row is locked before its state is read. */
  private changing(
    viewer: Viewer,
    id: string,
    event: ContactRequestEvent,
    sideOf: (request: ContactRecord) => string,
    change: (manager: EntityManager, request: ContactRecord) => Promise<void>,
  ): Promise<ContactRecord> {
    return this.database.transaction(async (manager) => {
      const organisationId = sideOf(await this.request(viewer, id, manager));
      if (!belongsTo(viewer, organisationId)) throw new Forbidden('This is for the people of the other organisation.');
      await manager.query('SELECT FROM contact_requests WHERE id = $1 FOR UPDATE', [id]);
      const request = await this.request(viewer, id, manager);
      advance(CONTACT_REQUEST, 'The request', request.state, event);
      await change(manager, request);
      await this.tasks.end(manager, request.id, 'ANSWER_CONTACT_REQUEST', viewer);
      await this.audit.write(manager, viewer, { kind: 'CONTACT_REQUEST', id: request.id, action: event, organisationId });
      return this.request(viewer, id, manager);
    });
  }

  private async insert(manager: EntityManager, viewer: Viewer, { fromId, toId, identity, message, callId, ideaId, toName }: ReadContact): Promise<string> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 14))', [fromId]);
    await refuseBlocked(manager, fromId, toId, toName);
    await refuseTooMany(manager, fromId);
    const [request] = await manager.query<[{ id: string; expiresAt: Date }]>(
      `INSERT INTO contact_requests (from_id, from_person_id, to_id, identity, message, call_id, idea_id, sent_at, expires_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, now, now + ${LIFETIME} FROM verbond_now() AS now RETURNING id, expires_at AS "expiresAt"`,
      [fromId, viewer.personId ?? null, toId, identity, message, callId, ideaId],
    );
    const { id, expiresAt } = request;
    const owner = { organisationId: toId };
    await this.tasks.open(manager, [{ kind: 'ANSWER_CONTACT_REQUEST', subjectKind: 'CONTACT_REQUEST', subjectId: id, owner, facts: { organisation: toName }, dueAt: expiresAt }]);
    await this.mails.sent(manager, { id, toId, expiresAt }, await this.clock.now(manager));
    await this.audit.write(manager, viewer, { kind: 'CONTACT_REQUEST', id, action: 'SEND', organisationId: fromId });
    return id;
  }

  private async read(viewer: Viewer, { message, identity, ...given }: NewContact): Promise<ReadContact> {
    const fromId = await this.organisations.resolveId(viewer, given.fromId);
    if (fromId === undefined) throw new NotFound('fromId', given.fromId);
    if (!belongsTo(viewer, fromId)) throw new Forbidden('A request is sent by those who work for the organisation that asks.');
    const to = await this.organisations.organisation(viewer, given.toId);
    if (to === undefined) throw new NotFound('toId', given.toId);
    if (to.uuid === fromId) throw new InvalidInput('toId', 'is the organisation that asks.');
    const callId = given.callId == null ? null : await this.calls.resolveCallId(given.callId);
    if (callId === undefined) throw new NotFound('callId', given.callId ?? '');
    const ideaId = given.ideaId == null ? null : await this.ideaOf(viewer, to.uuid, given.ideaId);
    return { fromId, toId: to.uuid, toName: to.mainName, identity, message: requiredText('message', message, LONGEST_MESSAGE), callId, ideaId };
  }

  private async ideaOf(viewer: Viewer, organisationId: string, id: string): Promise<string> {
    const idea = await this.ideas.idea(viewer, id);
    if (idea.organisationId !== organisationId) throw new InvalidInput('ideaId', 'is an idea of another organisation than the one asked.');
    return idea.id;
  }
}

/** @throws Forbidden */
async function refuseBlocked(manager: EntityManager, fromId: string, toId: string, toName: string): Promise<void> {
  const [block] = await manager.query<{ everywhere: boolean }[]>(
    'SELECT by_id IS NULL AS everywhere FROM contact_blocks WHERE blocked_id = $1 AND (by_id = $2 OR by_id IS NULL) ORDER BY 1 LIMIT 1',
    [fromId, toId],
  );
  if (block !== undefined) throw new Forbidden(block.everywhere ? 'Your organisation may send no requests.' : `${toName} does not take requests from you.`);
}

/** Whoever comes here holds the lock of the organisation. @throws Conflict */
async function refuseTooMany(manager: EntityManager, fromId: string): Promise<void> {
  const [last] = await manager.query<{ again: Date }[]>(
    `SELECT sent_at + interval '24 hours' AS again FROM contact_requests
     WHERE from_id = $1 AND sent_at > verbond_now() - interval '24 hours' ORDER BY sent_at DESC OFFSET $2 LIMIT 1`,
    [fromId, MOST_A_DAY - 1],
  );
  if (last !== undefined) throw new Conflict(`Your organisation sent ${MOST_A_DAY} requests within a day: it may send another from ${last.again.toISOString()}.`);
}
