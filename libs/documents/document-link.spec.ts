import { describe, expect, it } from '@jest/globals';
import { linkSignature, opens } from './document-link.js';

const target = { documentId: 'd', version: 1, expires: 100 };
const signature = linkSignature(target, 'secret');
const at = (seconds: number) => new Date(seconds * 1000);

describe('a link to a version', () => {
  it('opens until it expires', () => {
    expect(opens(target, signature, 'secret', at(99))).toBe(true);
    expect(opens(target, signature, 'secret', at(100))).toBe(false);
  });

  it.each([{ documentId: 'e' }, { version: 2 }, { expires: 200 }])('opens nothing else: %j', (change) => {
    expect(opens({ ...target, ...change }, signature, 'secret', at(0))).toBe(false);
  });

  it('is not made without the secret', () => {
    expect(opens(target, signature, 'other', at(0))).toBe(false);
    expect(opens(target, '', 'secret', at(0))).toBe(false);
  });
});
