import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, type FailureView } from '#libs/platform';
import { Precision } from './enums.js';
import { MilestoneMover, type MilestoneMove } from './milestone-mover.service.js';
import { MoveMilestoneResult, type Milestone } from './milestone.type.js';

@ArgsType()
export class MoveMilestoneArgs implements MilestoneMove {
  @Field(() => ID, { description: 'The id of the date.' })
  milestoneId: string;

  @Field({ description: 'The new local date or time: 2023-11-30T17:00, 2023-10-14, 2024-06, 2024-SPRING, 2014-H2 or 2024.' })
  local: string;

  @Field({ description: 'The IANA time zone it is in, such as Europe/Brussels.' })
  zone: string;

  @Field(() => Precision, { nullable: true, description: 'How exactly it is known; when given, it must agree with `local`.' })
  precision?: Precision | null;

  @Field({ description: 'Why it is moved: readers of the history see it.' })
  reason: string;

  @Field(() => Int, { description: 'The `revision` you read: if somebody else moved it since, nothing is done.' })
  expectedRevision: number;
}

@Resolver()
export class MilestonesResolver {
  constructor(private readonly mover: MilestoneMover) {}

  @Mutation(() => MoveMilestoneResult, {
    description: 'Moves a date of a call or track. For programme officers of the body in charge; reminders are planned anew.',
  })
  moveMilestone(@Args() move: MoveMilestoneArgs, @CurrentViewer() viewer: Viewer): Promise<Milestone | FailureView> {
    return failureOr(this.mover.move(viewer, move));
  }
}
