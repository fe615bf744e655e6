/**
 * The first k of the items 0 .. count-1, best first, in O(count log k).
 *
 * @param before a strict total order: true when the first item is better.
 * @param admit asked only about items that would get in.
 */
export function topK(
  count: number,
  k: number,
  before: (a: number, b: number) => boolean,
  admit: (item: number) => boolean,
): number[] {
  const heap: number[] = [];
  for (let item = 0; item < count && k > 0; item++) {
    const worst = heap[0];
    const room = heap.length < k || worst === undefined;
    if ((!room && !before(item, worst)) || !admit(item)) continue;
    if (room) rise(heap, item, before);
    else sink(heap, item, before);
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
