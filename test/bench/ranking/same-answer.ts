import type { Hit } from '#libs/matching';

/** Scores nearer than this are equals: a sum in another order differs in its last bits. */
const SAME = 1e-9;

/**
 * Whether two answers, best first, hold the same organisations with the same scores. Equals may stand in any order, and
 * those as good as the last may stand for one another: SQL draws no lots.
 */
export function isSame(ours: readonly Hit[], theirs: readonly Hit[]): boolean {
  const last = theirs.at(-1)?.score ?? 0;
  const theirScore = new Map(theirs.map(({ position, score }) => [position, score]));
  const areEqual = (a: number, b: number): boolean => Math.abs(a - b) < SAME;
  return (
    ours.length === theirs.length &&
    ours.every(({ position, score }, rank) => {
      return areEqual(score, theirs[rank]?.score ?? 0) && areEqual(score, theirScore.get(position) ?? last);
    })
  );
}
