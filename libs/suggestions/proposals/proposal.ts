import type { Check, MemberRole, RuleVerdict } from '#libs/eligibility';
import { isNewcomer, warmPaths, type Choice, type Proposal, type Replacement, type WarmStep } from '#libs/matching';
import type { Candidates } from '../snapshot.js';
import type { ProposalGround, ProposalWork } from './proposal-work.js';

export interface ProposedMember {
  /** Its printed code. */
  readonly organisation: string;
  /** The organisation's own id. */
  readonly id: string;
  readonly role: MemberRole;
  readonly country: string;
  /** Had a seat in the draft. */
  readonly given: boolean;
  readonly newcomer: boolean;
  /** Of the themes that are looked at. */
  readonly covers: readonly string[];
  /** Numbers of the wishes that it fits, from 1. */
  readonly fits: readonly number[];
  /** The shortest chain of past projects from the lead to it; empty when there is none. */
  readonly path: readonly WarmStep[];
  /** Who could take its seat, all rules kept, with the value of the consortium then. */
  readonly alternatives: readonly { readonly organisation: string; readonly id: string; readonly value: number }[];
}

/** A consortium that is proposed, as it is stored and told. */
export interface ProposedConsortium {
  readonly members: readonly ProposedMember[];
  readonly value: number;
  /** Nothing while nothing is proven yet. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly proven: boolean;
  /** No MANDATORY rule is NOT_MET. */
  readonly rulesMet: boolean;
  readonly rules: readonly RuleVerdict[];
}

type Told = Choice & Partial<Proposal> & { readonly alternatives?: ReadonlyMap<number, readonly Replacement[]> };

/** What there is to tell of a consortium that was found. @param check of its members, made without the search */
export function proposedConsortium(found: Told, work: ProposalWork, ground: ProposalGround, candidates: Candidates, check: Check): ProposedConsortium {
  const { index } = ground;
  const { given, topics, asks } = work.problem;
  const codeOf = (option: number) => work.options[option]?.id ?? '';
  const idOf = (option: number) => candidates.get(codeOf(option))?.id ?? '';
  const lead = ground.given.find(({ roles }) => roles.includes('COORDINATOR'))?.id ?? '';
  const known = found.members.map(codeOf).filter((code) => index.position.has(code));
  const paths = index.position.has(lead) ? warmPaths(index, lead, known) : new Map<string, WarmStep[]>();
  const members = found.members.flatMap((option): ProposedMember[] => {
    const member = work.options[option];
    if (member === undefined) return [];
    return [{
      organisation: member.id,
      id: idOf(option),
      role: member.roles[0] ?? 'CO_APPLICANT',
      country: member.facts.country,
      given: given.includes(option),
      newcomer: isNewcomer(index, index.position.get(member.id) ?? -1),
      covers: topics.filter(({ holders }) => holders.has(option)).map(({ id }) => id),
      fits: asks.flatMap(({ rule, terms }) => (rule.startsWith('wish:') && terms.has(option) ? [Number(rule.slice('wish:'.length))] : [])),
      path: paths.get(member.id) ?? [],
      alternatives: (found.alternatives?.get(option) ?? []).map((other) => ({ organisation: codeOf(other.option), id: idOf(other.option), value: other.value })),
    }];
  });
  const { value, bound = null, gap = null, proven = false } = found;
  return { members, value, bound, gap, proven, rulesMet: check.verdict !== 'NOT_MET', rules: check.rules };
}
