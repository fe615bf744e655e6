import type { MatchIndex } from '../../match-index.js';
import { columnsOf, rowLength } from '../../sparse.js';
import type { Method } from '../method.js';
import { teamOr } from './stand-in.js';

/** Organisations that take part: the cost grows with the cube, so the busiest only. */
const MOST = 2500;

/**
 * score_i = sum over members j of B_ji, B = I - P / diag(P), P = (X'X + lambda I)^-1 (Steck 2019)
 *
 * X: project x organisation; only organisations with two past projects or more, the {@link MOST} busiest of them.
 */
export const ease: Method<number> = {
  settings: [20, 150, 5],
  prepare(index, lambda) {
    const chosen = busiest(index);
    const inverse = invert(gram(index, chosen, lambda));
    const n = chosen.length;
    const position = new Map(chosen.map((organisation, i) => [organisation, i]));
    return (sought) => {
      const scores = new Float64Array(index.organisations.length);
      for (const { member, weight } of teamOr(index, sought)) {
        const j = position.get(member);
        if (j === undefined) continue;
        chosen.forEach((organisation, i) => {
          if (i === j) return;
          const link = -(inverse[j * n + i] ?? 0) / (inverse[i * n + i] ?? 1);
          scores[organisation] = (scores[organisation] ?? 0) + weight * link;
        });
      }
      return scores;
    };
  },
};

function busiest({ organisations, projectsOf }: MatchIndex): number[] {
  const size = (organisation: number) => rowLength(projectsOf, organisation);
  return [...organisations.keys()]
    .filter((organisation) => size(organisation) >= 2)
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, MOST)
    .sort((a, b) => a - b);
}

function gram({ members, projects, organisations }: MatchIndex, chosen: readonly number[], lambda: number): Float64Array {
  const n = chosen.length;
  const position = new Int32Array(organisations.length).fill(-1);
  chosen.forEach((organisation, i) => (position[organisation] = i));
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = lambda;
  projects.forEach((_, project) => {
    const team = Array.from(columnsOf(members, project), (member) => position[member] ?? -1).filter((at) => at >= 0);
    for (const a of team) for (const b of team) matrix[a * n + b] = (matrix[a * n + b] ?? 0) + 1;
  });
  return matrix;
}

/** The inverse of a symmetric positive definite matrix, in its place: such a one needs no search for pivots. */
function invert(matrix: Float64Array): Float64Array {
  const n = Math.sqrt(matrix.length);
  for (let k = 0; k < n; k++) {
    const pivotRow = matrix.subarray(k * n, (k + 1) * n);
    const pivot = 1 / (pivotRow[k] ?? 1);
    pivotRow[k] = 1;
    for (let j = 0; j < n; j++) pivotRow[j] = (pivotRow[j] ?? 0) * pivot;
    for (let i = 0; i < n; i++) {
      const row = matrix.subarray(i * n, (i + 1) * n);
      const factor = row[k] ?? 0;
      if (i === k || factor === 0) continue;
      row[k] = 0;
      for (let j = 0; j < n; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return matrix;
}
