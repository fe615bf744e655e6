import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation, requestLoader } from '#libs/directory';
import { DocumentsService } from '#libs/documents';
import { failureOr, type FailureView } from '#libs/platform';
import { organisationsBy } from '#libs/suggestions';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium } from '../consortia/consortium.type.js';
import type { EndorsementGap } from './endorsement-gaps.js';
import { Endorsement, EndorsementResult, MissingEndorsement } from './endorsement.type.js';
import { Endorsements, type EndorsementRecord } from './endorsements.service.js';

const idArg = (): ParameterDecorator => Args('endorsementId', { type: () => ID, description: 'The letter of endorsement.' });

@Resolver(() => Endorsement)
export class EndorsementsResolver {
  constructor(
    private readonly service: Endorsements,
    private readonly documents: DocumentsService,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => EndorsementResult, { description: 'A letter of endorsement, for those of the consortium and of the authority.' })
  endorsement(@CurrentViewer() viewer: Viewer, @idArg() endorsementId: string): Promise<EndorsementRecord | FailureView> {
    return failureOr(this.service.endorsement(viewer, endorsementId));
  }

  @Mutation(() => EndorsementResult, {
    description: 'The lead asks the managing authority of a state for a letter of endorsement, or shows one for the authority to verify.',
  })
  askEndorsement(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', { type: () => ID, description: 'The consortium.' }) consortiumId: string,
    @Args('country', { description: 'The state, as an ISO code.' }) country: string,
    @Args('authorityId', { type: () => ID, nullable: true, description: 'The authority; left out: the only one of that state.' }) authorityId: string | null,
    @Args('documentId', { type: () => ID, nullable: true, description: 'A document of yours with the letter, where you have it already.' }) documentId: string | null,
  ): Promise<EndorsementRecord | FailureView> {
    return this.shown(viewer, this.service.ask(viewer, consortiumId, { country, authorityId, documentId }));
  }

  @Mutation(() => EndorsementResult, { description: 'The authority endorses the consortium, or confirms the letter that the lead has shown. For its officers.' })
  giveEndorsement(
    @CurrentViewer() viewer: Viewer,
    @idArg() endorsementId: string,
    @Args('reason', { type: () => String, nullable: true, description: 'What there is to add.' }) reason: string | null,
  ): Promise<EndorsementRecord | FailureView> {
    return this.shown(viewer, this.service.decide(viewer, endorsementId, 'GIVE', reason));
  }

  @Mutation(() => EndorsementResult, { description: 'The authority does not endorse the consortium, or no longer. For its officers.' })
  refuseEndorsement(
    @CurrentViewer() viewer: Viewer,
    @idArg() endorsementId: string,
    @Args('reason', { description: 'Why.' }) reason: string,
  ): Promise<EndorsementRecord | FailureView> {
    return this.shown(viewer, this.service.decide(viewer, endorsementId, 'REFUSE', reason));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The authority.' })
  authority(@Parent() { authorityId }: EndorsementRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, authorityId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Where the letter that the lead has shown can be read, for a few minutes.' })
  letterUrl(@Parent() { documentId, letterVersion: version }: EndorsementRecord): Promise<string> | null {
    return documentId === null || version === null ? null : this.documents.urlOf({ documentId, version });
  }

  private shown(viewer: Viewer, id: Promise<string>): Promise<EndorsementRecord | FailureView> {
    return failureOr(id.then((one) => this.service.endorsement(viewer, one)));
  }
}

@Resolver(() => Consortium)
export class ConsortiumEndorsementsResolver {
  constructor(private readonly service: Endorsements) {}

  @ResolveField(() => [Endorsement], { description: 'The letters of endorsement that were asked for, by state.' })
  async endorsements(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<EndorsementRecord[]> {
    const batch = (ids: readonly string[]) => this.service.ofConsortia(ids);
    return (await requestLoader(context, 'partnerships.endorsements', batch).load(id)) ?? [];
  }

  @ResolveField(() => [MissingEndorsement], { description: 'The letters of endorsement that its call wants and that are not given, by state, with who can give them.' })
  async missingEndorsements(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<EndorsementGap[]> {
    const batch = (ids: readonly string[]) => this.service.gapsOf(ids);
    return (await requestLoader(context, 'partnerships.missingEndorsements', batch).load(id)) ?? [];
  }
}

@Resolver(() => MissingEndorsement)
export class MissingEndorsementResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => [Organisation], { description: 'The managing authorities of that state, as far as they are known here.' })
  canEndorse(@Parent() { authorities }: EndorsementGap, @Context() context: RequestContext): Promise<Organisation[]> {
    return organisationsBy(this.loaders, context, authorities);
  }
}
