import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, belongsTo, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { DocumentsService } from '#libs/documents';
import { Forbidden, InvalidInput, NotFound } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { requirePreparing } from './preparing.js';

export interface NotedDocument {
  readonly consortiumId: string;
  /** Id or code of the member whose it is; of the consortium as a whole when left out. */
  readonly organisationId?: string | null;
  /** Such as TRANSNATIONAL_PARTNERSHIP_AGREEMENT. */
  readonly kind: string;
  /** False: it was asked for, and is not there. */
  readonly present: boolean;
  /** Where it is kept here. */
  readonly documentId?: string | null;
}

/** Facts of their own: given and verified by an authority, whatever a member says. */
const ENDORSEMENT = 'LETTER_OF_ENDORSEMENT';
const KIND = /^[A-Z][A-Z0-9_]{0,99}$/;

/** Which documents of a consortium and its members are there, and which were asked for. */
@Injectable()
export class ConsortiumDocuments {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Its owner says that a document is there; the lead may ask for it too.
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict once the proposal was handed in
   */
  async note(viewer: Viewer, { consortiumId, organisationId, kind, present, documentId = null }: NotedDocument): Promise<ConsortiumRecord> {
    if (!KIND.test(kind)) throw new InvalidInput('kind', 'is written as in the rules, such as PARTNERSHIP_AGREEMENT.');
    if (kind === ENDORSEMENT) throw new InvalidInput('kind', 'is a matter of the authority: ask it by askEndorsement.');
    if (documentId !== null && !present) throw new InvalidInput('documentId', 'a document that is kept here is there.');
    const member = organisationId == null ? null : await this.organisations.resolveId(viewer, organisationId);
    if (member === undefined) throw new NotFound('organisationId', organisationId ?? '');
    await this.consortia.changing(viewer, consortiumId, mayNote(member, present), async (manager, consortium) => {
      requirePreparing(consortium);
      if (member !== null) await requireMember(manager, consortium, member);
      if (documentId !== null) await this.requireKept(manager, viewer, documentId);
      const { id } = consortium;
      if (consortium.state === 'READY' && !present) await this.consortia.advance(manager, viewer, consortium, 'REOPEN', { missing: kind });
      await manager.query(
        `INSERT INTO consortium_documents (consortium_id, organisation_id, kind, present, document_id, noted_at)
         VALUES ($1, $2, $3, $4, $5, verbond_now())
         ON CONFLICT (consortium_id, organisation_id, kind)
         DO UPDATE SET present = excluded.present, document_id = excluded.document_id, noted_at = excluded.noted_at`,
        [id, member, kind, present, documentId],
      );
      const facts = { kind, present, ...(member !== null && { member }) };
      await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action: 'NOTE_DOCUMENT', organisationId: member ?? consortium.leadId, facts });
    });
    return this.consortia.consortium(viewer, consortiumId);
  }

  /** @throws NotFound for what the viewer may not see, InvalidInput before the first upload */
  private async requireKept(manager: EntityManager, viewer: Viewer, documentId: string): Promise<void> {
    const document = (await this.documents.visible(viewer, [documentId], manager)).get(documentId.toLowerCase());
    if (document === undefined) throw new NotFound('documentId', documentId);
    if (document.versions.length === 0) throw new InvalidInput('documentId', 'nothing was uploaded yet.');
  }
}

const mayNote = (member: string | null, present: boolean) => (viewer: Viewer, { leadId }: ConsortiumRecord): void => {
  if (belongsTo(viewer, member ?? leadId) || (!present && belongsTo(viewer, leadId))) return;
  throw new Forbidden('That a document is there says its owner: the member, or the lead for the consortium.');
};

async function requireMember(manager: EntityManager, { id }: ConsortiumRecord, organisationId: string): Promise<void> {
  const found = await manager.query<unknown[]>(
    `SELECT FROM memberships WHERE consortium_id = $1 AND organisation_id = $2 AND state IN ('SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED')`,
    [id, organisationId],
  );
  if (found.length === 0) throw new NotFound('organisationId', organisationId);
}
