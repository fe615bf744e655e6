import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, oncePerRequest, Organisation } from '#libs/directory';
import { failureOr, Notifications, type FailureView, type Language } from '#libs/platform';
import { checkView, ConsortiumCheck } from '#libs/suggestions';
import type { ExpressionRecord } from '../expressions/expression-record.js';
import { Expression, ExpressionResult } from '../expressions/expression.type.js';
import { Comparisons, type CheckedExpression, type CoverageRow } from './comparisons.service.js';
import { Criteria } from './criteria.service.js';
import { Decisions, type Decision } from './decisions.service.js';
import { Desk, DecisionName, DeskCoverage, DeskCriterion, DeskEntry, DeskLead, DeskMember, DeskResult, ScoreInput } from './desk.type.js';
import { DeskService, type DeskLeadRecord, type DeskRecord } from './desk.service.js';
import { Scores } from './scores.service.js';

const trackId = { type: () => ID, description: 'The track.' };
const expressionId = { type: () => ID, description: 'The expression of interest.' };

@Resolver(() => Desk)
export class DeskResolver {
  constructor(
    private readonly service: DeskService,
    private readonly criteria: Criteria,
    private readonly scores: Scores,
    private readonly decisions: Decisions,
    private readonly notifications: Notifications,
  ) {}

  @Query(() => DeskResult, { description: 'The desk of a track, for the officers of its body.' })
  desk(@CurrentViewer() viewer: Viewer, @Args('trackId', trackId) track: string): Promise<DeskRecord | FailureView> {
    return failureOr(this.service.desk(viewer, track));
  }

  @Mutation(() => DeskResult, { description: 'Sets what the officers look at, and how much it counts. Scores of criteria that stay are kept.' })
  setDeskCriteria(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', trackId) track: string,
    @Args('criteria', { type: () => [DeskCriterion], description: 'The criteria, in their order.' }) criteria: DeskCriterion[],
  ): Promise<DeskRecord | FailureView> {
    return failureOr(this.criteria.set(viewer, track, criteria).then(({ id }) => this.service.desk(viewer, id)));
  }

  @Mutation(() => ExpressionResult, { description: 'Keeps your scores and your note on an expression of interest. They advise.' })
  scoreExpression(
    @CurrentViewer() viewer: Viewer,
    @Args('id', expressionId) id: string,
    @Args('scores', { type: () => [ScoreInput], defaultValue: [], description: 'Your scores; those left out stay.' }) scores: ScoreInput[],
    @Args('note', { type: () => String, nullable: true, description: 'Your note; left out: as it was.' }) note: string | null,
  ): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.scores.give(viewer, id, scores, note));
  }

  @Mutation(() => ExpressionResult, {
    description: 'Decides on an expression of interest, once the gate has closed. The lead is told the outcome and the reason.',
  })
  decideExpression(
    @CurrentViewer() viewer: Viewer,
    @Args('id', expressionId) id: string,
    @Args('decision', { type: () => DecisionName, description: 'What you decide.' }) decision: Decision,
    @Args('reason', { defaultValue: '', description: 'Why; needed for all but a place on the shortlist.' }) reason: string,
  ): Promise<ExpressionRecord | FailureView> {
    return failureOr(this.decisions.decide(viewer, id, decision, reason));
  }

  @Subscription(() => Desk, {
    description: 'The desk of a track: as it is first, then again whenever something at it changes. For the officers of its body.',
    resolve: (desk: DeskRecord) => desk,
  })
  async *deskChanged(
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext,
    @Args('trackId', trackId) track: string,
  ): AsyncGenerator<DeskRecord> {
    const { track: { id } } = await this.service.desk(viewer, track);
    for await (const changed of this.notifications.messages('desks')) {
      if (changed !== '' && changed !== id) continue;
      context.loaders.clear(); // what was read for the last answer may have changed
      yield this.service.desk(viewer, id);
    }
  }

  @ResolveField(() => ID, { description: 'The track, by its code.' })
  trackId(@Parent() { track }: DeskRecord): string {
    return track.code;
  }

  @ResolveField(() => [DeskEntry], { description: 'What was submitted, in the order in which it came.' })
  async entries(@Parent() desk: DeskRecord): Promise<DeskEntry[]> {
    const records = await this.service.entries(desk);
    return records.map((record) => Object.assign(new DeskEntry(), record, { record, desk }));
  }

  @ResolveField(() => [DeskLead], { description: 'Who came to an event of the track and is in no expression of interest yet.' })
  leads(@Parent() desk: DeskRecord): Promise<DeskLeadRecord[]> {
    return this.service.leads(desk);
  }
}

@Resolver(() => DeskEntry)
export class DeskEntryResolver {
  constructor(private readonly comparisons: Comparisons) {}

  @ResolveField(() => Expression, { description: 'The expression of interest.' })
  expression(@Parent() { expression }: DeskEntry): ExpressionRecord {
    return expression;
  }

  @ResolveField(() => ConsortiumCheck, { description: 'How it stands under the rules of the call today.' })
  async check(@Parent() entry: DeskEntry, @Context() context: RequestContext, @LanguageArg() language: Language): Promise<ConsortiumCheck> {
    const checked = await this.checked(entry, context);
    return checkView(checked, checked.draft, language);
  }

  @ResolveField(() => [DeskCoverage], { description: 'Which of its members cover what the call wants, and what nobody covers.' })
  async coverage(@Parent() entry: DeskEntry, @Context() context: RequestContext, @LanguageArg() language: Language): Promise<CoverageRow[]> {
    return this.comparisons.coverage(await this.checked(entry, context), entry.desk.track, language);
  }

  @ResolveField(() => [DeskMember], { description: 'Its members, the lead first.' })
  async members(@Parent() { record, expression }: DeskEntry, @LanguageArg() language: Language): Promise<DeskMember[]> {
    const ids = record.members.flatMap(({ organisationId }) => organisationId ?? []);
    const scores = await this.comparisons.memberScores(expression, ids, language);
    return record.members.map((member) => {
      const { score = null, parts = [] } = scores.get(member.organisationId ?? '') ?? {};
      return { ...member, alsoIn: [...member.alsoIn], score, why: [...parts] };
    });
  }

  private checked({ expression }: DeskEntry, context: RequestContext): Promise<CheckedExpression> {
    return oncePerRequest(context, `desk.check ${expression.id}`, () => this.comparisons.checked(expression));
  }
}

@Resolver(() => DeskLead)
export class DeskLeadResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() { organisationId }: DeskLeadRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, organisationId);
  }
}
