import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.js';

const SECRET = 'a secret of at least thirty-two characters';

describe('the unsubscribe token', () => {
  it('gives back the id that it was made for', () => {
    fc.assert(fc.property(fc.uuid(), (id) => {
      const token = unsubscribeToken(id, SECRET);
      expect(token).toMatch(/^[\w-]{64}$/);
      expect(readUnsubscribeToken(token, SECRET)).toBe(id);
    }));
  });

  it('is refused with any character changed, and under another secret', () => {
    fc.assert(fc.property(fc.uuid(), fc.nat(63), (id, place) => {
      const token = unsubscribeToken(id, SECRET);
      const other = token[place] === 'A' ? 'B' : 'A';
      expect(readUnsubscribeToken(token.slice(0, place) + other + token.slice(place + 1), SECRET)).toBeUndefined();
      expect(readUnsubscribeToken(token, `${SECRET}!`)).toBeUndefined();
    }));
  });

  it.each(['', 'x', 'A'.repeat(63), 'A'.repeat(65), `${'A'.repeat(63)}=`, 'é'.repeat(64)])('refuses %j', (token) => {
    expect(readUnsubscribeToken(token, SECRET)).toBeUndefined();
  });
});
