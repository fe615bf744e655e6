import { countriesThatCount, membership, type EligibilityCall, type Standing } from '#libs/eligibility';
import type { CallFacts } from '#libs/matching';
import type { CallRecord } from '#libs/calls';
import type { Candidate, Snapshot } from './snapshot.js';

/** What the rules of a call need to judge one organisation. */
export function eligibilityCallOf(call: CallRecord): EligibilityCall {
  const { rules, countrySets } = call.ruleset;
  return { rules, countrySets, bodies: call.bodies };
}

/** What of a call bears on the scores. */
export function matchingCallOf(call: CallRecord): CallFacts {
  const countries = countriesThatCount(eligibilityCallOf(call));
  return {
    id: call.code,
    themes: call.themes,
    programme: call.programme.code,
    text: call.text,
    ...(call.predecessor !== undefined && { predecessor: call.predecessor }),
    ...(countries !== undefined && { countries }),
    ...(call.area.length > 0 && { area: call.area }),
  };
}

/** Whether an organisation may join and lead, under the call's rules. */
export function standingOf(call: CallRecord, candidate: Candidate): { join: Standing; lead: Standing } {
  return membership(eligibilityCallOf(call), candidate);
}

/** Hard rules stand before any score: hidden, full and ineligible organisations are never suggested. */
export function admissionTo(call: CallRecord, snapshot: Snapshot): (code: string) => boolean {
  const eligibility = eligibilityCallOf(call);
  const verdicts = new Map<string, boolean>();
  return (code) => {
    const known = verdicts.get(code);
    if (known !== undefined) return known;
    const candidate = snapshot.candidates.get(code);
    const admitted = candidate !== undefined && candidate.public && !candidate.full && mayJoin(eligibility, candidate);
    verdicts.set(code, admitted);
    return admitted;
  };
}

const mayJoin = (call: EligibilityCall, candidate: Candidate): boolean => membership(call, candidate).join.verdict !== 'NOT_MET';
