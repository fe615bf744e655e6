import { describe, expect, it } from '@jest/globals';
import { differenceOf, reportOn, type Outcome } from './report.js';

const outcomes: Outcome[] = [
  { project: 'a', ranks: [{ rank: 1, warm: true }, { rank: 100, warm: false }] },
  { project: 'b', ranks: [{ rank: 4, warm: true }] },
];

describe('a report', () => {
  it('restricts what is wanted to the warm and to the cold', () => {
    const { warm, cold, all } = reportOn(outcomes, 1);
    expect(warm).toMatchObject({ n: 2, recall10: 1, mrr: 0.625 });
    expect(cold).toMatchObject({ n: 1, recall50: 0, mrr: 0.01 });
    expect(all).toMatchObject({ n: 2, recall10: 0.75 });
  });

  it('has intervals around the mean, the same for the same seed', () => {
    const { ci95 } = reportOn(outcomes, 7);
    expect(ci95.warm.mrr).toEqual([0.25, 1]);
    expect(ci95.cold.mrr).toEqual([0.01, 0.01]);
    expect(JSON.stringify(reportOn(outcomes, 7))).toBe(JSON.stringify(reportOn(outcomes, 7)));
  });

  it('draws whole consortia: the queries of one stay together', () => {
    const together = Array.from({ length: 50 }, (_, i): Outcome => ({ project: 'one', ranks: [{ rank: i + 1, warm: true }] }));
    const { warm, ci95 } = reportOn(together, 1);
    expect(ci95.warm.mrr).toEqual([warm.mrr, warm.mrr]);
  });

  it('has no figures where nothing was wanted', () => {
    const { cold, ci95 } = reportOn(outcomes.slice(1), 1);
    expect(cold).toEqual({ n: 0, recall10: null, recall50: null, mrr: null, ndcg10: null });
    expect(ci95.cold.mrr).toBeNull();
  });

  it('compares two ways of ranking query by query', () => {
    const better = outcomes.map(({ project, ranks }) => ({ project, ranks: ranks.map((each) => ({ ...each, rank: 1 })) }));
    expect(differenceOf(outcomes, outcomes, 1).ci95.warm.mrr).toEqual([0, 0]);
    const { warm, ci95 } = differenceOf(better, outcomes, 1);
    expect(warm.mrr).toBeCloseTo((0 + 0.75) / 2, 6);
    expect(ci95.warm.mrr).toEqual([0, 0.75]);
  });
});
