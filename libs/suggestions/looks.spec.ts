import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '#libs/matching';
import { lookFrom } from './looks.js';

const directory = { themes: [], organisations: [{ id: 'a', country: 'BE', offers: [], seeks: [] }], projects: [] };
const index = buildIndex(directory);
const call = (id: string) => ({ id, themes: [] });

describe('looks at the directory', () => {
  it('are taken once for a call, and anew when anything of it changed', () => {
    const look = lookFrom(call('one'), index);
    expect(lookFrom(call('one'), index)).toBe(look);
    expect(lookFrom({ ...call('one'), text: 'food' }, index)).not.toBe(look);
    expect(lookFrom(call('one'), buildIndex(directory))).not.toBe(look);
  });

  it('are kept for the four calls asked about last', () => {
    const [first, ...others] = ['v', 'w', 'x', 'y', 'z'];
    const looks = others.slice(0, 3).map((id) => lookFrom(call(id), index));
    const kept = lookFrom(call(first), index);
    expect(lookFrom(call('w'), index)).toBe(looks[0]);
    lookFrom(call('z'), index);
    expect(lookFrom(call(first), index)).toBe(kept);
    expect(lookFrom(call('x'), index)).not.toBe(looks[1]);
  });
});
