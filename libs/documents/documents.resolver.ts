import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, type FailureView } from '#libs/platform';
import { Document, DocumentReading, DocumentResult, DocumentVersion, UploadLink, UploadLinkResult } from './document.types.js';
import { DocumentsService } from './documents.service.js';

const documentId = { type: () => ID, description: 'The document.' };

@Resolver(() => Document)
export class DocumentsResolver {
  constructor(private readonly documents: DocumentsService) {}

  @Query(() => DocumentResult, { description: 'One document: a public one, or one of an organisation that you act for.' })
  document(@CurrentViewer() viewer: Viewer, @Args('documentId', documentId) id: string): Promise<Document | FailureView> {
    return failureOr(this.documents.document(viewer, id));
  }

  @Mutation(() => UploadLinkResult, { description: 'Makes a document and a link that takes its first version.' })
  createDocument(
    @CurrentViewer() viewer: Viewer,
    @Args('ownerId', { type: () => ID, description: 'The organisation whose document it is.' }) owner: string,
    @Args('title', { description: 'Its title.' }) title: string,
    @Args('kind', { description: 'What it is, such as GUIDE, LETTER or AGREEMENT.' }) kind: string,
    @Args('language', { type: () => String, nullable: true, description: 'The language it is in: nl, fr, en or de.' }) language: string | null,
  ): Promise<UploadLink | FailureView> {
    return failureOr(this.documents.create(viewer, { owner, title, kind, language }));
  }

  @Mutation(() => UploadLinkResult, { description: 'Makes a link that takes the next version of a document.' })
  renewDocument(@CurrentViewer() viewer: Viewer, @Args('documentId', documentId) id: string): Promise<UploadLink | FailureView> {
    return failureOr(this.documents.renew(viewer, id));
  }

  @Mutation(() => DocumentResult, { description: 'Says that you have read the newest version of a document, in the name of an organisation.' })
  confirmReading(
    @CurrentViewer() viewer: Viewer,
    @Args('documentId', documentId) id: string,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) organisation: string,
  ): Promise<Document | FailureView> {
    return failureOr(this.documents.confirmReading(viewer, id, organisation));
  }

  @ResolveField(() => [DocumentReading], { description: 'Who has read it; others than its owner see what was read for their own organisations.' })
  readings(@Parent() document: Document, @CurrentViewer() viewer: Viewer): Promise<DocumentReading[]> {
    return this.documents.readings(viewer, document);
  }
}

@Resolver(() => DocumentVersion)
export class DocumentVersionResolver {
  constructor(private readonly documents: DocumentsService) {}

  @ResolveField(() => String, { description: 'A link to its bytes, good for ten minutes.' })
  url(@Parent() version: DocumentVersion): Promise<string> {
    return this.documents.urlOf(version);
  }

  @ResolveField(() => String, { description: 'Format and size as they are shown beside a link, such as ODS / 1 Kb.' })
  label(@Parent() { format, bytes }: DocumentVersion): string {
    return `${format} / ${Math.max(1, Math.round(bytes / 1024))} Kb`;
  }
}
