import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { DocumentsService } from '#libs/documents';
import { InvalidInput, NotFound } from '#libs/platform';
import { documentsOf, interestsOf, motivationOf, partnersOf, type ExpressionContent, type GivenPartner } from './expression-content.js';
import type { ExpressionRecord, NamedPartner } from './expression-record.js';
import type { TrackRecord } from './track-record.js';

/** Content that can be stored: own ids, and texts that can be used. */
export type CheckedContent = Pick<ExpressionRecord, 'motivation' | 'interests' | 'documents' | 'partners' | 'contactId'>;

/** Looks up whom and what an expression names, before anything is locked. */
@Injectable()
export class ContentChecks {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsService,
  ) {}

  /** @param leadId null for a newcomer, who has no documents and no people yet @throws NotFound, InvalidInput naming the field */
  async check(viewer: Viewer, track: TrackRecord, leadId: string | null, given: ExpressionContent): Promise<CheckedContent> {
    return {
      motivation: motivationOf(given),
      interests: interestsOf(given, track),
      partners: await this.partners(viewer, leadId, partnersOf(given, track)),
      documents: await this.attached(viewer, leadId, documentsOf(given)),
      contactId: await this.contact(viewer, leadId, given.contactId ?? null),
    };
  }

  private async partners(viewer: Viewer, leadId: string | null, given: readonly GivenPartner[]): Promise<NamedPartner[]> {
    const seen = new Set<string | null>([leadId]);
    const partners: NamedPartner[] = [];
    for (const [i, { organisationId, name, country = null }] of given.entries()) {
      if (organisationId == null) {
        partners.push({ name: name ?? '', country });
        continue;
      }
      const id = await this.organisations.resolveId(viewer, organisationId);
      if (id === undefined) throw new NotFound(`partners[${i}].organisationId`, organisationId);
      if (seen.has(id)) throw new InvalidInput(`partners[${i}].organisationId`, 'is in it already.');
      seen.add(id);
      partners.push({ organisationId: id });
    }
    return partners;
  }

  /** The lead's own documents, or public ones. */
  private async attached(viewer: Viewer, leadId: string | null, ids: readonly string[]): Promise<string[]> {
    const known = await this.documents.visible(viewer, ids);
    return ids.map((id, i) => {
      const document = known.get(id);
      if (document === undefined) throw new NotFound(`documentIds[${i}]`, id);
      if (document.ownerId !== leadId && !document.public) throw new InvalidInput(`documentIds[${i}]`, 'belongs to another organisation.');
      return id;
    });
  }

  private async contact(viewer: Viewer, leadId: string | null, given: string | null): Promise<string | null> {
    if (given === null) return viewer.personId ?? null;
    const [found] = await this.database.query<{ id: string }[]>(
      'SELECT person_id AS id FROM roles WHERE person_id::text = lower($1) AND organisation_id = $2 LIMIT 1',
      [given, leadId],
    );
    if (found === undefined) throw new NotFound('contactId', given);
    return found.id;
  }
}

/** Writes what an expression says. @param version the number that this content gets */
export async function storeContent(manager: EntityManager, id: string, content: CheckedContent, version: number): Promise<void> {
  const { interests, motivation, documents, partners, contactId } = content;
  await manager.query(
    `UPDATE expressions SET interests = $2, motivation = $3, documents = $4, partners = $5, contact_id = $6, version = $7 WHERE id = $1`,
    [id, JSON.stringify(interests), motivation, documents, JSON.stringify(partners), contactId, version],
  );
}
