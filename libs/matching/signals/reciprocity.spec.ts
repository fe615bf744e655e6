import { describe, expect, it } from '@jest/globals';
import { directory, organisation, project, read } from '../testing/small-world.js';

describe('reciprocity', () => {
  it('is the share of what the asker brings that the candidate seeks', () => {
    const data = directory([
      organisation('asker', { offers: { food: 3, work: 3 } }),
      organisation('hungry', { seeks: { food: 3 } }),
    ]);
    const { value, evidence } = read(data, 'reciprocity', 'hungry');
    expect(value).toBeCloseTo(0.2 + 0.8 / 2, 12);
    expect(evidence).toEqual([{ kind: 'theme', id: 'food', role: 'seeks-offered' }]);
  });

  it('counts what the asker showed in past projects', () => {
    const data = directory(
      [organisation('asker'), organisation('hungry', { seeks: { food: 3 } })],
      [project('past', ['asker'], { themes: ['food'] })],
    );
    expect(read(data, 'reciprocity', 'hungry').value).toBeCloseTo(1, 12);
  });

  it('does not ask what the candidate offers', () => {
    const data = directory([
      organisation('asker', { offers: { food: 3 } }),
      organisation('rival', { offers: { food: 3 }, seeks: { work: 1 } }),
    ]);
    expect(read(data, 'reciprocity', 'rival')).toMatchObject({ value: 0, evidence: [] });
  });

  it('is unknown, and says so, where the candidate seeks nothing yet or the asker shows nothing', () => {
    const data = directory([
      organisation('asker', { offers: { food: 3 } }),
      organisation('silent', { offers: { food: 3 } }),
      organisation('hungry', { seeks: { food: 1 } }),
    ]);
    const unknown = { value: 0.2, evidence: [{ kind: 'note', role: 'wishes-unknown' }] };
    expect(read(data, 'reciprocity', 'silent')).toEqual(unknown);
    expect(read(data, 'reciprocity', 'hungry', { team: ['silent'] }).value).toBeGreaterThan(0.2);
    expect(read(directory([organisation('asker'), ...data.organisations.slice(1)]), 'reciprocity', 'hungry')).toEqual(unknown);
  });
});
