import type { Member, ProjectFacts } from '../facts/draft.js';
import type { Interval, MemberTerm, ProjectTerm, Term } from './condition.js';

export const NOTHING: Interval = { low: 0, high: 0, missing: [] };

export const isMemberTerm = (term: Term): term is MemberTerm => 'test' in term;

const CONTRIBUTIONS = new WeakMap<readonly Term[], WeakMap<Member, Interval>>();

/**
 * What a member adds to a sum: the factors of the terms it passes, times its weight. A weight that is not known may be
 * anything from nought up. Terms of one weight belong together: in a share, the same euros stand above and below.
 * Computed once, however often members come and go.
 */
export function contributionOf(member: Member, terms: readonly Term[]): Interval {
  const byMember = CONTRIBUTIONS.get(terms) ?? new WeakMap<Member, Interval>();
  CONTRIBUTIONS.set(terms, byMember);
  const known = byMember.get(member);
  if (known !== undefined) return known;
  const contribution = computed(member, terms);
  byMember.set(member, contribution);
  return contribution;
}

function computed(member: Member, terms: readonly Term[]): Interval {
  const byWeight = new Map<string, MemberTerm[]>();
  for (const term of terms.filter(isMemberTerm))
    byWeight.set(term.weight.name, [...(byWeight.get(term.weight.name) ?? []), term]);
  return [...byWeight.values()].map((group) => weighted(member, group)).reduce(plus, NOTHING);
}

function weighted(member: Member, terms: readonly MemberTerm[]): Interval {
  const factor = terms.map((term) => factorOf(member, term)).reduce(plus, NOTHING);
  const [first] = terms;
  const weight = first?.weight.of(member);
  if (weight !== undefined)
    return { low: times(factor.low, weight), high: times(factor.high, weight), missing: factor.missing };
  const missing = factor.low === 0 && factor.high === 0 ? [] : [...factor.missing, first?.weight.name ?? ''];
  return { low: factor.low < 0 ? -Infinity : 0, high: factor.high > 0 ? Infinity : 0, missing };
}

function factorOf(member: Member, { test, factor }: MemberTerm): Interval {
  const answer = test(member);
  if (answer.holds !== undefined) return answer.holds ? { low: factor, high: factor, missing: [] } : NOTHING;
  return { low: Math.min(0, factor), high: Math.max(0, factor), missing: answer.missing };
}

/** What the project adds to a sum. */
export function projectPart(project: ProjectFacts, terms: readonly Term[]): Interval {
  return terms
    .filter((term): term is ProjectTerm => !isMemberTerm(term))
    .map(({ factor, number }) => scaled(number(project), factor))
    .reduce(plus, NOTHING);
}

function scaled({ low, high, missing }: Interval, factor: number): Interval {
  const ends = [times(low, factor), times(high, factor)];
  return { low: Math.min(...ends), high: Math.max(...ends), missing: factor === 0 ? [] : missing };
}

/** Nought times anything is nought, the unbounded too. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

export function plus(a: Interval, b: Interval): Interval {
  const missing =
    a.missing.length === 0 ? b.missing : b.missing.length === 0 ? a.missing : [...a.missing, ...b.missing];
  return { low: a.low + b.low, high: a.high + b.high, missing };
}
