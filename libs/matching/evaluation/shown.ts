import { viewCall, type CallView } from '../call-view.js';
import { CROWD, logSum } from '../chance.js';
import { matchView } from '../match.js';
import { organisationPosition, type MatchIndex } from '../match-index.js';
import { orderOf } from '../order.js';
import type { Weights } from '../weights.js';
import type { Query } from './query.js';

/** Somebody among the first twenty of an answer: the logarithm of its share in the odds, and whether it was a member. */
export interface Shown {
  readonly logShare: number;
  readonly isMember: boolean;
}

const SHOWN = 20;

/** The first twenty that the model shows for each query; those of one consortium follow each other. */
export function shownTo(index: MatchIndex, queries: readonly Query[], weights: Pick<Weights, 'situations'>): Shown[][] {
  let last: { view: CallView; ask: ReturnType<typeof matchView> } | undefined;
  return queries.map(({ call, team, wanted }) => {
    if (last?.view.call !== call) {
      const view = viewCall(index, call);
      last = { view, ask: matchView(view, weights) };
    }
    const known = team.map((id) => organisationPosition(index, id));
    const { scores, unit } = last.ask(known);
    const first = orderOf(index, call.id, known, scores, {}).first(CROWD);
    const odds = first.map(({ score }) => score * unit);
    const members = new Set(wanted.map(({ organisation }) => organisationPosition(index, organisation)));
    const crowd = logSum(odds);
    return first.slice(0, SHOWN).map(({ candidate }, i) => ({ logShare: (odds[i] ?? 0) - crowd, isMember: members.has(candidate) }));
  });
}
