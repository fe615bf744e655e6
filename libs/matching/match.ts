import { viewCall } from './call-view.js';
import { organisationPosition, type MatchIndex } from './match-index.js';
import { SIGNAL_ORDER, WEIGHTS, type Signal } from './model.js';
import type { CallFacts, Question } from './question.js';
import { READERS } from './signals/index.js';
import type { Reading } from './signals/signal-reader.js';
import type { Part, Ranked, Suggestion } from './suggestion.js';
import { hashOf, lot } from './tie-break.js';
import { topK } from './top-k.js';

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
 * Answers any number of askers of one call: the way to rank them in batch.
 *
 * @throws RangeError for an unknown theme of the call; the function returned: for an unknown asker.
 */
export function matchCall(index: MatchIndex, call: CallFacts): (asker: string) => Answer {
  const view = viewCall(index, call);
  const readers = SIGNAL_ORDER.map((signal) => ({ signal, read: READERS[signal](view) }));
  return (asker) => {
    const position = organisationPosition(index, asker);
    const readings = readers.map(({ signal, read }) => ({ signal, reading: read(position) }));
    return answer(index, position, hashOf(`${call.id}\n${asker}`), readings);
  };
}

/** The k best partners for a question. @throws RangeError as {@link matchCall}. */
export function rank(index: MatchIndex, question: Question, options: RankOptions): Ranked[] {
  return matchCall(index, question.call)(question.asker).rank(options);
}

/** One candidate's score with its parts, to the last bit the score of {@link rank}. @throws RangeError as there. */
export function explain(index: MatchIndex, question: Question, candidate: string): Suggestion {
  return matchCall(index, question.call)(question.asker).explain(candidate);
}

interface NamedReading {
  readonly signal: Signal;
  readonly reading: Reading;
}

function answer(index: MatchIndex, asker: number, seed: number, readings: readonly NamedReading[]): Answer {
  const scores = scoresOf(readings, index.organisations.length);
  const scoreOf = (candidate: number) => scores[candidate] ?? 0;
  const id = (candidate: number) => index.organisations[candidate] ?? '';
  const lotOf = (candidate: number) => lot(seed, index.idHash[candidate] ?? 0);
  // Two ids with one hash among equal scores: the sorted position decides, so that the order stays total.
  const before = (a: number, b: number) => scoreOf(b) - scoreOf(a) || lotOf(a) - lotOf(b) || a - b;

  return {
    rank: ({ admit = () => true, k }) =>
      topK(scores.length, k, (a, b) => before(a, b) < 0, (candidate) => candidate !== asker && admit(id(candidate)))
        .map((candidate) => ({ organisation: id(candidate), score: scoreOf(candidate) })),
    explain: (organisation) => {
      const candidate = organisationPosition(index, organisation);
      if (candidate === asker) throw new RangeError(`Organisation ${organisation} is the asker itself.`);
      const parts = readings.map((reading) => partOf(reading, candidate));
      return { organisation, score: scoreOf(candidate), parts };
    },
  };
}

/** score_i = sum_s weight_s value_si, in the model's order of signals */
function scoresOf(readings: readonly NamedReading[], organisations: number): Float64Array {
  const scores = new Float64Array(organisations);
  for (const { signal, reading } of readings) {
    const weight = WEIGHTS[signal];
    reading.values.forEach((value, i) => {
      scores[i] = (scores[i] ?? 0) + value * weight;
    });
  }
  return scores;
}

function partOf({ signal, reading }: NamedReading, candidate: number): Part {
  const value = reading.values[candidate] ?? 0;
  const weight = WEIGHTS[signal];
  return { signal, value, weight, contribution: value * weight, evidence: reading.evidence(candidate) };
}
