import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { CallFilter } from './call-filter.js';
import { CallState, type CallStateName } from './enums.js';

@ArgsType()
export class CallsArgs extends PageArgs implements CallFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must all be in its code, reference, titles, summary or programme; case and accents do not matter.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'A theme that it is about; a theme stands for all below it too.' })
  theme?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A country (ISO 3166) in its programme’s area or with a track. Calls without a stated area are left out.',
  })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A region (NUTS) in its programme’s area or with a track. Calls without a stated area are left out.',
  })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'The code of its programme.' })
  programme?: string | null;

  @Field(() => CallState, { nullable: true, description: 'Where it stands now.' })
  state?: CallStateName | null;

  @Field(() => Date, { nullable: true, description: 'A time, past or to come, at which it is open.' })
  openAt?: Date | null;
}
