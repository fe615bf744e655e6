import type { MatchIndex } from './match-index.js';
import { isNewcomer, KEPT_AMONG, KEPT_PLACES, lifted, type Mix } from './newcomers.js';
import { hashOf, lot } from './tie-break.js';
import { topK } from './top-k.js';

/** What an answer is subject to. */
export interface Conditions {
  /** Hard rules stand before any score: the class of each, 0 going first; who has none is not ranked. Left out: all are alike. */
  readonly classOf?: (organisation: string) => number | undefined;
  /** How many classes there are (1). */
  readonly classes?: number;
  /** PROVEN when left out. */
  readonly mix?: Mix;
}

/** Somebody's place: its score, lifted where a place was kept for it. */
export interface Place {
  readonly candidate: number;
  readonly score: number;
  readonly isLifted: boolean;
}

/** All but the team in their order: by class, then by score, a lifted newcomer before its equals, then by lot. */
export interface Order {
  /** The exact first k. */
  first(k: number): Place[];
  /** The score with which somebody stands in the order. */
  scoreOf(candidate: number): number;
}

/** @param callId with the team it seeds the lots */
export function orderOf(
  index: MatchIndex,
  callId: string,
  team: readonly number[],
  scores: Float64Array,
  { classOf = () => 0, classes = 1, mix = 'PROVEN' }: Conditions,
): Order {
  const members = new Set(team);
  const id = (candidate: number) => index.organisations[candidate] ?? '';
  const seed = hashOf([callId, ...team.map(id).sort()].join('\n'));
  const ownScore = (candidate: number) => scores[candidate] ?? 0;
  const lotOf = (candidate: number) => lot(seed, index.idHash[candidate] ?? 0);
  // Two ids with one hash among equal scores: the sorted position decides, so that the order stays total.
  const tie = (a: number, b: number) => lotOf(a) - lotOf(b) || a - b;
  const best = (k: number, isWanted: (candidate: number) => boolean): number[] =>
    topK(scores, k, tie, (candidate) => !members.has(candidate) && isWanted(candidate));

  const firstOf = (which: number, k: number): Place[] => {
    const isIn = (candidate: number) => classOf(id(candidate)) === which;
    const unlifted = (candidate: number): Place => ({ candidate, score: ownScore(candidate), isLifted: false });
    if (mix === 'PROVEN') return best(k, isIn).map(unlifted);
    const others = best(k, (candidate) => !isNewcomer(index, candidate) && isIn(candidate));
    const newcomers = best(k, (candidate) => isNewcomer(index, candidate) && isIn(candidate));
    const risen = lifted(others.map(ownScore), newcomers.map(ownScore), KEPT_PLACES[mix]);
    const places = newcomers.map((candidate, i): Place => {
      const lift = risen[i];
      return lift === undefined ? unlifted(candidate) : { candidate, score: lift, isLifted: true };
    });
    return [...others.map(unlifted), ...places]
      .sort((a, b) => b.score - a.score || Number(b.isLifted) - Number(a.isLifted) || ownScore(b.candidate) - ownScore(a.candidate) || tie(a.candidate, b.candidate))
      .slice(0, k);
  };

  const known = new Map<number, Place[]>();
  const keptIn = (which: number): Place[] => {
    const places = known.get(which) ?? firstOf(which, KEPT_AMONG);
    known.set(which, places);
    return places;
  };
  return {
    first: (k) => {
      const places: Place[] = [];
      for (let which = 0; which < classes && places.length < k; which++) {
        const room = k - places.length;
        places.push(...(room <= KEPT_AMONG ? keptIn(which).slice(0, room) : firstOf(which, room)));
      }
      return places;
    },
    scoreOf: (candidate) => {
      if (mix === 'PROVEN' || !isNewcomer(index, candidate)) return ownScore(candidate);
      const which = classOf(id(candidate));
      const place = which === undefined ? undefined : keptIn(which).find((each) => each.candidate === candidate);
      return place?.score ?? ownScore(candidate);
    },
  };
}
