import { type Candidate, type EligibilityCall } from '#libs/eligibility';
import type { Answer } from '#libs/matching';
import { admissionTo } from '../admission.js';
import { lookFrom } from '../looks.js';
import type { Snapshot } from '../snapshot.js';
import type { ReadDraft } from './drafts.service.js';

type Read = Pick<ReadDraft, 'matching' | 'snapshot'>;

/** How all organisations suit a team. Members that came after the snapshot was taken do not bear on it. */
export function suitedTo(team: readonly string[], { matching, snapshot }: Read): Answer {
  return lookFrom(matching, snapshot.index)(team.filter((code) => snapshot.index.position.has(code)));
}

/** mean of score_i over the partners i of a lead; null when there are none that can be scored */
export function meanScore(partners: readonly string[], lead: string, read: Read): number | null {
  const scored = new Set(partners);
  const scores = suitedTo([lead], read).rank({ k: scored.size, admit: (code) => scored.has(code) });
  return scores.length === 0 ? null : scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
}

const candidates = new WeakMap<Snapshot, WeakMap<EligibilityCall, readonly Candidate[]>>();

/** Whoever may be asked to join under the rules of the call: public, not full, not refused. In no order of merit. */
export function candidatesFor({ eligibility, call, snapshot }: Pick<ReadDraft, 'eligibility' | 'call' | 'snapshot'>): readonly Candidate[] {
  const ofSnapshot = candidates.get(snapshot) ?? new WeakMap<EligibilityCall, readonly Candidate[]>();
  candidates.set(snapshot, ofSnapshot);
  const known = ofSnapshot.get(eligibility);
  if (known !== undefined) return known;
  const admitted = admissionTo(call, snapshot);
  const found = [...snapshot.candidates.values()].filter(({ code }) => admitted(code)).map((facts) => ({ id: facts.code, facts }));
  ofSnapshot.set(eligibility, found);
  return found;
}
