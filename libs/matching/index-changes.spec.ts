import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DirectoryData } from './directory-data.js';
import type { Interests } from './index-changes.js';
import { buildIndex, matchCall, withInterests, type MatchIndex } from './index.js';
import { directory, organisation, project, themes } from './testing/small-world.js';

const weights = fc.uniqueArray(
  fc.record({ theme: fc.constantFrom(...themes.map(({ id }) => id)), strength: fc.integer({ min: 1, max: 3 }) }),
  { selector: ({ theme }) => theme },
);
const codes = Array.from({ length: 7 }, (_, i) => `org-${i}`);
const interests = fc.record({ id: fc.constantFrom(...codes), offers: weights, seeks: weights });
/** Edits that become visible together, of different organisations. */
const edit = fc.uniqueArray(interests, { minLength: 1, maxLength: 4, selector: ({ id }) => id });

/** Some have no interests, some a past, some both. */
function world(first: readonly Interests[]): DirectoryData {
  const plain = directory(codes.map((code) => organisation(code)), [
    project('p1', ['org-0', 'org-1', 'org-2'], { themes: ['work.youth'] }),
    project('p2', ['org-2', 'org-5'], { themes: ['food.surplus', 'work'] }),
  ]);
  return changed(plain, first);
}

function changed(data: DirectoryData, edits: readonly Interests[]): DirectoryData {
  const byId = new Map(edits.map((each) => [each.id, each]));
  return { ...data, organisations: data.organisations.map((each) => ({ ...each, ...byId.get(each.id) })) };
}

const answers = (index: MatchIndex) =>
  codes.map((asker) => matchCall(index, { id: 'call', themes: ['work.youth.jobs'] })([asker]).rank(codes.length));

describe('an index with other interests', () => {
  it('equals one built anew, whatever was edited before, and answers alike', () => {
    fc.assert(
      fc.property(edit, fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
        let data = world(first);
        let index = buildIndex(data);
        for (const each of edits) {
          data = changed(data, each);
          index = withInterests(index, each);
        }
        const anew = buildIndex(data);
        expect(isDeepStrictEqual(index, anew)).toBe(true);
        expect(answers(index)).toEqual(answers(anew));
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it('leaves the index it came from as it was', () => {
    const index = buildIndex(world([]));
    withInterests(index, [{ id: 'org-3', offers: [{ theme: 'food', strength: 3 }], seeks: [] }]);
    expect(isDeepStrictEqual(index, buildIndex(world([])))).toBe(true);
  });

  it('takes no theme and no organisation that it does not know', () => {
    const index = buildIndex(world([]));
    expect(() => withInterests(index, [{ id: 'nobody', offers: [], seeks: [] }])).toThrow(RangeError);
    expect(() => withInterests(index, [{ id: 'org-1', offers: [{ theme: 'nothing', strength: 1 }], seeks: [] }])).toThrow(RangeError);
  });
});

it('an index is plain data: what one thread built another can take over', () => {
  const index = buildIndex(world([{ id: 'org-1', offers: [{ theme: 'work', strength: 2 }], seeks: [] }]));
  expect(structuredClone(index)).toEqual(index);
});
