import { describe, expect, it } from '@jest/globals';
import { directory, organisation, project, read } from '../testing/small-world.js';

const data = directory(
  [
    organisation('asker', { name: 'Stad Brugge', city: 'Brugge', type: 'public' }),
    organisation('past', { name: 'General hospital', city: 'Gent', type: 'public' }),
    organisation('new', { name: 'Coast hospital', city: 'Lille', type: 'public' }),
    organisation('shop', { name: 'Corner shop', city: 'Ath', type: 'private' }),
    organisation('third', { name: 'Hospital of the hills', type: 'public' }),
    ...Array.from({ length: 200 }, (_, i) => organisation(`firm-${i}`, { name: `Firm ${i}`, type: 'private' })),
  ],
  [
    project('health', ['past', 'asker'], { text: 'better care for patients' }),
    project('sales', ['shop'], { text: 'shops sell more, and care' }),
  ],
);
const call = { text: 'patients need better care, in Lille and in Ath and at the coast' };

describe('kind', () => {
  it('knows an organisation without a past by its name', () => {
    expect(read(data, 'kind', 'new', call).value).toBeGreaterThan(0);
    expect(read(data, 'kind', 'new', call).evidence).toEqual([{ kind: 'word', role: 'typical', id: 'hospital' }]);
    expect(read(data, 'kind', 'firm-1', call)).toEqual({ value: 0, evidence: [] });
  });

  it('knows nothing without words to compare', () => {
    expect(read(data, 'kind', 'new').value).toBe(0);
  });
});

describe('mention', () => {
  it('finds words of the name in the text, those of four letters or more', () => {
    expect(read(data, 'mention', 'new', call)).toEqual({ value: 1, evidence: [{ kind: 'word', role: 'named', id: 'coast' }] });
    expect(read(data, 'mention', 'shop', call).value).toBe(0);
  });
});

describe('town', () => {
  it('finds the town in the text', () => {
    expect(read(data, 'town', 'new', call)).toEqual({ value: 1, evidence: [{ kind: 'word', role: 'named', id: 'lille' }] });
    expect(read(data, 'town', 'shop', call).value).toBe(0);
    expect(read(data, 'town', 'past', call).value).toBe(0);
  });
});

describe('type', () => {
  it('prefers types that take part in such projects more than others do', () => {
    expect(read(data, 'type', 'new', call).value).toBe(1);
    expect(read(data, 'type', 'firm-1', call).value).toBeLessThan(0.1);
  });
});
