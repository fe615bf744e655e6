import { describe, expect, it } from '@jest/globals';
import { missingWords } from './missing-words.js';

describe('missingWords', () => {
  it.each([
    ['document:LETTER_OF_ENDORSEMENT', 'en', 'letter of endorsement'],
    ['legalNature', 'nl', 'rechtsvorm'],
    ['type', 'de', 'Art der Organisation'],
    ['nuts', 'fr', 'région'],
    ['experience', 'nl', 'eerdere projecten'],
    ['coordinator', 'de', 'wer leitet'],
    ['milestone:SUBMISSION', 'en', 'date: submission'],
    ['register:ENDORSEMENT', 'fr', 'autres enregistrements dans cet appel : approbation'],
    ['screening:SOCIAL_INNOVATION_CHECK', 'nl', 'antwoorden op de toets “sociale innovatie”'],
    ['screeningReview:SOCIAL_INNOVATION_CHECK', 'en', 'a person’s decision on the check “social innovation”'],
    ['countrySet:NOWHERE', 'en', '“NOWHERE”'],
  ] as const)('says %s in %s', (fact, language, words) => {
    expect(missingWords(fact, language)).toBe(words);
  });
});
