import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InnovationPhase } from '#libs/directory';
import { ConnectionType, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { StandingVerdict, SuggestionPart } from '#libs/suggestions';
import { WantedSlot } from './idea.type.js';

export const OpeningKind = enumOf(['IDEA', 'CONSORTIUM'] as const);
registerEnumType(OpeningKind, { name: 'OpeningKind', description: 'An idea, or a consortium that wants to be found.' });

@ObjectType({ description: 'A place that is to be filled.' })
export class OpenPlace extends WantedSlot {
  @Field({ description: 'Whether your organisation fits it.' })
  fits: boolean;
}

@ObjectType({ description: 'An idea or a consortium that lacks what your organisation offers.' })
export class Opening {
  @Field(() => Int, { description: 'Its place in the list, from 1.' })
  rank: number;

  @Field(() => OpeningKind, { description: 'What it is.' })
  kind: keyof typeof OpeningKind;

  @Field(() => ID, { description: 'The id of the idea or the consortium.' })
  id: string;

  @Field({ description: 'Its title or name.' })
  name: string;

  /** By them the fields `call`, `lead` and `themes` are read. */
  callId: string | null;
  leadId: string;
  themeIds: readonly string[];

  @Field(() => [OpenPlace], { description: 'What it lacks: the places that are free.' })
  places: OpenPlace[];

  @Field(() => StandingVerdict, { description: 'Whether your organisation may join under the rules of the call. NOT_MET: only as an associate or observer.' })
  standing: string;

  @Field(() => [ID], { description: 'The mandatory rules that it does not meet yet and that your organisation would close.' })
  closes: readonly string[];

  @Field(() => [InnovationPhase], { description: 'Its phases of innovating that your organisation offers and nobody in it does.' })
  phases: readonly InnovationPhase[];

  @Field(() => Float, { description: 'From 0 to 1: as it is shown your organisation among suggested partners; the parts add up to it.' })
  score: number;

  @Field(() => Float, { description: 'The score for people, from 0 to 100.' })
  fit: number;

  @Field(() => [SuggestionPart], { description: 'What the score is made of, in the words that it reads of your organisation: “you” is who leads it.' })
  parts: SuggestionPart[];
}

@ObjectType({ description: 'Ideas and consortia that lack what your organisation offers, best first.' })
export class OpeningConnection extends ConnectionType('Opening', () => Opening) {}

export const OpeningsResult = createUnionType({
  name: 'OpeningsResult',
  description: 'Who lacks what your organisation offers, or why that cannot be said.',
  types: () => [OpeningConnection, Unauthenticated, NotFound, Forbidden, InvalidInput] as const,
  resolveType: successOr(OpeningConnection),
});
