import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import { parseRules, sentenceOf } from '#libs/eligibility';
import { failureOr, type FailureView, type Language } from '#libs/platform';
import { Call } from '../call.type.js';
import { CallsLoaders } from '../calls.loaders.js';
import { ExhaustionService } from '../exhaustion.service.js';
import { CallChange, CallDraft, CallDraftResult, CallPublication, DraftRule, PublishedCallResult } from './authoring.types.js';
import { CallChanges, TextInput } from './call-changes.js';
import { printCallFile } from './call-file.js';
import { DraftsService } from './drafts.service.js';
import { PublicationsService } from './publications.service.js';
import { CallPublisher } from './publisher.service.js';

const draftId = { type: () => ID, description: 'The draft.' };
const bodyId = { type: () => ID, description: 'Your body, in whose name you write.' };
const callId = { type: () => ID, description: 'The call.' };
const reason = { description: 'Why: readers of the history see it.' };
const expectedVersion = { type: () => Int, description: 'The `version` you read: if somebody else changed it since, nothing is done.' };
type Answer<T> = Promise<T | FailureView>;

@Resolver(() => CallDraft)
export class DraftsResolver {
  constructor(
    private readonly drafts: DraftsService,
    private readonly publisher: CallPublisher,
    private readonly publications: PublicationsService,
    private readonly exhaustion: ExhaustionService,
    private readonly loaders: CallsLoaders,
    private readonly directory: DirectoryLoaders,
  ) {}

  @Query(() => [CallDraft], { description: 'The drafts of your bodies, the last changed first.' })
  callDrafts(@CurrentViewer() viewer: Viewer): Promise<CallDraft[]> {
    return this.drafts.ofViewer(viewer);
  }

  @Query(() => CallDraftResult, { description: 'One draft of your body.' })
  callDraft(@CurrentViewer() viewer: Viewer, @Args('draftId', draftId) id: string): Answer<CallDraft> {
    return failureOr(this.drafts.read(viewer, id));
  }

  @Query(() => String, { nullable: true, description: 'A published call as one file in the format of calls.json; nothing when there is none.' })
  callFile(@Args('callId', callId) id: string): Promise<string | null> {
    return this.publications.fileOf(id);
  }

  @Mutation(() => CallDraftResult, { description: 'Begins a new call. For programme officers of a body of the programme.' })
  beginCall(
    @CurrentViewer() viewer: Viewer,
    @Args('bodyId', bodyId) body: string,
    @Args('id', { type: () => ID, description: 'The code it will have.' }) id: string,
    @Args('programmeId', { type: () => ID, description: 'The code of its programme.' }) programme: string,
    @Args('title', { description: 'Its title.' }) title: TextInput,
  ): Answer<CallDraft> {
    return failureOr(this.drafts.begin(viewer, body, { id, programme, title }));
  }

  @Mutation(() => CallDraftResult, { description: 'Opens your body’s draft of a published call; it is begun when there is none.' })
  openCallDraft(@CurrentViewer() viewer: Viewer, @Args('bodyId', bodyId) body: string, @Args('callId', callId) call: string): Answer<CallDraft> {
    return failureOr(this.drafts.open(viewer, body, call));
  }

  @Mutation(() => CallDraftResult, { description: 'Begins a draft from a file in the format of calls.json with one call, new or published.' })
  importCall(
    @CurrentViewer() viewer: Viewer,
    @Args('bodyId', bodyId) body: string,
    @Args('file', { description: 'The text of the file.' }) file: string,
  ): Answer<CallDraft> {
    return failureOr(this.drafts.importFile(viewer, body, file));
  }

  @Mutation(() => CallDraftResult, { description: 'Changes a draft. All mistakes are listed, and then nothing is kept.' })
  editCallDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('draftId', draftId) id: string,
    @Args('expectedVersion', expectedVersion) version: number,
    @Args('changes', { description: 'What becomes different.' }) changes: CallChanges,
  ): Answer<CallDraft> {
    return failureOr(this.drafts.edit(viewer, id, version, changes));
  }

  @Mutation(() => CallDraftResult, { description: 'Throws a draft away; what is published stays.' })
  discardCallDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('draftId', draftId) id: string,
    @Args('expectedVersion', expectedVersion) version: number,
  ): Answer<CallDraft> {
    return failureOr(this.drafts.discard(viewer, id, version));
  }

  @Mutation(() => PublishedCallResult, {
    description: 'Publishes a draft: moved dates become revisions, other rules a new version, and reminders are planned anew.',
  })
  publishCallDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('draftId', draftId) id: string,
    @Args('expectedVersion', expectedVersion) version: number,
    @Args('reason', reason) why: string,
  ): Answer<Call> {
    return failureOr(this.publisher.publish(viewer, id, version, why));
  }

  @Mutation(() => PublishedCallResult, { description: 'Closes an open call now, because its budget is gone. For those in charge of it.' })
  exhaustCall(@CurrentViewer() viewer: Viewer, @Args('callId', callId) id: string, @Args('reason', reason) why: string): Answer<Call> {
    return failureOr(this.exhaustion.exhaust(viewer, id, why));
  }

  @ResolveField(() => Call, { nullable: true, description: 'The published call; nothing while it is new.' })
  call(@Parent() draft: CallDraft, @Context() context: RequestContext): Promise<Call | null> {
    return draft.callId === null ? Promise.resolve(null) : this.loaders.call(context, draft.callId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The body that writes it.' })
  body(@Parent() draft: CallDraft, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, draft.bodyId);
  }

  @ResolveField(() => [CallChange], { description: 'What would become different if it were published now.' })
  changes(@Parent() draft: CallDraft): Promise<CallChange[]> {
    return this.publisher.changes(draft);
  }

  @ResolveField(() => String, { description: 'The draft as one file in the format of calls.json.' })
  file(@Parent() draft: CallDraft): string {
    return printCallFile(draft.document);
  }

  @ResolveField(() => [DraftRule], { description: 'Its rules in words.' })
  rules(@Parent() draft: CallDraft, @LanguageArg() language: Language): DraftRule[] {
    return parseRules(draft.document['rules'] ?? []).map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      sentence: sentenceOf(rule, language),
    }));
  }
}

@Resolver(() => Call)
export class PublicationsResolver {
  constructor(private readonly service: PublicationsService) {}

  @ResolveField(() => [CallPublication], { description: 'When it and its changes were published here, the last first.' })
  publications(@Parent() call: Call, @Context() context: RequestContext): Promise<readonly CallPublication[]> {
    return this.service.ofCall(context, call.uuid);
  }
}

@Resolver(() => CallPublication)
export class CallPublicationResolver {
  constructor(private readonly directory: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The body that published it.' })
  body(@Parent() publication: CallPublication, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, publication.bodyUuid);
  }
}
