import { lot } from '../tie-break.js';

/** One of the best, by its position in the directory. */
export interface Hit {
  readonly position: number;
  readonly score: number;
}

/** The best few of a stream of scores: higher first, equals by lot, then by position. No allocation while offering. */
export class BestFew {
  private readonly positions: Uint32Array;
  private readonly scores: Float64Array;
  private readonly lots: Uint32Array;
  private count = 0;

  /** @param seed of the lots @param hashes per position, of the id */
  constructor(
    private readonly k: number,
    private readonly seed: number,
    private readonly hashes: Uint32Array,
  ) {
    this.positions = new Uint32Array(k);
    this.scores = new Float64Array(k);
    this.lots = new Uint32Array(k);
  }

  /** What a score must at least be to get in, 0 while there is room. */
  get floor(): number {
    return this.count < this.k ? 0 : (this.scores[this.k - 1] ?? Infinity);
  }

  offer(position: number, score: number): void {
    const drawn = lot(this.seed, this.hashes[position] ?? 0);
    if (this.count === this.k && !this.isBefore(score, drawn, position, this.k - 1)) return;
    let at = this.count < this.k ? this.count++ : this.k - 1;
    while (at > 0 && this.isBefore(score, drawn, position, at - 1)) {
      this.positions[at] = this.positions[at - 1] ?? 0;
      this.scores[at] = this.scores[at - 1] ?? 0;
      this.lots[at] = this.lots[at - 1] ?? 0;
      at--;
    }
    this.positions[at] = position;
    this.scores[at] = score;
    this.lots[at] = drawn;
  }

  hits(): Hit[] {
    return Array.from(this.positions.subarray(0, this.count), (position, i) => ({ position, score: this.scores[i] ?? 0 }));
  }

  private isBefore(score: number, drawn: number, position: number, other: number): boolean {
    const higher = score - (this.scores[other] ?? 0);
    if (higher !== 0) return higher > 0;
    return (drawn - (this.lots[other] ?? 0) || position - (this.positions[other] ?? 0)) < 0;
  }
}
