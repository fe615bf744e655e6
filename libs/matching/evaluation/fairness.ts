import { viewCall, type CallView } from '../call-view.js';
import type { Organisation } from '../directory-data.js';
import { matchView } from '../match.js';
import { organisationPosition, type MatchIndex } from '../match-index.js';
import { MIXES, type Mix } from '../newcomers.js';
import { orderOf } from '../order.js';
import { rowLength } from '../sparse.js';
import type { Weights } from '../weights.js';
import { figuresOf } from './figures.js';
import type { Query } from './query.js';

/** What a group has of everything: each a share, from 0 to 1. */
export interface GroupShares {
  readonly register: number;
  readonly wanted: number;
  /** Of what is seen: a place r among the first twenty counts 1 / log2(1 + r). */
  readonly exposure: number;
}

/** How one mix spreads exposure, and what it costs. */
export interface MixReport {
  /** nDCG@10 of all wanted, and of those alone whom the history knows; and how much less it is than that of PROVEN, as a share. */
  readonly all: { readonly ndcg10: number; readonly cost: number };
  readonly warm: { readonly ndcg10: number; readonly cost: number };
  /** Of exposure over the register: 0 all alike, 1 all to one. */
  readonly gini: number;
  readonly groups: Readonly<Record<string, Readonly<Record<string, GroupShares>>>>;
}

const SHOWN = 20;
const EXPERIENCE = [[0, 'none'], [1, '1'], [5, '2 to 5'], [20, '6 to 20'], [Infinity, 'more than 20']] as const;

/** Who is seen, by country, type, size and experience, in answers of each mix to the queries. */
export function fairnessOf(
  index: MatchIndex,
  organisations: readonly Organisation[],
  queries: readonly Query[],
  weights: Weights,
): Record<Mix, MixReport> {
  const facts = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const groupings = groupingsOf(index, facts);
  const seen = new Map(MIXES.map((mix) => [mix, { exposure: new Float64Array(index.organisations.length), all: 0, warm: 0 }]));
  const wanted = new Float64Array(index.organisations.length);
  const answerable = queries.filter(({ wanted: some }) => some.some(({ warm }) => warm)).length;
  let last: { view: CallView; ask: ReturnType<typeof matchView> } | undefined;
  for (const query of queries) {
    if (last?.view.call !== query.call) {
      const view = viewCall(index, query.call);
      last = { view, ask: matchView(view, weights) };
    }
    const team = query.team.map((id) => organisationPosition(index, id));
    const members = query.wanted.map(({ organisation }) => organisationPosition(index, organisation));
    for (const member of members) wanted[member] = (wanted[member] ?? 0) + 1 / members.length;
    const { scores } = last.ask(team);
    for (const [mix, sums] of seen) {
      const first = orderOf(index, query.call.id, team, scores, { mix }).first(SHOWN).map(({ candidate }) => candidate);
      first.forEach((candidate, i) => (sums.exposure[candidate] = (sums.exposure[candidate] ?? 0) + 1 / Math.log2(2 + i)));
      const ranks = query.wanted.map(({ warm }, i) => ({ warm, rank: first.indexOf(members[i] ?? -1) + 1 || Infinity }));
      sums.all += gainOf(ranks) / queries.length;
      sums.warm += gainOf(ranks.filter(({ warm }) => warm)) / answerable;
    }
  }
  const proven = seen.get('PROVEN') ?? { all: 0, warm: 0 };
  const against = (gain: number, most: number) => ({ ndcg10: rounded(gain), cost: rounded(most === 0 ? 0 : 1 - gain / most) });
  const report = ([mix, { exposure, all, warm }]: [Mix, { exposure: Float64Array; all: number; warm: number }]): [Mix, MixReport] => [
    mix,
    {
      all: against(all, proven.all),
      warm: against(warm, proven.warm),
      gini: rounded(giniOf(exposure)),
      groups: shares(groupings, wanted, exposure),
    },
  ];
  return Object.fromEntries([...seen].map(report)) as Record<Mix, MixReport>;
}

function gainOf(ranks: readonly { readonly rank: number }[]): number {
  return ranks.length === 0 ? 0 : figuresOf(ranks.map(({ rank }) => rank)).ndcg10;
}

type Groupings = Readonly<Record<string, readonly string[]>>;

/** Per way to group: the group of each organisation, by position. */
function groupingsOf(index: MatchIndex, facts: ReadonlyMap<string, Organisation>): Groupings {
  const of = (fact: 'country' | 'type' | 'size') => index.organisations.map((id) => facts.get(id)?.[fact] ?? 'unknown');
  const experience = index.organisations.map((_, i) => {
    const projects = rowLength(index.projectsOf, i);
    return EXPERIENCE.find(([most]) => projects <= most)?.[1] ?? '';
  });
  return { country: of('country'), type: of('type'), size: of('size'), experience };
}

function shares(groupings: Groupings, wanted: Float64Array, exposure: Float64Array): MixReport['groups'] {
  const everybody = wanted.map(() => 1);
  const named = Object.entries(groupings).map(([name, groups]): [string, Record<string, GroupShares>] => {
    const part = (of: Float64Array, group: string) => {
      const total = of.reduce((sum, value) => sum + value, 0);
      return rounded(of.reduce((sum, value, i) => (groups[i] === group ? sum + value : sum), 0) / Math.max(total, Number.MIN_VALUE));
    };
    const rows = [...new Set(groups)].sort().map((group): [string, GroupShares] => [
      group,
      { register: part(everybody, group), wanted: part(wanted, group), exposure: part(exposure, group) },
    ]);
    return [name, Object.fromEntries(rows)];
  });
  return Object.fromEntries(named);
}

/** gini = sum_i (2 i - n - 1) x_i / (n sum x), x ascending, i from 1 */
export function giniOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const n = sorted.length;
  return total === 0 ? 0 : sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - n - 1) * value, 0) / (n * total);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
