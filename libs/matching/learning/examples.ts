import { viewCall, type CallView } from '../call-view.js';
import { organisationPosition, type MatchIndex } from '../match-index.js';
import { SIGNAL_ORDER } from '../model.js';
import type { Query } from '../evaluation/query.js';
import { READERS } from '../signals/index.js';
import { hashOf, lot } from '../tie-break.js';
import { shapesOf } from '../weights.js';

/** One question with who was wanted and a sample of who was not, as rows of numbers. */
export interface Example {
  /** Row by row, {@link WIDTH} numbers each: every signal in every shape. Those wanted come first. */
  readonly rows: Float32Array;
  readonly wanted: number;
  /** Per row: the logarithm of how many candidates it stands for. */
  readonly offsets: Float64Array;
}

export const SHAPES = 3;
export const WIDTH = SIGNAL_ORDER.length * SHAPES;

const HARD = 200;
const UNIFORM = 300;

/** The questions as examples; those not wanted are the 200 that an unlearned mean puts first and 300 drawn by lot. */
export function examplesOf(index: MatchIndex, queries: readonly Query[]): Example[] {
  let last: { view: CallView; readers: ReturnType<typeof readersIn> } | undefined;
  return queries.map((query) => {
    if (last?.view.call !== query.call) {
      const view = viewCall(index, query.call);
      last = { view, readers: readersIn(view) };
    }
    const team = query.team.map((id) => organisationPosition(index, id));
    const values = last.readers.map((read) => read(team).values);
    return exampleOf(index, query, team, values);
  });
}

function readersIn(view: CallView) {
  return SIGNAL_ORDER.map((signal) => READERS[signal](view));
}

function exampleOf(index: MatchIndex, query: Query, team: readonly number[], values: readonly Float64Array[]): Example {
  const at = (id: string) => organisationPosition(index, id);
  const wanted = query.wanted.filter(({ warm }) => warm).map(({ organisation }) => at(organisation));
  const members = new Set([...team, ...query.wanted.map(({ organisation }) => at(organisation))]);
  const others = [...index.organisations.keys()].filter((organisation) => !members.has(organisation));

  const merit = new Float64Array(index.organisations.length);
  for (const each of values) each.forEach((value, i) => (merit[i] = (merit[i] ?? 0) + Math.sqrt(value)));
  const byMerit = others.toSorted((a, b) => (merit[b] ?? 0) - (merit[a] ?? 0) || a - b);
  const hard = byMerit.slice(0, HARD);
  const seed = hashOf([query.project, ...query.team].join('\n'));
  const rest = byMerit.slice(HARD).map((organisation) => ({ organisation, lot: lot(seed, organisation) }));
  const uniform = rest.toSorted((a, b) => a.lot - b.lot).slice(0, UNIFORM);

  const chosen = [...wanted, ...hard, ...uniform.map(({ organisation }) => organisation)];
  const weight = Math.log(rest.length / Math.max(1, uniform.length));
  const drawnFrom = wanted.length + hard.length;
  return {
    rows: rowsOf(chosen, values),
    wanted: wanted.length,
    offsets: Float64Array.from(chosen, (_, row) => (row < drawnFrom ? 0 : weight)),
  };
}

function rowsOf(chosen: readonly number[], values: readonly Float64Array[]): Float32Array {
  const rows = new Float32Array(chosen.length * WIDTH);
  chosen.forEach((organisation, row) => {
    values.forEach((of, signal) => {
      rows.set(shapesOf(of[organisation] ?? 0), row * WIDTH + signal * SHAPES);
    });
  });
  return rows;
}
