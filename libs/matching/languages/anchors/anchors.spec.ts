import { describe, expect, it } from '@jest/globals';
import { ANCHORS, LANGUAGES } from './index.js';

describe('the anchors', () => {
  it('are 200 topics or more, with two texts in every language, none of them twice', () => {
    expect(Object.keys(ANCHORS).length).toBeGreaterThanOrEqual(200);
    for (const language of LANGUAGES) {
      const texts = Object.values(ANCHORS).flatMap((anchor) => anchor[language]);
      expect(texts.every((text) => text.length > 20)).toBe(true);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
