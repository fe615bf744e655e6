import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, Organisation, requestLoader } from '#libs/directory';
import { failureOr, PageArgs, type Connection, type FailureView } from '#libs/platform';
import { Idea } from '../ideas/idea.type.js';
import type { IdeaRecord } from '../ideas/idea-record.js';
import { IdeasService } from '../ideas/ideas.service.js';
import { CONTACT_REQUEST, type ContactRequestEvent } from '../states/contact-request-states.js';
import { possibleIn } from '../states/state-machine.js';
import {
  ContactAnswerIdentity,
  ContactDirection,
  ContactIdentity,
  ContactRequest,
  ContactRequestConnection,
  ContactRequestEventName,
  ContactRequestResult,
  ContactSide,
} from './contact.type.js';
import { sidesFor, type AnswerIdentity, type ContactRecord, type Identity, type Side } from './contact-record.js';
import { ContactSafety } from './contact-safety.service.js';
import { ContactsService } from './contacts.service.js';

type Answer = Promise<ContactRecord | FailureView>;

@Resolver(() => ContactRequest)
export class ContactsResolver {
  constructor(
    private readonly contacts: ContactsService,
    private readonly safety: ContactSafety,
    private readonly ideas: IdeasService,
    private readonly calls: CallsLoaders,
  ) {}

  @Query(() => ContactRequestResult, { description: 'A request for contact, for the people of both sides.' })
  contactRequest(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The request.' }) id: string): Answer {
    return failureOr(this.contacts.request(viewer, id));
  }

  @Query(() => ContactRequestConnection, { description: 'Requests for contact of your organisations, the newest first.' })
  myContactRequests(
    @CurrentViewer() viewer: Viewer,
    @Args('direction', { type: () => ContactDirection, defaultValue: ContactDirection.RECEIVED, description: 'Received or sent ones.' }) direction: 'RECEIVED' | 'SENT',
    @Args() page: PageArgs,
  ): Promise<Connection<ContactRecord>> {
    return this.contacts.mine(viewer, direction, page);
  }

  @Mutation(() => ContactRequestResult, { description: 'Asks an organisation for contact. It has 30 days to answer; nobody sees an address before it accepts.' })
  sendContactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('fromId', { type: () => ID, description: 'Your organisation.' }) fromId: string,
    @Args('toId', { type: () => ID, description: 'The organisation asked.' }) toId: string,
    @Args('message', { description: 'What you write: 5,000 characters at most.' }) message: string,
    @Args('identity', { type: () => ContactIdentity, defaultValue: ContactIdentity.PERSON, description: 'As what you are shown.' }) identity: Identity,
    @Args('callId', { type: () => ID, nullable: true, description: 'The call that it is about.' }) callId: string | null,
    @Args('ideaId', { type: () => ID, nullable: true, description: 'The idea of theirs that it is about.' }) ideaId: string | null,
  ): Answer {
    return failureOr(this.contacts.send(viewer, { fromId, toId, message, identity, callId, ideaId }));
  }

  @Mutation(() => ContactRequestResult, { description: 'Accepts a request: both sides are open to each other, as each has chosen.' })
  acceptContactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The request.' }) id: string,
    @Args('identity', { type: () => ContactAnswerIdentity, defaultValue: ContactAnswerIdentity.PERSON, description: 'As what you are shown.' }) identity: AnswerIdentity,
  ): Answer {
    return failureOr(this.contacts.accept(viewer, id, identity));
  }

  @Mutation(() => ContactRequestResult, { description: 'Declines a request.' })
  declineContactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The request.' }) id: string,
    @Args('reason', { description: 'Why: the sender reads it.' }) reason: string,
  ): Answer {
    return failureOr(this.contacts.decline(viewer, id, reason));
  }

  @Mutation(() => ContactRequestResult, { description: 'Takes back a request that your organisation sent and nobody has answered.' })
  withdrawContactRequest(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The request.' }) id: string): Answer {
    return failureOr(this.contacts.withdraw(viewer, id));
  }

  @Mutation(() => ContactRequestResult, { description: 'Refuses, or takes again, further requests of whoever sent this one.' })
  blockContactSender(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'A request that your organisation received.' }) id: string,
    @Args('blocked', { defaultValue: true, description: 'Whether further ones are refused.' }) blocked: boolean,
  ): Answer {
    return failureOr(this.safety.block(viewer, id, blocked));
  }

  @Mutation(() => ContactRequestResult, { description: 'Reports a request to the administrators.' })
  reportContactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'A request that your organisation received.' }) id: string,
    @Args('reason', { description: 'What is wrong with it.' }) reason: string,
  ): Answer {
    return failureOr(this.safety.report(viewer, id, reason));
  }

  @ResolveField(() => [ContactRequestEventName], { description: 'What can happen to it now.' })
  possible(@Parent() { state }: ContactRecord): ContactRequestEvent[] {
    return possibleIn(CONTACT_REQUEST, state);
  }

  @ResolveField(() => ContactSide, { description: 'Who sent it, as you are shown it.' })
  from(@Parent() request: ContactRecord, @Context() { viewer }: RequestContext): Side {
    return sidesFor(viewer, request).from;
  }

  @ResolveField(() => ContactSide, { description: 'Who was asked, as you are shown it.' })
  to(@Parent() request: ContactRecord, @Context() { viewer }: RequestContext): Side {
    return sidesFor(viewer, request).to;
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call that it is about.' })
  call(@Parent() { callId }: ContactRecord, @Context() context: RequestContext): Promise<Call | null> {
    return callId === null ? Promise.resolve(null) : this.calls.call(context, callId);
  }

  @ResolveField(() => Idea, { nullable: true, description: 'The idea that it is about; nothing where you may not know of it any more.' })
  async idea(@Parent() { ideaId }: ContactRecord, @Context() context: RequestContext): Promise<IdeaRecord | null> {
    if (ideaId === null) return null;
    const batch = (ids: readonly string[]) => this.ideas.byIds(context.viewer, ids);
    return (await requestLoader(context, 'partnerships.idea', batch).load(ideaId)) ?? null;
  }

  @ResolveField(() => Boolean, { description: 'Whether, because of this one, further requests of its sender are refused.' })
  async blocked(@Parent() { id }: ContactRecord, @Context() context: RequestContext): Promise<boolean> {
    const batch = (ids: readonly string[]) => this.safety.blockedAmong(ids);
    return (await requestLoader(context, 'partnerships.blocked', batch).load(id)) ?? false;
  }
}

@Resolver(() => ContactSide)
export class ContactSideResolver {
  constructor(private readonly directory: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation, where it is shown.' })
  organisation(@Parent() { organisationId }: Side, @Context() context: RequestContext): Promise<Organisation | null> {
    return organisationId === null ? Promise.resolve(null) : this.directory.organisation(context, organisationId);
  }
}
