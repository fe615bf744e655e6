/** More candidates than this, and the reference is as fast: the scores are all but equal. */
const MOST_CANDIDATES = 16_384;

/** Who may be among the k best, by the kernel's scores. */
export class Candidates {
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
