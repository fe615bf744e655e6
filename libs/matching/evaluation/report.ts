import { lot } from '../tie-break.js';
import { figuresOf, METRICS, type Figures } from './figures.js';

/** warm and cold restrict what is wanted, never the candidates. */
export const GROUPS = ['warm', 'cold', 'all'] as const;
export type Group = (typeof GROUPS)[number];

/** The ranks that one query gave to what it wanted. */
export interface Outcome {
  readonly project: string;
  readonly ranks: readonly { readonly rank: number; readonly warm: boolean }[];
}

type Metric = keyof Figures;
/** n: queries with anything wanted in the group; without any there are no figures. */
export type Summary = { readonly n: number } & Readonly<Record<Metric, number | null>>;
export type Intervals = Readonly<Record<Metric, readonly [low: number, high: number] | null>>;

export type Report = Readonly<Record<Group, Summary>> & { readonly ci95: Readonly<Record<Group, Intervals>> };

const RESAMPLES = 1000;

/** Means over queries, with their bootstrap intervals over consortia: equal seeds give equal intervals. */
export function reportOn(outcomes: readonly Outcome[], seed: number): Report {
  return reportOfGroups(GROUPS.map((group) => ({ group, scored: scoredIn(group, outcomes) })), seed);
}

function reportOfGroups(groups: readonly { readonly group: Group; readonly scored: readonly Scored[] }[], seed: number): Report {
  return {
    ...byGroup(groups.map(({ group, scored }) => [group, summaryOf(scored)])),
    ci95: byGroup(groups.map(({ group, scored }) => [group, intervalsOf(scored, seed)])),
  };
}

/**
 * How much better one way of ranking did than another on the same queries, in the same order: the mean differences of the
 * figures, with their paired bootstrap intervals over consortia.
 */
export function differenceOf(ours: readonly Outcome[], theirs: readonly Outcome[], seed: number): Report {
  const groups = GROUPS.map((group) => ({ group, scored: differences(scoredIn(group, ours), scoredIn(group, theirs)) }));
  return reportOfGroups(groups, seed);
}

function differences(ours: readonly Scored[], theirs: readonly Scored[]): Scored[] {
  return ours.map(({ project, figures }, i) => ({
    project,
    figures: byMetric((metric) => figures[metric] - (theirs[i]?.figures[metric] ?? 0)),
  }));
}

interface Scored {
  readonly project: string;
  readonly figures: Figures;
}

function scoredIn(group: Group, outcomes: readonly Outcome[]): Scored[] {
  return outcomes.flatMap(({ project, ranks }) => {
    const wanted = ranks.filter(({ warm }) => group === 'all' || warm === (group === 'warm'));
    return wanted.length === 0 ? [] : [{ project, figures: figuresOf(wanted.map(({ rank }) => rank)) }];
  });
}

function summaryOf(scored: readonly Scored[]): Summary {
  const mean = (metric: Metric) => scored.reduce((sum, { figures }) => sum + figures[metric], 0) / scored.length;
  return { n: scored.length, ...byMetric((metric) => (scored.length === 0 ? null : rounded(mean(metric)))) };
}

/** The middle 95 % of the means of as many consortia, drawn with replacement. */
function intervalsOf(scored: readonly Scored[], seed: number): Intervals {
  const consortia = byConsortium(scored);
  return byMetric((metric) => {
    if (consortia.length === 0) return null;
    const sums = consortia.map((queries) => queries.reduce((sum, { figures }) => sum + figures[metric], 0));
    const means = Array.from({ length: RESAMPLES }, (_, resample) => {
      let [sum, n] = [0, 0];
      for (let i = 0; i < consortia.length; i++) {
        const drawn = lot(seed, resample * consortia.length + i) % consortia.length;
        sum += sums[drawn] ?? 0;
        n += consortia[drawn]?.length ?? 0;
      }
      return sum / n;
    }).sort((a, b) => a - b);
    const quantile = (share: number) => rounded(means[Math.round(share * (RESAMPLES - 1))] ?? 0);
    return [quantile(0.025), quantile(0.975)];
  });
}

function byConsortium(scored: readonly Scored[]): Scored[][] {
  const groups = new Map<string, Scored[]>();
  for (const each of scored) {
    const group = groups.get(each.project);
    if (group === undefined) groups.set(each.project, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function byMetric<T>(of: (metric: Metric) => T): Record<Metric, T> {
  return Object.fromEntries(METRICS.map((metric) => [metric, of(metric)])) as Record<Metric, T>;
}

function byGroup<T>(entries: readonly [Group, T][]): Record<Group, T> {
  return Object.fromEntries(entries) as Record<Group, T>;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
