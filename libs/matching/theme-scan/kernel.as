// AssemblyScript, a dialect of TypeScript. Scores one block of 4,096 holders at a time, in 16-bit steps: a filter,
// whose every candidate is scored again exactly in TypeScript. `kernel.ts` lays the memory out.
//
// A level is a byte w of 0 to 120 steps and a pull a number q of 0 to 32,767; a posting adds w q / 128, rounded.

/** Holders a block. */
const BLOCK: i32 = 4096;
/** u16 a holder of the block: its sum. */
const SUM: usize = 0;
/** f32 a group. */
const FACTORS: usize = SUM + 2 * BLOCK;
/** Pairs of dense terms: u32 and u32 address, u16 and u16 q, 4 free bytes. Then sparse terms: u32 address, u32 q. */
const TERMS: usize = FACTORS + 4 * 4096;
/** u32 holder, f32 score: the candidates of the block. */
const FOUND: usize = TERMS + 8 * 1024;

/** The bytes of two columns side by side, of their first and of their last eight holders. */
function pairFirst(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

function pairLast(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/** sums + w q of both columns, for the first four and the last four of eight holders. */
function addFirst(sums: v128, pairs: v128, q: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(pairs), q));
}

function addLast(sums: v128, pairs: v128, q: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(pairs), q));
}

/** The sums of eight holders, over 128. */
function store8(at: usize, first: v128, last: v128): void {
  v128.store(at, i16x8.narrow_i32x4_u(i32x4.shr_u(first, 7), i32x4.shr_u(last, 7)));
}

/** sum[i] = over the dense terms, two columns at a time and sixteen holders, whose sums stay in registers. */
function addDense(pairs: i32, first: i32): void {
  const end = TERMS + 16 * <usize>pairs;
  const half = i32x4.splat(64);
  for (let i = 0; i < BLOCK; i += 16) {
    let s0 = half, s4 = half, s8 = half, s12 = half;
    for (let term = TERMS; term < end; term += 16) {
      const a = v128.load(<usize>load<u32>(term) + first + i);
      const b = v128.load(<usize>load<u32>(term, 4) + first + i);
      const q = v128.load_splat<u32>(term, 8);
      const low = pairFirst(a, b);
      const high = pairLast(a, b);
      s0 = addFirst(s0, low, q);
      s4 = addLast(s4, low, q);
      s8 = addFirst(s8, high, q);
      s12 = addLast(s12, high, q);
    }
    store8(SUM + 2 * i, s0, s4);
    store8(SUM + 2 * i + 16, s8, s12);
  }
}

/** sum[i] += over one sparse term: its postings in this block, each u32 holder in the block * 256 + w. */
function addSparse(from: usize, to: usize, q: u32): void {
  for (let at = from; at < to; at += 4) {
    const posting = load<u32>(at);
    const sum = SUM + 2 * <usize>(posting >> 8);
    store<u16>(sum, <u16>(<u32>load<u16>(sum) + (((posting & 255) * q + 64) >> 7)));
  }
}

/**
 * Scores a block and lists the holders with sum >= least and sum * factor >= emit.
 *
 * @param pairs number of pairs of dense terms; @param sparse number of sparse terms; a sparse term's address is that of its list of u32 addresses, one a block and
 *   one more: where its postings of the block begin, and end
 * @param groups address of u16 a holder
 * @returns the number of candidates in FOUND
 */
export function scoreBlock(block: i32, pairs: i32, sparse: i32, groups: usize, least: i32, emit: f32): i32 {
  const first = block * BLOCK;
  addDense(pairs, first);
  for (let term = TERMS + 16 * <usize>pairs, n = 0; n < sparse; n++, term += 8) {
    const list = <usize>load<u32>(term) + 4 * <usize>block;
    addSparse(load<u32>(list), load<u32>(list, 4), load<u32>(term, 4));
  }
  const bar = i16x8.splat(<i16>least);
  let found = FOUND;
  for (let i = 0; i < BLOCK; i += 8) {
    if (!v128.any_true(i16x8.ge_u(v128.load(SUM + 2 * i), bar))) continue;
    for (let j = i; j < i + 8; j++) {
      const sum = <i32>load<u16>(SUM + 2 * j);
      const group = <usize>load<u16>(groups + 2 * (first + j));
      const score = <f32>sum * load<f32>(FACTORS + 4 * group);
      if (sum < least || score < emit) continue;
      store<u32>(found, first + j);
      store<f32>(found, score, 4);
      found += 8;
    }
  }
  return <i32>((found - FOUND) >> 3);
}
