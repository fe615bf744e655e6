import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromRows, type Row } from '../sparse.js';
import { lot } from '../tie-break.js';
import { buildTree, expand } from '../theme-tree.js';
import { themes } from '../testing/small-world.js';
import { buildThemeIndex, exactScan, filteredScan, layOut, type Crowd, type Hit, type Scan, type ScanQuestion } from './index.js';

const tree = buildTree(themes);
const GROUPS = 3;

interface Member {
  readonly strengths: Row;
  readonly group: number;
  readonly hash: number;
}

const row = (value: fc.Arbitrary<number>): fc.Arbitrary<Row> =>
  fc
    .uniqueArray(fc.tuple(fc.nat(themes.length - 1), value), { maxLength: 4, selector: ([theme]) => theme })
    .map((cells) => cells.sort(([a], [b]) => a - b));
const thirds = fc.constantFrom(1 / 3, 2 / 3, 1);
const members = (fewest: number, most: number): fc.Arbitrary<Member[]> =>
  fc.uniqueArray(
    fc.record({ strengths: row(thirds), group: fc.nat(GROUPS - 1), hash: fc.nat(0xffff) }),
    { minLength: fewest, maxLength: most, selector: ({ hash }) => hash },
  );
const question: fc.Arbitrary<ScanQuestion> = fc.record({
  wished: row(fc.double({ min: 0.001, max: 1, noNaN: true })),
  factors: fc.array(fc.constantFrom(0, 0.35, 0.7, 1, 1.3), { minLength: GROUPS, maxLength: GROUPS }).map((list) => Float64Array.from(list)),
  asker: fc.constant(0),
  seed: fc.nat(0xffff),
  k: fc.nat(8),
});

function crowdOf(list: readonly Member[]): Crowd {
  return {
    themes: buildThemeIndex(tree, [fromRows(list.map(({ strengths }) => strengths))]),
    group: Uint16Array.from(list, ({ group }) => group),
    idHash: Uint32Array.from(list, ({ hash }) => hash),
  };
}

/** Straight from the formula: no index, a full sort. */
function naive(list: readonly Member[], { wished, factors, asker, seed, k }: ScanQuestion): Hit[] {
  const lotOf = (position: number): number => lot(seed, list[position]!.hash);
  return list
    .map(({ strengths, group }, position) => {
      const levels = new Map(expand(tree, strengths));
      const sum = wished.reduce((total, [theme, pull]) => total + (pull / 120) * Math.round((levels.get(theme) ?? 0) * 120), 0);
      return { position, score: sum * factors[group]! };
    })
    .filter(({ position, score }) => position !== asker && score > 0)
    .sort((a, b) => b.score - a.score || lotOf(a.position) - lotOf(b.position) || a.position - b.position)
    .slice(0, k);
}

const kernelScan = (crowd: Crowd): Scan => filteredScan(crowd, layOut(crowd)!);

describe('the theme scan', () => {
  it('gives what the formula gives, bit by bit and with equals by lot', () => {
    fc.assert(
      fc.property(members(1, 60), question, (list, asked) => {
        const crowd = crowdOf(list);
        const expected = naive(list, asked);
        expect(exactScan(crowd)(asked)).toEqual(expected);
        expect(kernelScan(crowd)(asked)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same through the kernel alone where a crowd takes many blocks', () => {
    fc.assert(
      fc.property(members(30, 60), question, (some, asked) => {
        const list = Array.from({ length: 9000 }, (_, i) => ({ ...some[(i * i + 7 * i) % some.length]!, hash: i }));
        const crowd = crowdOf(list);
        const answers = exactScan(crowd)(asked);
        expect(answers).toEqual(naive(list, asked));
        expect(kernelScan(crowd)(asked)).toEqual(answers);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the crowd', () => {
    fc.assert(
      fc.property(members(2, 60), question, ([asker, ...others], asked) => {
        const named = (list: readonly Member[]) =>
          kernelScan(crowdOf(list))(asked).map(({ position, score }) => [list[position]!.hash, score]);
        expect(named([asker!, ...others.toReversed()])).toEqual(named([asker!, ...others]));
      }),
    );
  });

  it('answers again and again as if it had never been asked', () => {
    fc.assert(
      fc.property(members(1, 40), fc.array(question, { minLength: 2, maxLength: 5 }), (list, questions) => {
        const crowd = crowdOf(list);
        for (const scan of [exactScan(crowd), kernelScan(crowd)]) {
          for (const asked of questions) expect(scan(asked)).toEqual(naive(list, asked));
        }
      }),
    );
  });
});
