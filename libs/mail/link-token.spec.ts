import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkToken, readLinkToken } from './link-token.js';

const SECRET = 'a secret of at least thirty-two characters';

describe('the token of a link', () => {
  it('gives back the id that it was made for', () => {
    fc.assert(fc.property(fc.uuid(), (id) => {
      const token = linkToken('unsubscribe', id, SECRET);
      expect(token).toMatch(/^[\w-]{64}$/);
      expect(readLinkToken('unsubscribe', token, SECRET)).toBe(id);
    }));
  });

  it('is refused with any character changed, and under another secret', () => {
    fc.assert(fc.property(fc.uuid(), fc.nat(63), (id, place) => {
      const token = linkToken('unsubscribe', id, SECRET);
      const other = token[place] === 'A' ? 'B' : 'A';
      expect(readLinkToken('unsubscribe', token.slice(0, place) + other + token.slice(place + 1), SECRET)).toBeUndefined();
      expect(readLinkToken('unsubscribe', token, `${SECRET}!`)).toBeUndefined();
    }));
  });

  it('opens nothing but what it was made for', () => {
    const token = linkToken('unsubscribe', '018f0000-0000-7000-8000-000000000001', SECRET);
    expect(readLinkToken('calendar', token, SECRET)).toBeUndefined();
  });

  it.each(['', 'x', 'A'.repeat(63), 'A'.repeat(65), `${'A'.repeat(63)}=`, 'é'.repeat(64)])('refuses %j', (token) => {
    expect(readLinkToken('unsubscribe', token, SECRET)).toBeUndefined();
  });
});
