import { BLOCK, DATA, openKernel, type Kernel } from './kernel.js';
import type { Crowd } from './scan.js';
import type { ThemeIndex } from './theme-index.js';

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
  const blocks = Math.ceil(themes.holders / BLOCK);
  const { address, isDense, end } = plan(themes, blocks);
  const kernel = openKernel(end);
  if (kernel === undefined) return undefined;
  new Uint16Array(kernel.bytes.buffer, GROUPS, themes.holders).set(group);
  for (let theme = 0; theme < isDense.length; theme++) {
    if (isDense[theme] === 1) fillColumn(kernel.bytes, address[theme] ?? 0, themes, theme);
    else fillList(kernel.words, (address[theme] ?? 0) / 4, blocks, themes, theme);
  }
  return { kernel, blocks, address, isDense, groups: GROUPS };
}

const GROUPS = DATA;

/** Groups first, then the themes in their order; whole blocks of groups and columns. */
function plan({ start, holders }: ThemeIndex, blocks: number): Pick<Columns, 'address' | 'isDense'> & { end: number } {
  const isDense = new Uint8Array(start.length - 1);
  const address = new Uint32Array(start.length - 1);
  let end = GROUPS + 2 * BLOCK * blocks;
  for (let theme = 0; theme < isDense.length; theme++) {
    const postings = (start[theme + 1] ?? 0) - (start[theme] ?? 0);
    isDense[theme] = postings > holders * DENSE_SHARE ? 1 : 0;
    address[theme] = end;
    end += isDense[theme] === 1 ? BLOCK * blocks : 4 * (blocks + 1 + postings);
  }
  return { address, isDense, end };
}

/** A byte of steps for every holder. */
function fillColumn(bytes: Uint8Array, base: number, { start, holder, steps }: ThemeIndex, theme: number): void {
  const end = start[theme + 1] ?? 0;
  for (let at = start[theme] ?? 0; at < end; at++) bytes[base + (holder[at] ?? 0)] = steps[at] ?? 0;
}

/** The addresses of the postings of each block and of their end, then the postings: holder in its block * 256 + steps. */
function fillList(words: Uint32Array, base: number, blocks: number, { start, holder, steps }: ThemeIndex, theme: number): void {
  const end = start[theme + 1] ?? 0;
  let at = start[theme] ?? 0;
  let to = base + blocks + 1;
  for (let block = 0; block < blocks; block++) {
    words[base + block] = 4 * to;
    const first = block * BLOCK;
    for (; at < end && (holder[at] ?? 0) < first + BLOCK; at++) {
      words[to++] = (((holder[at] ?? 0) - first) << 8) | (steps[at] ?? 0);
    }
  }
  words[base + blocks] = 4 * to;
}

/** Steps of a holder in a theme, 0 where it has none. */
export function stepsOf({ kernel: { bytes, words }, address, isDense }: Columns, theme: number, holder: number): number {
  const base = address[theme] ?? 0;
  if (isDense[theme] === 1) return bytes[base + holder] ?? 0;
  const list = base / 4 + Math.floor(holder / BLOCK);
  const wanted = holder % BLOCK;
  let low = (words[list] ?? 0) / 4;
  const end = (words[list + 1] ?? 0) / 4;
  for (let high = end; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) >>> 8 < wanted) low = middle + 1;
    else high = middle;
  }
  const posting = low < end ? (words[low] ?? 0) : 0;
  return posting >>> 8 === wanted ? posting & 255 : 0;
}
