import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseRules } from '../language/parse-rules.js';
import type { Rule } from '../language/rule.js';
import { FURTHER_RULES, furtherRule, WHEN_A_COMPANY, type FurtherRule } from '../testing/further-rules.js';
import { REAL_CALLS, realCall } from '../testing/real-calls.js';
import { SENTENCE_LANGUAGES, type SentenceLanguage } from './phrases.js';
import { sentenceOf } from './sentence.js';

type Sentences = Readonly<Record<string, Readonly<Record<SentenceLanguage, string>>>>;

/** Read and approved by people; `UPDATE_GOLDEN=1` writes it anew, to be read again. */
const GOLDEN = new URL('./sentences.golden.json', import.meta.url);

function sentences(): Sentences {
  const real = REAL_CALLS.flatMap((call) =>
    realCall(call).rules.map((rule) => [`${call} ${rule.id}`, inAll(rule)] as const),
  );
  const further = Object.keys(FURTHER_RULES).map(
    (name) => [name, inAll(read(furtherRule(name as FurtherRule)))] as const,
  );
  const bound = read(furtherRule('no member runs another project', { level: 'coordinator', ...WHEN_A_COMPANY }));
  return Object.fromEntries([...real, ...further, ['when a company takes part', inAll(bound)]]);
}

const read = (json: object): Rule => parseRules([json])[0]!;

function inAll(rule: Rule): Record<SentenceLanguage, string> {
  return Object.fromEntries(SENTENCE_LANGUAGES.map((language) => [language, sentenceOf(rule, language)])) as Record<
    SentenceLanguage,
    string
  >;
}

describe('sentenceOf', () => {
  it('says every real rule, and every further form, in four languages', () => {
    const said = sentences();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(said, null, 2)}\n`);
    expect(said).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });

  it('leaves no gap, no double space and no name in capitals', () => {
    for (const said of Object.values(sentences()).flatMap((each) => Object.values(each))) {
      expect(said).not.toMatch(/[{}]| {2}|[A-Z]{2}_|undefined|\( ?\)/);
      expect(said).toMatch(/^[\p{Lu}\d«“„(].*\.$/u);
    }
  });

  it('says the example that everybody knows', () => {
    const [, , states] = realCall('NCC-2023').rules;
    expect(sentenceOf(states!, 'en')).toBe(
      'At least 3 different Member States of the EU among coordinator and co-applicants.',
    );
  });
});
