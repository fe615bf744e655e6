import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DirectoryData } from './directory-data.js';
import { buildIndex, explain, matchCall, rank, type Part, type Question } from './index.js';
import { themes } from './testing/small-world.js';
import { hashOf, lot } from './tie-break.js';

const theme = fc.constantFrom(...themes.map(({ id }) => id));
const themeWeights = fc.uniqueArray(fc.record({ theme, strength: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 3,
  selector: (weight) => weight.theme,
});
const ids = Array.from({ length: 9 }, (_, i) => `org-${i}`);
const organisation = fc
  .constantFrom(['BE', 'BE251'], ['BE', 'BE234'], ['BE'], ['GB', 'UKJ21'], ['GB'], ['GR', 'EL303'], ['FR', 'FRE'])
  .chain(([country = '', nuts]) =>
    fc.record({
      country: fc.constant(country),
      ...(nuts !== undefined && { nuts: fc.constant(nuts) }),
      name: fc.constantFrom('City council', 'Food bank', 'University of Work'),
      city: fc.constantFrom('Brugge', 'Gent'),
      type: fc.constantFrom('public', 'private'),
      offers: themeWeights,
      seeks: themeWeights,
    }),
  );
const text = fc.constantFrom('food for the city of Brugge', 'young people work', 'less food is thrown away');
const project = fc.record(
  {
    themes: fc.uniqueArray(theme, { maxLength: 3 }),
    programme: fc.constantFrom('p1', 'p2'),
    call: fc.constantFrom('c1', 'c2'),
    start: fc.constant('2019-03-01'),
    text,
    members: fc.array(
      fc.record({ organisation: fc.constantFrom(...ids, 'left-the-directory'), role: fc.constant('PARTNER') }),
      { maxLength: 6 },
    ),
  },
  { requiredKeys: ['themes', 'members'] },
);
const world: fc.Arbitrary<DirectoryData> = fc.record({
  themes: fc.constant(themes),
  organisations: fc
    .array(organisation, { minLength: 2, maxLength: ids.length })
    .map((list) => list.map((facts, i) => ({ id: `org-${i}`, ...facts }))),
  projects: fc.array(project, { maxLength: 8 }).map((list) => list.map((facts, i) => ({ id: `project-${i}`, ...facts }))),
});
const question: fc.Arbitrary<Question> = fc.record({
  team: fc.constantFrom([], ['org-0'], ['org-1'], ['org-1', 'org-0']),
  call: fc.record(
    {
      id: fc.constantFrom('c3', 'c4'),
      themes: fc.uniqueArray(theme, { maxLength: 2 }),
      programme: fc.constant('p1'),
      predecessor: fc.constant('c1'),
      text,
      countries: fc.subarray(['BE', 'GB', 'GR', 'FR']),
      area: fc.subarray(['BE25', 'UKJ', 'EL3']),
    },
    { requiredKeys: ['id', 'themes'] },
  ),
});

function holds(check: (data: DirectoryData, question: Question) => void): void {
  fc.assert(fc.property(world, question, check), { numRuns: 300 });
}

describe('a match', () => {
  it('ranks everybody but the team, by score and then by lot', () => {
    holds((data, asked) => {
      const ranked = rank(buildIndex(data), asked, 99);
      const seed = hashOf([asked.call.id, ...asked.team.toSorted()].join('\n'));
      const lotOf = (id: string) => lot(seed, hashOf(id));
      const sorted = ranked.toSorted((a, b) => b.score - a.score || lotOf(a.organisation) - lotOf(b.organisation));
      expect(ranked).toEqual(sorted);
      const others = data.organisations.map(({ id }) => id).filter((id) => !asked.team.includes(id));
      expect(ranked.map(({ organisation: id }) => id).sort()).toEqual(others);
    });
  });

  it('gives the exact first k: by class, then by score; who has no class is left out', () => {
    fc.assert(
      fc.property(world, question, fc.nat(10), fc.array(fc.option(fc.nat(2), { nil: undefined }), { minLength: 9, maxLength: 9 }), (data, asked, k, given) => {
        const ask = matchCall(buildIndex(data), asked.call);
        const classOf = (id: string) => given[ids.indexOf(id)];
        const all = ask(asked.team).rank(99);
        const expected = [0, 1, 2].flatMap((which) => all.filter(({ organisation: id }) => classOf(id) === which));
        expect(ask(asked.team, { classOf, classes: 3 }).rank(k)).toEqual(expected.slice(0, k));
      }),
    );
  });

  it('lifts newcomers to the places kept for them, in every class, and says by how much', () => {
    fc.assert(
      fc.property(world, question, fc.nat(10), fc.constantFrom('BALANCED', 'NEW_FACES'), (data, asked, k, mix) => {
        const newcomers = new Set(ids.filter((id) => !data.projects.some(({ members }) => members.some(({ organisation }) => organisation === id))));
        const classOf = (id: string) => ids.indexOf(id) % 2;
        const answer = matchCall(buildIndex(data), asked.call)(asked.team, { classOf, classes: 2, mix });
        const all = answer.rank(99);
        expect(answer.rank(k)).toEqual(all.slice(0, k));
        for (const which of [0, 1]) {
          const places = all.filter(({ organisation: id }) => classOf(id) === which);
          places.forEach(({ score }, i) => {
            expect(score).toBeLessThanOrEqual(places[i - 1]?.score ?? 9);
          });
          const there = places.filter(({ organisation: id }) => newcomers.has(id)).length;
          const among = (r: number) => places.slice(0, r).filter(({ organisation: id }) => newcomers.has(id)).length;
          places.forEach((_, i) => {
            expect(among(i + 1)).toBeGreaterThanOrEqual(Math.min(there, Math.floor((i + 1) / (mix === 'BALANCED' ? 12 : 2))));
          });
        }
        for (const { organisation: id, score } of all) {
          const told = answer.explain(id);
          expect(told.score).toBe(score);
          expect(Math.abs(told.parts.reduce((sum, part) => sum + part.contribution, 0) - score)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('takes off a price for each doubling of those who ask, and no more', () => {
    holds((data, asked) => {
      const index = buildIndex(data);
      const demand = [{ organisation: 'org-0', askers: 41, capacity: 10 }, { organisation: 'org-9', askers: 99, capacity: 1 }];
      const without = rank(index, asked, 99);
      for (const { organisation: id, score } of rank(index, { ...asked, call: { ...asked.call, demand } }, 99)) {
        const free = without.find(({ organisation }) => organisation === id)?.score ?? NaN;
        if (id !== 'org-0') expect(score).toBe(free);
        else expect(score).toBeLessThan(free);
      }
    });
  });

  it('explains the very score it ranks by, in parts that add up', () => {
    holds((data, asked) => {
      const index = buildIndex(data);
      for (const { organisation: id, score } of rank(index, asked, 99)) {
        const suggestion = explain(index, asked, id);
        expect(suggestion.score).toBe(score);
        expect(Math.abs(suggestion.parts.reduce((sum, part) => sum + part.contribution, 0) - score)).toBeLessThan(1e-9);
        const isRight = ({ value, weight, contribution, evidence }: Part) =>
          value >= 0 && value <= 1 && Object.is(contribution, value * weight) && (value > 0 || evidence.length === 0);
        expect(suggestion.parts.filter((part) => !isRight(part))).toEqual([]); // one expectation: there are a hundred thousand parts
      }
    });
  });

  it('does not depend on the order of the input', () => {
    holds((data, asked) => {
      const turned: DirectoryData = {
        themes: data.themes.toReversed(),
        organisations: data.organisations
          .toReversed()
          .map((each) => ({ ...each, offers: each.offers.toReversed(), seeks: each.seeks.toReversed() })),
        projects: data.projects
          .toReversed()
          .map((each) => ({ ...each, themes: each.themes.toReversed(), members: each.members.toReversed() })),
      };
      const turnedQuestion = { team: asked.team.toReversed(), call: { ...asked.call, themes: asked.call.themes.toReversed() } };
      expect(rank(buildIndex(turned), turnedQuestion, 99)).toEqual(rank(buildIndex(data), asked, 99));
    });
  });

  it('never lowers the score of a candidate who offers one theme more', () => {
    fc.assert(
      fc.property(world, question, theme, fc.integer({ min: 1, max: 3 }), (data, asked, added, strength) => {
        fc.pre(asked.team.length < 2);
        const candidate = asked.team[0] === 'org-0' ? 'org-1' : 'org-0';
        const richer = data.organisations.map((each) =>
          each.id === candidate ? { ...each, offers: [...each.offers, { theme: added, strength }] } : each,
        );
        const before = explain(buildIndex(data), asked, candidate).score;
        const after = explain(buildIndex({ ...data, organisations: richer }), asked, candidate).score;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every other score alone when one profile changes', () => {
    holds((data, asked) => {
      const [first, second, ...rest] = data.organisations;
      if (first === undefined || second === undefined || asked.team.includes(first.id)) return;
      const changed = [{ ...first, offers: [{ theme: 'food', strength: 3 }], seeks: [] }, second, ...rest];
      const others = (organisations: DirectoryData['organisations']) =>
        rank(buildIndex({ ...data, organisations }), asked, 99).filter(({ organisation: id }) => id !== first.id);
      expect(others(changed)).toEqual(others(data.organisations));
    });
  });
});
