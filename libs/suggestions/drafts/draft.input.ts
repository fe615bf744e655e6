import { Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { OrganisationType } from '#libs/directory';
import { MEMBER_ROLES, screen, type MemberRole, type ScreeningAnswers, type ScreeningOutcome } from '#libs/eligibility';
import { enumOf } from '#libs/platform';
import type { ConsortiumDraft, DraftMember, DraftProject, FurtherFacts, Overruling } from './draft.js';
import { ScreeningOutcomeName } from './screening-outcome.js';

export const ConsortiumRole = enumOf(MEMBER_ROLES);
registerEnumType(ConsortiumRole, { name: 'ConsortiumRole', description: 'What a member is in a consortium.' });

export const DraftMemberState = { CONFIRMED: 'CONFIRMED', INVITED: 'INVITED' } as const;
registerEnumType(DraftMemberState, {
  name: 'DraftMemberState',
  description: 'Whether a member takes part: one that is only invited counts in “if all accept”.',
});

@InputType({ description: 'Whether a document is there. A document that is not named was never asked for.' })
export class DraftDocumentInput {
  @Field({ description: 'Its kind, such as LETTER_OF_ENDORSEMENT.' })
  kind: string;

  @Field({ defaultValue: true, description: 'Whether it is there.' })
  present: boolean;
}

@InputType({ description: 'A part of an organisation: a branch, or a founder of a body of mixed nationality.' })
export class DraftEntityInput {
  @Field({ description: 'ISO code of its country.' })
  country: string;

  @Field(() => OrganisationType, { nullable: true, description: 'What it is.' })
  type?: OrganisationType | null;

  @Field(() => String, { nullable: true, description: 'NUTS code of its region.' })
  nuts?: string | null;
}

@InputType({ description: 'What the directory does not hold of a member. What is left out is not known.' })
export class DraftMemberFactsInput {
  @Field(() => [DraftEntityInput], { nullable: true, description: 'Its branches, or the founders of an EGTC: it counts for each country, and once as a member.' })
  entities?: DraftEntityInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a small or medium-sized enterprise.' })
  sme?: boolean | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was established.' })
  establishedOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people it employs.' })
  employees?: number | null;

  @Field(() => Float, { nullable: true, description: 'Its yearly turnover, in euros.' })
  turnoverEur?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many funded projects it carries now.' })
  runningProjects?: number | null;
}

@InputType({ description: 'A person’s judgement in the place of what the answers came to.' })
export class OverrulingInput implements Overruling {
  @Field(() => ScreeningOutcomeName, { description: 'What it is held to be.' })
  outcome: ScreeningOutcome;

  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'A member of a consortium that is thought of.' })
export class DraftMemberInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId: string;

  @Field(() => ConsortiumRole, { defaultValue: ConsortiumRole.CO_APPLICANT, description: 'What it is to be.' })
  role: MemberRole;

  @Field(() => DraftMemberState, { defaultValue: DraftMemberState.CONFIRMED, description: 'Whether it takes part.' })
  state: keyof typeof DraftMemberState;

  @Field(() => Float, { nullable: true, description: 'Its part of the budget, in euros.' })
  budgetEur?: number | null;

  @Field(() => ID, { nullable: true, description: 'Who controls it: null when nobody does; left out when not known.' })
  controlledBy?: string | null;

  @Field(() => [DraftDocumentInput], { nullable: true, description: 'Documents asked of it.' })
  documents?: DraftDocumentInput[] | null;

  @Field(() => DraftMemberFactsInput, { nullable: true, description: 'What the directory does not hold of it.' })
  facts?: DraftMemberFactsInput | null;
}

@InputType({ description: 'Answers to the check for social innovation. An empty one is none.' })
export class ScreeningInput implements ScreeningAnswers {
  @Field({ defaultValue: '', description: 'Which product, service, model or process is new here?' })
  novelty: string;

  @Field({ defaultValue: '', description: 'Which new relation or cooperation arises?' })
  cooperation: string;

  @Field({ defaultValue: '', description: 'Which social need does current provision leave open?' })
  need: string;

