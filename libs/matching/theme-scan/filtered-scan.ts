import type { Row } from '../sparse.js';
import { BestFew, type Hit } from './best-few.js';
import { layOut, stepsOf, type Columns } from './columns.js';
import { MOST_GROUPS, MOST_TERMS } from './kernel.js';
import { exactScan, type Crowd, type Scan, type ScanQuestion } from './scan.js';
import { STEPS } from './theme-index.js';

/** More candidates than this, and the reference is as fast: the scores are all but equal. */
const MOST_CANDIDATES = 16_384;
/** The largest sum of 16 bits, less what rounding may add; and the largest q. */
const LARGEST_SUM = 64_000;
const LARGEST_Q = 32_767;
/** Of one product w q / 128 of the kernel: half a step for q, half a step for itself. */
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
  const { dense, sparse } = placeTerms(columns, wished);
  const largest = placeFactors(kernel.factors, factors);
  candidates.reset(k, 2 * largest * (TERM_ERROR * wished.length + 1));
  for (let block = 0; block < blocks; block++) {
    const least = Math.max(1, Math.floor(candidates.bar / largest));
    const found = kernel.scoreBlock(block, dense, sparse, groups, least, candidates.bar);
    for (let at = 0; at < 2 * found; at += 2) {
      const holder = kernel.found[at] ?? 0;
      if (holder !== asker && !candidates.add(holder, kernel.foundScores[at + 1] ?? 0)) return false;
    }
  }
  return candidates.bar > 0;
}

/** Dense terms first; q_t in proportion to the pull, as large as 16 bits allow. */
function placeTerms({ kernel, address, isDense }: Columns, wished: Row): { dense: number; sparse: number } {
  let total = 0;
  let strongest = 0;
  for (const [, pull] of wished) {
    total += pull;
    if (pull > strongest) strongest = pull;
  }
  const scale = Math.min((LARGEST_SUM / total) * (128 / STEPS), LARGEST_Q / strongest);
  let placed = 0;
  const place = (wanted: number): number => {
    for (const [theme, pull] of wished) {
      if (isDense[theme] !== wanted) continue;
      kernel.terms[placed++] = address[theme] ?? 0;
      kernel.terms[placed++] = Math.round(pull * scale);
    }
    return placed / 2;
  };
  const dense = place(1);
  return { dense, sparse: place(0) - dense };
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

/** Who may be among the k best, by the kernel's scores. */
class Candidates {
  /** theta - 2e, once k are known: who has less is out. */
  bar = 0;
  private k = 0;
  private margin = 0;
  private count = 0;
  private readonly holders = new Uint32Array(MOST_CANDIDATES);
  private readonly scores = new Float32Array(MOST_CANDIDATES);
  /** The k best scores so far, best first. */
  private top = new Float32Array(0);
  private filled = 0;

  reset(k: number, margin: number): void {
    if (k > this.top.length) this.top = new Float32Array(k);
    this.k = k;
    this.margin = margin;
    this.count = 0;
    this.filled = 0;
    this.bar = 0;
  }

  /** @returns false when there are too many */
  add(holder: number, score: number): boolean {
    if (score < this.bar) return true;
    if (this.count === MOST_CANDIDATES) this.sweep();
    if (this.count === MOST_CANDIDATES) return false;
    this.holders[this.count] = holder;
    this.scores[this.count++] = score;
    this.raise(score);
    return true;
  }

  forEach(visit: (holder: number) => void): void {
    this.sweep();
    for (let i = 0; i < this.count; i++) visit(this.holders[i] ?? 0);
  }

  private raise(score: number): void {
    const { top, k } = this;
    if (this.filled === k && score <= (top[k - 1] ?? Infinity)) return;
    let at = this.filled < k ? this.filled++ : k - 1;
    for (; at > 0 && (top[at - 1] ?? 0) < score; at--) top[at] = top[at - 1] ?? 0;
    top[at] = score;
    if (this.filled === k) this.bar = Math.max(0, (top[k - 1] ?? 0) - this.margin);
  }

  private sweep(): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if ((this.scores[i] ?? 0) < this.bar) continue;
      this.holders[kept] = this.holders[i] ?? 0;
      this.scores[kept++] = this.scores[i] ?? 0;
    }
    this.count = kept;
  }
}
