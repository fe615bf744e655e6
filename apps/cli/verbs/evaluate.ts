import {
  buildIndex,
  calibrationOf,
  differenceOf,
  fairnessOf,
  learnWeights,
  METHODS,
  MIXES,
  modelScorer,
  MODES,
  outcomesOf,
  queriesFor,
  reportOn,
  sampleOf,
  SHIPPED_WEIGHTS,
  shownTo,
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
import { mixOf } from '../mix.js';
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
    mix: { value: 'MIX', meaning: `of the model: how many newcomers are shown: ${MIXES.join(', ')} (PROVEN)` },
    calibration: { meaning: 'of the model: how true the chances of those shown first are' },
    fairness: { meaning: 'of the model: who is seen, by country, type, size and experience, with each mix of newcomers' },
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
  const weights = lazily(() => weightsFor(options, past.history));
  const measure = (which: string) => {
    const score = which === MODEL ? modelScorer(weights(), mixOf(options, 'PROVEN')) : methodFor(options, which, past.history, index, mode);
    return outcomesOf(index, score, queries, (done) => {
      if (done % 100 === 0) say(`${which}: ${done} of ${queries.length} queries`);
    });
  };
  const outcomes = measure(name);
  const report = reportOn(outcomes, seed);
  const against = rivalsOf(options).map((rival) => [rival, differenceOf(outcomes, measure(rival), seed)] as const);
  const calibration = options.flags.has('calibration')
    ? calibrationOf(shownTo(index, queries, weights()).flat(), weights().chances[mode])
    : undefined;
  const fairness = options.flags.has('fairness') ? fairnessOf(index, past.history.organisations, queries, weights()) : undefined;
  const seconds = Math.round(performance.now() - started) / 1000;

  const candidates = past.history.organisations.length;
  const further = {
    ...(against.length > 0 && { against: Object.fromEntries(against) }),
    ...(calibration && { calibration }),
    ...(fairness && { fairness }),
  };
  answer(options, { mode, method: name, queries: queries.length, candidates, ...report, ...further, seconds }, () => [
    `${name}, ${mode}: ${queries.length} queries among ${candidates} organisations, ${seconds} s`,
    ...linesOf(report),
    ...against.flatMap(([rival, difference]) => [`more than ${rival}:`, ...linesOf(difference)]),
    ...(calibration ? calibrationLines(calibration) : []),
    ...(fairness ? fairnessLines(fairness) : []),
  ]);
  return 0;
}

function rivalsOf(options: Options): string[] {
  const named = options.lists.get('against') ?? [];
  return named.includes('all') ? Object.keys(METHODS) : [...named];
}

function methodFor(options: Options, name: string, history: DirectoryData, index: MatchIndex, mode: Mode): Scorer {
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

function calibrationLines({ shown, members, stated, ece, brier, baseBrier }: ReturnType<typeof calibrationOf>): string[] {
  const share = (value: number) => value.toFixed(4);
  return [`chances of ${shown} shown: stated ${share(stated)}, true ${share(members)}; calibration error ${share(ece)}; Brier ${share(brier)}, base rate ${share(baseBrier)}`];
}

/** Of each way to group, those whose part of what is seen is furthest from its part of those wanted. */
function fairnessLines(fairness: ReturnType<typeof fairnessOf>): string[] {
  return Object.entries(fairness).flatMap(([mix, { all, warm, gini, groups }]) => [
    `${mix}: ndcg10 warm ${lessThan(warm)}, all ${lessThan(all)}; Gini of exposure ${gini.toFixed(3)}`,
    ...Object.entries(groups).flatMap(([name, rows]) =>
      Object.entries(rows)
        .toSorted(([, a], [, b]) => Math.abs(b.exposure - b.wanted) - Math.abs(a.exposure - a.wanted))
        .slice(0, 5)
        .map(([group, { register, wanted, exposure }]) => {
          const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
          return `  ${`${name} ${group}`.padEnd(24)} register ${percent(register)}  wanted ${percent(wanted)}  seen ${percent(exposure)}`;
        }),
    ),
  ]);
}

function lessThan({ ndcg10, cost }: { readonly ndcg10: number; readonly cost: number }): string {
  return `${ndcg10.toFixed(3)} (${(100 * cost).toFixed(1)} % less than PROVEN)`;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