  @Field({ defaultValue: '', description: 'Who of the target group and the third sector helps to design it?' })
  design: string;

  @Field({ defaultValue: '', description: 'What research or tested practice does it rest on?' })
  ground: string;

  @Field({ defaultValue: '', description: 'How is it tested and evaluated?' })
  evaluation: string;
}

@InputType({ description: 'What is known of the project. What is left out is not known; null says that there is none.' })
export class DraftProjectInput {
  @Field(() => Float, { nullable: true, description: 'The grant asked for, in euros.' })
  grantEur?: number | null;

  @Field(() => Float, { nullable: true, description: 'All that it costs, in euros.' })
  totalBudgetEur?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it lasts, in months.' })
  months?: number | null;

  @Field(() => Int, { nullable: true, description: 'How often it was submitted before.' })
  earlierSubmissions?: number | null;

  @Field(() => Int, { nullable: true, description: 'Countries that it reaches by grants passed on.' })
  cascadingGrantCountries?: number | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day.' })
  startsOn?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day.' })
  endsOn?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the objectives of the programme that it serves.' })
  objectives?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of measures, such as SMALL_SCALE_INFRASTRUCTURE.' })
  actionTypes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Challenges of the call that it answers.' })
  challenges?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Whom it is for.' })
  targetGroups?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Countries in which it does something.' })
  activityCountries?: string[] | null;

  @Field(() => String, { nullable: true, description: 'How its results are spread.' })
  disseminationPlan?: string | null;

  @Field(() => String, { nullable: true, description: 'How the partners prepare it together.' })
  jointPreparatoryPhase?: string | null;

  @Field(() => [DraftDocumentInput], { nullable: true, description: 'Documents of the consortium as a whole.' })
  documents?: DraftDocumentInput[] | null;

  @Field(() => ScreeningInput, { nullable: true, description: 'Answers to the check for social innovation.' })
  screening?: ScreeningInput | null;

  @Field(() => OverrulingInput, { nullable: true, description: 'Where a person judged otherwise than the answers did.' })
  overruled?: OverrulingInput | null;

  @Field(() => [ID], { nullable: true, description: 'Themes wanted beside those of the call.' })
  themes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The idea in words.' })
  text?: string | null;
}

@InputType({ description: 'A consortium that is thought of, to be judged under the rules of a call.' })
export class ConsortiumDraftInput {
  @Field(() => ID, { description: 'The call.' })
  callId: string;

  @Field(() => [DraftMemberInput], { description: 'Its members: 100 at most.' })
  members: DraftMemberInput[];

  @Field(() => DraftProjectInput, { nullable: true, description: 'Its project.' })
  project?: DraftProjectInput | null;
}

export function draftOf({ callId, members, project }: ConsortiumDraftInput): ConsortiumDraft {
  return { callId, members: members.map(memberOf), ...(project != null && { project: projectOf(project) }) };
}

function memberOf({ organisationId, role, state, budgetEur, controlledBy, documents, facts }: DraftMemberInput): DraftMember {
  return {
    organisationId,
    role,
    invited: state === DraftMemberState.INVITED,
    ...(budgetEur != null && { budgetEur }),
    ...(controlledBy !== undefined && { controlledBy }),
    ...(documents != null && { documents: presence(documents) }),
    ...(facts != null && { facts: furtherFactsOf(facts) }),
  };
}

function furtherFactsOf({ entities, ...facts }: DraftMemberFactsInput): FurtherFacts {
  return { ...given(facts), ...(entities != null && { entities: entities.map((entity) => ({ ...given(entity), country: entity.country })) }) };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** What is said at all. */
function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value != null)) as Given<T>;
}

function projectOf({ documents, screening, overruled, themes, text, ...fields }: DraftProjectInput): DraftProject {
  return {
    fields,
    ...(documents != null && { documents: presence(documents) }),
    ...(screening != null && { screening: screen(screening) }),
    ...(overruled != null && { overruled }),
    ...(themes != null && { themes }),
    ...(text != null && { text }),
  };
}

const presence = (documents: readonly DraftDocumentInput[]): Record<string, boolean> =>
  Object.fromEntries(documents.map(({ kind, present }) => [kind, present]));
