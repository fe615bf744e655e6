import { Field, ObjectType } from '@nestjs/graphql';
import { describeDeadline, type WallTime } from '#libs/calendar';
import { Failure, FailureCode } from '#libs/platform';

@ObjectType({ implements: () => Failure, description: 'It came after the deadline. Nothing of it was kept but that it was tried.' })
export class DeadlinePassed extends Failure {
  @Field(() => Date, { description: 'The instant at which it closed.' })
  readonly closedAt: Date;

  /** By these its further fields are read. */
  readonly trackUuid: string;
  readonly wall: WallTime;

  /** @param track its own id and code @param wall the date as written */
  constructor(track: { readonly id: string; readonly code: string }, wall: WallTime, closedAt: Date) {
    const when = describeDeadline(wall, wall.zone, 'en');
    super(FailureCode.DEADLINE_PASSED, `Expressions of interest for ${track.code} closed: ${when}.`);
    this.closedAt = closedAt;
    this.trackUuid = track.id;
    this.wall = wall;
  }
}
