import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '../match-index.js';
import { SHIPPED_WEIGHTS } from '../shipped-weights.js';
import { directory, organisation, project } from '../testing/small-world.js';
import { fairnessOf, giniOf } from './fairness.js';

describe('inequality', () => {
  it('is 0 where all have the same and near 1 where one has all', () => {
    expect(giniOf(Float64Array.of(2, 2, 2, 2))).toBeCloseTo(0, 12);
    expect(giniOf(Float64Array.of(0, 0, 0, 8))).toBeCloseTo(3 / 4, 12);
    expect(giniOf(new Float64Array(3))).toBe(0);
  });
});

describe('a fairness report', () => {
  const known = Array.from({ length: 30 }, (_, i) => `known-${i}`);
  const organisations = [
    ...known.map((id) => ({ ...organisation(id, { type: 'public' }), size: 'large' })),
    ...Array.from({ length: 10 }, (_, i) => organisation(`new-${i}`, { country: 'FR', type: 'private' })),
  ];
  const data = directory(organisations, known.map((id, i) => project(`p${i}`, [id, known[(i + 1) % 30]!], { text: 'words' })));
  const queries = [
    { project: 'q', call: { id: 'c', themes: [] }, team: ['known-0'], wanted: [{ organisation: 'known-1', warm: true }, { organisation: 'new-1', warm: false }] },
  ];
  const report = fairnessOf(buildIndex(data), organisations, queries, SHIPPED_WEIGHTS);

  it('tells what share of the register, of those wanted and of exposure each group has', () => {
    const { country, type, size, experience } = report.BALANCED.groups;
    expect(country!['BE']).toMatchObject({ register: 0.75, wanted: 0.5 });
    expect(type!['private']!.register).toBe(0.25);
    expect(size!['unknown']!.register).toBe(0.25);
    expect(experience!['none']!.register + experience!['2 to 5']!.register).toBe(1);
    for (const groups of Object.values(report.NEW_FACES.groups)) {
      expect(Object.values(groups).reduce((sum, { exposure }) => sum + exposure, 0)).toBeCloseTo(1, 4);
    }
  });

  it('shows newcomers more with every mix, and what that costs', () => {
    const [proven, balanced, faces] = [report.PROVEN, report.BALANCED, report.NEW_FACES];
    const newcomers = [proven, balanced, faces].map(({ groups }) => groups['experience']!['none']!.exposure);
    expect(newcomers[0]).toBeLessThan(newcomers[1]!);
    expect(newcomers[1]).toBeLessThan(newcomers[2]!);
    expect(proven).toMatchObject({ all: { cost: 0 }, warm: { cost: 0 } });
  });
});
