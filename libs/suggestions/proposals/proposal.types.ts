import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import type { MemberRole, Severity, Verdict } from '#libs/eligibility';
import { RuleVerdictName, SeverityName, SupplierKind } from '../drafts/check.types.js';
import { ConsortiumRole } from '../drafts/draft.input.js';
import { NotEligible } from '../not-eligible.js';
import { CannotLead } from './cannot-lead.js';

export const ProposalState = { WAITING: 'WAITING', SEARCHING: 'SEARCHING', DONE: 'DONE', CANCELLED: 'CANCELLED', FAILED: 'FAILED' } as const;
export type ProposalStateName = keyof typeof ProposalState;
registerEnumType(ProposalState, { name: 'ProposalState', description: 'How far a search for consortia is.' });

@ObjectType({ description: 'A step from one organisation to the next: a past project that both were in.' })
export class WarmPathStep {
  @Field(() => ID, { description: 'Who is met here.' })
  organisation: string;

  @Field(() => ID, { description: 'The past project in which it was with whoever comes before.' })
  project: string;
}

@ObjectType({ description: 'Who could take a seat, all rules kept.' })
export class SeatAlternative {
  @Field(() => ID, { description: 'The organisation.' })
  organisation: string;

  @Field(() => Float, { description: 'What the consortium would be worth with it.' })
  value: number;
}

@ObjectType({ description: 'A member of a proposed consortium.' })
export class ProposedMemberType {
  /** The organisation's own id, by which the field `organisation` is read. */
  id: string;
  /** Its printed code. */
  organisation: string;
  callUuid: string;
  leadUuid: string;

  @Field(() => ConsortiumRole, { description: 'Its role.' })
  role: MemberRole;

  @Field({ description: 'Its country, as an ISO code.' })
  country: string;

  @Field({ description: 'Whether it had a seat from the beginning.' })
  given: boolean;

  @Field({ description: 'Whether it took part in no past project that is known.' })
  newcomer: boolean;

  @Field(() => [ID], { description: 'Themes that it covers, of those looked at: its row of the matrix of coverage.' })
  covers: readonly string[];

  @Field(() => [Int], { description: 'Numbers of the wishes that it fits, from 1.' })
  fits: readonly number[];

  @Field(() => [WarmPathStep], { description: 'The shortest chain of past projects from the lead to it; empty when there is none.' })
  path: readonly WarmPathStep[];

  @Field(() => [SeatAlternative], { description: 'One or two others for its seat.' })
  alternatives: readonly SeatAlternative[];
}

@ObjectType({ description: 'How a proposed consortium stands under one rule of the call.' })
export class ProposedRule {
  @Field(() => ID, { description: 'The rule.' })
  rule: string;

  @Field(() => SeverityName, { description: 'How hard it is.' })
  severity: Severity;

  @Field(() => RuleVerdictName, { description: 'How the consortium stands.' })
  verdict: Verdict;

  @Field({ description: 'What the rule says.' })
  message: string;
}

@ObjectType({ description: 'What only a paper or a fact can settle, and who supplies it.' })
export class OpenStep {
  @Field(() => ID, { description: 'The rule that hangs on it.' })
  rule: string;

  @Field({ description: 'What is missing, such as document:LETTER_OF_ENDORSEMENT.' })
  fact: string;

  @Field({ description: 'The fact in words.' })
  text: string;

  @Field(() => ID, { nullable: true, description: 'Of which member.' })
  member: string | null;

  @Field(() => SupplierKind, { description: 'Who can supply it.' })
  supplier: keyof typeof SupplierKind;

  @Field(() => String, { nullable: true, description: 'The designation that it holds, such as MANAGING_AUTHORITY:ESF.' })
  designation: string | null;

  @Field(() => String, { nullable: true, description: 'The country of the designation (ISO 3166).' })
  country: string | null;
}

