import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { readPast } from '../../apps/cli/past-and-queries.js';
import { BUNDLED_DATA } from '#libs/directory';
import { buildIndex, calibrationOf, modelScorer, outcomesOf, queriesFor, reportOn, shownTo, SHIPPED_WEIGHTS, splitBySeed } from '#libs/matching';

const SEED = 1;
const QUERIES = 200;

/** As measured on 24 November 2026, less .01. */
const FLOORS = { warm: { recall10: 0.367, recall50: 0.656, mrr: 0.209 }, all: { recall50: 0.26 } } as const;

/**
 * A frozen part of the bundled data: the first 200 members, by consortium, of the consortia that seed 1 hides. The shipped
 * weights have seen these consortia; what they are worth on others is measured by `verbond evaluate`.
 */
const past = readPast([path.join(BUNDLED_DATA, 'interreg')]);
const { hidden, heldOutEach } = splitBySeed(past.projects, SEED);
const projects = past.projects.filter(({ id }) => !hidden.has(id));
const known = new Set(projects.flatMap(({ members }) => members.map(({ organisation }) => organisation)));
const sought = past.projects.filter(({ id }) => hidden.has(id));
const queries = queriesFor('draft', sought, heldOutEach, (id) => known.has(id)).slice(0, QUERIES);
const index = buildIndex({ ...past, projects });

describe('the quality of matching', () => {
  const { warm, all } = reportOn(outcomesOf(index, modelScorer(SHIPPED_WEIGHTS), queries), SEED);

  it('finds the hidden members of real consortia no worse than when this was written', () => {
    expect(queries).toHaveLength(QUERIES);
    expect(warm.recall10).toBeGreaterThanOrEqual(FLOORS.warm.recall10);
    expect(warm.recall50).toBeGreaterThanOrEqual(FLOORS.warm.recall50);
    expect(warm.mrr).toBeGreaterThanOrEqual(FLOORS.warm.mrr);
    expect(all.recall50).toBeGreaterThanOrEqual(FLOORS.all.recall50);
  });

  it('states chances that are true, and better than the base rate', () => {
    const { ece, brier, baseBrier } = calibrationOf(shownTo(index, queries, SHIPPED_WEIGHTS).flat(), SHIPPED_WEIGHTS.chances.draft);
    expect(ece).toBeLessThanOrEqual(0.05);
    expect(brier).toBeLessThan(baseBrier);
  });
});
