// AssemblyScript, a dialect of TypeScript. Scores one block of 4,096 holders at a time, in 16-bit steps: a filter,
// whose every candidate is scored again exactly in TypeScript. `kernel.ts` lays the memory out.
//
// A level is a byte w of 0 to 120 steps and a pull a number q of 0 to 32,767; one posting adds round(w q / 128).

/** Holders a block. */
const BLOCK: i32 = 4096;
/** u16 a holder of the block: its sum. */
const SUM: usize = 0;
/** f32 a group. */
const FACTORS: usize = SUM + 2 * BLOCK;
/** u32 address, i32 q: the dense terms, then the sparse ones. */
const TERMS: usize = FACTORS + 4 * 4096;
/** u32 holder, f32 score: the candidates of the block. */
const FOUND: usize = TERMS + 8 * 1024;

/** round(w q / 128), with 256 w in each of eight lanes: round(256 w q / 32,768). */
function product(w: v128, q: v128): v128 {
  return i16x8.q15mulr_sat_s(w, q);
}

/** Stores the sums of eight holders of even and eight of odd number in their order. */
function storeSums(at: usize, even: v128, odd: v128): void {
  v128.store(at, i16x8.shuffle(even, odd, 0, 8, 1, 9, 2, 10, 3, 11));
  v128.store(at, i16x8.shuffle(even, odd, 4, 12, 5, 13, 6, 14, 7, 15), 16);
}

/** sum[i] = over the dense terms: a column of bytes each, one a holder. Thirty-two holders at a time, in registers. */
function addDense(count: i32, first: i32): void {
  const end = TERMS + 8 * <usize>count;
  const upper = i16x8.splat(<i16>0xff00);
  for (let i = 0; i < BLOCK; i += 32) {
    let evenLow = i64x2.splat(0), oddLow = evenLow, evenHigh = evenLow, oddHigh = evenLow;
    for (let term = TERMS; term < end; term += 8) {
      const column = <usize>load<u32>(term) + first + i;
      const q = v128.load_splat<u16>(term, 4);
      const low = v128.load(column);
      const high = v128.load(column, 16);
      evenLow = i16x8.add(evenLow, product(i16x8.shl(low, 8), q));
      oddLow = i16x8.add(oddLow, product(v128.and(low, upper), q));
      evenHigh = i16x8.add(evenHigh, product(i16x8.shl(high, 8), q));
      oddHigh = i16x8.add(oddHigh, product(v128.and(high, upper), q));
    }
    storeSums(SUM + 2 * i, evenLow, oddLow);
    storeSums(SUM + 2 * i + 32, evenHigh, oddHigh);
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
 * @param dense, sparse numbers of terms; a sparse term's address is that of its list of u32 addresses, one a block and
 *   one more: where its postings of the block begin, and end
 * @param groups address of u16 a holder
 * @returns the number of candidates in FOUND
 */
export function scoreBlock(block: i32, dense: i32, sparse: i32, groups: usize, least: i32, emit: f32): i32 {
  const first = block * BLOCK;
  addDense(dense, first);
  for (let term = TERMS + 8 * <usize>dense, n = 0; n < sparse; n++, term += 8) {
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
