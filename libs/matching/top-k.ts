/**
 * The first k items, by falling key and, among equals, by tie, in O(count log k).
 *
 * @param tie below 0 when the first of two equals goes first; never 0.
 * @param admit asked only about items that would get in.
 */
export function topK(
  keys: Float64Array,
  k: number,
  tie: (a: number, b: number) => number,
  admit: (item: number) => boolean,
): number[] {
  const before = (a: number, b: number): boolean => {
    const [first = 0, second = 0] = [keys[a], keys[b]];
    return first > second || (first === second && tie(a, b) < 0);
  };
  const heap: number[] = [];
  let least = -Infinity;
  for (let item = 0; item < keys.length && k > 0; item++) {
    if ((keys[item] ?? 0) < least) continue; // nearly all: no more than this is asked about them
    const worst = heap[0];
    const room = heap.length < k || worst === undefined;
    if ((!room && !before(item, worst)) || !admit(item)) continue;
    if (room) rise(heap, item, before);
    else sink(heap, item, before);
    if (heap.length === k) least = keys[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1));
}

type Before = (a: number, b: number) => boolean;

/** Adds an item to a heap whose root is the worst. */
function rise(heap: number[], item: number, before: Before): void {
  let at = heap.length;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !before(parent, item)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = item;
}

/** Puts an item in the place of the root, the worst. */
function sink(heap: number[], item: number, before: Before): void {
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (left === undefined) break;
    const rightIsWorse = right !== undefined && before(left, right);
    const child = rightIsWorse ? right : left;
    if (!before(item, child)) break;
    heap[at] = child;
    at = 2 * at + (rightIsWorse ? 2 : 1);
  }
  heap[at] = item;
}
