import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import { failureOr, type FailureView, type Language } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium, ConsortiumResult } from '../consortia/consortium.type.js';
import { ReadinessAssignments } from './assignments.service.js';
import { ConsortiumDocuments } from './consortium-documents.service.js';
import { MarkReady } from './mark-ready.service.js';
import { readinessView } from './readiness-words.js';
import { ReadinessService } from './readiness.service.js';
import { MarkReadyResult, Readiness, ReadinessItemView } from './readiness.type.js';

const CONSORTIUM_ID = { type: () => ID, description: 'The consortium.' } as const;

@Resolver(() => Consortium)
export class ReadinessResolver {
  constructor(
    private readonly service: ReadinessService,
    private readonly ready: MarkReady,
    private readonly documents: ConsortiumDocuments,
    private readonly assignments: ReadinessAssignments,
  ) {}

  @ResolveField(() => Readiness, { description: 'How far it is prepared: what is to be seen to, by whom and by when.' })
  async readiness(@Parent() consortium: ConsortiumRecord, @LanguageArg() language: Language): Promise<Readiness> {
    return readinessView(await this.service.of(consortium), language);
  }

  @Mutation(() => MarkReadyResult, { description: 'Marks a proposal ready to be submitted. For those who work for its lead.' })
  markReady(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('confirmUnknown', { type: () => [ID], defaultValue: [], description: 'Mandatory rules that are UNKNOWN and that you take for met: each of them, by its id. That is kept.' })
    confirmUnknown: string[],
    @LanguageArg() language: Language,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.ready.mark(viewer, consortiumId, confirmUnknown, language));
  }

  @Mutation(() => ConsortiumResult, { description: 'Notes that a document is there, or was asked for and is not. For its owner; the lead may ask.' })
  noteDocument(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('kind', { description: 'Its kind, such as TRANSNATIONAL_PARTNERSHIP_AGREEMENT.' }) kind: string,
    @Args('organisationId', { type: () => ID, nullable: true, description: 'The member whose it is; left out: of the consortium as a whole.' })
    organisationId: string | null,
    @Args('present', { defaultValue: true, description: 'Whether it is there.' }) present: boolean,
    @Args('documentId', { type: () => ID, nullable: true, description: 'Where it is kept here.' }) documentId: string | null,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.documents.note(viewer, { consortiumId, organisationId, kind, present, documentId }));
  }

  @Mutation(() => ConsortiumResult, { description: 'Asks a member to take care of an item of the check list. For those who work for the lead.' })
  assignReadinessItem(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('itemId', { type: () => ID, description: 'The item.' }) itemId: string,
    @Args('organisationId', { type: () => ID, nullable: true, description: 'The member; left out: whose it is by itself.' })
    organisationId?: string | null,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.assignments.assign(viewer, consortiumId, itemId, organisationId));
  }
}

@Resolver(() => ReadinessItemView)
export class ReadinessItemResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'Who takes care of it; nothing when you may not see that organisation.' })
  owner(@Parent() { ownerUuid }: ReadinessItemView, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, ownerUuid);
  }
}
