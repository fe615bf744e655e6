import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ANONYMOUS, AuditLog, belongsTo, isKnown, once, organisationsOf, type Viewer } from '#libs/accounts';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, Forbidden, InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { CONSORTIUM, type ConsortiumState } from '../states/consortium-states.js';
import { IDEA, type IdeaEvent } from '../states/idea-states.js';
import { advance, possibleIn } from '../states/state-machine.js';
import { IdeaContents, writeParts, type IdeaContent, type ReadContent } from './idea-contents.service.js';
import { SELECT_IDEA, visibleIdeas, type IdeaRecord } from './idea-record.js';
import { IdeaReminders } from './idea-reminders.service.js';

const LIFETIME = `interval '6 months'`;
/** Two clicks on one link renew once. */
const JUST_RENEWED = `interval '1 day'`;

/** A consortium in these states still works on its idea. */
const WORKING: ReadonlySet<ConsortiumState> = new Set(['FORMING', 'EXPRESSED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'PROPOSAL']);

/** Makes ideas, and changes them. One change at a time; one that was made for an earlier version is refused. */
@Injectable()
export class IdeasService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
    private readonly contents: IdeaContents,
    private readonly reminders: IdeaReminders,
    private readonly audit: AuditLog,
  ) {}

  /** Public ones for everybody. @throws NotFound */
  async idea(viewer: Viewer, id: string, manager: EntityManager = this.database.manager): Promise<IdeaRecord> {
    const row = isUuid(id) ? (await this.byIds(viewer, [id], manager)).get(id.toLowerCase()) : undefined;
    if (row === undefined) throw new NotFound('ideaId', id);
    return row;
  }

  /** Those among the given that the viewer may know of. */
  async byIds(viewer: Viewer, ids: readonly string[], manager: EntityManager = this.database.manager): Promise<Map<string, IdeaRecord>> {
    const [who, scope] = viewer.administrator ? ['true', []] : [visibleIdeas('$2'), [organisationsOf(viewer)]];
    const rows = await manager.query<IdeaRecord[]>(`${SELECT_IDEA} WHERE i.id = ANY($1::uuid[]) AND ${who}`, [ids, ...scope]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput naming the field at fault */
  async create(viewer: Viewer, ownerId: string, given: IdeaContent): Promise<IdeaRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const organisationId = await this.organisations.resolveId(viewer, ownerId);
    if (organisationId === undefined) throw new NotFound('organisationId', ownerId);
    if (!belongsTo(viewer, organisationId)) throw new Forbidden('An idea is made by those who work for its organisation.');
    const content = await this.contents.read({ ...given, title: given.title ?? null });
    return this.database.transaction(async (manager) => {
      const id = await once(manager, viewer, 'createIdea', { organisationId, ...given }, () => this.insert(manager, viewer, organisationId, content));
      return this.idea(viewer, id, manager);
    });
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput; Conflict with the present version when it is another */
  async change(viewer: Viewer, id: string, version: number, given: IdeaContent): Promise<IdeaRecord> {
    const content = await this.contents.read(given);
    return this.changing(viewer, id, 'CHANGE', async (manager, idea) => {
      await update(manager, idea, version, content.columns);
      await writeParts(manager, idea.id, content);
      if (idea.consortiumId !== null) await manager.query('UPDATE consortia SET version = version + 1 WHERE id = $1', [idea.consortiumId]);
    });
  }

  /** Open for another six months. Again on the same day is as good as once. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  renew(viewer: Viewer, id: string): Promise<IdeaRecord> {
    return this.changing(viewer, id, 'RENEW', (manager, idea) => this.prolong(manager, viewer, idea));
  }

  /** @throws Unauthenticated, NotFound, Forbidden, Conflict */
  withdraw(viewer: Viewer, id: string): Promise<IdeaRecord> {
    return this.changing(viewer, id, 'WITHDRAW', async (manager, { id: ideaId, consortiumState, organisationId }) => {
      if (consortiumState !== null && consortiumState !== 'DISSOLVED') {
        throw new Conflict(`A consortium has formed around this idea and is ${consortiumState}: dissolve that first.`);
      }
      await manager.query('UPDATE ideas SET withdrawn_at = verbond_now(), version = version + 1 WHERE id = $1', [ideaId]);
      await this.audit.write(manager, viewer, { kind: 'IDEA', id: ideaId, action: 'WITHDRAW', organisationId });
    });
  }

  /** What the link of a mail is about. The link is the right. @throws NotFound when there is nothing to renew */
  async renewable(id: string, manager: EntityManager = this.database.manager): Promise<IdeaRecord> {
    const [idea] = await manager.query<IdeaRecord[]>(`${SELECT_IDEA} WHERE i.id = $1`, [id]);
    if (idea?.state === undefined || IDEA[idea.state].RENEW === undefined) throw new NotFound('token', id);
    return idea;
  }

  /** As {@link renew}, for whoever has the link. @throws NotFound */
  renewByLink(id: string): Promise<IdeaRecord> {
    return this.database.transaction(async (manager) => {
      await lockIdea(manager, id, null);
      await this.prolong(manager, ANONYMOUS, await this.renewable(id, manager));
      return this.renewable(id, manager);
    });
  }

  private async prolong(manager: EntityManager, viewer: Viewer, { id, organisationId }: IdeaRecord): Promise<void> {
    const [renewed] = await manager.query<[unknown[], number]>(
      `UPDATE ideas SET expires_at = verbond_now() + ${LIFETIME}, renewals = renewals + 1, version = version + 1
       WHERE id = $1 AND expires_at < verbond_now() + ${LIFETIME} - ${JUST_RENEWED} RETURNING id`,
      [id],
    );
    if (renewed.length === 0) return;
    await this.reminders.plan(manager, id);
    await this.audit.write(manager, viewer, { kind: 'IDEA', id, action: 'RENEW', organisationId });
  }

  /** Lets something happen to an idea. Whoever leads the consortium around it changes it; before, its organisation does. */
  private changing(viewer: Viewer, id: string, event: IdeaEvent, change: (manager: EntityManager, idea: IdeaRecord) => Promise<void>): Promise<IdeaRecord> {
    return this.database.transaction(async (manager) => {
      if (!isKnown(viewer)) throw new Unauthenticated();
      const before = await this.idea(viewer, id, manager);
      await lockIdea(manager, before.id, before.consortiumId);
      const idea = await this.idea(viewer, id, manager);
      if (idea.consortiumId !== before.consortiumId) throw new Conflict('A consortium has just formed around this idea: read it again.');
      if (!belongsTo(viewer, idea.leadId ?? idea.organisationId)) {
        throw new Forbidden('This is for those who work for the organisation of the idea, or for the lead of its consortium.');
      }
      advance(IDEA, 'The idea', idea.state, event);
      if (event === 'CHANGE') refuseSettled(idea);
      await change(manager, idea);
      return this.idea(viewer, id, manager);
    });
  }

  private async insert(manager: EntityManager, viewer: Viewer, organisationId: string, content: ReadContent): Promise<string> {
    const now = await this.clock.now(manager);
    const columns = [...content.columns.keys()];
    const [{ id }] = await manager.query<[{ id: string }]>(
      `INSERT INTO ideas (organisation_id, made_at, expires_at, ${columns.join(', ')})
       VALUES ($1, $2, $2::timestamptz + ${LIFETIME}, ${columns.map((_, i) => `$${i + 3}`).join(', ')}) RETURNING id`,
      [organisationId, now, ...content.columns.values()],
    );
    await writeParts(manager, id, content);
    await refuseBackwards(manager, id);
    await this.reminders.plan(manager, id);
    await this.audit.write(manager, viewer, { kind: 'IDEA', id, action: 'CREATE', organisationId });
    return id;
  }
}

/** An idea, and before it the consortium that works on it: whoever locks both does it in this order. */
export async function lockIdea(manager: EntityManager, id: string, consortiumId: string | null): Promise<void> {
  if (consortiumId !== null) await manager.query('SELECT FROM consortia WHERE id = $1 FOR UPDATE', [consortiumId]);
  await manager.query('SELECT FROM ideas WHERE id = $1 FOR UPDATE', [id]);
}

/** What was submitted is not changed afterwards, and what is ready only after it was reopened. @throws Conflict */
export function refuseSettled({ consortiumState: state }: IdeaRecord): void {
  if (state === null || WORKING.has(state)) return;
  throw new Conflict(`The consortium around this idea is ${state}.`, { state, possible: possibleIn(CONSORTIUM, state) });
}

/** @throws Conflict when the version is another, InvalidInput */
async function update(manager: EntityManager, { id, state }: IdeaRecord, version: number, columns: ReadonlyMap<string, unknown>): Promise<void> {
  const changes = [...columns.keys()].map((column, i) => `${column} = ${valueFor(column, `$${i + 3}`)}`);
  const [changed] = await manager.query<[unknown[], number]>(
    `UPDATE ideas SET ${['version = version + 1', ...changes].join(', ')} WHERE id = $1 AND version = $2 RETURNING id`,
    [id, version, ...columns.values()],
  );
  if (changed.length > 0) return refuseBackwards(manager, id);
  const [{ present }] = await manager.query<[{ present: number }]>('SELECT version AS present FROM ideas WHERE id = $1', [id]);
  throw new Conflict(`The idea was changed since version ${version}: read it again.`, { state, possible: possibleIn(IDEA, state), version: present });
}

/** The same answers keep what a person judged of them. */
const valueFor = (column: string, value: string): string =>
  column === 'screening' ? `CASE WHEN screening -> 'answers' = ${value}::jsonb -> 'answers' THEN screening ELSE ${value}::jsonb END` : value;

/** @throws InvalidInput */
async function refuseBackwards(manager: EntityManager, id: string): Promise<void> {
  const backwards = await manager.query<unknown[]>('SELECT FROM ideas WHERE id = $1 AND ends_on < starts_on', [id]);
  if (backwards.length > 0) throw new InvalidInput('endsOn', 'is before the first day.');
}
