import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { LanguageArg } from '#libs/directory';
import { failureOr, type FailureView, type Language } from '#libs/platform';
import { ConsortiumMember, ConsortiumMemberResult } from '../consortia/consortium.type.js';
import { MembersService } from '../consortia/members.service.js';
import { words } from '../words.js';
import { MemberRoleName } from '../seats/seat.types.js';
import { Confirmations } from './confirmations.service.js';
import { CONSENT_VERSION } from './consent.js';
import { Departures } from './departures.service.js';
import { Invitations } from './invitations.service.js';
import { JoinRequests } from './join-requests.service.js';
import { LineUp } from './line-up.service.js';
import { ConsentArgs, InvitationArgs, JoinRequestArgs, ReplacementArgs } from './members.args.js';
import type { GivenRole } from './membership-record.js';
import { Memberships } from './memberships.service.js';

const memberArg = (description = 'The membership.'): ParameterDecorator => Args('memberId', { type: () => ID, description });
const whyArg = (): ParameterDecorator => Args('reason', { type: () => String, nullable: true, description: 'Why.' });

@ObjectType({ description: 'The text to which a representative consents.' })
export class ConsentText {
  @Field({ description: 'Its version: confirmMembership asks for it.' })
  version: string;

  @Field({ description: 'The text.' })
  text: string;
}

type Shown = Promise<ConsortiumMember | FailureView>;

@Resolver(() => ConsortiumMember)
export class MembersResolver {
  constructor(
    private readonly memberships: Memberships,
    private readonly members: MembersService,
    private readonly invitations: Invitations,
    private readonly joinRequests: JoinRequests,
    private readonly confirmations: Confirmations,
    private readonly departures: Departures,
    private readonly lineUp: LineUp,
  ) {}

  @Query(() => ConsortiumMemberResult, { description: 'A member, an invitation or a request to join, for the organisation and the lead; also once it is over.' })
  consortiumMember(@CurrentViewer() viewer: Viewer, @memberArg() memberId: string): Shown {
    return this.shown(viewer, this.memberships.membership(viewer, memberId).then(({ id }) => id));
  }

  @Query(() => ConsentText, { description: 'The text to which representatives consent when they confirm a membership.' })
  consentText(@LanguageArg() language: Language): ConsentText {
    return { version: CONSENT_VERSION, text: words(language)('consent') };
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Invites an organisation, or writes an invitation down. For those who work for the lead.' })
  inviteMember(@CurrentViewer() viewer: Viewer, @Args() { consortiumId, ...invitation }: InvitationArgs): Shown {
    return this.shown(viewer, this.invitations.invite(viewer, consortiumId, invitation));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Sends an invitation that was written down; it expires in two weeks, or when the submission closes.' })
  sendInvitation(@CurrentViewer() viewer: Viewer, @memberArg('The invitation.') memberId: string): Shown {
    return this.shown(viewer, this.invitations.send(viewer, memberId));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Takes an invitation back, or your own request to join.' })
  revokeInvitation(@CurrentViewer() viewer: Viewer, @memberArg('The invitation or request.') memberId: string): Shown {
    return this.shown(viewer, this.invitations.revoke(viewer, memberId));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Accepts an invitation. Whoever else was invited to the same seat is told that it is taken. A representative confirms it afterwards.' })
  acceptInvitation(@CurrentViewer() viewer: Viewer, @memberArg('The invitation.') memberId: string): Shown {
    return this.shown(viewer, this.invitations.accept(viewer, memberId, false));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Declines an invitation.' })
  declineInvitation(@CurrentViewer() viewer: Viewer, @memberArg('The invitation.') memberId: string, @whyArg() reason: string | null): Shown {
    return this.shown(viewer, this.invitations.decline(viewer, memberId, false, reason));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Asks the lead of a consortium whose idea is shown to you whether your organisation may join.' })
  requestToJoin(@CurrentViewer() viewer: Viewer, @Args() request: JoinRequestArgs): Shown {
    return this.shown(viewer, this.joinRequests.ask(viewer, request));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'The lead lets an organisation join that asked to. Others who compete for the seat are told that it is taken.' })
  acceptJoinRequest(@CurrentViewer() viewer: Viewer, @memberArg('The request.') memberId: string): Shown {
    return this.shown(viewer, this.invitations.accept(viewer, memberId, true));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'The lead declines a request to join.' })
  declineJoinRequest(@CurrentViewer() viewer: Viewer, @memberArg('The request.') memberId: string, @whyArg() reason: string | null): Shown {
    return this.shown(viewer, this.invitations.decline(viewer, memberId, true, reason));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'A representative consents that the organisation takes part, with a mandate if there is one. From then on rules count it.' })
  confirmMembership(@CurrentViewer() viewer: Viewer, @Args() { memberId, ...consent }: ConsentArgs): Shown {
    return this.shown(viewer, this.confirmations.confirm(viewer, memberId, consent));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Your organisation leaves, and takes back its consent: by a representative once that was given. The lead hands over first.' })
  leaveConsortium(@CurrentViewer() viewer: Viewer, @memberArg() memberId: string, @whyArg() reason: string | null): Shown {
    return this.shown(viewer, this.departures.leave(viewer, memberId, reason));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'The lead removes a member.' })
  removeMember(@CurrentViewer() viewer: Viewer, @memberArg() memberId: string, @Args('reason', { description: 'Why.' }) reason: string): Shown {
    return this.shown(viewer, this.departures.remove(viewer, memberId, reason));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Invites somebody in the place of a member, which stays until that accepts and is then REPLACED. Gives the invitation.' })
  replaceMember(@CurrentViewer() viewer: Viewer, @Args() { memberId, ...invitation }: ReplacementArgs): Shown {
    return this.shown(viewer, this.invitations.replace(viewer, memberId, invitation));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'The lead gives a member, or somebody invited, another role.' })
  changeMemberRole(
    @CurrentViewer() viewer: Viewer,
    @memberArg() memberId: string,
    @Args('role', { type: () => MemberRoleName, description: 'The role.' }) role: GivenRole,
  ): Shown {
    return this.shown(viewer, this.lineUp.changeRole(viewer, memberId, role));
  }

  @Mutation(() => ConsortiumMemberResult, { description: 'Takes a partner who stood by into the consortium; its representative then confirms. For the lead.' })
  promoteStandby(@CurrentViewer() viewer: Viewer, @memberArg() memberId: string): Shown {
    return this.shown(viewer, this.lineUp.promote(viewer, memberId));
  }

  private shown(viewer: Viewer, id: Promise<string>): Shown {
    return failureOr(id.then((one) => this.members.member(viewer, one)));
  }
}
