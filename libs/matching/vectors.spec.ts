import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Project } from './directory-data.js';
import { viewCall } from './call-view.js';
import { buildIndex, matchCall, withInterests, type CallFacts, type MatchIndex } from './index.js';
import { directory, organisation, project } from './testing/small-world.js';
import type { Vector } from './vectors.js';

const DIMENSIONS = 4;
const number = fc.integer({ min: -100, max: 100 });
const vector = fc.array(number, { minLength: DIMENSIONS, maxLength: DIMENSIONS }).filter((values) => values.some((value) => value !== 0));
const vectors = fc.array(fc.option(vector, { nil: undefined }), { minLength: 1, maxLength: 30 });

const codes = ['asker', 'baker', 'cook', 'driver'];
const TEXT = 'Unemployed young people learn a trade in a social enterprise.';
const call: CallFacts = { id: 'call', themes: [], text: 'Young people who are out of work find a job.' };

/** One project a vector, by turns of the organisations; undefined leaves the project without one. */
function projectsWith(given: readonly (Vector | undefined)[]): Project[] {
  return given.map((each, i) => {
    const members = ['asker', 'baker', 'cook', 'driver'].filter((_, m) => (i + m) % 3 !== 0);
    return project(`p${String(i).padStart(2, '0')}`, members, { text: TEXT, ...(each !== undefined && { vector: each }) });
  });
}

const indexOf = (projects: Project[]): MatchIndex => buildIndex(directory(codes.map((code) => organisation(code)), projects));
const withVectors = (given: readonly (Vector | undefined)[]): MatchIndex => indexOf(projectsWith(given));
const without = (given: readonly unknown[]): MatchIndex => withVectors(given.map(() => undefined));
const meant = (index: MatchIndex, asked?: Vector): number[] => [...viewCall(index, asked === undefined ? call : { ...call, vector: asked }).meant];
const answer = (index: MatchIndex, asked?: Vector) =>
  matchCall(index, asked === undefined ? call : { ...call, vector: asked })(['asker']).rank(codes.length);

const check = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void) => { fc.assert(fc.property(arbitrary, predicate), { seed: 1, numRuns: 40 }); };

describe('without vectors on both sides', () => {
  it('all is equal, bit by bit, to what topics say', () => {
    check(fc.tuple(vectors, vector), ([given, asked]) => {
      const plain = without(given);
      expect(meant(plain, asked)).toEqual(meant(plain));
      expect(meant(withVectors(given))).toEqual(meant(plain));
      expect(answer(plain, asked)).toEqual(answer(plain));
      expect(answer(withVectors(given))).toEqual(answer(plain));
    });
  });

  it('a project keeps its topics beside others that have a vector', () => {
    check(fc.tuple(vectors, vector), ([given, asked]) => {
      const topics = meant(without(given));
      const known = meant(withVectors(given), asked);
      for (const [q, each] of given.entries()) if (each === undefined) expect(known[q]).toBe(topics[q]);
    });
  });
});

describe('the likeness of vectors', () => {
  it('is (cosine - usual) / (1 - usual), and never below 0', () => {
    const index = withVectors([[3, 0, 0, 0], [0, 2, 0, 0], [-1, 0, 0, 0], [1, 1, 0, 0]]);
    const usual = (1 + Math.SQRT1_2) / 14;
    const [same, across, against, near] = meant(index, [0.5, 0, 0, 0]);
    expect([same, across, against]).toEqual([1, 0, 0]);
    expect(near).toBeCloseTo((Math.SQRT1_2 - usual) / (1 - usual), 6);
  });

  it('is in [0, 1] and rises with the cosine, however alike a service finds everything', () => {
    check(fc.tuple(fc.array(vector, { minLength: 2, maxLength: 20 }), vector, fc.nat({ max: 500 })), ([given, asked, common]) => {
      const shifted = (values: readonly number[]) => [...values, common];
      const likeness = meant(withVectors(given.map(shifted)), shifted(asked));
      for (const [one, first] of given.entries()) {
        expect(likeness[one]).toBeGreaterThanOrEqual(0);
        expect(likeness[one]).toBeLessThanOrEqual(1);
        for (const [other, second] of given.entries()) {
          const ahead = cosine(shifted(first), shifted(asked)) - cosine(shifted(second), shifted(asked));
          if (ahead > 1e-6) expect(likeness[one]).toBeGreaterThanOrEqual(likeness[other]!);
        }
      }
    });
  });

  it('depends neither on lengths, nor on the kind of list, nor on the order of projects', () => {
    check(fc.tuple(vectors, vector, fc.constantFrom(0.5, 4, 1024)), ([given, asked, longer]) => {
      const index = withVectors(given);
      const scaled = indexOf(projectsWith(given.map((each) => each && Float32Array.from(each, (value) => value * longer))).reverse());
      expect(scaled).toEqual(index);
      expect(answer(scaled, asked.map((value) => value * longer))).toEqual(answer(index, Float32Array.from(asked)));
    });
  });
});

describe('vectors that do not fit', () => {
  const dimensions = 'A vector has 2 dimensions, others have 4.';

  it.each([
    ['of a project, of another dimension', () => withVectors([[1, 0, 0, 0], [1, 0]]), dimensions],
    ['of a call, of another dimension', () => meant(withVectors([[1, 0, 0, 0]]), [1, 0]), dimensions],
    ['all zeros', () => withVectors([[0, 0, 0, 0]]), 'A vector has no direction.'],
    ['no numbers at all', () => withVectors([[]]), 'A vector has no direction.'],
    ['not numbers', () => withVectors([[1, Number.NaN, 0, 0]]), 'A vector has no direction.'],
    ['without end', () => withVectors([[1, Infinity, 0, 0]]), 'A vector has no direction.'],
  ])('are refused: %s', (_, attempt, message) => {
    expect(attempt).toThrow(new RangeError(message));
  });
});

it('vectors stay where interests change, and cross over to another thread', () => {
  const index = withVectors([[1, 0, 0, 0], undefined, [0, 1, 0, 0]]);
  const changed = withInterests(index, [{ id: 'cook', offers: [{ theme: 'work', strength: 3 }], seeks: [] }]);
  expect(meant(changed, [1, 2, 0, 0])).toEqual(meant(index, [1, 2, 0, 0]));
  expect(structuredClone(index).vectors).toEqual({ dimension: 4, project: Uint32Array.of(0, 2), rows: Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0) });
});

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
