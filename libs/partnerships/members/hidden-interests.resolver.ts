import { Args, ArgsType, Context, createUnionType, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { Conflict, failureOr, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated, type FailureView } from '#libs/platform';
import { HiddenInterests, type InterestRecord, type NewInterest } from './hidden-interests.service.js';

@ObjectType({ description: 'Interest that your side has noted. The other side sees nothing of it until it has noted it too.' })
export class HiddenInterest implements InterestRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  organisationId: string;
  partnerId: string | null;

  @Field(() => ID, { nullable: true, description: 'The consortium, where it is about one.' })
  consortiumId: string | null;

  @Field({ description: 'Whether the lead of the consortium noted it.' })
  byLead: boolean;

  @Field(() => Date, { description: 'When it was noted.' })
  notedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Since when both sides have noted it; nothing while only yours has.' })
  mutualAt: Date | null;
}

@ArgsType()
export class NewInterestArgs implements NewInterest {
  @Field(() => ID, { description: 'Your organisation.' })
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'The organisation in which you are interested: as a partner, or for the consortium that you lead.' })
  partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The consortium that you would like to join, or that you lead.' })
  consortiumId?: string | null;
}

export const HiddenInterestResult = createUnionType({
  name: 'HiddenInterestResult',
  description: 'The interest as it now stands, or why nothing changed.',
  types: () => [HiddenInterest, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(HiddenInterest),
});

@Resolver(() => HiddenInterest)
export class HiddenInterestsResolver {
  constructor(
    private readonly interests: HiddenInterests,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => [HiddenInterest], { description: 'The interest that your organisations have noted, the newest first: 200 at most.' })
  hiddenInterests(@CurrentViewer() viewer: Viewer): Promise<InterestRecord[]> {
    return this.interests.mine(viewer);
  }

  @Mutation(() => HiddenInterestResult, { description: 'Notes interest in an organisation or consortium, which is told to nobody. Once the other side has noted it too, both hear of it.' })
  noteHiddenInterest(@CurrentViewer() viewer: Viewer, @Args() interest: NewInterestArgs): Promise<InterestRecord | FailureView> {
    return failureOr(this.interests.note(viewer, interest));
  }

  @Mutation(() => HiddenInterestResult, { description: 'Takes interest back that the other side has not noted.' })
  dropHiddenInterest(
    @CurrentViewer() viewer: Viewer,
    @Args('interestId', { type: () => ID, description: 'The interest.' }) interestId: string,
  ): Promise<InterestRecord | FailureView> {
    return failureOr(this.interests.drop(viewer, interestId));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who is interested; of a consortium’s interest, in whom.' })
  organisation(@Parent() { organisationId }: InterestRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, organisationId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation in which it is interested.' })
  partner(@Parent() { partnerId }: InterestRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return partnerId === null ? Promise.resolve(null) : this.loaders.organisation(context, partnerId);
  }
}
