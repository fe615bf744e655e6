import { answerTo, type Answer } from './answer.js';
import { viewCall } from './call-view.js';
import { withInterests } from './index-changes.js';
import { matchView } from './match.js';
import { organisationPosition, profileOf, type MatchIndex } from './match-index.js';
import { situationOf, THEMES } from './model.js';
import type { Conditions } from './order.js';
import type { Question } from './question.js';
import { SHIPPED_WEIGHTS } from './shipped-weights.js';
import { rowOf, type Row } from './sparse.js';

/** What a candidate might add to its profile, and the place that it would have then. */
export interface Raise {
  readonly theme: string;
  readonly direction: 'OFFERS' | 'SEEKS';
  readonly rank: number;
}

/** Where a candidate stands among all, and what would raise it. */
export interface Prospects {
  /** From 1; nothing when the conditions leave it out. */
  readonly rank?: number;
  /** The best place first. */
  readonly raises: readonly Raise[];
}

/** So many themes are tried in each direction, those that the team or the call wants most first. */
const TRIED = 6;

/**
 * Each theme that the team or the call wants and the candidate does not offer, and each that the team brings and the candidate
 * does not seek, is laid into its profile in turn, as much as can be, and all are ranked anew: what is promised is what
 * would happen.
 *
 * @throws RangeError as `explain`
 */
export function prospectsOf(index: MatchIndex, { call, team }: Question, candidate: string, conditions: Conditions = {}): Prospects {
  const self = organisationPosition(index, candidate);
  const view = viewCall(index, call);
  const members = team.map((id) => organisationPosition(index, id));
  const answerIn = (changed: MatchIndex): Answer => {
    const scored = matchView({ ...view, index: changed }, SHIPPED_WEIGHTS)(members);
    return answerTo({ index: changed, call, team: members }, scored, SHIPPED_WEIGHTS.chances[situationOf(team.length)], conditions);
  };
  const rank = rankIn(answerIn(index), index, candidate);
  if (rank === undefined) return { raises: [] };

  const wanted = [...members.flatMap((member) => rowOf(index.seeks, member)), ...view.themes.map((theme): Row[number] => [theme, 1])];
  const brought = members.flatMap((member) => profileOf(index, member));
  const raiseBy = (direction: Raise['direction'], theme: number): Raise => {
    const own = { OFFERS: rowOf(index.offers, self), SEEKS: rowOf(index.seeks, self) };
    own[direction] = [...own[direction].filter(([known]) => known !== theme), [theme, 1]];
    const changed = withInterests(index, [{ id: candidate, offers: weightsOf(index, own.OFFERS), seeks: weightsOf(index, own.SEEKS) }]);
    return { theme: index.tree.ids[theme] ?? '', direction, rank: rankIn(answerIn(changed), index, candidate) ?? rank };
  };
  const raises = [
    ...missing(wanted, rowOf(index.offers, self)).map((theme) => raiseBy('OFFERS', theme)),
    ...missing(brought, rowOf(index.seeks, self)).map((theme) => raiseBy('SEEKS', theme)),
  ];
  return { rank, raises: raises.filter((raise) => raise.rank < rank).sort((a, b) => a.rank - b.rank || (a.theme < b.theme ? -1 : 1)) };
}

function rankIn(answer: Answer, index: MatchIndex, candidate: string): number | undefined {
  const at = answer.rank(index.organisations.length).findIndex(({ organisation }) => organisation === candidate);
  return at === -1 ? undefined : at + 1;
}

/** Themes wanted that are not there at full strength, the most wanted first. */
function missing(wanted: Row, has: Row): number[] {
  const full = new Set(has.filter(([, level]) => level === 1).map(([theme]) => theme));
  const strongest = new Map<number, number>();
  for (const [theme, level] of wanted) strongest.set(theme, Math.max(level, strongest.get(theme) ?? 0));
  return [...strongest]
    .filter(([theme]) => !full.has(theme))
    .sort(([a, most], [b, more]) => more - most || a - b)
    .map(([theme]) => theme)
    .slice(0, TRIED);
}

function weightsOf({ tree }: MatchIndex, row: Row) {
  return row.map(([theme, level]) => ({ theme: tree.ids[theme] ?? '', strength: Math.round(level * THEMES.strongest) }));
}
