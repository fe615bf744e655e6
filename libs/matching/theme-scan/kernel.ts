import { KERNEL_MODULE } from './kernel-module.js';

/** Where things are in the kernel's memory; see `kernel.as`. */
export const BLOCK = 4096;
export const MOST_GROUPS = 4096;
export const MOST_TERMS = 1000;
const FACTORS = 2 * BLOCK;
const TERMS = FACTORS + 4 * MOST_GROUPS;
const FOUND = TERMS + 8 * 1024;
/** The first address free for columns and postings. */
export const DATA = FOUND + 8 * BLOCK;

export interface Kernel {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  /** Views on the parts that host and kernel talk through. */
  readonly factors: Float32Array;
  /** Pairs of dense terms, then sparse terms. */
  readonly terms: Uint32Array;
  /** Holder and (at the same places of `foundScores`) score, in turn. */
  readonly found: Uint32Array;
  readonly foundScores: Float32Array;
  readonly scoreBlock: ScoreBlock;
}

type ScoreBlock = (block: number, pairs: number, sparse: number, groups: number, least: number, emit: number) => number;

const PAGE = 65_536;

/** @param size bytes of memory @returns undefined where there is no WebAssembly with SIMD */
export function openKernel(size: number): Kernel | undefined {
  const code = Buffer.from(KERNEL_MODULE, 'base64');
  if (!WebAssembly.validate(code)) return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  const { buffer } = memory;
  return {
    bytes: new Uint8Array(buffer),
    words: new Uint32Array(buffer),
    factors: new Float32Array(buffer, FACTORS, MOST_GROUPS),
    terms: new Uint32Array(buffer, TERMS, 2 * 1024),
    found: new Uint32Array(buffer, FOUND, 2 * BLOCK),
    foundScores: new Float32Array(buffer, FOUND, 2 * BLOCK),
    scoreBlock: exports.scoreBlock as ScoreBlock,
  };
}
