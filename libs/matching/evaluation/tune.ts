import type { DirectoryData } from '../directory-data.js';
import { buildIndex, type MatchIndex } from '../match-index.js';
import { outcomesOf } from './evaluate.js';
import { BUDGET, type Method, type Scorer } from './method.js';
import { membersOf, queriesFor, sampleOf, type Mode, type Query } from './query.js';
import { reportOn } from './report.js';
import { splitBySeed } from './split.js';

/** A further split inside a history, so that nothing is chosen on what is measured later. */
export interface Trial {
  readonly data: DirectoryData;
  readonly queries: readonly Query[];
}

const TRIAL_QUERIES = 200;

/** Hides a quarter of the history's own consortia, as the history itself was made. */
export function trialOf(history: DirectoryData, mode: Mode, seed: number): Trial {
  const { hidden, heldOut } = splitBySeed(history.projects, seed);
  const kept = history.projects.filter(({ id }) => !hidden.has(id));
  const known = new Set(kept.flatMap(membersOf));
  const queries = queriesFor(mode, history.projects.filter(({ id }) => hidden.has(id)), heldOut, (id) => known.has(id));
  return { data: { ...history, projects: kept }, queries: sampleOf(queries, TRIAL_QUERIES, seed) };
}

/** The method with the setting that does best in the trial: recall@50 + mrr of the warm, all being equal the first. */
export function tuned(method: Method, trial: Trial, index: MatchIndex, seed: number): Scorer {
  const settings = method.settings.slice(0, BUDGET);
  if (settings.length <= 1) return method.prepare(index, settings[0]);
  const practice = buildIndex(trial.data);
  const merits = settings.map((setting) => {
    const { warm } = reportOn(outcomesOf(practice, method.prepare(practice, setting), trial.queries), seed);
    return (warm.recall50 ?? 0) + (warm.mrr ?? 0);
  });
  return method.prepare(index, settings[merits.indexOf(Math.max(...merits))]);
}
