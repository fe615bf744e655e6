import { Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { MEMBER_ROLES, screen, type MemberRole, type ScreeningAnswers } from '#libs/eligibility';
import type { ConsortiumDraft, DraftMember, DraftProject } from './draft.js';

export const ConsortiumRole = Object.fromEntries(MEMBER_ROLES.map((role) => [role, role])) as { [R in MemberRole]: R };
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

function memberOf({ organisationId, role, state, budgetEur, controlledBy, documents }: DraftMemberInput): DraftMember {
  return {
    organisationId,
    role,
    invited: state === DraftMemberState.INVITED,
    ...(budgetEur != null && { budgetEur }),
    ...(controlledBy !== undefined && { controlledBy }),
    ...(documents != null && { documents: presence(documents) }),
  };
}

function projectOf({ documents, screening, themes, text, ...fields }: DraftProjectInput): DraftProject {
  return {
    fields,
    ...(documents != null && { documents: presence(documents) }),
    ...(screening != null && { screening: screen(screening) }),
    ...(themes != null && { themes }),
    ...(text != null && { text }),
  };
}

const presence = (documents: readonly DraftDocumentInput[]): Record<string, boolean> =>
  Object.fromEntries(documents.map(({ kind, present }) => [kind, present]));
