import { BLOCK, DATA, openKernel, type Kernel } from './kernel.js';
import type { Crowd } from './scan.js';

/** A theme that so many of its holders have, of all, is a column of bytes; others are lists of postings. */
const DENSE_SHARE = 1 / 16;

/** A crowd laid out in the kernel's memory. */
export interface Columns {
  readonly kernel: Kernel;
  readonly blocks: number;
  /** Per theme: address of its column of steps, or of its list of blocks. */
  readonly address: Uint32Array;
  readonly isDense: Uint8Array;
  /** Address of the groups. */
  readonly groups: number;
}

/** @returns undefined where the kernel cannot run */
export function layOut({ themes, group }: Crowd): Columns | undefined {
  const { start, holder, steps, holders } = themes;
  const blocks = Math.ceil(holders / BLOCK);
  const isDense = new Uint8Array(start.length - 1);
  const address = new Uint32Array(start.length - 1);
  const groups = DATA;
  let end = DATA + 2 * BLOCK * blocks;
  for (let theme = 0; theme < isDense.length; theme++) {
    const postings = (start[theme + 1] ?? 0) - (start[theme] ?? 0);
    isDense[theme] = postings > holders * DENSE_SHARE ? 1 : 0;
    address[theme] = end;
    end += isDense[theme] === 1 ? BLOCK * blocks : 4 * (blocks + 1 + postings);
  }

  const kernel = openKernel(end);
  if (kernel === undefined) return undefined;
  const { bytes, words } = kernel;
  new Uint16Array(bytes.buffer, groups, holders).set(group);
  for (let theme = 0; theme < isDense.length; theme++) {
    const base = address[theme] ?? 0;
    const last = start[theme + 1] ?? 0;
    let at = start[theme] ?? 0;
    if (isDense[theme] === 1) {
      for (; at < last; at++) bytes[base + (holder[at] ?? 0)] = steps[at] ?? 0;
      continue;
    }
    let to = base / 4 + blocks + 1;
    for (let block = 0; block < blocks; block++) {
      words[base / 4 + block] = 4 * to;
      const first = block * BLOCK;
      for (; at < last && (holder[at] ?? 0) < first + BLOCK; at++) words[to++] = (((holder[at] ?? 0) - first) << 8) | (steps[at] ?? 0);
    }
    words[base / 4 + blocks] = 4 * to;
  }
  return { kernel, blocks, address, isDense, groups };
}

/** Steps of a holder in a theme, 0 where it has none. */
export function stepsOf({ kernel, address, isDense }: Columns, theme: number, holder: number): number {
  const base = address[theme] ?? 0;
  if (isDense[theme] === 1) return kernel.bytes[base + holder] ?? 0;
  const list = base / 4 + Math.floor(holder / BLOCK);
  const wanted = holder % BLOCK;
  let low = (kernel.words[list] ?? 0) / 4;
  let high = (kernel.words[list + 1] ?? 0) / 4;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kernel.words[middle] ?? 0) >>> 8 < wanted) low = middle + 1;
    else high = middle;
  }
  const posting = low < (kernel.words[list + 1] ?? 0) / 4 ? (kernel.words[low] ?? 0) : 0;
  return posting >>> 8 === wanted ? posting & 255 : 0;
}
