import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, type Viewer } from '#libs/accounts';
import { DocumentsService } from '#libs/documents';
import { Clock, Conflict, InvalidInput } from '#libs/platform';
import { bodiesInCharge } from '../bodies-in-charge.js';
import { reasonOf } from '../reason.js';
import { CallsService } from '../calls.service.js';
import type { Call } from '../call.type.js';
import type { Move } from '../milestone-revision.js';
import { MilestonesService } from '../milestones.service.js';
import { lateTrackDates } from '../track-order.js';
import { listOf, normalised, recordOf, type CallDocument, type Json } from './call-document.js';
import { changesBetween, type Change } from './changes.js';
import { requireReadable } from './check-document.js';
import type { DraftRecord } from './draft-rows.js';
import { DraftsService } from './drafts.service.js';
import { InvalidCall } from './invalid-call.js';
import { requireOwnPart } from './may-publish.js';
import { publishedDocument } from './published-document.js';
import { writeCall } from './write-call.js';

/** Makes a draft the published call, and keeps what changed, why, when and by whom. */
@Injectable()
export class CallPublisher {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly drafts: DraftsService,
    private readonly calls: CallsService,
    private readonly milestones: MilestonesService,
    private readonly documents: DocumentsService,
    private readonly audit: AuditLog,
  ) {}

  /** What would change if the draft were published now: against what is published, or all of a new call. */
  async changes(draft: DraftRecord): Promise<Change[]> {
    const published = await this.published(this.database.manager, draft);
    return changesBetween(published ?? {}, carriedOver(draft, published));
  }

  /**
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput when nothing changed or a text is unfit, InvalidCall with
   * every mistake, Conflict when the draft was changed since, or what it changes was changed by others
   */
  async publish(viewer: Viewer, draftId: string, expectedVersion: number, why: string): Promise<Call> {
    const reason = reasonOf(why);
    const callId = await this.database.transaction(async (manager) => {
      const draft = await this.drafts.lock(manager, viewer, draftId, expectedVersion);
      await this.lockCall(manager, draft);
      const published = await this.published(manager, draft);
      requireUntouched(draft, published);
      const document = carriedOver(draft, published);
      const changes = changesBetween(published ?? {}, document);
      if (changes.length === 0) throw new InvalidInput('draftId', 'this draft changes nothing.');
      requireReadable(document);
      await requireBudget(manager, document, changes);
      await this.requireMandate(manager, viewer, draft, document, changes);
      const late = await this.lateDates(manager, draft.callId);
      const move: Move = { by: viewer.personId ?? null, at: await this.clock.now(manager), reason };
      const id = await writeCall(manager, draft.callId, document, move);
      await this.requireTracksInTime(manager, id, late);
      await this.publishDocuments(manager, viewer, document);
      await keep(manager, id, draft, changes, move);
      await manager.query('DELETE FROM call_drafts WHERE id = $1', [draft.id]);
      await this.audit.write(manager, viewer, { kind: 'CALL', id, action: 'PUBLISH', organisationId: draft.bodyId, facts: { reason, ...told(changes) } });
      return id;
    });
    const call = (await this.calls.byUuid([callId])).get(callId);
    if (call === undefined) throw new Error('A published call is gone at once.');
    return call;
  }

  /** One at a time: of a published call by its row, of a new one by its code. */
  private async lockCall(manager: EntityManager, { callId, document }: DraftRecord): Promise<void> {
    if (callId !== null) {
      await manager.query('SELECT FROM calls WHERE id = $1 FOR UPDATE', [callId]);
      return;
    }
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('verbond call ' || $1))`, [document['id']]);
    const taken = await manager.query<unknown[]>('SELECT FROM calls WHERE code = $1', [document['id']]);
    if (taken.length > 0) throw new Conflict('Somebody else published a call of that code.');
  }

  private async published(manager: EntityManager, { callId }: DraftRecord): Promise<CallDocument | undefined> {
    return callId === null ? undefined : publishedDocument(manager, callId);
  }

  private async requireMandate(
    manager: EntityManager,
    viewer: Viewer,
    { bodyId, callId }: DraftRecord,
    document: CallDocument,
    changes: readonly Change[],
  ): Promise<void> {
    if (callId === null || changes.some(({ path }) => path === 'programme')) {
      await this.drafts.requireOwnProgramme(manager, viewer, bodyId, String(document['programme']));
    }
    if (callId !== null && !viewer.administrator) requireOwnPart(await bodiesInCharge(manager, callId), bodyId, changes);
  }

  /** Applicants can read what a published call gives them to read. */
  private async publishDocuments(manager: EntityManager, viewer: Viewer, call: CallDocument): Promise<void> {
    const ids = listOf<Json>(call['documents']).flatMap(({ document }) => (typeof document === 'string' ? [document] : []));
    const missing = await this.documents.publish(manager, viewer, ids);
    if (missing.length === 0) return;
    const reasonFor = (id: string) => `there is no document ${id} of your body, or nothing was uploaded yet`;
    throw new InvalidCall(missing.map((id) => ({ path: 'documents', reason: reasonFor(id) })));
  }

  private async lateDates(manager: EntityManager, callId: string | null) {
    const dates = callId === null ? [] : ((await this.milestones.ofCalls([callId], manager)).get(callId) ?? []);
    return lateTrackDates(dates.map((date) => ({ key: date.key, id: date.id, kind: date.kind, trackUuid: date.trackUuid, wall: date })));
  }

  /** What was late before is not held against this draft. */
  private async requireTracksInTime(manager: EntityManager, callId: string, before: readonly { id: string }[]): Promise<void> {
    const late = (await this.lateDates(manager, callId)).filter(({ id }) => before.every((one) => one.id !== id));
    if (late.length === 0) return;
    const reason = 'must end before the call’s last submission closes';
    throw new InvalidCall(late.map(({ key }) => ({ path: `tracks.milestones.${key}`, reason })));
  }
}

/** What a history tells of changes: which sections, and of dates what they were and are. */
function told(changes: readonly Change[]): object {
  const sections = [...new Set(changes.map(({ path }) => path.split('.')[0]))];
  return { sections, dates: changes.filter(({ path }) => /(^|\.)milestones\..+\.local$/.test(path)) };
}

/** The sections of a call that a draft changes, on top of what is published now. */
function carriedOver({ base, document }: DraftRecord, published: CallDocument | undefined): CallDocument {
  if (published === undefined) return document;
  const target: Record<string, unknown> = { ...published };
  for (const section of sectionsChanged(base, document)) target[section] = document[section];
  return normalised({ ...target, sources: { ...published.sources, ...document.sources } });
}

/** @throws Conflict naming what both the draft and somebody else changed */
function requireUntouched({ base, document }: DraftRecord, published: CallDocument | undefined): void {
  if (published === undefined) return;
  const theirs = sectionsChanged(base, published);
  const both = sectionsChanged(base, document).filter((section) => theirs.includes(section));
  if (both.length === 0) return;
  const advice = 'discard it, open a new one and change it there';
  throw new Conflict(`Since this draft was begun, somebody else changed ${both.join(', ')}: ${advice}.`);
}

function sectionsChanged(before: Json, after: Json): string[] {
  const sections = changesBetween(before, after).map(({ path }) => path.split('.')[0] ?? path);
  return [...new Set(sections)].filter((section) => section !== 'sources');
}

/** Programmes have budgets above their calls. What was too much before is not held against this draft. */
async function requireBudget(manager: EntityManager, document: CallDocument, changes: readonly Change[]): Promise<void> {
  if (!changes.some(({ path }) => path === 'programme' || path.startsWith('budgetEur'))) return;
  const value = recordOf(document['budgetEur'])['value'];
  const [over] = await manager.query<{ total: number; budget: number }[]>(
    `SELECT total, budget FROM (
       SELECT p.budget_eur::float8 AS budget, ($3::numeric + coalesce(sum(c.budget_eur), 0))::float8 AS total
       FROM programmes p LEFT JOIN calls c ON c.programme_id = p.id AND c.code <> $2 WHERE p.code = $1 GROUP BY p.id
     ) AS sums WHERE total > budget`,
    [document['programme'], document['id'], value ?? 0],
  );
  if (over === undefined || value === undefined) return;
  const reason = `with it the calls of the programme have ${over.total} euros, and the programme has ${over.budget}`;
  throw new InvalidCall([{ path: 'budgetEur', reason }]);
}

async function keep(
  manager: EntityManager,
  callId: string,
  { bodyId }: DraftRecord,
  changes: readonly Change[],
  { at, by, reason }: Move,
): Promise<void> {
  await manager.query(
    `INSERT INTO call_publications (call_id, number, body_id, published_at, published_by, reason, changes)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 FROM call_publications WHERE call_id = $1`,
    [callId, bodyId, at, by, reason, JSON.stringify(changes)],
  );
}
