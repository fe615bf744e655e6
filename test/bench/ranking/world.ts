import { buildTree, expand, type Row, type ScanQuestion, type Sparse, type Theme, type ThemeTree } from '#libs/matching';
import { seeded, zipf } from './seeded.js';

const BRANCHING = 10;
const LEAVES = BRANCHING ** 3;
export const COUNTRIES = 40;
export const TYPES = 6;
const FEWEST_THEMES = 3;
const MOST_THEMES = 12;
const STRONGEST = 3;
const SAME_COUNTRY = 0.7;

/** A made-up directory: popular themes and countries as in real ones, by Zipf's law. The same for the same seed. */
export interface World {
  readonly size: number;
  readonly tree: ThemeTree;
  readonly themes: readonly Theme[];
  /** organisation -> leaf theme, strength in thirds: 3 to 12 each. */
  readonly interests: Sparse;
  readonly country: Uint8Array;
  readonly type: Uint8Array;
  readonly group: Uint16Array;
  readonly idHash: Uint32Array;
}

/** 10 domains of 10 fields of 10 themes, named so that the domains come first and the themes last. */
function taxonomy(): Theme[] {
  const digits = Array.from({ length: BRANCHING }, (_, i) => String(i));
  const domains = digits.map((d) => ({ id: `a${d}` }));
  const fields = domains.flatMap(({ id }) => digits.map((d) => ({ id: `b${id.slice(1)}${d}`, parent: id })));
  return [...domains, ...fields, ...fields.flatMap(({ id }) => digits.map((d) => ({ id: `c${id.slice(1)}${d}`, parent: id })))];
}

export function makeWorld(size: number, seed = 7): World {
  const random = seeded(seed);
  const themes = taxonomy();
  const tree = buildTree(themes);
  const leaves = shuffled(Array.from({ length: LEAVES }, (_, i) => themes.length - LEAVES + i), random);
  const drawTheme = zipf(LEAVES, 1, random);
  const drawCountry = zipf(COUNTRIES, 0.8, random);

  const country = Uint8Array.from({ length: size }, drawCountry);
  const type = Uint8Array.from({ length: size }, () => Math.floor(random() * TYPES));
  const start = new Uint32Array(size + 1);
  const column = new Uint32Array(size * MOST_THEMES);
  const weight = new Float64Array(size * MOST_THEMES);
  let filled = 0;
  for (let i = 0; i < size; i++) {
    const wanted = FEWEST_THEMES + Math.floor(random() * (MOST_THEMES - FEWEST_THEMES + 1));
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(leaves[drawTheme()] ?? 0);
    for (const leaf of [...chosen].sort((a, b) => a - b)) {
      column[filled] = leaf;
      weight[filled++] = (1 + Math.floor(random() * STRONGEST)) / STRONGEST;
    }
    start[i + 1] = filled;
  }
  return {
    size,
    tree,
    themes,
    interests: { start, column: column.slice(0, filled), weight: weight.slice(0, filled) },
    country,
    type,
    group: Uint16Array.from({ length: size }, (_, i) => (country[i] ?? 0) * TYPES + (type[i] ?? 0)),
    idHash: Uint32Array.from({ length: size }, () => Math.floor(random() * 2 ** 32)),
  };
}

export const countryFactor = (asker: number, other: number): number => (asker === other ? SAME_COUNTRY : 1);
export const typeFactor = (asker: number, other: number): number =>
  asker === other ? 0.6 : 0.7 + 0.05 * ((asker * 5 + other * 3) % 7);

/** A call's fields and domain: their themes weigh more in its questions. */
interface BenchCall {
  readonly fields: ReadonlySet<number>;
  readonly domain: number;
}

export function makeCalls(count: number): BenchCall[] {
  const random = seeded(1000);
  return Array.from({ length: count }, () => ({
    fields: new Set([0, 1, 2].map(() => BRANCHING + Math.floor(random() * BRANCHING ** 2))),
    domain: Math.floor(random() * BRANCHING),
  }));
}

/** "Who suits this organisation in this call?", by themes, country and type. */
export function makeQuestion(world: World, asker: number, call: BenchCall, k: number): ScanQuestion {
  const { interests, tree } = world;
  const boosted: Row[number][] = [];
  for (let cell = interests.start[asker] ?? 0; cell < (interests.start[asker + 1] ?? 0); cell++) {
    const leaf = interests.column[cell] ?? 0;
    const [, field = 0, domain = 0] = tree.lines[leaf] ?? [];
    const boost = call.fields.has(field) ? 2 : call.domain === domain ? 1.5 : 1;
    boosted.push([leaf, (interests.weight[cell] ?? 0) * boost]);
  }
  const expanded = expand(tree, boosted);
  const norm = Math.sqrt(expanded.reduce((sum, [, level]) => sum + level * level, 0));
  const factors = Float64Array.from({ length: COUNTRIES * TYPES }, (_, group) => {
    const [country, type] = [Math.floor(group / TYPES), group % TYPES];
    return countryFactor(world.country[asker] ?? 0, country) * typeFactor(world.type[asker] ?? 0, type);
  });
  return { wished: expanded.map(([theme, level]) => [theme, level / norm]), factors, asker, seed: asker, k };
}

export function makeQuestions(world: World, count: number, k: number): ScanQuestion[] {
  const random = seeded(99);
  const calls = makeCalls(5);
  return Array.from({ length: count }, (_, i) =>
    makeQuestion(world, Math.floor(random() * world.size), calls[i % calls.length] ?? { fields: new Set(), domain: 0 }, k),
  );
}

function shuffled(items: number[], random: () => number): number[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] ?? 0, items[i] ?? 0];
  }
  return items;
}
