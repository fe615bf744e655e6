import { buildIndex, matchCall, type DirectoryData, type MatchIndex, type ThemeWeight } from '#libs/matching';
import { cpuOf } from './cpu.js';
import { seeded } from './seeded.js';
import type { World } from './world.js';

const SHOWN = 20;
const ASKERS = 40;
const ORGANISATIONS_A_PROJECT = 10;
const MEMBERS = 6;
const PROGRAMMES = 10;
const PERCENTILE = 0.95;

/** The made-up directory as the product is given it: interests both offered and sought, and past projects. */
export function directoryOf(world: World): DirectoryData {
  const random = seeded(11);
  const id = (i: number): string => `organisation-${i}`;
  const themeWeights = (i: number): ThemeWeight[] => {
    const { start, column, weight } = world.interests;
    return Array.from(column.subarray(start[i], start[i + 1]), (theme, n) => ({
      theme: world.themes[theme]?.id ?? '',
      strength: 3 * (weight[(start[i] ?? 0) + n] ?? 0),
    }));
  };
  const anyone = (): number => Math.floor(random() * world.size);
  return {
    themes: world.themes,
    organisations: Array.from({ length: world.size }, (_, i) => ({
      id: id(i),
      country: `C${world.country[i] ?? 0}`,
      offers: themeWeights(i),
      seeks: themeWeights((i + 1) % world.size),
    })),
    projects: Array.from({ length: Math.ceil(world.size / ORGANISATIONS_A_PROJECT) }, (_, n) => {
      const members = new Set(Array.from({ length: MEMBERS }, anyone));
      return {
        id: `project-${n}`,
        themes: themeWeights(anyone()).slice(0, 2).map(({ theme }) => theme),
        programme: `programme-${n % PROGRAMMES}`,
        start: '2022-01-01',
        members: [...members].map((member) => ({ organisation: id(member), role: 'PARTNER' })),
      };
    }),
  };
}

/** One call of the made-up directory, asked through the product's own front door. */
export function askerOf(index: MatchIndex, world: World): ReturnType<typeof matchCall> {
  const themes = world.themes.slice(-3).map(({ id }) => id);
  return matchCall(index, { id: 'call', themes, programme: 'programme-1' });
}

/** CPU milliseconds of a whole answer, all signals and the first 20 explained: 95th percentile over the askers. */
export function explainedMillisP95(world: World): number {
  const index = buildIndex(directoryOf(world));
  const ask = askerOf(index, world);
  const random = seeded(5);
  const millis = Array.from({ length: 2 * ASKERS }, () => {
    const asker = index.organisations[Math.floor(random() * world.size)] ?? '';
    return 1000 * cpuOf(() => {
      const answer = ask([asker]);
      for (const { organisation } of answer.rank(SHOWN)) answer.explain(organisation);
    });
  });
  const warm = millis.slice(ASKERS).sort((a, b) => a - b);
  return warm[Math.ceil(PERCENTILE * warm.length) - 1] ?? 0;
}