@ObjectType({ description: 'A complete consortium.' })
export class ProposedConsortiumType {
  @Field(() => [ProposedMemberType], { description: 'Its members.' })
  members: ProposedMemberType[];

  @Field(() => Float, { description: 'What it is worth: scores, themes covered and ties. Never negative.' })
  value: number;

  @Field(() => Float, { nullable: true, description: 'What no consortium can exceed; nothing while nothing is proven.' })
  bound: number | null;

  @Field(() => Float, { nullable: true, description: '(bound − value) / bound: how far it can be from the best, as a fraction.' })
  gap: number | null;

  @Field({ description: 'Whether no eligible consortium is better.' })
  proven: boolean;

  @Field({ description: 'Whether no mandatory rule is broken, judged anew from what is known of the members.' })
  rulesMet: boolean;

  @Field(() => [ProposedRule], { description: 'How it stands under each rule.' })
  rules: ProposedRule[];

  @Field(() => [OpenStep], { description: 'What is still to be settled for the mandatory rules.' })
  openSteps: OpenStep[];

  @Field(() => [String], { description: 'Its countries, as ISO codes.' })
  countries: string[];

  @Field(() => Int, { description: 'How many of its partners are newcomers.' })
  newcomers: number;
}

@ObjectType({ description: 'Something that a consortium has to keep: a rule of the call, or what was asked for.' })
export class ConsortiumDemand {
  @Field(() => ID, { description: 'The rule; or size, pinned, ties, mix, excluded, apart, wish:1, theme:….' })
  id: string;

  @Field({ description: 'What it says.' })
  message: string;
}

@ObjectType({ description: 'Why there is no consortium.' })
export class ProposalConflict {
  @Field(() => [ConsortiumDemand], { description: 'What cannot be kept together, and can if any one of these is given up.' })
  between: ConsortiumDemand[];

  @Field(() => [ConsortiumDemand], { description: 'The fewest to give up.' })
  relaxation: ConsortiumDemand[];

  @Field(() => [ID], { description: 'Who could form a consortium then.' })
  members: readonly string[];
}

@ObjectType({ description: 'A search for complete consortia, and what it has found.' })
export class ConsortiumProposals {
  @Field(() => ID, { description: 'By which it is read and cancelled.' })
  id: string;

  callUuid: string;
  organisationUuid: string;

  @Field(() => ProposalState, { description: 'How far it is.' })
  state: ProposalStateName;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => [ProposedConsortiumType], { description: 'What was found, in order of merit; the last one may be replaced by a better one until it is proven.' })
  proposals: ProposedConsortiumType[];

  @Field({ description: 'Whether the limits came before it was known that there is another one.' })
  limited: boolean;

  @Field(() => ProposalConflict, { nullable: true, description: 'Why there is none.' })
  conflict: ProposalConflict | null;
}

const REFUSALS = [Unauthenticated, NotFound, Forbidden, InvalidInput, NotEligible, CannotLead] as const;

export const ProposeConsortiaResult = createUnionType({
  name: 'ProposeConsortiaResult',
  description: 'The search, or why there is none.',
  types: () => [ConsortiumProposals, ...REFUSALS] as const,
  resolveType: successOr(ConsortiumProposals),
});

export const ConsortiumProposalsResult = createUnionType({
  name: 'ConsortiumProposalsResult',
  description: 'The search, or why it is not told.',
  types: () => [ConsortiumProposals, Unauthenticated, NotFound] as const,
  resolveType: successOr(ConsortiumProposals),
});

@ObjectType({ description: 'Who could join so that all rules are kept, best first.' })
export class SeatReplacements {
  @Field(() => [SeatAlternative], { description: 'Who could join.' })
  replacements: readonly SeatAlternative[];
}

export const SeatReplacementsResult = createUnionType({
  name: 'SeatReplacementsResult',
  description: 'Who could join, or why nobody is told.',
  types: () => [SeatReplacements, ...REFUSALS] as const,
  resolveType: successOr(SeatReplacements),
});
