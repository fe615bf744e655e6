import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { belongsTo, COMMAND_LINE, CurrentViewer, isOfficerOf, type RequestContext, type Viewer } from '#libs/accounts';
import { CallsLoaders, Track } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation, requestLoader } from '#libs/directory';
import { Document, DocumentsService } from '#libs/documents';
import { failureOr, PageArgs, type Connection, type FailureView, type Language } from '#libs/platform';
import { checkView, ConsortiumCheck } from '#libs/suggestions';
import { EXPRESSION, type ExpressionEvent } from '../states/expression-states.js';
import { possibleIn } from '../states/state-machine.js';
import { ExpressionChanges } from './expression-changes.service.js';
import { ExpressionDrafts } from './expression-drafts.service.js';
import { ExpressionFacts } from './expression-facts.service.js';
import type { ExpressionRecord } from './expression-record.js';
import {
  Expression,
  ExpressionConnection,
  ExpressionContact,
  ExpressionDecision,
  ExpressionEventName,
  ExpressionInput,
  ExpressionMember,
  ExpressionResult,
  ExpressionVersion,
} from './expression.type.js';
import { ExpressionsService } from './expressions.service.js';
import { NewExpressions } from './new-expressions.service.js';

const expressionId = { type: () => ID, description: 'The expression of interest.' };
const content = { type: () => ExpressionInput, description: 'What it says.' };

type Ids = readonly string[];

@Resolver(() => Expression)
export class ExpressionsResolver {
  constructor(
    private readonly service: ExpressionsService,
    private readonly begun: NewExpressions,
    private readonly changes: ExpressionChanges,
    private readonly drafts: ExpressionDrafts,
    private readonly facts: ExpressionFacts,
    private readonly allDocuments: DocumentsService,
    private readonly calls: CallsLoaders,
    private readonly organisations: DirectoryLoaders,
  ) {}

