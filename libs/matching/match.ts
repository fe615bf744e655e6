import { answerTo, type Answer } from './answer.js';
import { viewCall, type CallView } from './call-view.js';
import { pricesOf } from './congestion.js';
import { organisationPosition, type MatchIndex } from './match-index.js';
import { situationOf, type Situation } from './model.js';
import type { Conditions } from './order.js';
import type { CallFacts, Question } from './question.js';
import { SHIPPED_WEIGHTS } from './shipped-weights.js';
import { READERS } from './signals/index.js';
import type { Reading } from './signals/signal-reader.js';
import type { Part, Ranked, Suggestion } from './suggestion.js';
import { addAll, curved, type Weighed } from './values.js';
import { curvesOf, sharesFor, sumOfShares, type Curve, type SignalShares, type Weights } from './weights.js';

/**
 * Answers any number of teams of one call: the way to rank in batch.
 *
 * @throws RangeError for an unknown theme of the call; the function returned: for an unknown member.
 */
export function matchCall(index: MatchIndex, call: CallFacts, weights = SHIPPED_WEIGHTS): (team: readonly string[], conditions?: Conditions) => Answer {
  const ask = matchView(viewCall(index, call), weights);
  return (team, conditions = {}) => {
    const positions = team.map((id) => organisationPosition(index, id));
    const chances = weights.chances[situationOf(team.length)];
    return answerTo({ index, call, team: positions }, ask(positions), chances, conditions);
  };
}

/** The k best partners for a question. @throws RangeError as {@link matchCall}. */
export function rank(index: MatchIndex, question: Question, k: number, conditions?: Conditions): Ranked[] {
  return matchCall(index, question.call)(question.team, conditions).rank(k);
}

/** One candidate's score with its parts, to the last bit the score of {@link rank}. @throws RangeError as there. */
export function explain(index: MatchIndex, question: Question, candidate: string, conditions?: Conditions): Suggestion {
  return matchCall(index, question.call)(question.team, conditions).explain(candidate);
}

/** Scores of all organisations for a team, and what they are made of. */
export interface Scored {
  readonly scores: Float64Array;
  readonly parts: readonly CurvedReading[];
  /** What one unit of score is in log odds. */
  readonly unit: number;
  /** By position: what is taken off for those who are sought after. */
  readonly prices: ReadonlyMap<number, Part>;
}

/** What a signal tells, on its curve. */
export interface CurvedReading extends Reading {
  readonly curve: Curve;
}

/**
 * score_i = sum over signals s of weight_s curve_s(value_si) - price_i
 *
 * What the call alone tells is added up once for all teams of a situation, then what depends on the team.
 */
export function matchView(view: CallView, weights: Pick<Weights, 'situations'>): (team: readonly number[]) => Scored {
  const situations = new Map<Situation, ReturnType<typeof matchIn>>();
  return (team) => {
    const situation = situationOf(team.length);
    const ask = situations.get(situation) ?? matchIn(view, sharesFor(weights.situations[situation], view.narrowness));
    situations.set(situation, ask);
    return ask(team);
  };
}

function matchIn(view: CallView, shares: SignalShares): (team: readonly number[]) => Scored {
  const unit = sumOfShares(shares);
  const prices = pricesOf(view, unit);
  const ofCall = new Float64Array(view.index.organisations.length);
  for (const [candidate, { contribution }] of prices) ofCall[candidate] = contribution;
  const asks = curvesOf(shares).map((curve) => {
    const reading = READERS[curve.signal](view);
    return typeof reading === 'function' ? (team: readonly number[]) => onCurve(curve, reading(team)) : onCurve(curve, reading);
  });
  addAll(ofCall, asks.filter((ask) => typeof ask !== 'function').map(weighed));
  return (team) => {
    const parts = asks.map((ask) => (typeof ask === 'function' ? ask(team) : ask));
    const scores = ofCall.slice();
    addAll(scores, parts.filter((_, i) => typeof asks[i] === 'function').map(weighed));
    return { scores, parts, unit, prices };
  };
}

function weighed({ values, curve: { weight } }: CurvedReading): Weighed {
  return { values, weight };
}

function onCurve(curve: Curve, { values, evidence }: Reading): CurvedReading {
  return { curve, values: curve.isStraight ? values : curved(values, curve.of), evidence };
}
