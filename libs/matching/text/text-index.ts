import { addRow, type Sparse } from '../sparse.js';

/** Documents made ready to be compared with any text; plain data, which threads can hand over. */
export interface TextIndex {
  /** Position of every token that two documents or more share, and its idf. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
  /** token -> document, with its weight in a document vector of length 1. */
  readonly postings: Sparse;
}

/** How often each token is in a text, tokens being numbers. */
type Counts = ReadonlyMap<number, number>;

/**
 * weight_td = (1 + ln tf_td) idf_t / |d|,  idf_t = ln(1 + N / n_t)
 *
 * Tokens are numbered as they come: most of what building a whole index costs is here, and numbers are quickly counted.
 *
 * @param documents an empty one is like nothing.
 */
export function buildTextIndex(documents: readonly string[], tokens: (text: string) => string[]): TextIndex {
  const numbers = new Map<string, number>();
  const numberOf = (token: string): number => {
    const known = numbers.get(token);
    if (known === undefined) numbers.set(token, numbers.size);
    return known ?? numbers.size - 1;
  };
  const counted = documents.map((document) => countsOf(tokens(document), numberOf));
  const frequency = new Uint32Array(numbers.size);
  for (const counts of counted) for (const number of counts.keys()) frequency[number] = (frequency[number] ?? 0) + 1;

  const shared = [...numbers].filter(([, number]) => (frequency[number] ?? 0) > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const idf = new Float64Array(numbers.size);
  for (const [, number] of shared) idf[number] = Math.log(1 + documents.length / (frequency[number] ?? 1));
  return {
    vocabulary: new Map(shared.map(([token], position) => [token, position])),
    idf: Float64Array.from(shared, ([, number]) => idf[number] ?? 0),
    postings: postingsOf(counted, shared.map(([, number]) => number), frequency, idf),
  };
}

/** token -> document, for the tokens given. @param frequency by number, as is `idf`, which is 0 for all other tokens */
function postingsOf(counted: readonly Counts[], shared: readonly number[], frequency: Uint32Array, idf: Float64Array): Sparse {
  const start = new Uint32Array(shared.length + 1);
  const next = new Uint32Array(frequency.length);
  shared.forEach((number, position) => {
    next[number] = start[position] ?? 0;
    start[position + 1] = (start[position] ?? 0) + (frequency[number] ?? 0);
  });
  const column = new Uint32Array(start.at(-1) ?? 0);
  const weight = new Float64Array(column.length);
  counted.forEach((counts, document) => {
    const length = lengthOf(counts, idf);
    for (const [number, tf] of counts) {
      if (idf[number] === 0) continue;
      const cell = next[number] ?? 0;
      next[number] = cell + 1;
      column[cell] = document;
      weight[cell] = weightOf(tf, idf[number]) / length;
    }
  });
  return { start, column, weight };
}

/** cosine_d between a text, by its tokens, and every document, in [0, 1]; tokens that the index does not know are left out. */
export function cosines({ vocabulary, idf, postings }: TextIndex, tokens: readonly string[], documents: number): Float64Array {
  const counts = countsOf(tokens, (token) => vocabulary.get(token));
  const length = lengthOf(counts, idf);
  const sum = new Float64Array(documents);
  for (const [position, tf] of [...counts].sort(([a], [b]) => a - b)) {
    addRow(sum, postings, position, weightOf(tf, idf[position]) / length);
  }
  return sum;
}

/** @param numberOf leaves out tokens that it has no number for */
function countsOf(tokens: readonly string[], numberOf: (token: string) => number | undefined): Counts {
  const counts = new Map<number, number>();
  for (const token of tokens) {
    const number = numberOf(token);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function weightOf(tf: number, idf = 0): number {
  return (1 + Math.log(tf)) * idf;
}

function lengthOf(counts: Counts, idf: Float64Array): number {
  let squares = 0;
  for (const [number, tf] of counts) {
    const weight = weightOf(tf, idf[number]);
    squares += weight * weight;
  }
  return Math.sqrt(squares);
}
