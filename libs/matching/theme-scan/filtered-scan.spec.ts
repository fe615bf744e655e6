import { describe, expect, it } from '@jest/globals';
import { fromRows, type Row } from '../sparse.js';
import { buildTree } from '../theme-tree.js';
import { buildThemeIndex, exactScan, filteredScan, layOut, themeScan, type Crowd, type Scan, type ScanQuestion } from './index.js';

const SIZE = 10_000;
const THEMES = 40;
const tree = buildTree(Array.from({ length: THEMES }, (_, i) => ({ id: `theme-${String(i).padStart(2, '0')}` })));

/** Theme t is had by every (t + 1)-th: columns and lists; strengths of thirds that hardly two share. */
function makeCrowd(strength = (holder: number, theme: number) => (1 + ((holder * 31 + theme * holder * 7) % 3)) / 3): Crowd {
  const rows = Array.from({ length: SIZE }, (_, holder) =>
    Array.from({ length: THEMES }, (__, theme): Row[number] => [theme, strength(holder, theme)]).filter(([theme]) => holder % (theme + 1) === 0),
  );
  return {
    themes: buildThemeIndex(tree, [fromRows(rows)]),
    group: Uint16Array.from({ length: SIZE }, (_, holder) => holder % 3),
    idHash: Uint32Array.from({ length: SIZE }, (_, holder) => Math.imul(holder, 0x9e3779b1) >>> 0),
  };
}

const question: ScanQuestion = {
  wished: Array.from({ length: THEMES }, (_, theme): Row[number] => [theme, 1 / (1 + ((theme * 17) % THEMES))]),
  factors: Float64Array.of(1, 0.7, 0.9),
  asker: 0,
  seed: 1,
  k: 20,
};

const kernelScan = (crowd: Crowd): Scan => filteredScan(crowd, layOut(crowd)!);

describe('the scan through the kernel', () => {
  it('does not read what the reference reads', () => {
    const asked = makeCrowd();
    const expected = exactScan(asked)(question);
    const scan = kernelScan(asked);
    asked.themes.steps.fill(0);
    expect(exactScan(asked)(question)).toEqual([]);
    expect(scan(question)).toEqual(expected);
  });

  it('turns to the reference where it cannot tell: few holders, all alike, more terms than it takes', () => {
    const alike = makeCrowd(() => 1);
    const questions: ScanQuestion[] = [
      { ...question, k: SIZE },
      { ...question, wished: [[0, 1]], factors: Float64Array.of(1, 1, 1) },
      { ...question, wished: Array.from({ length: 1100 }, (_, i): Row[number] => [i % THEMES, 1]) },
      { ...question, wished: [] },
      { ...question, factors: Float64Array.of(0, 0, 0) },
    ];
    for (const asked of questions) expect(kernelScan(alike)(asked)).toEqual(exactScan(alike)(asked));
  });

  it('is the scan of choice where there is WebAssembly with SIMD, as here', () => {
    const asked = makeCrowd();
    expect(layOut(asked)).toBeDefined();
    expect(themeScan(asked)(question)).toEqual(exactScan(asked)(question));
  });
});
