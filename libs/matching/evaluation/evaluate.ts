import { viewCall, type CallView } from '../call-view.js';
import { organisationPosition, type MatchIndex } from '../match-index.js';
import type { CallFacts } from '../question.js';
import { midRank } from './figures.js';
import type { Scorer } from './method.js';
import type { Query } from './query.js';
import type { Outcome } from './report.js';

/**
 * The ranks of everything wanted among the whole register but the team.
 *
 * @param progress told after each query how many are done
 * @throws RangeError when a query names an organisation that the register does not hold, or a score is not a number
 */
export function outcomesOf(
  index: MatchIndex,
  score: Scorer,
  queries: readonly Query[],
  progress?: (done: number) => void,
): Outcome[] {
  const viewOf = viewsOf(index);
  return queries.map(({ project, call, team, wanted }, done) => {
    const known = team.map((id) => organisationPosition(index, id));
    const scores = score({ view: viewOf(call), team: known });
    if (scores.some(Number.isNaN)) throw new RangeError(`A score for ${project} is not a number.`);
    const excluded = new Set(known);
    progress?.(done + 1);
    return {
      project,
      ranks: wanted.map(({ organisation, warm }) => ({
        rank: midRank(scores, organisationPosition(index, organisation), excluded),
        warm,
      })),
    };
  });
}

/** The queries of one consortium follow each other and share their call: it is looked at once. */
function viewsOf(index: MatchIndex): (call: CallFacts) => CallView {
  let last: CallView | undefined;
  return (call) => (last = last?.call === call ? last : viewCall(index, call));
}