  @Query(() => ExpressionResult, { description: 'An expression of interest, for its members and, once it is submitted, for the body.' })
  expression(@CurrentViewer() viewer: Viewer, @Args('id', expressionId) id: string): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.service.expression(viewer, id));
  }

  @Query(() => ExpressionConnection, { description: 'The expressions of interest that your organisations are in, the newest first.' })
  myExpressions(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<ExpressionRecord>> {
    return this.service.mine(viewer, page);
  }

  @Mutation(() => ExpressionResult, {
    description: 'Begins a draft of an expression of interest. Nobody but you and your partners sees it until it is submitted.',
  })
  createExpression(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', { type: () => ID, description: 'The track.' }) trackId: string,
    @Args('leadId', { type: () => ID, description: 'Your organisation: it leads the partnership, or is interested alone.' }) leadId: string,
    @Args('consortiumId', { type: () => ID, nullable: true, description: 'The partnership; left out: one begins under `name`.' })
    consortiumId: string | null,
    @Args('name', { type: () => String, nullable: true, description: 'The name of a partnership that begins with it.' }) name: string | null,
    @Args('content', { ...content, defaultValue: {} }) given: ExpressionInput,
  ): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.begun.create(viewer, { trackId, leadId, consortiumId, name }, given));
  }

  @Mutation(() => ExpressionResult, {
    description: 'Changes a draft, or submits the next version of what was submitted; the versions before are kept.',
  })
  changeExpression(
    @CurrentViewer() viewer: Viewer,
    @Args('id', expressionId) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The `version` you read: if somebody else changed it since, nothing is done.' })
    version: number,
    @Args('content', content) given: ExpressionInput,
  ): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.changes.change(viewer, id, version, given));
  }

  @Mutation(() => ExpressionResult, { description: 'Submits a draft to the body, until the deadline by our clock. For representatives of the lead.' })
  submitExpression(@CurrentViewer() viewer: Viewer, @Args('id', expressionId) id: string): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.changes.submit(viewer, id));
  }

  @Mutation(() => ExpressionResult, { description: 'Takes an expression of interest back, until it is decided on. For representatives of the lead.' })
  withdrawExpression(
    @CurrentViewer() viewer: Viewer,
    @Args('id', expressionId) id: string,
    @Args('reason', { type: () => String, nullable: true, description: 'Why.' }) reason: string | null,
  ): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.changes.withdraw(viewer, id, reason));
  }

  @ResolveField(() => [ExpressionEventName], { description: 'What can happen to it now.' })
  possible(@Parent() { state }: ExpressionRecord): ExpressionEvent[] {
    return possibleIn(EXPRESSION, state);
  }

  @ResolveField(() => Track, { nullable: true, description: 'The track.' })
  async track(@Parent() { callId, trackId }: ExpressionRecord, @Context() context: RequestContext): Promise<Track | null> {
    const call = await this.calls.call(context, callId);
    return call?.tracks.find(({ uuid }) => uuid === trackId) ?? null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who leads it.' })
  lead(@Parent() { leadId }: ExpressionRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.organisations.organisation(context, leadId);
  }

  @ResolveField(() => [ExpressionMember], { description: 'Who is in it, the lead first.' })
  async members(@Parent() { id, trackId }: ExpressionRecord, @Context() context: RequestContext): Promise<ExpressionMember[]> {
    const members = await requestLoader(context, 'expressions.members', (ids: Ids) => this.facts.members(ids)).load(id);
    return (members ?? []).map(({ organisationId, name, country, agreed }) => ({ organisationId, name, country, agreed, trackId }));
  }

  @ResolveField(() => ExpressionContact, { nullable: true, description: 'Whom to turn to; for the lead’s people and the body.' })
  async contact(@Parent() { contactId, leadId, bodyId }: ExpressionRecord, @Context() context: RequestContext): Promise<ExpressionContact | null> {
    const { viewer } = context;
    if (contactId === null || !(belongsTo(viewer, leadId) || isOfficerOf(viewer, bodyId))) return null;
    return (await requestLoader(context, 'expressions.contacts', (ids: Ids) => this.facts.contacts(ids)).load(contactId)) ?? null;
  }

  @ResolveField(() => [Document], { description: 'The documents attached.' })
  async documents(@Parent() { documents }: ExpressionRecord, @Context() context: RequestContext): Promise<Document[]> {
    // Whoever may see an expression may read what is attached to it.
    const loader = requestLoader(context, 'expressions.documents', (ids: Ids) => this.allDocuments.visible(COMMAND_LINE, ids));
    const found = await Promise.all(documents.map((id) => loader.load(id)));
    return found.filter((document) => document !== undefined);
  }

  @ResolveField(() => ConsortiumCheck, { description: 'How it stands under the rules of the call today. It refuses nobody.' })
  async check(@Parent() expression: ExpressionRecord, @LanguageArg() language: Language): Promise<ConsortiumCheck> {
    const draft = await this.drafts.draftOf(expression);
    return checkView(await this.drafts.check(draft), draft, language);
  }

  @ResolveField(() => [ExpressionVersion], { description: 'What was submitted, the newest version first.' })
  async versions(@Parent() { id }: ExpressionRecord, @Context() context: RequestContext): Promise<ExpressionVersion[]> {
    return (await requestLoader(context, 'expressions.versions', (ids: Ids) => this.facts.versions(ids)).load(id)) ?? [];
  }

  @ResolveField(() => [ExpressionDecision], { description: 'What the body decided, oldest first. Nothing of it ever changes.' })
  async decisions(@Parent() { id }: ExpressionRecord, @Context() context: RequestContext): Promise<ExpressionDecision[]> {
    return (await requestLoader(context, 'expressions.decisions', (ids: Ids) => this.facts.decisions(ids)).load(id)) ?? [];
  }
}

@Resolver(() => ExpressionMember)
export class ExpressionMemberResolver {
  constructor(
    private readonly organisations: DirectoryLoaders,
    private readonly facts: ExpressionFacts,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation, when it is known here and you may see it.' })
  organisation(@Parent() { organisationId }: ExpressionMember, @Context() context: RequestContext): Promise<Organisation | null> {
    return organisationId === null ? Promise.resolve(null) : this.organisations.organisation(context, organisationId);
  }

  @ResolveField(() => Int, { nullable: true, description: 'In how many expressions of interest on the track it is; told to its own people.' })
  async expressionsOnTrack(@Parent() { organisationId, trackId }: ExpressionMember, @Context() context: RequestContext): Promise<number | null> {
    if (organisationId === null || !belongsTo(context.viewer, organisationId)) return null;
    const loader = requestLoader(context, 'expressions.count', (keys: Ids) => this.facts.expressionsOf(keys));
    return (await loader.load(`${trackId} ${organisationId}`)) ?? 0;
  }
}
