import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '../match-index.js';
import { SIGNAL_ORDER } from '../model.js';
import { directory, organisation, project } from '../testing/small-world.js';
import { examplesOf, WIDTH, type Example } from './examples.js';
import { fitWeights, lossAt } from './fit.js';
import { foldsOf, questionsIn } from './folds.js';
import { learnWeights } from './learn.js';

/** Twenty-four organisations: three and three form consortia with each other, four times. */
const ids = Array.from({ length: 24 }, (_, i) => `o${String(i).padStart(2, '0')}`);
const consortium = (i: number) => [0, 1, 2].map((step) => ids[(i % 8) * 3 + step]!);
const data = directory(
  ids.map((id, i) => organisation(id, { country: i % 2 === 0 ? 'BE' : 'FR' })),
  Array.from({ length: 32 }, (_, i) => project(`p${i}`, consortium(i), { text: `words ${i % 4}` })),
);

describe('folds', () => {
  const folds = foldsOf(data, 1);

  it('hide every consortium once, and never count it where it is asked for', () => {
    const hidden = folds.flatMap((fold) => fold.hidden.map(({ id }) => id));
    expect(hidden.toSorted()).toEqual(data.projects.map(({ id }) => id).toSorted());
    for (const fold of folds) {
      const kept = new Set(fold.data.projects.map(({ id }) => id));
      expect(fold.hidden.some(({ id }) => kept.has(id))).toBe(false);
    }
  });

  it('want in drafts those alone whom the rest of the history knows', () => {
    const stranger = directory([...data.organisations, organisation('new')], [...data.projects, project('last', ['o00', 'o01', 'new'], { text: 'words' })]);
    const drafts = foldsOf(stranger, 1).flatMap((fold) => questionsIn(fold, 'draft', 1));
    const wanted = drafts.filter(({ project: id }) => id === 'last').flatMap((query) => query.wanted);
    expect(wanted.map(({ organisation: id }) => id)).toEqual(['o00', 'o01']);
  });
});

describe('examples', () => {
  it('put those wanted first and let a sample stand for all others', () => {
    const fold = foldsOf(data, 1)[0]!;
    const [example] = examplesOf(buildIndex(fold.data), questionsIn(fold, 'lead', 1));
    expect([...example!.wanted]).toEqual([0.5, 0.5]);
    expect(example!.rows).toHaveLength(example!.offsets.length * WIDTH);
    expect(example!.offsets).toHaveLength(24 - 1);
  });
});

/** One number tells: wanted rows have it, others not, but one in four. */
function telling(narrowness: number): Example[] {
  const rowsWith = (values: readonly number[]) => Float32Array.from(values.flatMap((value) => [value, ...Array<number>(WIDTH - 1).fill(0)]));
  return [0, 1, 2, 3].map((i) => ({
    rows: rowsWith([1, 0, 0, i === 0 ? 1 : 0]),
    wanted: Float64Array.of(1),
    offsets: Float64Array.of(0, 0, 0, 0),
    narrowness,
  }));
}

describe('fitting', () => {
  const floors = new Float64Array(WIDTH);

  it('has the gradient of its loss', () => {
    const ends = new Float64Array(2 * WIDTH).map((_, k) => (k % 5) / 5);
    const gradient = new Float64Array(2 * WIDTH);
    const settings = { floors, pull: 0.1, bond: 0.2 };
    const loss = lossAt(ends, telling(0.3), settings, gradient);
    for (const k of [0, WIDTH]) {
      const nudged = ends.slice();
      nudged[k]! += 1e-6;
      expect((lossAt(nudged, telling(0.3), settings, new Float64Array(2 * WIDTH)) - loss) / 1e-6).toBeCloseTo(gradient[k]!, 5);
    }
  });

  it('ends where no step lowers the loss and nothing is below its floor', () => {
    const least = floors.map((_, k) => (k === 1 ? 2 : 0));
    const settings = { floors: least, pull: 0.01, bond: 0, iterations: 400, rounds: 0 };
    const ends = fitWeights(telling(1), settings);
    const gradient = new Float64Array(2 * WIDTH);
    lossAt(ends, telling(1), settings, gradient);
    expect(gradient[0]).toBeCloseTo(0, 4);
    expect(ends[0]).toBeGreaterThan(1);
    expect([ends[1], ends[WIDTH + 1]]).toEqual([2, 2]);
  });

  it('keeps an end of which nothing is known near the other', () => {
    const settings = { floors, pull: 0.01, bond: 0.1, iterations: 400, rounds: 0 };
    const [narrow = 0, wide = 0] = [0, WIDTH].map((k) => fitWeights(telling(1), settings)[k]);
    expect(wide).toBeGreaterThan(0.8 * narrow);
    expect(wide).toBeLessThan(narrow);
  });

  it('listens less to those out of reach, when it weighs anew', () => {
    const row = (first: number, second: number) => [first, second, ...Array<number>(WIDTH - 2).fill(0)];
    const wants = (wanted: number[], behind: number): Example => ({
      rows: Float32Array.from([...wanted, ...row(0, 0)]),
      wanted: Float64Array.of(1),
      offsets: Float64Array.of(-behind, 0),
      narrowness: 1,
    });
    const examples = [wants(row(1, 0), 0), wants(row(0, 1), 20)];
    const settings = { floors, pull: 0.05, bond: 0, iterations: 400 };
    const shareOfSecond = (rounds: number) => {
      const [first = 0, second = 0] = fitWeights(examples, { ...settings, rounds });
      return second / (first + second);
    };
    expect(shareOfSecond(2)).toBeLessThan(shareOfSecond(0) / 2);
  });
});

describe('learning', () => {
  it('gives the same weights every time, in any order of the rows', () => {
    const weights = learnWeights([data]);
    expect(JSON.stringify(learnWeights([data]))).toBe(JSON.stringify(weights));
    const turned = { ...data, organisations: data.organisations.toReversed(), projects: data.projects.toReversed() };
    expect(JSON.stringify(learnWeights([turned]))).toBe(JSON.stringify(weights));
  });

  it('finds that past partners come together again', () => {
    const { lead } = learnWeights([data]).situations;
    const weight = (signal: (typeof SIGNAL_ORDER)[number]) => lead.narrow[signal].reduce((sum, share) => sum + share, 0);
    expect(weight('partners') + weight('consortia') + weight('walk')).toBeGreaterThan(weight('density'));
  });

  it('refuses a past without consortia', () => {
    expect(() => learnWeights([directory([organisation('a')])])).toThrow('There is no past consortium');
  });
});
