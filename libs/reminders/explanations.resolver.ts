import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, type FailureView } from '#libs/platform';
import { ExplanationsService } from './explanations.service.js';
import { ExplainReminderResult, SilenceResult, type ReminderExplanation, type Silence } from './explanations.types.js';

@Resolver()
export class ExplanationsResolver {
  constructor(private readonly explanations: ExplanationsService) {}

  @Query(() => ExplainReminderResult, { description: 'Why a reminder was planned and what has become of it. Your own; for administrators anybody’s.' })
  explainReminder(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The id of the reminder, as in `myReminders`.' }) id: string,
  ): Promise<ReminderExplanation | FailureView> {
    return failureOr(this.explanations.explain(viewer, id));
  }

  @Query(() => SilenceResult, { description: 'Why somebody was, or was not, written to about a date. About yourself; for administrators about anybody.' })
  silence(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID, description: 'The person: their id.' }) personId: string,
    @Args('subjectId', { type: () => ID, description: 'The date: the id of a milestone.' }) subjectId: string,
  ): Promise<Silence | FailureView> {
    return failureOr(this.explanations.silence(viewer, personId, subjectId));
  }
}
