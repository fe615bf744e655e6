import { createUnionType, Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MemberRole } from '#libs/eligibility';
import { InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { StandingVerdict } from '../suggestion.types.js';
import { RuleCheck } from './check.types.js';
import { ConsortiumRole } from './draft.input.js';
import type { DraftChange } from './what-if.js';

export const ChangeAction = { ADD: 'ADD', REMOVE: 'REMOVE', SWAP: 'SWAP', CHANGE_ROLE: 'CHANGE_ROLE' } as const;
registerEnumType(ChangeAction, { name: 'ChangeAction', description: 'What a change of a consortium does.' });

@InputType({ description: 'A change that is only thought of.' })
export class DraftChangeInput {
  @Field(() => ChangeAction, { description: 'What it does.' })
  action: keyof typeof ChangeAction;

  @Field(() => ID, { description: 'Who joins, leaves, is swapped or changes its role.' })
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Of a swap: who comes instead.' })
  withId?: string | null;

  @Field(() => ConsortiumRole, { nullable: true, description: 'The role after it: of whoever joins CO_APPLICANT when left out, of a swap that of the leaver.' })
  role?: MemberRole | null;
}

/** @throws InvalidInput for a swap with nobody, and for a change of roles without a role */
export function changesOf(inputs: readonly DraftChangeInput[]): DraftChange[] {
  return inputs.map(({ action, organisationId, withId, role }, i): DraftChange => {
    switch (action) {
      case 'ADD':
        return { action, organisationId, ...(role != null && { role }) };
      case 'REMOVE':
        return { action, organisationId };
      case 'SWAP':
        if (withId == null) throw new InvalidInput(`changes[${i}].withId`, 'is missing: who comes instead?');
        return { action, organisationId, withId, ...(role != null && { role }) };
      case 'CHANGE_ROLE':
        if (role == null) throw new InvalidInput(`changes[${i}].role`, 'is missing: which role?');
        return { action, organisationId, role };
    }
  });
}

@ObjectType('ThemeCoverage', { description: 'A wanted theme and who covers it.' })
export class ThemeCoverageView {
  @Field(() => ID, { description: 'The theme.' })
  theme: string;

  @Field(() => [ID], { description: 'The members that offer it or worked on it, or on one below it.' })
  members: readonly string[];
}

@ObjectType({ description: 'A role and who has it.' })
export class RoleCoverage {
  @Field(() => ConsortiumRole, { description: 'The role.' })
  role: MemberRole;

  @Field(() => [ID], { description: 'The members that have it.' })
  members: readonly string[];
}

@ObjectType('DraftStanding', { description: 'How a consortium stands, in all that a change may move.' })
export class DraftStandingView {
  @Field(() => StandingVerdict, { description: 'NOT_MET if a mandatory rule is; else UNKNOWN if one is open; else MET.' })
  verdict: string;

  @Field(() => [RuleCheck], { description: 'Every rule of the call.' })
  rules: RuleCheck[];

  @Field(() => [ThemeCoverageView], { description: 'The themes of the call and the project, and who covers them.' })
  themes: readonly ThemeCoverageView[];

  @Field(() => [RoleCoverage], { description: 'The roles that are taken.' })
  roles: readonly RoleCoverage[];

  @Field(() => Float, { nullable: true, description: 'The mean score of the others as partners of the lead, from 0 to 1; nothing without a lead.' })
  score: number | null;
}

@ObjectType({ description: 'What changes would come to.' })
export class WhatIf {
  @Field(() => DraftStandingView, { description: 'Before the changes.' })
  before: DraftStandingView;

  @Field(() => DraftStandingView, { description: 'After them.' })
  after: DraftStandingView;
}

export const WhatIfResult = createUnionType({
  name: 'WhatIfResult',
  description: 'What changes would come to, or why that cannot be said.',
  types: () => [WhatIf, Unauthenticated, NotFound, InvalidInput] as const,
  resolveType: successOr(WhatIf),
});
