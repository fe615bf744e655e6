import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Forbidden, InvalidInput, successOr } from '#libs/platform';

@ObjectType({ description: 'The clock of this installation.' })
export class ClockReading {
  @Field(() => Date, { description: 'What time it is here.' })
  now: Date;

  @Field({ description: 'demo: an administrator may move the clock forward; production: it is the real time.' })
  mode: string;
}

export const AdvanceClockResult = createUnionType({
  name: 'AdvanceClockResult',
  description: 'The clock as it stands now, or why it was not moved.',
  types: () => [ClockReading, Forbidden, InvalidInput] as const,
  resolveType: successOr(ClockReading),
});
