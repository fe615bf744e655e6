import type { ScanQuestion } from '#libs/matching';
import { cpuOf } from './cpu.js';
import type { Engines } from './sizes.js';

const POSTING_BYTES = 4;
const ENOUGH_BYTES = 2e9;

/** Bytes of columns and postings that the kernel reads for one question; its sums stay in the cache. */
export function touchedBytes({ columns, crowd }: Engines, { wished }: ScanQuestion): number {
  const { start, holders } = crowd.themes;
  return wished.reduce((sum, [theme]) => {
    const postings = (start[theme + 1] ?? 0) - (start[theme] ?? 0);
    return sum + (columns.isDense[theme] === 1 ? holders : POSTING_BYTES * postings);
  }, 0);
}

/** Bytes a CPU second that a plain streaming sum reads from an array of that many bytes. */
export function streamingRate(bytes: number): number {
  const numbers = new Float64Array(Math.ceil(bytes / 32) * 4).fill(1);
  const passes = Math.ceil(ENOUGH_BYTES / numbers.byteLength);
  streamingSum(numbers, passes);
  return (passes * numbers.byteLength) / cpuOf(() => streamingSum(numbers, passes));
}

/** Four sums side by side, so that none waits for the one before. */
function streamingSum(numbers: Float64Array, passes: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < numbers.length; i += 4) {
      a += numbers[i] ?? 0;
      b += numbers[i + 1] ?? 0;
      c += numbers[i + 2] ?? 0;
      d += numbers[i + 3] ?? 0;
    }
  }
  return a + b + c + d;
}
