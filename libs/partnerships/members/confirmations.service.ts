import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import { DocumentsService } from '#libs/documents';
import { Conflict, InvalidInput } from '#libs/platform';
import { News } from '../news/news.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import { Consequences } from './consequences.service.js';
import { CONSENT_VERSION } from './consent.js';
import type { MembershipRecord } from './membership-record.js';
import { Memberships } from './memberships.service.js';
import { asItsRepresentative } from './who-may.js';

/** What a representative consents to. */
export interface Consent {
  /** The version of the text that was read. */
  readonly textVersion: string;
  /** A document of the organisation that gives the mandate. */
  readonly mandateDocumentId?: string | null;
}

/** Mandate and consent: nobody is a confirmed member without. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly memberships: Memberships,
    private readonly consequences: Consequences,
    private readonly documents: DocumentsService,
    private readonly tasks: Tasks,
    private readonly news: News,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  async confirm(viewer: Viewer, memberId: string, { textVersion, mandateDocumentId }: Consent): Promise<string> {
    if (textVersion !== CONSENT_VERSION) throw new InvalidInput('textVersion', `is not the text of today, ${CONSENT_VERSION}: read that first.`);
    const membership = await this.memberships.membership(viewer, memberId);
    const mandate = mandateDocumentId == null ? null : await this.mandate(viewer, membership, mandateDocumentId);
    return this.memberships.changing(viewer, memberId, asItsRepresentative, async (held) => {
      const { manager, consortium, membership: { id, organisationId, leadId, standby }, now } = held;
      if (standby) throw new Conflict('It stands by: it confirms once the lead wants it.');
      const consent = {
        consent_by: viewer.personId ?? null,
        consent_text: CONSENT_VERSION,
        consented_at: now,
        mandate_document_id: mandate,
      };
      await this.memberships.advance(viewer, held, 'CONFIRM', consent, { consentText: CONSENT_VERSION });
      await this.tasks.end(manager, id, 'CONFIRM_MEMBERSHIP', viewer);
      await this.consequences.follow(manager, viewer, consortium, { member: organisationId });
      await this.news.tell(manager, viewer, [{ kind: 'CONFIRMED', subject: 'MEMBERSHIP', subjectId: id, revision: 0, to: [leadId] }]);
    });
  }

  private async mandate(viewer: Viewer, { organisationId }: MembershipRecord, documentId: string): Promise<string> {
    const { id, ownerId, versions } = await this.documents.document(viewer, documentId);
    if (ownerId !== organisationId) throw new InvalidInput('mandateDocumentId', 'is a document of another organisation.');
    if (versions.length === 0) throw new InvalidInput('mandateDocumentId', 'has nothing in it yet.');
    return id;
  }
}
