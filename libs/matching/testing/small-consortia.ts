import fc from 'fast-check';
import type { ConsortiumProblem, Demand, Rules } from '../consortium/problem.js';
import { standingOf } from '../consortium/standing.js';

const OPTIONS = 9;
const COUNTRIES = 3;

const all = <T>(of: (option: number) => T): T[] => Array.from({ length: OPTIONS }, (_, option) => of(option));

/** At least so many countries, with a helper column a country. */
function countriesAtLeast(countries: readonly number[], least: number): Rules {
  const rows = Array.from({ length: COUNTRIES }, (_, country): Demand => {
    const own = countries.flatMap((each, option): [number, number][] => (each === country ? [[option, 1]] : []));
    return { terms: new Map([...own, [OPTIONS + country, -1]]), min: 0, rule: 'countries' };
  });
  const helpers = Array.from({ length: COUNTRIES }, (_, country): [number, number] => [OPTIONS + country, 1]);
  return {
    system: () => ({ rows: [...rows, { terms: new Map(helpers), min: least, rule: 'countries' }], columns: OPTIONS + COUNTRIES }),
    shortfall: (members) => Math.max(0, least - new Set(members.map((member) => countries[member])).size),
  };
}

const tenths = fc.integer({ min: 0, max: 10 }).map((value) => value / 10);
const someOptions = fc.uniqueArray(fc.nat(OPTIONS - 1), { maxLength: 5 });

/** Questions small enough to look at every answer; many of them have none. */
export const smallProblem: fc.Arbitrary<ConsortiumProblem> = fc
  .record({
    scores: fc.array(tenths, { minLength: OPTIONS, maxLength: OPTIONS }),
    countries: fc.array(fc.nat(COUNTRIES - 1), { minLength: OPTIONS, maxLength: OPTIONS }),
    pairs: fc.array(fc.tuple(fc.nat(OPTIONS - 1), fc.nat(OPTIONS - 1), fc.constantFrom(0.25, 0.5, 0.75)), { minLength: 6, maxLength: 25 }),
    topics: fc.array(someOptions, { maxLength: 3 }),
    asked: someOptions,
    shared: fc.boolean(),
    min: fc.integer({ min: 2, max: 4 }),
    more: fc.nat(2),
    least: fc.integer({ min: 1, max: COUNTRIES }),
  })
  .map(({ scores, countries, pairs, topics, asked, shared, min, more, least }) => {
    const vouchers = all(() => new Map<number, number>());
    for (const [a, b, strength] of pairs) if (a !== b) vouchers[a]?.set(b, strength);
    return {
      organisations: all((option) => (shared && option === OPTIONS - 1 ? 'o1' : `o${option}`)),
      scores,
      kinds: all((option) => 2 * (countries[option] ?? 0) + Number(asked.includes(option))),
      given: [0],
      size: { min, max: min + more },
      topics: topics.map((holders, at) => ({ id: `t${at}`, weight: 0.3 + at / 10, holders: new Set(holders) })),
      vouchers,
      tieWeight: 0.2,
      rules: countriesAtLeast(countries, least),
      asks: asked.length === 0 ? [] : [{ terms: new Map(asked.map((option) => [option, 1])), min: 1, max: 2, rule: 'asked' }],
    };
  });

/** The best of all subsets that keep all demands. */
export function bestByEnumeration(problem: ConsortiumProblem): number | undefined {
  let best: number | undefined;
  for (let mask = 0; mask < 1 << OPTIONS; mask++) {
    const members = all((option) => option).filter((option) => mask & (1 << option));
    if (members.length < problem.size.min || members.length > problem.size.max) continue;
    if (!problem.given.every((option) => members.includes(option))) continue;
    const { missing, value } = standingOf(problem, members);
    if (missing === 0 && value > (best ?? -1)) best = value;
  }
  return best;
}
