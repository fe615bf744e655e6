import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RuleSource } from '#libs/calls';
import { SEVERITIES, type Severity, type Verdict } from '#libs/eligibility';
import { enumOf, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { StandingVerdict } from '../suggestion.types.js';
import { ConsortiumRole } from './draft.input.js';
import type { ReadDraft } from './drafts.service.js';
import { ScreeningOutcomeName } from './screening-outcome.js';

export const RuleVerdictName = { MET: 'MET', NOT_MET: 'NOT_MET', UNKNOWN: 'UNKNOWN', NOT_APPLICABLE: 'NOT_APPLICABLE' } as const;
registerEnumType(RuleVerdictName, {
  name: 'RuleVerdict',
  description: 'How a consortium stands under a rule. UNKNOWN: a fact is missing that decides it. NOT_APPLICABLE: nobody is concerned.',
});

export const SeverityName = enumOf(SEVERITIES);
registerEnumType(SeverityName, { name: 'RuleSeverity', description: 'How hard a rule is: only MANDATORY ones refuse an application.' });

export const SupplierKind = { MEMBER: 'MEMBER', LEAD: 'LEAD', PROGRAMME_OFFICER: 'PROGRAMME_OFFICER', DESIGNATED: 'DESIGNATED' } as const;
registerEnumType(SupplierKind, {
  name: 'SupplierKind',
  description: 'Who can supply what is missing: a member, the lead, the officer of the call, or the holder of a designation.',
});

export const RepairAction = { ADD: 'ADD', SWAP: 'SWAP', CHANGE_ROLE: 'CHANGE_ROLE', REMOVE: 'REMOVE', SUPPLY: 'SUPPLY' } as const;
registerEnumType(RepairAction, { name: 'RepairAction', description: 'What a step of a repair does. SUPPLY brings a document.' });

@ObjectType({ description: 'What a rule asks for: at least, at most, or both.' })
export class RuleThreshold {
  @Field(() => Float, { nullable: true, description: 'The least.' })
  min?: number;

  @Field(() => Float, { nullable: true, description: 'The most.' })
  max?: number;
}

@ObjectType({ description: 'Who can supply a fact or document.' })
export class FactSupplier {
  @Field(() => SupplierKind, { description: 'What it is to the consortium.' })
  kind: keyof typeof SupplierKind;

  @Field(() => String, { nullable: true, description: 'The designation that it holds, such as MANAGING_AUTHORITY:ESF.' })
  designation?: string;

  @Field(() => String, { nullable: true, description: 'The country of the designation (ISO 3166).' })
  country?: string;

  /** By their own ids, the field `organisations` is read. */
  uuids: string[];
}

@ObjectType({ description: 'A fact that is missing and decides a rule.' })
export class MissingRuleFact {
  @Field({ description: 'Its short name, such as country or document:LETTER_OF_ENDORSEMENT.' })
  fact: string;

  @Field({ description: 'The fact in words.' })
  text: string;

  @Field(() => ID, { nullable: true, description: 'The member whose fact it is; nothing where it is of the project or the call.' })
  member?: string;

  @Field(() => FactSupplier, { description: 'Who can supply it.' })
  supplier: FactSupplier;
}

@ObjectType({ description: 'How a consortium stands under one rule.' })
export class RuleCheck {
  @Field(() => ID, { description: 'The short name of the rule within the call.' })
  id: string;

  @Field({ description: 'What the rule demands, as a sentence made from the rule itself.' })
  sentence: string;

  @Field({ description: 'The rule in the words of its call.' })
  message: string;

  @Field(() => SeverityName, { description: 'How hard it is.' })
  severity: Severity;

  @Field(() => RuleVerdictName, { description: 'How the confirmed members stand.' })
  verdict: Verdict;

  @Field(() => Float, { nullable: true, description: 'What there surely is; nothing where nothing is known.' })
  have: number | null;

  @Field(() => RuleThreshold, { description: 'What is wanted.' })
  need: RuleThreshold;

  @Field(() => Float, { description: 'How far it is from what is wanted; 0 where the rule is met.' })
  shortfall: number;

  @Field(() => [ID], { description: 'The members that were counted.' })
  counted: readonly string[];

  @Field(() => [String], { description: 'What was counted, such as states or sectors; of a rule on every group, the groups that fail.' })
  values: readonly string[];

  @Field(() => [MissingRuleFact], { description: 'What has to be known, where the verdict is UNKNOWN.' })
  missing: MissingRuleFact[];

  @Field(() => RuleVerdictName, { description: 'The verdict once everybody who is invited has accepted.' })
  ifAllAccept: Verdict;

  @Field(() => [ID], { description: 'Members whose departure would break the rule: with any of them gone it is NOT_MET.' })
  breaksWithout: readonly string[];

  @Field(() => [RuleSource], { description: 'What the rule was read from.' })
  sources: RuleSource[];
}

@ObjectType('RepairStep', { description: 'One change of a repair.' })
export class RepairStepView {
  @Field(() => RepairAction, { description: 'What it does.' })
  action: keyof typeof RepairAction;

  @Field(() => ConsortiumRole, { nullable: true, description: 'The role that is taken.' })
  role?: string;

  @Field(() => ID, { nullable: true, description: 'The member that leaves, changes its role or supplies a document.' })
  member?: string;

  @Field(() => String, { nullable: true, description: 'The kind of document that is supplied.' })
  document?: string;

  @Field(() => Int, { nullable: true, description: 'Of a document: the step, from 0, whose organisation supplies it.' })
  step?: number;

  @Field(() => Int, { nullable: true, description: 'How many organisations would do.' })
  candidates?: number;

  /** By their own ids, the field `first` is read. */
  uuids: string[];

  @Field(() => FactSupplier, { nullable: true, description: 'Of a document: who issues it.' })
  supplier?: FactSupplier;
}

@ObjectType({
  description: 'The smallest change that makes all mandatory rules MET, invited members counted as if they had accepted; or the rules in conflict.',
})
export class ConsortiumRepair {
  @Field(() => [RepairStepView], { description: 'The steps; none when nothing need be changed, or nothing would help.' })
  steps: RepairStepView[];

  @Field(() => [ID], { description: 'Rules that hang on facts which no step can supply.' })
  open: readonly string[];

  @Field(() => [ID], { description: 'Rules that no change can keep together; leaving out any one of them, the others can be.' })
  conflict: readonly string[];
}

@ObjectType({ description: 'A person’s judgement in the place of what the answers came to.' })
export class ScreeningOverruled {
  @Field(() => ScreeningOutcomeName, { nullable: true, description: 'What the answers came to; nothing when there were none.' })
  found: string | null;

  @Field(() => ScreeningOutcomeName, { description: 'What it is held to be.' })
  outcome: string;

  @Field({ description: 'Why.' })
  reason: string;
}

@ObjectType({ description: 'How a consortium stands under the rules of a call.' })
export class ConsortiumCheck {
  /** What the other fields are worked out from. */
  read: ReadDraft;

  @Field(() => StandingVerdict, { description: 'NOT_MET if a mandatory rule is; else UNKNOWN if one is open; else MET.' })
  verdict: string;

  @Field(() => Int, { description: 'The version of the rules that was asked.' })
  rulesetVersion: number;

  @Field(() => [RuleCheck], { description: 'Every rule of the call.' })
  rules: RuleCheck[];

  @Field(() => ScreeningOverruled, { nullable: true, description: 'Where a person judged otherwise than the answers to the check for social innovation did.' })
  overruled: ScreeningOverruled | null;
}

export const CheckConsortiumResult = createUnionType({
  name: 'CheckConsortiumResult',
  description: 'How the consortium stands, or why that cannot be said.',
  types: () => [ConsortiumCheck, Unauthenticated, NotFound, InvalidInput] as const,
  resolveType: successOr(ConsortiumCheck),
});
