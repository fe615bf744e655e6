import { chanceOf, CROWD, logSum } from './chance.js';
import { organisationPosition, type MatchIndex } from './match-index.js';
import type { CurvedReading, Scored } from './match.js';
import { KEPT_PLACES, type Mix } from './newcomers.js';
import { orderOf, type Conditions } from './order.js';
import type { CallFacts } from './question.js';
import type { Part, Ranked, Suggestion } from './suggestion.js';
import { valueAt } from './values.js';
import type { Chances } from './weights.js';

/** The answer to one question: all scores are worked out, any number of them may be read. */
export interface Answer {
  /** The exact k best; the team is never among them. */
  rank(k: number): Ranked[];
  /** Somebody's score alone; nothing for an unknown organisation and for one of the team. */
  scoreOf(organisation: string): number | undefined;
  /** @throws RangeError for an unknown organisation and for one of the team. */
  explain(candidate: string): Suggestion;
}

export function answerTo(
  { index, call, team }: { readonly index: MatchIndex; readonly call: CallFacts; readonly team: readonly number[] },
  scored: Scored,
  chances: Chances,
  conditions: Conditions,
): Answer {
  const order = orderOf(index, call.id, team, scored.scores, conditions);
  const oddsOf = (candidate: number) => (scored.scores[candidate] ?? 0) * scored.unit;
  const crowd = lazily(() => logSum(order.first(CROWD).map(({ candidate }) => oddsOf(candidate))));
  return {
    rank: (k) => order.first(k).map(({ candidate, score }) => ({ organisation: index.organisations[candidate] ?? '', score })),
    scoreOf: (organisation) => {
      const candidate = index.position.get(organisation);
      return candidate === undefined || team.includes(candidate) ? undefined : order.scoreOf(candidate);
    },
    explain: (organisation) => {
      const candidate = organisationPosition(index, organisation);
      if (team.includes(candidate)) throw new RangeError(`Organisation ${organisation} is in the team itself.`);
      const score = order.scoreOf(candidate);
      return {
        organisation,
        score,
        parts: partsOf(scored, candidate, score, conditions.mix),
        probability: chanceOf(chances, oddsOf(candidate) - crowd()),
      };
    },
  };
}

function partsOf({ scores, parts, prices }: Scored, candidate: number, score: number, mix: Mix = 'PROVEN'): Part[] {
  const price = prices.get(candidate);
  const lift = score - (scores[candidate] ?? 0);
  return [
    ...parts.map((part) => partOf(part, candidate)),
    ...(price === undefined ? [] : [price]),
    ...(lift > 0 ? [liftBy(lift, mix)] : []),
  ];
}

function partOf({ curve: { signal, weight }, values, evidence }: CurvedReading, candidate: number): Part {
  const value = valueAt(values, candidate);
  return { signal, value, weight, contribution: value * weight, evidence: value > 0 ? evidence(candidate) : [] };
}

function liftBy(lift: number, mix: Mix): Part {
  const evidence = [{ kind: 'note', role: 'kept-place', count: KEPT_PLACES[mix] }] as const;
  return { signal: 'newcomer', value: 1, weight: lift, contribution: lift, evidence };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
