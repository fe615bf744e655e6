import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { requestLoader } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium, ConsortiumResult } from '../consortia/consortium.type.js';
import { OutcomesService, type Outcome } from './outcomes.service.js';
import { ProposalStarts } from './proposal-starts.service.js';
import { OutcomeName, Submission } from './submission.type.js';
import { SubmissionsService } from './submissions.service.js';

const CONSORTIUM_ID = { type: () => ID, description: 'The consortium.' } as const;

type Answer = Promise<ConsortiumRecord | FailureView>;

@Resolver(() => Consortium)
export class SubmissionResolver {
  constructor(
    private readonly starts: ProposalStarts,
    private readonly service: SubmissionsService,
    private readonly outcomes: OutcomesService,
  ) {}

  @Mutation(() => ConsortiumResult, {
    description: 'Begins the proposal: of a recommended consortium, or of any where the call has no track for its lead. For those who work for its lead, which has confirmed that it takes part.',
  })
  startProposal(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('submission', { type: () => ID, nullable: true, description: 'The round or stage of the call, by the key or id of its date; the next one when left out.' })
    submission?: string | null,
  ): Answer {
    return failureOr(this.starts.start(viewer, consortiumId, submission));
  }

  @Mutation(() => ConsortiumResult, { description: 'Begins anew with another call, after a recommendation was refused.' })
  chooseOtherCall(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('callId', { type: () => ID, description: 'The other call.' }) callId: string,
  ): Answer {
    return failureOr(this.starts.chooseOtherCall(viewer, consortiumId, callId));
  }

  @Mutation(() => ConsortiumResult, { description: 'Takes a ready proposal back to work on it. For those who work for its lead.' })
  reopenProposal(@CurrentViewer() viewer: Viewer, @Args('consortiumId', CONSORTIUM_ID) consortiumId: string): Answer {
    return failureOr(this.starts.reopen(viewer, consortiumId));
  }

  @Mutation(() => ConsortiumResult, { description: 'Notes that a ready proposal was handed in, before its date closes. For those who may commit the lead.' })
  markSubmitted(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('reference', { description: 'What the body that took it calls it.' }) reference: string,
  ): Answer {
    return failureOr(this.service.submit(viewer, consortiumId, reference));
  }

  @Mutation(() => ConsortiumResult, { description: 'Notes that a submitted one may go on to a next stage of the call. For its programme officers.' })
  inviteToNextStage(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('submission', { type: () => ID, nullable: true, description: 'The stage, by the key or id of its date; the next one when left out.' })
    submission?: string | null,
  ): Answer {
    return failureOr(this.service.inviteToNextStage(viewer, consortiumId, submission));
  }

  @Mutation(() => ConsortiumResult, { description: 'Notes what became of a proposal. For programme officers of the call, and for the lead with evidence.' })
  recordOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', CONSORTIUM_ID) consortiumId: string,
    @Args('outcome', { type: () => OutcomeName, description: 'What was decided.' }) outcome: Outcome,
    @Args('evidence', { defaultValue: '', description: 'Where that can be read, such as the number of a letter. The lead has to say it.' }) evidence: string,
  ): Answer {
    return failureOr(this.outcomes.record(viewer, consortiumId, outcome, evidence));
  }

  @Mutation(() => ConsortiumResult, { description: 'Notes that an awarded project has begun. For programme officers of the call and the lead.' })
  startProject(@CurrentViewer() viewer: Viewer, @Args('consortiumId', CONSORTIUM_ID) consortiumId: string): Answer {
    return failureOr(this.outcomes.start(viewer, consortiumId));
  }

  @Mutation(() => ConsortiumResult, { description: 'Notes that a project is over. For programme officers of the call and the lead.' })
  completeProject(@CurrentViewer() viewer: Viewer, @Args('consortiumId', CONSORTIUM_ID) consortiumId: string): Answer {
    return failureOr(this.outcomes.complete(viewer, consortiumId));
  }

  @ResolveField(() => [Submission], { description: 'What it handed in, the first first.' })
  async submissions(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<Submission[]> {
    const batch = (ids: readonly string[]) => this.service.ofConsortia(ids);
    return (await requestLoader(context, 'partnerships.submissions', batch).load(id)) ?? [];
  }
}
