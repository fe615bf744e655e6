import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { InnovationPhase } from '#libs/directory';
import { Language, PageArgs } from '#libs/platform';
import { ScreeningInput } from '#libs/suggestions';
import { CooperationPurpose, IdeaAmbition, IdeaVisibility, SlotRole } from './idea.type.js';
import type { IdeaRecord } from './idea-record.js';
import type { IdeaFilter } from './idea-search.service.js';
import type { IdeaContent } from './idea-contents.service.js';
import type { GivenSlot, Slot } from './slots.js';

@InputType({ description: 'A partner that is looked for. What is left open does not matter.' })
export class WantedSlotInput implements GivenSlot {
  @Field(() => SlotRole, { defaultValue: SlotRole.CO_APPLICANT, description: 'What it would be.' })
  role: Slot['role'];

  @Field(() => String, { nullable: true, description: 'A type of organisation, such as UNIVERSITY, or a sector, such as ACADEMIA.' })
  type?: string | null;

  @Field(() => String, { nullable: true, description: 'A country (ISO 3166), a NUTS code, or DOMESTIC or FOREIGN as you see it.' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'A theme that it covers.' })
  themeId?: string | null;

  @Field({ defaultValue: '', description: 'What else is to be said of it.' })
  note: string;
}

@InputType({ description: 'What is said of an idea. What is left out stays as it is; null takes back what was said.' })
export class IdeaInput implements IdeaContent {
  @Field(() => String, { nullable: true, description: 'Its title: of a new idea there must be one.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in some sentences.' })
  summary?: string | null;

  @Field(() => Language, { nullable: true, description: 'The language that it is written in.' })
  language?: Language | null;

  @Field(() => ID, { nullable: true, description: 'The call that it is for.' })
  callId?: string | null;

  @Field(() => IdeaVisibility, { nullable: true, description: 'Who may know of it; only your organisation when nothing is said.' })
  visibility?: IdeaRecord['visibility'] | null;

  @Field(() => [InnovationPhase], { nullable: true, description: 'The phases of innovating that it goes through.' })
  phases?: InnovationPhase[] | null;

  @Field(() => IdeaAmbition, { nullable: true, description: 'How far it goes.' })
  ambition?: IdeaRecord['ambition'];

  @Field(() => [CooperationPurpose], { nullable: true, description: 'What partners would work together for.' })
  purposes?: IdeaRecord['purposes'][number][] | null;

  @Field(() => String, { nullable: true, description: 'What shall have come of it in the end.' })
  intendedResult?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Its themes: 20 at most.' })
  themes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the objectives of the programme that it serves; it may combine several.' })
  objectives?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Challenges of the call that it answers.' })
  challenges?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of measures, such as SMALL_SCALE_INFRASTRUCTURE; others are welcome.' })
  actionTypes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Whom it is for; they need not be members.' })
  targetGroups?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Countries in which it does something (ISO 3166).' })
  activityCountries?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'All that it costs, in euros.' })
  totalBudgetEur?: number | null;

  @Field(() => Float, { nullable: true, description: 'The grant asked for, in euros.' })
  grantEur?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it lasts, in months.' })
  months?: number | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day.' })
  startsOn?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day.' })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'How its results are spread.' })
  disseminationPlan?: string | null;

  @Field(() => String, { nullable: true, description: 'How the partners prepare it together.' })
  jointPreparatoryPhase?: string | null;

  @Field(() => ScreeningInput, { nullable: true, description: 'Answers to the check for social innovation.' })
  screening?: ScreeningInput | null;

  @Field(() => [WantedSlotInput], { nullable: true, description: 'Partners that are looked for: 30 at most.' })
  slots?: WantedSlotInput[] | null;
}

@ArgsType()
export class IdeasArgs extends PageArgs implements IdeaFilter {
  @Field(() => String, { nullable: true, description: 'Words of its title, summary or intended result, in any order.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'A theme: those below it are found too.' })
  theme?: string | null;

  @Field(() => InnovationPhase, { nullable: true, description: 'A phase that it goes through.' })
  phase?: string | null;

  @Field(() => IdeaAmbition, { nullable: true, description: 'How far it goes.' })
  ambition?: string | null;

  @Field(() => CooperationPurpose, { nullable: true, description: 'What partners would work together for.' })
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of an objective that it serves.' })
  objective?: string | null;

  @Field(() => ID, { nullable: true, description: 'The call that it is for.' })
  callId?: string | null;

  @Field(() => String, { nullable: true, description: 'The country of its organisation, or one in which it does something (ISO 3166).' })
  country?: string | null;
}
