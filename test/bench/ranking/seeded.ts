/** Mulberry32: numbers in [0, 1), the same for the same seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws rank r of 0 .. count-1 with a probability in proportion to 1 / (r + 1)^exponent. */
export function zipf(count: number, exponent: number, random: () => number): () => number {
  let total = 0;
  const upTo = Float64Array.from({ length: count }, (_, rank) => (total += 1 / (rank + 1) ** exponent));
  return () => {
    const drawn = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((upTo[middle] ?? 0) < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
