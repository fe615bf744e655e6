import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { bodiesOf, isKnown, type Viewer } from '#libs/accounts';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, Forbidden, InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { bodiesInCharge, writesFor } from '../bodies-in-charge.js';
import { CallsService } from '../calls.service.js';
import type { CallChanges } from './call-changes.js';
import { normalised, type CallDocument } from './call-document.js';
import { readCallFile } from './call-file.js';
import { changedDocument } from './changed-document.js';
import { requireReadable } from './check-document.js';
import { SELECT_DRAFT, type DraftRecord } from './draft-rows.js';
import { publishedDocument } from './published-document.js';

const NOTHING: CallDocument = { sources: {}, countrySets: {} };

/** Drafts belong to the programme officers of the body that writes them; for everybody else they do not exist. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Those of the viewer's bodies, the last changed first. */
  ofViewer(viewer: Viewer): Promise<DraftRecord[]> {
    const bodies = bodiesOf(viewer);
    return this.database.query(
      `${SELECT_DRAFT} WHERE $1 OR body_id = ANY($2::uuid[]) ORDER BY changed_at DESC, id LIMIT 100`,
      [viewer.administrator, bodies],
    );
  }

  /** @throws Unauthenticated, NotFound */
  read(viewer: Viewer, draftId: string): Promise<DraftRecord> {
    return this.readIn(this.database.manager, viewer, draftId);
  }

  /** The draft as it is locked for a change. @throws Unauthenticated, NotFound, Conflict when it was changed since */
  async lock(manager: EntityManager, viewer: Viewer, draftId: string, expectedVersion: number): Promise<DraftRecord> {
    const draft = await this.readIn(manager, viewer, draftId, 'FOR UPDATE');
    if (draft.version !== expectedVersion) throw new Conflict('Somebody else changed this draft since you read it: read it again.');
    return draft;
  }

  /** Begins a call. @throws Unauthenticated, NotFound, Forbidden, InvalidCall, Conflict when there is one of that code */
  async begin(viewer: Viewer, body: string, call: { id: string; programme: string; title: object }): Promise<DraftRecord> {
    return this.beginWith(viewer, await this.bodyFor(viewer, body), normalised({ ...call }));
  }

  /** The body's draft of a published call, begun when there is none yet. @throws Unauthenticated, NotFound, Forbidden */
  async open(viewer: Viewer, body: string, call: string): Promise<DraftRecord> {
    const bodyId = await this.bodyFor(viewer, body);
    const callId = await this.calls.resolveCallId(call);
    if (callId === undefined) throw new NotFound('callId', call);
    return (await this.ofCall(bodyId, callId)) ?? this.openWith(viewer, bodyId, callId);
  }

  /** A draft of what a file says, of a new call or a published one. @throws as begin and open do; Conflict when there is a draft */
  async importFile(viewer: Viewer, body: string, file: string): Promise<DraftRecord> {
    const bodyId = await this.bodyFor(viewer, body);
    const document = readCallFile(file);
    requireReadable(document);
    const callId = await this.calls.resolveCallId(String(document['id']));
    return callId === undefined ? this.beginWith(viewer, bodyId, document) : this.openWith(viewer, bodyId, callId, document);
  }

  /** @throws Unauthenticated, NotFound, Conflict when it was changed since, InvalidCall with every mistake */
  edit(viewer: Viewer, draftId: string, expectedVersion: number, changes: CallChanges): Promise<DraftRecord> {
    return this.database.transaction(async (manager) => {
      const draft = await this.lock(manager, viewer, draftId, expectedVersion);
      const document = changedDocument(draft.document, changes);
      requireReadable(document);
      await manager.query(
        'UPDATE call_drafts SET document = $2, version = version + 1, changed_at = $3, changed_by = $4 WHERE id = $1',
        [draft.id, document, await this.clock.now(manager), viewer.personId ?? null],
      );
      return this.readIn(manager, viewer, draft.id);
    });
  }

  /** @throws Unauthenticated, NotFound, Conflict when it was changed since */
  discard(viewer: Viewer, draftId: string, expectedVersion: number): Promise<DraftRecord> {
    return this.database.transaction(async (manager) => {
      const draft = await this.lock(manager, viewer, draftId, expectedVersion);
      await manager.query('DELETE FROM call_drafts WHERE id = $1', [draft.id]);
      return draft;
    });
  }

  private async beginWith(viewer: Viewer, bodyId: string, document: CallDocument): Promise<DraftRecord> {
    requireReadable(document);
    if ((await this.calls.resolveCallId(String(document['id']))) !== undefined) {
      throw new Conflict('There is a call of that code: open a draft of it.');
    }
    await this.requireOwnProgramme(this.database.manager, viewer, bodyId, String(document['programme']));
    return this.insert(viewer, bodyId, null, NOTHING, document);
  }

  private async openWith(viewer: Viewer, bodyId: string, callId: string, document?: CallDocument): Promise<DraftRecord> {
    const { call, tracks } = await bodiesInCharge(this.database.manager, callId);
    if (!viewer.administrator && ![...call, ...Object.values(tracks)].includes(bodyId)) {
      const who = 'its granting authority, the bodies of its programme and, for their parts, those of its tracks';
      throw new Forbidden(`A call is written by ${who}.`);
    }
    const base = await publishedDocument(this.database.manager, callId);
    if (base === undefined) throw new NotFound('callId', callId);
    return this.insert(viewer, bodyId, callId, base, document ?? base);
  }

  /** New calls of a programme are its bodies' to make. @throws InvalidInput, Forbidden */
  async requireOwnProgramme(manager: EntityManager, viewer: Viewer, bodyId: string, programme: string): Promise<void> {
    const [found] = await manager.query<{ own: boolean }[]>(
      `SELECT EXISTS (SELECT FROM programme_bodies WHERE programme_id = p.id AND organisation_id = $2) AS own
       FROM programmes p WHERE p.code = $1`,
      [programme, bodyId],
    );
    if (found === undefined) throw new InvalidInput('programme', `there is no programme "${programme.slice(0, 100)}".`);
    if (!viewer.administrator && !found.own) throw new Forbidden('A new call is written by a body of its programme.');
  }

  private async insert(
    viewer: Viewer,
    bodyId: string,
    callId: string | null,
    base: CallDocument,
    document: CallDocument,
  ): Promise<DraftRecord> {
    const [row] = await this.database.query<{ id: string }[]>(
      `INSERT INTO call_drafts (body_id, call_id, base, document, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (call_id, body_id) DO NOTHING RETURNING id`,
      [bodyId, callId, base, document, await this.clock.now(), viewer.personId ?? null],
    );
    if (row === undefined) throw new Conflict('Your body has a draft of this call already: publish or discard it first.');
    return this.read(viewer, row.id);
  }

  private async ofCall(bodyId: string, callId: string): Promise<DraftRecord | undefined> {
    const [draft] = await this.database.query<DraftRecord[]>(`${SELECT_DRAFT} WHERE body_id = $1 AND call_id = $2`, [bodyId, callId]);
    return draft;
  }

  private async readIn(manager: EntityManager, viewer: Viewer, draftId: string, lock = ''): Promise<DraftRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const sql = `${SELECT_DRAFT} WHERE id = $1 ${lock}`;
    const [draft] = isUuid(draftId) ? await manager.query<DraftRecord[]>(sql, [draftId]) : [];
    if (draft === undefined || !writesFor(viewer, draft.bodyId)) throw new NotFound('draftId', draftId);
    return draft;
  }

  private async bodyFor(viewer: Viewer, body: string): Promise<string> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const found = await this.organisations.organisation(viewer, body);
    if (found === undefined) throw new NotFound('bodyId', body);
    if (!writesFor(viewer, found.uuid)) throw new Forbidden('Calls are written by programme officers, in the name of their body.');
    return found.uuid;
  }
}
