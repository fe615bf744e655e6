import type { MemberRole } from '#libs/eligibility';
import { isNewcomer, warmPaths, type Choice, type Proposal, type Replacement, type WarmStep } from '#libs/matching';
import type { ProposalGround, ProposalWork } from './proposal-work.js';

/** Who could take a seat, all rules kept. */
export interface SeatCandidate {
  /** Its printed code. */
  readonly organisation: string;
  /** Of the consortium with it. */
  readonly value: number;
}

export interface FoundMember {
  /** Its printed code. */
  readonly organisation: string;
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
  readonly alternatives: readonly SeatCandidate[];
}

/** A consortium as the search tells it. */
export interface FoundConsortium {
  readonly members: readonly FoundMember[];
  readonly value: number;
  /** Nothing while nothing is proven yet. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly proven: boolean;
}

/** What there is to tell of a choice. @param alternatives for its seats, by option */
export function consortiumFrom(
  choice: Choice & Partial<Proposal>,
  work: ProposalWork,
  { index, given: draft }: ProposalGround,
  alternatives?: ReadonlyMap<number, readonly Replacement[]>,
): FoundConsortium {
  const { given, topics, asks } = work.problem;
  const { members, value, bound, gap, proven = false } = choice;
  const codes = members.flatMap((option) => work.options[option]?.id ?? []).filter((code) => index.position.has(code));
  const lead = draft.find(({ roles }) => roles.includes('COORDINATOR'))?.id ?? '';
  const paths = index.position.has(lead) ? warmPaths(index, lead, codes) : new Map<string, WarmStep[]>();
  const told = members.flatMap((option): FoundMember[] => {
    const member = work.options[option];
    if (member === undefined) return [];
    const { id: organisation, roles: [role = 'CO_APPLICANT'], facts: { country } } = member;
    return [{
      organisation,
      role,
      country,
      given: given.includes(option),
      newcomer: isNewcomer(index, index.position.get(organisation) ?? -1),
      covers: topics.filter(({ holders }) => holders.has(option)).map(({ id }) => id),
      fits: asks.flatMap(({ rule, terms }) => (rule.startsWith(WISH) && terms.has(option) ? [Number(rule.slice(WISH.length))] : [])),
      path: paths.get(organisation) ?? [],
      alternatives: seatsFrom(alternatives?.get(option) ?? [], work),
    }];
  });
  return { members: told, value, bound: bound ?? null, gap: gap ?? null, proven };
}

const WISH = 'wish:';

export const seatsFrom = (replacements: readonly Replacement[], { options }: ProposalWork): SeatCandidate[] =>
  replacements.map(({ option, value }) => ({ organisation: options[option]?.id ?? '', value }));
