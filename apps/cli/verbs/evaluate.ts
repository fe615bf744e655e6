import {
  buildIndex,
  differenceOf,
  learnWeights,
  METHODS,
  modelScorer,
  MODES,
  outcomesOf,
  queriesFor,
  reportOn,
  sampleOf,
  SHIPPED_WEIGHTS,
  trialOf,
  tuned,
  type DirectoryData,
  type MatchIndex,
  type Mode,
  type Report,
  type Scorer,
  type Weights,
} from '#libs/matching';
import { hasFile, readHeldOut } from '../exchange-folder.js';
import { readPastAndQueries, type PastAndQueries } from '../past-and-queries.js';
import { readWeights } from '../weights-file.js';
import { replayConsortia } from './replay.js';
import { answer, numberOf, required, say, UsageError, type Options, type Verb } from '../verb.js';

/** What suggestions are ranked by. */
const MODEL = 'model';
const METHOD_NAMES = [MODEL, ...Object.keys(METHODS)].join(', ');

export const evaluate: Verb = {
  name: 'evaluate',
  summary: 'Measures how well partners of real consortia are found again, by matching or by a known method.',
  usage: '--history DIR [--history DIR2 …] --queries DIR --mode draft|lead|call [--each] [--method NAME] [--weights WHICH]; or --mode consortium',
  options: {
    history: { value: 'DIR', meaning: 'past projects; the first folder also gives the register', many: true },
    queries: { value: 'DIR', meaning: 'consortia to be found again, no part of the history' },
    mode: { value: 'MODE', meaning: 'draft (one member hidden), lead (all but the coordinator), call (all); or consortium: whole ones of the installation', required: true },
    each: { meaning: 'drafts: every member hidden in turn, as heldout_each.csv says' },
    limit: { value: 'N', meaning: 'only so many queries, drawn by the seed' },
    seed: { value: 'S', meaning: 'of the sample and of the intervals (1)' },
    method: { value: 'NAME', meaning: METHOD_NAMES },
    against: { value: 'NAME', meaning: 'a method to compare with, query by query, or all', many: true },
    weights: { value: 'WHICH', meaning: 'of the model: shipped, own (learned on the history) or a file made by train' },
  },
  exits: { 0: 'measured', 2: 'wrong usage' },
  run: (options) => (options.values.get('mode') === 'consortium' ? replayConsortia(options) : Promise.resolve(run(options))),
};

function run(options: Options): number {
  const mode = modeOf(options);
  const seed = numberOf(options, 'seed', 1);
  const folders = options.lists.get('history') ?? [];
  if (folders.length === 0) throw new UsageError('--history DIR is missing.');
  const past = readPastAndQueries(folders, required(options, 'queries'));
  const queries = queriesOf(options, mode, past);

  const started = performance.now();
  const name = options.values.get('method') ?? MODEL;
  const index = buildIndex(past.history);
  const measure = (which: string) => {
    const score = scorerFor(options, which, past.history, index, mode);
    return outcomesOf(index, score, queries, (done) => {
      if (done % 100 === 0) say(`${which}: ${done} of ${queries.length} queries`);
    });
  };
  const outcomes = measure(name);
  const report = reportOn(outcomes, seed);
  const against = rivalsOf(options).map((rival) => [rival, differenceOf(outcomes, measure(rival), seed)] as const);
  const seconds = Math.round(performance.now() - started) / 1000;

  const candidates = past.history.organisations.length;
  const compared = against.length === 0 ? {} : { against: Object.fromEntries(against) };
  answer(options, { mode, method: name, queries: queries.length, candidates, ...report, ...compared, seconds }, () => [
    `${name}, ${mode}: ${queries.length} queries among ${candidates} organisations, ${seconds} s`,
    ...linesOf(report),
    ...against.flatMap(([rival, difference]) => [`more than ${rival}:`, ...linesOf(difference)]),
  ]);
  return 0;
}

function rivalsOf(options: Options): string[] {
  const named = options.lists.get('against') ?? [];
  return named.includes('all') ? Object.keys(METHODS) : [...named];
}

function scorerFor(options: Options, name: string, history: DirectoryData, index: MatchIndex, mode: Mode): Scorer {
  if (name === MODEL) return modelScorer(weightsFor(options, history));
  const method = METHODS[name];
  if (method === undefined) throw new UsageError(`--method ${name} is not known: ${METHOD_NAMES}.`);
  const seed = numberOf(options, 'seed', 1);
  return tuned(method, trialOf(history, mode, seed), index, seed);
}

function weightsFor(options: Options, history: DirectoryData): Weights {
  const given = options.values.get('weights') ?? 'shipped';
  if (given === 'shipped') return SHIPPED_WEIGHTS;
  return given === 'own' ? learnWeights([history], say) : readWeights(given);
}

function queriesOf(options: Options, mode: Mode, { queries, isWarm }: PastAndQueries) {
  const folder = required(options, 'queries');
  const each = mode === 'draft' ? options.flags.has('each') : hasFile(folder, 'heldout_each.csv');
  const file = each ? 'heldout_each.csv' : 'heldout.csv';
  const heldOut = mode === 'draft' || hasFile(folder, file) ? readHeldOut(folder, file) : [];
  const all = queriesFor(mode, queries, heldOut, isWarm);
  const limit = numberOf(options, 'limit', all.length);
  return sampleOf(all, limit, numberOf(options, 'seed', 1));
}

function modeOf(options: Options): Mode {
  const given = required(options, 'mode');
  const mode = MODES.find((known) => known === given);
  if (mode === undefined) throw new UsageError(`--mode ${given} is not known: ${MODES.join(', ')}, consortium.`);
  return mode;
}

function linesOf({ ci95, ...groups }: Report): string[] {
  return (['warm', 'cold', 'all'] as const).flatMap((group) => {
    const { n, ...figures } = groups[group];
    const cells = Object.entries(figures).map(([metric, value]) => {
      const interval = ci95[group][metric as keyof typeof figures];
      const ends = interval?.map((end) => end.toFixed(3)).join(', ');
      return `${metric} ${value?.toFixed(3) ?? '-'} [${ends ?? '-'}]`;
    });
    return `${group.padEnd(5)} n ${n}  ${cells.join('  ')}`;
  });
}
