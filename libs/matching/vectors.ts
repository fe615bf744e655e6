import { USUAL_LIKENESS } from './model.js';

/** What a text is about, as an embedding service told it. Of any length: only the direction counts. */
export type Vector = readonly number[] | Float32Array;

/** The vectors of those projects that have one, at length 1: row r holds `dimension` numbers, of the project at `project[r]`. */
export interface Vectors {
  readonly dimension: number;
  readonly project: Uint32Array;
  readonly rows: Float32Array;
}

/** @throws RangeError when vectors differ in their number of dimensions, or one has no direction. */
export function vectorsOf(given: readonly (Vector | undefined)[]): Vectors {
  const found = Array.from(given, (vector, project) => ({ project, vector })).filter(({ vector }) => vector !== undefined);
  const dimension = found[0]?.vector?.length ?? 0;
  const rows = new Float32Array(found.length * dimension);
  for (const [row, { vector = [] }] of found.entries()) rows.set(directionOf(vector, dimension), row * dimension);
  return { dimension, project: Uint32Array.from(found, ({ project }) => project), rows };
}

/**
 * Puts the likeness of each project that has a vector in the place of what was known of it:
 *
 *     usual      = sum of max(0, cosine_q) / (number of vectors + 10)
 *     likeness_q = max(0, (cosine_q - usual) / (1 - usual))
 *
 * Services differ in how alike they find texts that have nothing in common, some say .8. What is usual counts as nothing
 * and the same text as 1, as with topics; the 10 see to it that a few vectors do not say what is usual.
 *
 * @throws RangeError when the vector has not the dimensions of the others, or no direction.
 */
export function putLikeness(likeness: Float64Array, { dimension, project, rows }: Vectors, vector: Vector): void {
  if (project.length === 0) return;
  const asked = directionOf(vector, dimension);
  const cosines = Float64Array.from(project, (_, row) => cosine(rows, row * dimension, asked));
  const usual = cosines.reduce((sum, value) => sum + Math.max(0, value), 0) / (cosines.length + USUAL_LIKENESS.prior);
  for (const [row, at] of project.entries()) likeness[at] = Math.max(0, ((cosines[row] ?? 0) - usual) / (1 - usual));
}

/** Of two of length 1; in order, so that it is the same on every machine, and never over 1 by rounding. */
function cosine(rows: Float32Array, start: number, asked: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < asked.length; i++) sum += (rows[start + i] ?? 0) * (asked[i] ?? 0);
  return Math.min(1, sum);
}

function directionOf(vector: Vector, dimension: number): Float64Array {
  if (vector.length !== dimension) throw new RangeError(`A vector has ${vector.length} dimensions, others have ${dimension}.`);
  const direction = Float64Array.from(vector);
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  if (!(length > 0 && length < Infinity)) throw new RangeError('A vector has no direction.');
  return direction.map((value) => value / length);
}
