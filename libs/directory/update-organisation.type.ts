import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, successOr } from '#libs/platform';
import { InnovationPhase } from './innovation-phase.js';
import type { InterestChange, OrganisationChange } from './organisation-editor.service.js';
import { Organisation } from './organisation.type.js';

@InputType({ description: 'A theme to offer or to seek.' })
export class InterestInput implements InterestChange {
  @Field(() => ID, { description: 'The code of the theme.' })
  theme: string;

  @Field(() => Int, { defaultValue: 2, description: 'How strongly: 1 (also), 2 (clearly), 3 (above all).' })
  strength: number;

  @Field(() => [InnovationPhase], { defaultValue: [], description: 'In which phases of innovating.' })
  phases: InnovationPhase[];
}

@InputType({ description: 'What is left out stays as it is; a list that is given replaces the one there was.' })
export class UpdateOrganisationInput implements OrganisationChange {
  @Field(() => Int, { nullable: true, description: 'How many consortia it can be in; null takes the answer back.' })
  capacity?: number | null;

  @Field(() => [InterestInput], { nullable: true, description: 'All themes it offers something on, at most 100.' })
  offers?: InterestInput[] | null;

  @Field(() => [InterestInput], { nullable: true, description: 'All themes it seeks a partner for, at most 100.' })
  seeks?: InterestInput[] | null;

  @Field(() => Int, { description: 'The `version` you read: if somebody else changed it since, nothing is done.' })
  expectedVersion: number;
}

export const UpdateOrganisationResult = createUnionType({
  name: 'UpdateOrganisationResult',
  description: 'The changed organisation, or why nothing was changed.',
  types: () => [Organisation, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Organisation),
});
