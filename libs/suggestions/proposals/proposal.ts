import type { Check, RuleVerdict } from '#libs/eligibility';
import type { Candidates } from '../snapshot.js';
import type { FoundConsortium, FoundMember } from './found-consortium.js';

export interface ProposedMember extends FoundMember {
  /** The organisation's own id. */
  readonly id: string;
}

/** A consortium that is proposed, as it is stored and told. */
export interface ProposedConsortium extends FoundConsortium {
  readonly members: readonly ProposedMember[];
  /** No MANDATORY rule is NOT_MET. */
  readonly rulesMet: boolean;
  readonly rules: readonly RuleVerdict[];
}

/** @param check of its members, made without the search */
export function proposedConsortium(found: FoundConsortium, candidates: Candidates, { verdict, rules }: Check): ProposedConsortium {
  const members = found.members.map((member) => ({ ...member, id: candidates.get(member.organisation)?.id ?? '' }));
  return { ...found, members, rulesMet: verdict !== 'NOT_MET', rules };
}
