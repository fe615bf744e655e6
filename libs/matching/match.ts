import { viewCall, type CallView } from './call-view.js';
import { organisationPosition, type MatchIndex } from './match-index.js';
import { situationOf, type Situation } from './model.js';
import type { CallFacts, Question } from './question.js';
import { READERS } from './signals/index.js';
import { SHIPPED_WEIGHTS } from './shipped-weights.js';
import type { Reading } from './signals/signal-reader.js';
import type { Part, Ranked, Suggestion } from './suggestion.js';
import { hashOf, lot } from './tie-break.js';
import { topK } from './top-k.js';
import { curvesOf, type Curve, type Weights } from './weights.js';

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

/** The readings of a team in a call that is looked at already, by the weights of its situation. */
export function matchView(view: CallView, weights: Weights): (team: readonly number[]) => WeightedReading[] {
  const askers = new Map<Situation, ReturnType<typeof weighted>[]>();
  return (team) => {
    const situation = situationOf(team.length);
    const signals = askers.get(situation) ?? curvesOf(weights.situations[situation]).map((curve) => weighted(view, curve));
    askers.set(situation, signals);
    return signals.map((ask) => ask(team));
  };
}

/** A signal by its curve; what the team leaves unchanged is worked out once. */
function weighted(view: CallView, curve: Curve): (team: readonly number[]) => WeightedReading {
  const read = READERS[curve.signal](view);
  let last: WeightedReading | undefined;
  return (team) => {
    const { values, evidence } = read(team);
    last = { curve, values, evidence, counted: last?.values === values ? last.counted : values.map(curve.of) };
    return last;
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

export interface WeightedReading extends Reading {
  readonly curve: Curve;
  /** Per organisation: its value on the curve. */
  readonly counted: Float64Array;
}

function answer(index: MatchIndex, members: readonly number[], seed: number, readings: readonly WeightedReading[]): Answer {
  const team = new Set(members);
  const scores = scoresOf(readings, index.organisations.length);
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
      const parts = readings.map((reading) => partOf(reading, candidate));
      return { organisation, score: scoreOf(candidate), parts };
    },
  };
}

/** score_i = sum over signals s of weight_s curve_s(value_si), in the model's order of signals */
export function scoresOf(readings: readonly WeightedReading[], organisations: number): Float64Array {
  const scores = new Float64Array(organisations);
  for (const { curve, counted } of readings) {
    for (let i = 0; i < organisations; i++) scores[i] = (scores[i] ?? 0) + (counted[i] ?? 0) * curve.weight;
  }
  return scores;
}

function partOf({ curve: { signal, weight }, counted, evidence }: WeightedReading, candidate: number): Part {
  const value = counted[candidate] ?? 0;
  return { signal, value, weight, contribution: value * weight, evidence: value > 0 ? evidence(candidate) : [] };
}
