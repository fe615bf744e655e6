import type { Row } from '../sparse.js';
import { BestFew, type Hit } from './best-few.js';
import { Candidates } from './candidates.js';
import { layOut, stepsOf, type Columns } from './columns.js';
import { MOST_GROUPS, MOST_TERMS } from './kernel.js';
import { exactScan, type Crowd, type Scan, type ScanQuestion } from './scan.js';
import { STEPS } from './theme-index.js';

/** The largest sum of 16 bits, less what rounding may add; and the largest q. */
const LARGEST_SUM = 64_000;
const LARGEST_Q = 32_767;
/** Of one posting in the kernel: half a step for q, half a step for the rounding of a sum. */
const TERM_ERROR = 1;

/** Through the kernel where there is WebAssembly with SIMD; the hits are those of {@link exactScan}, bit by bit. */
export function themeScan(crowd: Crowd): Scan {
  const columns = layOut(crowd);
  return columns === undefined ? exactScan(crowd) : filteredScan(crowd, columns);
}

/**
 * The kernel scores all in 16-bit steps; whoever may be among the k best is then scored as the reference does.
 *
 * Let a_i be the kernel's score and e the most that it can be off. The k-th best of all has at least theta - e, with
 * theta the k-th best a_i, so that whoever has a_i < theta - 2e is not among the k best.
 */
export function filteredScan(crowd: Crowd, columns: Columns): Scan {
  const reference = exactScan(crowd);
  const candidates = new Candidates();
  return (question) => {
    if (question.wished.length > MOST_TERMS || question.factors.length > MOST_GROUPS) return reference(question);
    return filter(columns, question, candidates) ? rerank(columns, crowd, question, candidates) : reference(question);
  };
}

/** @returns false when the steps are too coarse to tell the k best from the rest */
function filter(columns: Columns, question: ScanQuestion, candidates: Candidates): boolean {
  const { kernel, blocks, groups } = columns;
  const { wished, factors, asker, k } = question;
  const { pairs, sparse } = placeTerms(columns, wished);
  const largest = placeFactors(kernel.factors, factors);
  candidates.reset(k, 2 * largest * (TERM_ERROR * wished.length + 1));
  for (let block = 0; block < blocks; block++) {
    const least = Math.max(1, Math.floor(candidates.bar / largest));
    const found = kernel.scoreBlock(block, pairs, sparse, groups, least, candidates.bar);
    for (let at = 0; at < 2 * found; at += 2) {
      const holder = kernel.found[at] ?? 0;
      if (holder !== asker && !candidates.add(holder, kernel.foundScores[at + 1] ?? 0)) return false;
    }
  }
  return candidates.bar > 0;
}

/** Dense terms first, in pairs; q_t in proportion to the pull, as large as 16 bits allow. */
function placeTerms({ kernel: { terms }, address, isDense }: Columns, wished: Row): { pairs: number; sparse: number } {
  const total = wished.reduce((sum, [, pull]) => sum + pull, 0);
  const strongest = wished.reduce((most, [, pull]) => Math.max(most, pull), 0);
  const scale = Math.min((LARGEST_SUM / total) * (128 / STEPS), LARGEST_Q / strongest);
  const dense = wished.filter(([theme]) => isDense[theme] === 1);
  const sparse = wished.filter(([theme]) => isDense[theme] !== 1);
  const pairs = Math.ceil(dense.length / 2);
  dense.forEach(([theme, pull], i) => {
    const pair = 4 * (i >> 1);
    const q = Math.round(pull * scale);
    if (i % 2 === 0) terms.set([address[theme] ?? 0, address[theme] ?? 0, q], pair);
    else terms.set([address[theme] ?? 0, (terms[pair + 2] ?? 0) | (q << 16)], pair + 1);
  });
  sparse.forEach(([theme, pull], i) => {
    terms.set([address[theme] ?? 0, Math.round(pull * scale)], 4 * pairs + 2 * i);
  });
  return { pairs, sparse: sparse.length };
}

function placeFactors(place: Float32Array, factors: Float64Array): number {
  let largest = 0;
  for (let group = 0; group < factors.length; group++) {
    const factor = factors[group] ?? 0;
    place[group] = factor;
    if (factor > largest) largest = factor;
  }
  return largest;
}

/** Adds the same terms in the same order as the reference, for the candidates alone. */
function rerank(columns: Columns, { group, idHash }: Crowd, question: ScanQuestion, candidates: Candidates): Hit[] {
  const { wished, factors, k, seed } = question;
  const best = new BestFew(k, seed, idHash);
  candidates.forEach((holder) => {
    let sum = 0;
    for (const [theme, pull] of wished) sum += (pull / STEPS) * stepsOf(columns, theme, holder);
    const score = sum * (factors[group[holder] ?? 0] ?? 0);
    if (score > 0) best.offer(holder, score);
  });
  return best.hits();
}
