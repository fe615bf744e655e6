import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { SignalName, StandingVerdict } from './suggestion.types.js';

export const RaiseDirection = { OFFERS: 'OFFERS', SEEKS: 'SEEKS' };
registerEnumType(RaiseDirection, { name: 'RaiseDirection', description: 'Which side of a profile a theme stands on.' });

@ObjectType({ description: 'A part of a score beside what the first twenty have of it on average.' })
export class ScoreGap {
  @Field(() => SignalName, { description: 'Which signal.' })
  signal: string;

  @Field(() => Float, { description: 'What it adds to the candidate’s score.' })
  contribution: number;

  @Field(() => Float, { description: 'What it adds to the scores of the first twenty, on average.' })
  firstTwenty: number;
}

@ObjectType({ description: 'One theme more in the candidate’s profile, and the place that it would have then.' })
export class ScoreRaise {
  @Field(() => ID, { description: 'The theme.' })
  theme: string;

  @Field(() => RaiseDirection, { description: 'Whether it would be offered or sought.' })
  direction: string;

  @Field(() => Int, { description: 'The place that the candidate would have, from 1.' })
  rank: number;

  @Field({ description: 'The same as a sentence, in the language asked for.' })
  text: string;
}

@ObjectType({ description: 'Why a candidate is not among the first, or not suggested at all.' })
export class WhyNotAnswer {
  /** The candidate's own id, by which the field `candidate` is read. */
  candidateUuid: string;

  @Field(() => [String], { description: 'Why it is not suggested at all, in the language asked for; empty when it is ranked.' })
  leftOut: readonly string[];

  @Field(() => Int, { nullable: true, description: 'Its place in the whole ranking, from 1.' })
  rank: number | null;

  @Field(() => StandingVerdict, { nullable: true, description: 'Its tier: MET goes before UNKNOWN.' })
  tier: string | null;

  @Field(() => Float, { nullable: true, description: 'Its score.' })
  score: number | null;

  @Field(() => Float, { nullable: true, description: 'Its score for people, from 0 to 100.' })
  fit: number | null;

  @Field(() => [ScoreGap], { description: 'What it lacks most beside the first twenty.' })
  gaps: readonly ScoreGap[];

  @Field(() => [ScoreRaise], { description: 'What would raise it most.' })
  raises: readonly ScoreRaise[];
}

export const WhyNotResult = createUnionType({
  name: 'WhyNotResult',
  description: 'The reasons, or why they are not told.',
  types: () => [WhyNotAnswer, Unauthenticated, NotFound, Forbidden, InvalidInput] as const,
  resolveType: successOr(WhyNotAnswer),
});
