import { viewCall, type CallView } from '../call-view.js';
import type { Query } from '../evaluation/query.js';
import { organisationPosition, type MatchIndex } from '../match-index.js';
import { SIGNAL_ORDER } from '../model.js';
import { READERS } from '../signals/index.js';
import { hashOf, lot } from '../tie-break.js';
import { topK } from '../top-k.js';
import { addValues, curved, valueAt, type Values } from '../values.js';
import { shapesOf } from '../weights.js';

/** One question with who was wanted and a sample of who was not, as rows of numbers. */
export interface Example {
  /** Row by row, {@link WIDTH} numbers each: every signal in every shape. Those wanted come first. */
  readonly rows: Float32Array;
  /** Per wanted row: how much it counts; together 1 but for what newcomers are counted less. */
  readonly wanted: Float64Array;
  /** Per row: the logarithm of how many candidates it stands for. */
  readonly offsets: Float64Array;
  /** Of the call: 1 of few countries, 0 of all Europe. */
  readonly narrowness: number;
}

export const SHAPES = 3;
export const WIDTH = SIGNAL_ORDER.length * SHAPES;
const HARD = 200;
const UNIFORM = 200;
/** Who is new to the history counts so little: the register was made of participants, and a model must not learn that. */
const NEWCOMER = 0.1;

/** The questions as examples; those not wanted are the 200 that an unlearned mean puts first and 200 drawn by lot. */
export function examplesOf(index: MatchIndex, queries: readonly Query[]): Example[] {
  let last: { view: CallView; read: (team: readonly number[]) => Values[] } | undefined;
  return queries.map((query) => {
    if (last?.view.call !== query.call) {
      const view = viewCall(index, query.call);
      last = { view, read: valuesIn(view) };
    }
    const team = query.team.map((id) => organisationPosition(index, id));
    return exampleOf(last.view, query, team, last.read(team));
  });
}

function valuesIn(view: CallView): (team: readonly number[]) => Values[] {
  const readings = SIGNAL_ORDER.map((signal) => READERS[signal](view));
  return (team) => readings.map((reading) => (typeof reading === 'function' ? reading(team) : reading).values);
}

function exampleOf({ index, narrowness }: CallView, query: Query, team: readonly number[], values: readonly Values[]): Example {
  const wanted = query.wanted.map(({ organisation, warm }) => ({ organisation: organisationPosition(index, organisation), warm }));
  const members = new Set([...team, ...wanted.map(({ organisation }) => organisation)]);
  const merit = new Float64Array(index.organisations.length);
  for (const each of values) addValues(merit, curved(each, Math.sqrt), 1);
  const isOther = (organisation: number) => !members.has(organisation);
  const byPosition = (a: number, b: number) => a - b;
  const hard = topK(merit, HARD, byPosition, isOther);

  const seed = hashOf([query.project, ...query.team].join('\n'));
  const lots = Float64Array.from(merit, (_, organisation) => -lot(seed, organisation));
  const isHard = new Set(hard);
  const uniform = topK(lots, UNIFORM, byPosition, (organisation) => isOther(organisation) && !isHard.has(organisation));

  const chosen = [...wanted.map(({ organisation }) => organisation), ...hard, ...uniform];
  const standsFor = Math.log((merit.length - members.size - hard.length) / Math.max(1, uniform.length));
  return {
    rows: rowsOf(chosen, values),
    wanted: weightsOf(wanted),
    offsets: Float64Array.from(chosen, (_, row) => (row < wanted.length + hard.length ? 0 : standsFor)),
    narrowness,
  };
}

/** Those known together count 1, newcomers together {@link NEWCOMER}. */
function weightsOf(wanted: readonly { readonly warm: boolean }[]): Float64Array {
  const known = wanted.filter(({ warm }) => warm).length;
  return Float64Array.from(wanted, ({ warm }) => (warm ? 1 / known : NEWCOMER / (wanted.length - known)));
}

function rowsOf(chosen: readonly number[], values: readonly Values[]): Float32Array {
  const rows = new Float32Array(chosen.length * WIDTH);
  chosen.forEach((organisation, row) => {
    values.forEach((of, signal) => {
      rows.set(shapesOf(valueAt(of, organisation)), row * WIDTH + signal * SHAPES);
    });
  });
  return rows;
}
