import { closedRules, type Candidate, type EligibilityCall } from '#libs/eligibility';
import type { Answer, Conditions } from '#libs/matching';
import { tierIn } from '../admission.js';
import { lookFrom } from '../looks.js';
import type { Snapshot } from '../snapshot.js';
import type { ReadDraft } from './drafts.service.js';

type Read = Pick<ReadDraft, 'matching' | 'snapshot'>;

/** The members whom the snapshot knows; those that came later do not bear on scores. */
export function teamIn({ organisations, snapshot }: Pick<ReadDraft, 'organisations' | 'snapshot'>): string[] {
  return [...organisations.keys()].filter((code) => snapshot.index.position.has(code));
}

/** How all organisations suit a team. Members that came after the snapshot was taken do not bear on it. */
export function suitedTo(team: readonly string[], { matching, snapshot }: Read, conditions?: Conditions): Answer {
  return lookFrom(matching, snapshot.index)(team.filter((code) => snapshot.index.position.has(code)), conditions);
}

/** mean of score_i over partners i; null when there are none that can be scored */
export function meanScore(partners: readonly string[], answer: Answer): number | null {
  const scores = [...new Set(partners)].flatMap((code) => answer.scoreOf(code) ?? []);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The conditions under which these alone are ranked. */
export function only(codes: ReadonlySet<string>): Conditions {
  return { classOf: (code) => (codes.has(code) ? 0 : undefined) };
}

const candidates = new WeakMap<Snapshot, WeakMap<EligibilityCall, readonly Candidate[]>>();

/** Whoever may be asked to join under the rules of the call: public, not full, not refused. In no order of merit. */
export function candidatesFor({ eligibility, call, snapshot }: Pick<ReadDraft, 'eligibility' | 'call' | 'snapshot'>): readonly Candidate[] {
  const ofSnapshot = candidates.get(snapshot) ?? new WeakMap<EligibilityCall, readonly Candidate[]>();
  candidates.set(snapshot, ofSnapshot);
  const known = ofSnapshot.get(eligibility);
  if (known !== undefined) return known;
  const tier = tierIn(call, snapshot);
  const found = [...snapshot.candidates.values()].filter(({ code }) => tier(code) !== undefined).map((facts) => ({ id: facts.code, facts }));
  ofSnapshot.set(eligibility, found);
  return found;
}

const closers = new WeakMap<readonly Candidate[], ReturnType<typeof closedRules>>();

/** By code: which rules of the call that the draft fails each candidate would close. */
export function closedBy(read: Pick<ReadDraft, 'eligibility' | 'call' | 'snapshot' | 'draft'>): ReadonlyMap<string, readonly string[]> {
  const found = candidatesFor(read);
  const closed = closers.get(found) ?? closedRules(read.eligibility, found);
  closers.set(found, closed);
  return closed(read.draft);
}
