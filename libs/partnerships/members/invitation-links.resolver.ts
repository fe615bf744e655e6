import { Args, ArgsType, Context, Field, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, Organisation, requestLoader } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium, ConsortiumMember, ConsortiumMemberResult } from '../consortia/consortium.type.js';
import { MembersService } from '../consortia/members.service.js';
import { NewcomerInput } from '../newcomers/newcomer.input.js';
import { MemberRoleName } from '../seats/seat.types.js';
import { InvitationLinks, type LinkRecord, type NewLink } from './invitation-links.service.js';
import {
  InvitationLink,
  InvitationLinkMadeResult,
  InvitationLinkResult,
  InvitationOffer,
  InvitationOfferResult,
  NewcomerResult,
  type InvitationLinkMade,
  type NewcomerRegistered,
} from './invitation-links.types.js';
import type { GivenRole } from './membership-record.js';

const tokenArg = (): ParameterDecorator => Args('token', { description: 'What stands in the link.' });

@ArgsType()
export class NewLinkArgs implements NewLink {
  @Field(() => ID, { description: 'The consortium.' })
  consortiumId: string;

  @Field(() => ID, { nullable: true, description: 'The seat that it invites to.' })
  seatId?: string | null;

  @Field(() => MemberRoleName, { nullable: true, description: 'The role, without a seat; left out: a co-applicant.' })
  role?: GivenRole | null;

  @Field(() => Date, { nullable: true, description: 'Until when it can be used; left out: for two weeks, or until the submission closes.' })
  expiresAt?: Date | null;
}

@Resolver(() => InvitationOffer)
export class InvitationLinksResolver {
  constructor(
    private readonly links: InvitationLinks,
    private readonly members: MembersService,
    private readonly calls: CallsLoaders,
    private readonly organisations: DirectoryLoaders,
  ) {}

  @Query(() => InvitationOfferResult, { description: 'What a link invites to, for whoever has it.' })
  invitationByLink(@tokenArg() token: string): Promise<InvitationOffer | FailureView> {
    return failureOr(this.links.offer(token).then(({ link: { role, expiresAt }, consortium: { name, callId, leadId } }) =>
      Object.assign(new InvitationOffer(), { consortium: name, callUuid: callId, leadUuid: leadId, role, expiresAt })));
  }

  @Mutation(() => InvitationLinkMadeResult, { description: 'Makes a link that invites an organisation that is not here yet, once. For those who work for the lead.' })
  createInvitationLink(@CurrentViewer() viewer: Viewer, @Args() { consortiumId, ...link }: NewLinkArgs): Promise<InvitationLinkMade | FailureView> {
    return failureOr(this.links.make(viewer, consortiumId, link));
  }

  @Mutation(() => InvitationLinkResult, { description: 'Ends a link that was not used.' })
  revokeInvitationLink(
    @CurrentViewer() viewer: Viewer,
    @Args('linkId', { type: () => ID, description: 'The link.' }) linkId: string,
  ): Promise<LinkRecord | FailureView> {
    return failureOr(this.links.revoke(viewer, linkId));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Takes the invitation of a link for your organisation; accept it afterwards.' })
  redeemInvitationLink(
    @CurrentViewer() viewer: Viewer,
    @tokenArg() token: string,
    @Args('organisationId', { type: () => ID, description: 'Your organisation.' }) organisationId: string,
  ): Promise<ConsortiumMember | FailureView> {
    return failureOr(this.links.redeem(viewer, token, organisationId).then((id) => this.members.member(viewer, id)));
  }

  @Mutation(() => NewcomerResult, { description: 'Registers an organisation that is not here yet, by the link that invites it. Needs no key.' })
  registerByInvitation(
    @CurrentViewer() viewer: Viewer,
    @tokenArg() token: string,
    @Args('newcomer', { type: () => NewcomerInput, description: 'The organisation, and who speaks for it.' }) newcomer: NewcomerInput,
  ): Promise<NewcomerRegistered | FailureView> {
    return failureOr(this.links.redeemAsNewcomer(viewer, token, newcomer).then((memberId) => ({ memberId })));
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { callUuid }: InvitationOffer, @Context() context: RequestContext): Promise<Call | null> {
    return this.calls.call(context, callUuid);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who leads the consortium.' })
  lead(@Parent() { leadUuid }: InvitationOffer, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.organisations.organisation(context, leadUuid);
  }
}

@Resolver(() => Consortium)
export class ConsortiumLinksResolver {
  constructor(private readonly links: InvitationLinks) {}

  @ResolveField(() => [InvitationLink], { description: 'Its invitation links, the newest first; for those who work for the lead.' })
  async invitationLinks(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<LinkRecord[]> {
    const batch = (ids: readonly string[]) => this.links.ofConsortia(context.viewer, ids);
    return (await requestLoader(context, 'partnerships.links', batch).load(id)) ?? [];
  }
}
