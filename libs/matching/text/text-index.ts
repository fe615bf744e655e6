import { addRow, fromRows, transpose, type Row, type Sparse } from '../sparse.js';

/** Documents made ready to be compared with any text; plain data, which threads can hand over. */
export interface TextIndex {
  /** Position of every token that two documents or more share, and its idf. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
  /** token -> document, with its weight in a document vector of length 1. */
  readonly postings: Sparse;
}

/**
 * weight_td = (1 + ln tf_td) idf_t / |d|,  idf_t = ln(1 + N / n_t)
 *
 * @param documents an empty one is like nothing.
 */
export function buildTextIndex(documents: readonly string[], tokens: (text: string) => string[]): TextIndex {
  const counted = documents.map((document) => countsOf(tokens(document)));
  const frequency = new Map<string, number>();
  for (const counts of counted) for (const token of counts.keys()) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const shared = [...frequency].filter(([, n]) => n > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const vocabulary = new Map(shared.map(([token], position) => [token, position]));
  const idf = Float64Array.from(shared, ([, n]) => Math.log(1 + documents.length / n));
  const rows = fromRows(counted.map((counts) => unitVector(counts, vocabulary, idf)));
  return { vocabulary, idf, postings: transpose(rows, vocabulary.size) };
}

/** cosine_d between a text, by its tokens, and every document, in [0, 1]; tokens that the index does not know are left out. */
export function cosines({ vocabulary, idf, postings }: TextIndex, tokens: readonly string[], documents: number): Float64Array {
  const sum = new Float64Array(documents);
  for (const [token, weight] of unitVector(countsOf(tokens), vocabulary, idf)) addRow(sum, postings, token, weight);
  return sum;
}

function unitVector(counts: ReadonlyMap<string, number>, vocabulary: ReadonlyMap<string, number>, idf: Float64Array): Row {
  const cells: (readonly [number, number])[] = [];
  for (const [token, tf] of counts) {
    const position = vocabulary.get(token);
    if (position !== undefined) cells.push([position, (1 + Math.log(tf)) * (idf[position] ?? 0)]);
  }
  const length = Math.sqrt(cells.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return cells.map(([position, weight]): Row[number] => [position, weight / length]).sort(([a], [b]) => a - b);
}

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
