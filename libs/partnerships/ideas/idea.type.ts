import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { InnovationPhase } from '#libs/directory';
import { Conflict, ConnectionType, enumOf, Forbidden, InvalidInput, Language, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { ScreeningOutcomeName, ScreeningOverruled } from '#libs/suggestions';
import { IDEA_EVENTS, IDEA_STATES, type IdeaEvent, type IdeaState } from '../states/idea-states.js';
import { AMBITIONS, PURPOSES, VISIBILITIES, type IdeaRecord } from './idea-record.js';
import { SLOT_ROLES, type Slot } from './slots.js';

export const IdeaAmbition = enumOf(AMBITIONS);
registerEnumType(IdeaAmbition, {
  name: 'IdeaAmbition',
  description: 'How far an idea goes.',
  valuesMap: {
    DEVELOP: { description: 'Something new is made.' },
    REPLICATE: { description: 'What works elsewhere is taken over.' },
    SCALE_UP: { description: 'What works is made larger.' },
  },
});
export const CooperationPurpose = enumOf(PURPOSES);
registerEnumType(CooperationPurpose, { name: 'CooperationPurpose', description: 'What organisations work together for.' });
export const IdeaVisibility = enumOf(VISIBILITIES);
registerEnumType(IdeaVisibility, {
  name: 'IdeaVisibility',
  description: 'Who may know of an idea while it is open.',
  valuesMap: {
    PRIVATE: { description: 'Its organisation, and those in the consortium around it.' },
    PARTNERS: { description: 'Organisations that were in a project with its own, or are in a consortium with it or invited to one.' },
    PUBLIC: { description: 'Everybody.' },
  },
});
export const IdeaStateName = enumOf(IDEA_STATES);
registerEnumType(IdeaStateName, { name: 'IdeaState', description: 'Whether an idea is open, has expired, or was withdrawn.' });
export const IdeaEventName = enumOf(IDEA_EVENTS);
registerEnumType(IdeaEventName, { name: 'IdeaEvent', description: 'What can happen to an idea.' });
export const SlotRole = enumOf(SLOT_ROLES);
registerEnumType(SlotRole, { name: 'SlotRole', description: 'What a partner that is looked for would be.' });

@ObjectType({ description: 'A partner that is looked for. What is left open does not matter.' })
export class WantedSlot implements Slot {
  @Field(() => SlotRole, { description: 'What it would be.' })
  role: Slot['role'];

  @Field(() => String, { nullable: true, description: 'A type of organisation, such as UNIVERSITY, or a sector, such as ACADEMIA.' })
  type: string | null;

  @Field(() => String, { nullable: true, description: 'A country (ISO 3166), a NUTS code, or DOMESTIC or FOREIGN as the one who looks sees it.' })
  place: string | null;

  /** By it the field `theme` is read. */
  themeId: string | null;

  @Field({ description: 'What else is to be said of it.' })
  note: string;
}

@ObjectType({ description: 'Answers to the check for social innovation as they are kept with an idea.' })
export class IdeaScreening {
  @Field(() => String, { nullable: true, description: 'Which product, service, model or process is new here?' })
  novelty?: string;

  @Field(() => String, { nullable: true, description: 'Which new relation or cooperation arises?' })
  cooperation?: string;

  @Field(() => String, { nullable: true, description: 'Which social need does current provision leave open?' })
  need?: string;

  @Field(() => String, { nullable: true, description: 'Who of the target group and the third sector helps to design it?' })
  design?: string;

  @Field(() => String, { nullable: true, description: 'What research or tested practice does it rest on?' })
  ground?: string;

  @Field(() => String, { nullable: true, description: 'How is it tested and evaluated?' })
  evaluation?: string;

  @Field(() => Int, { description: 'The version of the questions that were answered.' })
  version: number;

  @Field(() => ScreeningOutcomeName, { description: 'What the answers came to.' })
  outcome: string;

  @Field(() => ScreeningOverruled, { nullable: true, description: 'Where a person judged otherwise.' })
  overruled: ScreeningOverruled | null;
}

@ObjectType({ description: 'A project that an organisation thinks of, and the partners that it looks for.' })
export class Idea implements Omit<IdeaRecord, 'screening' | 'phases' | 'purposes'> {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'What it is, in some sentences.' })
  summary: string;

  @Field(() => Language, { nullable: true, description: 'The language that it is written in.' })
  language: IdeaRecord['language'];

  @Field(() => [InnovationPhase], { description: 'The phases of innovating that it goes through.' })
  phases: InnovationPhase[];

  @Field(() => IdeaAmbition, { nullable: true, description: 'How far it goes.' })
  ambition: IdeaRecord['ambition'];

  @Field(() => [CooperationPurpose], { description: 'What partners would work together for.' })
  purposes: IdeaRecord['purposes'][number][];

  @Field(() => String, { nullable: true, description: 'What shall have come of it in the end.' })
  intendedResult: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the objectives of the programme that it serves; it may combine several.' })
  objectives: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Challenges of the call that it answers.' })
  challenges: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of measures, such as SMALL_SCALE_INFRASTRUCTURE; others are welcome.' })
  actionTypes: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Whom it is for; they need not be members.' })
  targetGroups: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Countries in which it does something (ISO 3166).' })
  activityCountries: string[] | null;

  @Field(() => Float, { nullable: true, description: 'All that it costs, in euros.' })
  totalBudgetEur: number | null;

  @Field(() => Float, { nullable: true, description: 'The grant asked for, in euros.' })
  grantEur: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it lasts, in months.' })
  months: number | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day.' })
  startsOn: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day.' })
  endsOn: string | null;

  @Field(() => String, { nullable: true, description: 'How its results are spread.' })
  disseminationPlan: string | null;

  @Field(() => String, { nullable: true, description: 'How the partners prepare it together.' })
  jointPreparatoryPhase: string | null;

  @Field(() => IdeaVisibility, { description: 'Who may know of it while it is open.' })
  visibility: IdeaRecord['visibility'];

  @Field(() => IdeaStateName, { description: 'Whether it is open.' })
  state: IdeaState;

  @Field(() => [IdeaEventName], { description: 'What can happen to it now.' })
  possible: IdeaEvent[];

  @Field(() => Int, { description: 'Goes up with every change: give it back when you change something.' })
  version: number;

  @Field(() => Date, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => Date, { description: 'When it expires, unless it is renewed.' })
  expiresAt: Date;

  organisationId: string;
  callId: string | null;
  consortiumId: string | null;
  leadId: string | null;
  consortiumState: IdeaRecord['consortiumState'];
  renewals: number;
}

@ObjectType({ description: 'A page of ideas.' })
export class IdeaConnection extends ConnectionType('Idea', () => Idea) {}

export const IdeaResult = createUnionType({
  name: 'IdeaResult',
  description: 'The idea as it now is, or why nothing changed.',
  types: () => [Idea, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Idea),
});
