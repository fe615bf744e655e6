import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import { AttendanceInput, EventList, EventListResult, EventSignUp, EventSignUpResult } from './event.type.js';
import { EventsService, type SignUpRecord } from './events.service.js';

const milestoneId = { type: () => ID, description: 'The event: the id of a date of kind EVENT.' };
const organisationId = { type: () => ID, description: 'The organisation for which you come.' };

@Resolver(() => EventSignUp)
export class EventsResolver {
  constructor(
    private readonly events: EventsService,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => EventListResult, { description: 'Who comes to an event. For the officers of the body that holds it.' })
  eventSignUps(@CurrentViewer() viewer: Viewer, @Args('milestoneId', milestoneId) id: string): Promise<EventList | FailureView> {
    return failureOr(this.events.signUps(viewer, id).then((signUps) => listOf(id, signUps)));
  }

  @Query(() => [EventSignUp], { description: 'The events that you signed up for, the newest sign-up first.' })
  myEventSignUps(@CurrentViewer() viewer: Viewer): Promise<SignUpRecord[]> {
    return this.events.mine(viewer);
  }

  @Mutation(() => EventSignUpResult, { description: 'Signs you up for an event, for your organisation, until it is over.' })
  signUpForEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('milestoneId', milestoneId) id: string,
    @Args('organisationId', organisationId) organisation: string,
  ): Promise<SignUpRecord | FailureView> {
    return failureOr(this.events.signUp(viewer, id, organisation));
  }

  @Mutation(() => EventSignUpResult, { description: 'Says that you do not come after all.' })
  cancelEventSignUp(
    @CurrentViewer() viewer: Viewer,
    @Args('milestoneId', milestoneId) id: string,
    @Args('organisationId', organisationId) organisation: string,
  ): Promise<SignUpRecord | FailureView> {
    return failureOr(this.events.cancel(viewer, id, organisation));
  }

  @Mutation(() => EventListResult, { description: 'Notes who was at an event, once it has begun. For the officers of the body that holds it.' })
  noteAttendance(
    @CurrentViewer() viewer: Viewer,
    @Args('milestoneId', milestoneId) id: string,
    @Args('attendance', { type: () => [AttendanceInput], description: 'Who was there, or was not; those left out stay.' }) noted: AttendanceInput[],
  ): Promise<EventList | FailureView> {
    return failureOr(this.events.noteAttendance(viewer, id, noted).then((signUps) => listOf(id, signUps)));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'For whom they come.' })
  organisation(@Parent() { organisationUuid }: SignUpRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, organisationUuid);
  }
}

const listOf = (milestoneId: string, signUps: readonly SignUpRecord[]): EventList => ({ milestoneId, signUps: [...signUps] });
