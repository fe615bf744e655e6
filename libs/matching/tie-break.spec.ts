import { describe, expect, it } from '@jest/globals';
import { hashOf, lot } from './tie-break.js';

describe('the lot among equals', () => {
  it('hashes as FNV-1a does', () => {
    expect(['', 'a', 'foobar'].map(hashOf)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  it('mixes as the finaliser of MurmurHash3 does', () => {
    expect(lot(0, 1)).toBe(0x514e28b7);
    expect(lot(3, 2)).toBe(lot(0, 1));
  });

  it('draws another order for another asker', () => {
    const ids = Array.from({ length: 20 }, (_, i) => hashOf(`org-${i}`));
    const orderFor = (asker: string) => ids.toSorted((a, b) => lot(hashOf(asker), a) - lot(hashOf(asker), b));
    expect(orderFor('x')).not.toEqual(orderFor('y'));
  });
});
