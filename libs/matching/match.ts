import { viewCall, type CallView } from './call-view.js';
import { organisationPosition, type MatchIndex } from './match-index.js';
import { situationOf, type Situation } from './model.js';
import type { CallFacts, Question } from './question.js';
import { SHIPPED_WEIGHTS } from './shipped-weights.js';
import { READERS } from './signals/index.js';
import type { Reading } from './signals/signal-reader.js';
import type { Part, Ranked, Suggestion } from './suggestion.js';
import { hashOf, lot } from './tie-break.js';
import { topK } from './top-k.js';
import { addValues, curved, valueAt } from './values.js';
import { curvesOf, sharesFor, type Curve, type Weights } from './weights.js';

export interface RankOptions {
  /** Hard rules stand before the score and are never weights: who is not admitted is not ranked. */
  readonly admit?: (organisation: string) => boolean;
  readonly k: number;
}

/** The answer to one question: all scores are worked out, any number of them may be read. */
export interface Answer {
  /** The exact k best, best first; the asker never among them; equals in the order of their lots. */
  rank(options: RankOptions): Ranked[];
  /** @throws RangeError for an unknown organisation and for the asker itself. */
  explain(candidate: string): Suggestion;
}

/**
 * Answers any number of teams of one call: the way to rank in batch.
 *
 * @throws RangeError for an unknown theme of the call; the function returned: for an unknown member.
 */
export function matchCall(index: MatchIndex, call: CallFacts, weights = SHIPPED_WEIGHTS): (team: readonly string[]) => Answer {
  const ask = matchView(viewCall(index, call), weights);
  return (team) => {
    const positions = team.map((id) => organisationPosition(index, id));
    return answer(index, positions, hashOf([call.id, ...team.toSorted()].join('\n')), ask(positions));
  };
}

/** The k best partners for a question. @throws RangeError as {@link matchCall}. */
export function rank(index: MatchIndex, question: Question, options: RankOptions): Ranked[] {
  return matchCall(index, question.call)(question.team).rank(options);
}

/** One candidate's score with its parts, to the last bit the score of {@link rank}. @throws RangeError as there. */
export function explain(index: MatchIndex, question: Question, candidate: string): Suggestion {
  return matchCall(index, question.call)(question.team).explain(candidate);
}

/** Scores of all organisations for a team, and what they are made of. */
export interface Scored {
  readonly scores: Float64Array;
  readonly parts: readonly CurvedReading[];
}

/** What a signal tells, on its curve. */
interface CurvedReading extends Reading {
  readonly curve: Curve;
}

/**
 * score_i = sum over signals s of weight_s curve_s(value_si)
 *
 * What the call alone tells is added up once for all teams of a situation, then what depends on the team.
 */
export function matchView(view: CallView, weights: Weights): (team: readonly number[]) => Scored {
  const situations = new Map<Situation, ReturnType<typeof matchIn>>();
  return (team) => {
    const situation = situationOf(team.length);
    const ask = situations.get(situation) ?? matchIn(view, curvesOf(sharesFor(weights.situations[situation], view.narrowness)));
    situations.set(situation, ask);
    return ask(team);
  };
}

function matchIn(view: CallView, curves: readonly Curve[]): (team: readonly number[]) => Scored {
  const ofCall = new Float64Array(view.index.organisations.length);
  const asks = curves.map((curve) => {
    const reading = READERS[curve.signal](view);
    if (typeof reading === 'function') return (team: readonly number[]) => onCurve(curve, reading(team));
    const fixed = onCurve(curve, reading);
    addValues(ofCall, fixed.values, curve.weight);
    return fixed;
  });
  return (team) => {
    const scores = ofCall.slice();
    const parts = asks.map((ask) => {
      if (typeof ask !== 'function') return ask;
      const part = ask(team);
      addValues(scores, part.values, part.curve.weight);
      return part;
    });
    return { scores, parts };
  };
}

function onCurve(curve: Curve, { values, evidence }: Reading): CurvedReading {
  return { curve, values: curve.isStraight ? values : curved(values, curve.of), evidence };
}

function answer(index: MatchIndex, members: readonly number[], seed: number, { scores, parts }: Scored): Answer {
  const team = new Set(members);
  const scoreOf = (candidate: number) => scores[candidate] ?? 0;
  const id = (candidate: number) => index.organisations[candidate] ?? '';
  const lotOf = (candidate: number) => lot(seed, index.idHash[candidate] ?? 0);
  // Two ids with one hash among equal scores: the sorted position decides, so that the order stays total.
  const before = (a: number, b: number) => scoreOf(b) - scoreOf(a) || lotOf(a) - lotOf(b) || a - b;
  return {
    rank: ({ admit = () => true, k }) =>
      topK(scores.length, k, (a, b) => before(a, b) < 0, (candidate) => !team.has(candidate) && admit(id(candidate)))
        .map((candidate) => ({ organisation: id(candidate), score: scoreOf(candidate) })),
    explain: (organisation) => {
      const candidate = organisationPosition(index, organisation);
      if (team.has(candidate)) throw new RangeError(`Organisation ${organisation} is in the team itself.`);
      return { organisation, score: scoreOf(candidate), parts: parts.map((part) => partOf(part, candidate)) };
    },
  };
}

function partOf({ curve: { signal, weight }, values, evidence }: CurvedReading, candidate: number): Part {
  const value = valueAt(values, candidate);
  return { signal, value, weight, contribution: value * weight, evidence: value > 0 ? evidence(candidate) : [] };
}
