import { membership, type EligibilityCall } from '#libs/eligibility';
import { linearSolver, matchCall, meanOf, searchConsortia, searchLocally, type CallFacts, type Mean, type MatchIndex } from '#libs/matching';
import type { Candidate } from '../snapshot.js';
import { only } from '../drafts/team.js';
import { problemOf } from './proposal-search.js';
import { proposalWork } from './proposal-work.js';

/** A consortium that was really formed, to be proposed anew. */
export interface RealConsortium {
  readonly id: string;
  readonly call: CallFacts;
  readonly rules: EligibilityCall;
  readonly lead: string;
  /** All others. */
  readonly partners: readonly string[];
}

/** The past without the consortia that are replayed. */
export interface ReplayGround {
  readonly index: MatchIndex;
  readonly candidates: readonly Candidate[];
}

/** How many of the real partners each way of proposing as many found. */
export interface Replayed {
  readonly id: string;
  readonly partners: number;
  readonly exact: number;
  readonly greedy: number;
  /** The best by score, whatever the rules and ties. */
  readonly topK: number;
  readonly proven: boolean;
}

export async function replay(real: RealConsortium, { index, candidates }: ReplayGround, seed: number): Promise<Replayed> {
  const eligible = candidates.filter((each) => each.public && (each.code === real.lead || membership(real.rules, each).join.verdict !== 'NOT_MET'));
  const ids = new Set(eligible.map(({ code }) => code));
  const ranked = matchCall(index, real.call)([real.lead], only(ids)).rank(index.organisations.length);
  const lead = eligible.filter(({ code }) => code === real.lead);
  const size = real.partners.length + 1;
  const ground = {
    call: real.rules,
    project: { fields: {} },
    given: lead.map((facts) => ({ id: facts.code, roles: ['COORDINATOR' as const], confirmed: true, facts })),
    candidates: eligible.map((facts) => ({ id: facts.code, facts })),
    index,
    scores: new Map(ranked.map(({ organisation, score }) => [organisation, score])),
    themes: real.call.themes,
  };
  const work = proposalWork(ground, { size: { min: size, max: size }, excluded: [], apart: [], mix: 'PROVEN', count: 1, wishes: [], seed, mustCover: [] });
  const problem = problemOf(work, ground);
  const { proposals: [exact] } = searchConsortia(problem, 1, work.limits, await linearSolver());
  const found = (members: readonly number[] = []) => members.filter((option) => real.partners.includes(problem.organisations[option] ?? '')).length;
  return {
    id: real.id,
    partners: real.partners.length,
    exact: found(exact?.members),
    greedy: found(searchLocally(problem)?.members),
    topK: ranked.slice(0, real.partners.length).filter(({ organisation }) => real.partners.includes(organisation)).length,
    proven: exact?.proven ?? false,
  };
}

/** Shares of the real partners found, and paired differences between the ways. */
export interface ReplaySummary {
  readonly n: number;
  readonly proven: number;
  readonly exact: Mean;
  readonly greedy: Mean;
  readonly topK: Mean;
  readonly exactOverGreedy: Mean;
  readonly exactOverTopK: Mean;
}

/** @param replayed at least one */
export function summaryOf(replayed: readonly Replayed[], seed: number): ReplaySummary {
  const mean = (found: (each: Replayed) => number) => meanOf(replayed.map((each) => found(each) / each.partners), seed);
  return {
    n: replayed.length,
    proven: replayed.filter(({ proven }) => proven).length,
    exact: mean(({ exact }) => exact),
    greedy: mean(({ greedy }) => greedy),
    topK: mean(({ topK }) => topK),
    exactOverGreedy: mean(({ exact, greedy }) => exact - greedy),
    exactOverTopK: mean(({ exact, topK }) => exact - topK),
  };
}
