import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { MemberRole } from '#libs/eligibility';
import type { Mix } from '#libs/matching';
import { ConsortiumDraftInput, ConsortiumRole, draftOf } from '../drafts/draft.input.js';
import { PartnerMix } from '../suggestion.types.js';
import type { ProposalAsk, Wish } from './proposal-ask.js';

@InputType({ description: 'How many members are wanted, the lead included.' })
export class ConsortiumSizeInput {
  @Field(() => Int, { description: 'At least so many.' })
  min: number;

  @Field(() => Int, { description: 'At most so many.' })
  max: number;
}

@InputType({ description: 'Partners that there must be: so many that fit all that is said.' })
export class PartnerWishInput implements Wish {
  @Field(() => Int, { defaultValue: 1, description: 'At least so many.' })
  least: number;

  @Field(() => ConsortiumRole, { defaultValue: ConsortiumRole.CO_APPLICANT, description: 'In this role.' })
  role: MemberRole;

  @Field(() => [String], { nullable: true, description: 'Of one of these types, such as UNIVERSITY.' })
  types?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these countries, as ISO codes.' })
  countries?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Of another country than the lead (true), or of its own (false).' })
  abroad?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Who covers one of these themes.' })
  themes?: string[] | null;
}

@ArgsType()
export class ProposalArgs {
  @Field(() => ConsortiumDraftInput, { description: 'The call, the lead as coordinator, and whoever else has a seat already. Themes of its project must be covered.' })
  draft: ConsortiumDraftInput;

  @Field(() => ConsortiumSizeInput, { nullable: true, description: 'How many members; from 6 to 10 when nothing is said.' })
  size?: ConsortiumSizeInput | null;

  @Field(() => [ID], { defaultValue: [], description: 'Organisations that get a seat as co-applicants in any case.' })
  pinned: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Organisations that get no seat.' })
  excluded: string[];

  @Field(() => [[ID]], { defaultValue: [], description: 'Groups of organisations that do not go together: of each at most one.' })
  apart: string[][];

  @Field(() => PartnerMix, { defaultValue: 'PROVEN', description: 'How many newcomers: none need be, one, or a third of the members.' })
  mix: Mix;

  @Field(() => Int, { defaultValue: 3, description: 'So many clearly different consortia, from 1 to 5.' })
  count: number;

  @Field(() => [PartnerWishInput], { defaultValue: [], description: 'Partners that there must be.' })
  wishes: PartnerWishInput[];

  @Field(() => Int, { defaultValue: 1, description: 'Of the solver: equal seeds and limits give equal answers.' })
  seed: number;

  @Field(() => Int, { nullable: true, description: 'A limit of the solver’s branching, in place of ten seconds a consortium.' })
  nodes?: number | null;
}

const SIZE = { min: 6, max: 10 } as const;

export function askOf({ draft, pinned, size, ...others }: ProposalArgs): ProposalAsk {
  const given = draftOf(draft);
  const members = [...given.members, ...pinned.map((organisationId) => ({ organisationId }))];
  return { ...others, draft: { ...given, members }, size: size ?? SIZE };
}
