import type { MatchIndex } from '../match-index.js';
import { columnsOf, rowLength } from '../sparse.js';

/** What an organisation and one member of a team were in together. */
export interface Tie {
  /** Past projects of both. */
  readonly together: number;
  /** sum over them of 1 / (size - 1): the fewer there were, the closer */
  readonly closeness: number;
  /** sqrt(n_i n_j), n: past projects */
  readonly busy: number;
}

/** Everybody with a past with one of the team, and a tie to each of those; the same team is worked out once. */
export function tiesTo(index: MatchIndex): (team: readonly number[]) => ReadonlyMap<number, readonly Tie[]> {
  let last: { team: readonly number[]; ties: ReadonlyMap<number, readonly Tie[]> } | undefined;
  return (team) => {
    if (last?.team !== team) last = { team, ties: tiesOf(index, team) };
    return last.ties;
  };
}

function tiesOf(index: MatchIndex, team: readonly number[]): Map<number, Tie[]> {
  const ties = new Map<number, Tie[]>();
  // In the order of positions, so that the order of the team does not show in the last bit.
  for (const member of team.toSorted((a, b) => a - b)) {
    const size = rowLength(index.projectsOf, member);
    for (const [other, { together, closeness }] of pastWith(index, member)) {
      const tie = { together, closeness, busy: Math.sqrt(size * rowLength(index.projectsOf, other)) };
      const known = ties.get(other);
      if (known === undefined) ties.set(other, [tie]);
      else known.push(tie);
    }
  }
  return ties;
}

function pastWith(index: MatchIndex, member: number): Map<number, { together: number; closeness: number }> {
  const past = new Map<number, { together: number; closeness: number }>();
  for (const project of columnsOf(index.projectsOf, member)) {
    const closeness = 1 / Math.max(1, (index.projects[project]?.size ?? 1) - 1);
    for (const other of columnsOf(index.members, project)) {
      const tie = past.get(other);
      if (tie === undefined) past.set(other, { together: 1, closeness });
      else {
        tie.together += 1;
        tie.closeness += closeness;
      }
    }
  }
  return past;
}
