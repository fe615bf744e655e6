import type { Choice, ConsortiumProblem } from './problem.js';
import { quickStanding, type QuickStanding } from './quick-standing.js';
import { shortlistOf } from './shortlist.js';
import { isBetter, offSize, type Standing } from './standing.js';

interface State extends Standing {
  readonly members: readonly number[];
}

interface Judge {
  readonly problem: ConsortiumProblem;
  readonly standing: QuickStanding;
}

/** What joins together: one option, or one with who vouches for it. */
type Party = readonly number[];

const STARTS = 2;
const VOUCHERS = 1;

/**
 * A good consortium at once, not proven to be the best: from several first members a consortium is filled up greedily,
 * then members are exchanged, one or two at a time, for as long as it gets better. It reads no clock: the same problem
 * has the same answer.
 *
 * @returns nothing where it meets none that keeps all demands, which does not say that there is none
 */
export function searchLocally(problem: ConsortiumProblem): Choice | undefined {
  const shortlist = shortlistOf(problem);
  const judge: Judge = { problem, standing: quickStanding(problem, [...problem.given, ...shortlist]) };
  const parties = partiesOf(problem, shortlist);
  let best: State | undefined;
  for (let start = 0; start < STARTS; start++) {
    const found = exchanged(filled(judge, parties, start), judge, shortlist, parties);
    if (best === undefined || isBetter(found, best)) best = found;
  }
  if (best === undefined || best.missing > 0) return undefined;
  return { members: best.members.toSorted((a, b) => a - b), value: best.value };
}

/** Each option alone, then each with the best of those that vouch for it. */
function partiesOf({ vouchers }: ConsortiumProblem, shortlist: readonly number[]): Party[] {
  const pairs = shortlist.flatMap((option) =>
    shortlist
      .filter((other) => vouchers[option]?.has(other))
      .slice(0, VOUCHERS)
      .map((other): Party => [option, other]),
  );
  return [...shortlist.map((option): Party => [option]), ...pairs];
}

/** Adds the party that makes the largest step a seat, over and over. The first one is the best but so many. */
function filled(judge: Judge, parties: readonly Party[], skipped: number): State {
  const { given, size } = judge.problem;
  let state = stateOf(judge, given);
  for (let left = skipped; state.members.length < size.max; left = 0) {
    const joining = parties.filter(
      (party) => state.members.length + party.length <= size.max && !party.some((option) => state.members.includes(option)),
    );
    const isLacking = state.missing > offSize(judge.problem, state.members);
    const next = isLacking ? largestStep(state, judge, joining, left) : mostWorth(state, judge, joining, left);
    if (next === undefined) return state;
    state = next;
  }
  return state;
}

function largestStep(state: State, judge: Judge, parties: readonly Party[], skipped: number): State | undefined {
  const steps = parties
    .map((party) => ({ seats: party.length, next: stateOf(judge, [...state.members, ...party]) }))
    .map(({ seats, next }) => ({ next, gain: gainOf(state, next, seats) }))
    .filter(({ gain, next }) => gain > 0 && next.missing <= state.missing)
    .sort((a, b) => b.gain - a.gain);
  return steps[Math.min(skipped, steps.length - 1)]?.next;
}

/** Nothing is missing but members: the rules are only asked about who is worth most. */
function mostWorth(state: State, judge: Judge, parties: readonly Party[], skipped: number): State | undefined {
  const steps = parties
    .map((party) => ({ members: [...state.members, ...party], seats: party.length }))
    .map(({ members, seats }) => ({ members, gain: (judge.standing.worth(members) - state.value) / seats }))
    .sort((a, b) => b.gain - a.gain);
  let left = skipped;
  for (const { members } of steps) {
    const next = stateOf(judge, members);
    if (next.missing <= offSize(judge.problem, members) && left-- === 0) return next;
  }
  return undefined;
}

/** What is missing weighs more than any value. */
const DEAR = 1000;
const gainOf = (from: Standing, to: Standing, seats: number): number =>
  (to.value - from.value + DEAR * (from.missing - to.missing)) / seats;

/** Exchanges at most one member, then two, until it gets no better. */
function exchanged(start: State, judge: Judge, shortlist: readonly number[], parties: readonly Party[]): State {
  const singles = shortlist.map((option): Party => [option]);
  const pairs = parties.filter(({ length }) => length === 2);
  for (let state = start; ; ) {
    const better = bestExchange(state, judge, 1, [[], ...singles]) ?? bestExchange(state, judge, 2, pairs);
    if (better === undefined) return state;
    state = better;
  }
}

/** The best party to join for the first leavers whom it is good to replace. */
function bestExchange(state: State, judge: Judge, leaving: number, joining: readonly Party[]): State | undefined {
  const { given, size } = judge.problem;
  const free = state.members.filter((member) => !given.includes(member));
  let best = state;
  for (const leavers of someOf(free, leaving)) {
    const rest = state.members.filter((member) => !leavers.includes(member));
    for (const party of joining) {
      const count = rest.length + party.length;
      if (count < size.min || count > size.max || party.some((option) => rest.includes(option))) continue;
      const next = stateOf(judge, [...rest, ...party], best);
      if (isBetter(next, best)) best = next;
    }
    if (best !== state) return best;
  }
  return undefined;
}

/** Nobody, each member, and for two each pair of them. */
function someOf(members: readonly number[], most: number): Party[] {
  const singles = members.map((member): Party => [member]);
  if (most === 1) return [[], ...singles];
  return members.flatMap((a, at) => members.slice(at + 1).map((b): Party => [a, b]));
}

function stateOf(judge: Judge, members: readonly number[], than?: State): State {
  return { members, ...judge.standing.of(members, than) };
}
