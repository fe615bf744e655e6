import { countriesThatCount, countriesWanted, membership, type EligibilityCall, type Standing } from '#libs/eligibility';
import type { CallFacts, Conditions, SoughtAfter, Mix } from '#libs/matching';
import type { CallRecord } from '#libs/calls';
import type { Candidate, Snapshot } from './snapshot.js';

/** What the rules of a call need to judge one organisation. */
export function eligibilityCallOf(call: CallRecord): EligibilityCall {
  const { rules, countrySets } = call.ruleset;
  return { rules, countrySets, bodies: call.bodies };
}

/** What of a call bears on the scores. @param vector of its text, where there is one */
export function matchingCallOf(call: CallRecord, demand: readonly SoughtAfter[], vector: Float32Array | undefined): CallFacts {
  const countries = countriesThatCount(eligibilityCallOf(call));
  const wanted = countriesWanted(eligibilityCallOf(call));
  return {
    id: call.code,
    themes: call.themes,
    programme: call.programme.code,
    text: call.text,
    ...(vector !== undefined && { vector }),
    ...(call.predecessor !== undefined && { predecessor: call.predecessor }),
    ...(countries !== undefined && { countries }),
    ...(wanted !== undefined && { countriesWanted: wanted }),
    ...(call.area.length > 0 && { area: call.area }),
    ...(demand.length > 0 && { demand }),
  };
}

/** Whether an organisation may join and lead, under the call's rules. */
export function standingOf(call: CallRecord, candidate: Candidate): { join: Standing; lead: Standing } {
  return membership(eligibilityCallOf(call), candidate);
}

/** Eligibility tiers, the first going first: who may join, then of whom it is not known. */
export const TIERS = ['MET', 'UNKNOWN'] as const;
export type Tier = (typeof TIERS)[number];

/** Hard rules stand before any score: hidden, full and ineligible organisations are in no tier and never suggested. */
export function tierIn(call: CallRecord, snapshot: Snapshot): (code: string) => Tier | undefined {
  const eligibility = eligibilityCallOf(call);
  const tiers = new Map<string, Tier | undefined>();
  return (code) => {
    if (!tiers.has(code)) tiers.set(code, tierOf(eligibility, snapshot.candidates.get(code)));
    return tiers.get(code);
  };
}

function tierOf(call: EligibilityCall, candidate: Candidate | undefined): Tier | undefined {
  if (candidate === undefined || !candidate.public || candidate.full) return undefined;
  const { verdict } = membership(call, candidate).join;
  return verdict === 'NOT_MET' ? undefined : verdict;
}

/**
 * The conditions of every ranking in a call: by tier and, in it, by how many rules that a draft fails somebody closes.
 * @param closed by code, what somebody closes; nothing outside of drafts
 */
export function conditionsIn(call: CallRecord, snapshot: Snapshot, mix: Mix, closed: ReadonlyMap<string, readonly string[]> = new Map()): Conditions {
  const tier = tierIn(call, snapshot);
  const most = Math.max(0, ...[...closed.values()].map(({ length }) => length));
  return {
    mix,
    classes: TIERS.length * (most + 1),
    classOf: (code) => {
      const found = tier(code);
      return found && TIERS.indexOf(found) * (most + 1) + most - (closed.get(code)?.length ?? 0);
    },
  };
}
