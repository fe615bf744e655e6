import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MemberFacts } from '../facts/member-facts.js';
import { ORGANISATION_TYPES } from '../facts/organisation-types.js';
import { parseRules } from '../language/parse-rules.js';
import { REAL_CALLS, realCall, realRules } from '../testing/real-calls.js';
import { membership, type Standing } from './membership.js';

const NOBODY: MemberFacts = { codes: [], country: '', designations: [] };

function organisation(facts: Partial<MemberFacts>): MemberFacts {
  return { ...NOBODY, ...facts };
}

function verdicts(call: string, facts: Partial<MemberFacts>): string {
  const { join, lead } = membership(realCall(call), organisation(facts));
  return `${join.verdict} ${lead.verdict}`;
}

function told({ reasons }: Standing): string[] {
  return reasons.map(({ rule, verdict, missing }) => [rule, verdict, missing ?? ''].join(' ').trimEnd());
}

describe('membership: who may lead', () => {
  const SCHOOL = { country: 'NL', type: 'SCHOOL' } as const;
  const GOES = { country: 'NL', type: 'MUNICIPALITY', designations: ['CENTRE_MUNICIPALITY:Zeeland'] } as const;

  it('lets a school join a SITS project, not lead it, and says who may', () => {
    const { join, lead } = membership(realCall('ESF-NL-SITS'), organisation(SCHOOL));
    expect(join).toEqual({ verdict: 'MET', reasons: [] });
    expect(lead).toEqual({
      verdict: 'NOT_MET',
      reasons: [
        {
          rule: 'lead-applicant',
          verdict: 'NOT_MET',
          message: { en: expect.stringContaining('UWV'), nl: expect.any(String) },
        },
      ],
    });
  });

  it('lets a centre municipality and a named organisation lead', () => {
    expect(verdicts('ESF-NL-SITS', GOES)).toBe('MET MET');
    expect(verdicts('ESF-NL-SITS', { country: 'NL', codes: ['123456789', 'uwv'] })).toBe('MET MET');
    expect(verdicts('ESF-NL-SITS', { ...GOES, designations: ['CENTRE_MUNICIPALITY_OLD:Zeeland'] })).toBe('MET NOT_MET');
  });

  it('lets a later version of the rules admit a type', () => {
    const [lead] = realRules('ESF-NL-SITS');
    const call = { ...realCall('ESF-NL-SITS'), rules: parseRules([{ ...lead, value: ['TYPE:PUBLIC_AUTHORITY'] }]) };
    expect(membership(call, organisation(GOES)).lead.verdict).toBe('MET');
    expect(membership(call, organisation(SCHOOL)).lead.verdict).toBe('NOT_MET');
    expect(membership(call, NOBODY).lead.verdict).toBe('UNKNOWN');
  });

  it('shows the capacity test as open without refusing on it', () => {
    const { join, lead } = membership(realCall('NCC-2023'), organisation({ country: 'IE' }));
    expect(told(join)).toEqual(['min-member-states MET']);
    expect(told(lead)).toEqual(['min-member-states MET', 'coordinator-capacity UNKNOWN experience']);
    expect(lead.verdict).toBe('MET');
  });
});

describe('membership: who may join', () => {
  it('refuses a body of the call in its own call only', () => {
    const body = { codes: ['europa-wse'], country: 'BE', type: 'ESF_MANAGING_AUTHORITY' } as const;
    const { join } = membership(realCall('NCC-2023'), organisation(body));
    expect(told(join)).toEqual(['body NOT_MET', 'min-member-states MET']);
    expect(Object.keys(join.reasons[0]!.message)).toEqual(['en', 'nl', 'fr', 'de']);
    expect(verdicts('NCC-2023', body)).toBe('NOT_MET NOT_MET');
    expect(verdicts('NCC-2020', body)).toBe('MET MET');
  });

  it.each<[string, string, string]>([
    ['NCC-2023', 'NO', 'NOT_MET NOT_MET'],
    ['NCC-2023', 'EL', 'MET MET'],
    ['NCC-2023', '', 'UNKNOWN UNKNOWN'],
    ['2SEAS-SO13', 'DE', 'NOT_MET NOT_MET'],
    ['2SEAS-SO13', 'BE', 'MET MET'],
    ['2SEAS-SO13', 'UK', 'MET MET'],
    ['2SEAS-SO13', 'gb', 'MET MET'],
    ['TEMPLATE-HE-RIA', 'BE', 'MET MET'],
    ['TEMPLATE-HE-RIA', 'CH', 'MET MET'],
    ['TEMPLATE-HE-RIA', 'US', 'NOT_MET NOT_MET'],
    ['ESF-NL-SITS', 'CH', 'MET NOT_MET'],
  ])('%s takes a country that counts: %p is %s', (call, country, expected) => {
    expect(verdicts(call, { country })).toBe(expected);
  });

  it('does not read one wanted country as the only one', () => {
    const rules = parseRules(realRules('2SEAS-SO13').filter((rule) => rule['id'] === 'uk-partner'));
    const call = { ...realCall('2SEAS-SO13'), rules };
    expect(membership(call, organisation({ country: 'DE' })).join).toEqual({ verdict: 'MET', reasons: [] });
  });

  it.each<[Partial<MemberFacts>, string[]]>([
    [{ country: 'NO', type: 'MUNICIPALITY' }, ['place MET', 'type MET']],
    [{ country: 'NL', type: 'UNIVERSITY_OF_APPLIED_SCIENCES' }, ['place MET', 'type MET']],
    [{ country: 'GB', type: 'FOUNDATION' }, ['place NOT_MET', 'type MET']],
    [{ country: 'BE' }, ['place MET', 'type UNKNOWN type']],
    [{ country: 'BE', legalNature: 'NOT_FOR_PROFIT' }, ['place MET', 'type MET']],
    [{ country: 'BE', type: 'SOCIAL_ENTERPRISE' }, ['place MET', 'type UNKNOWN legalNature']],
    [{ country: 'BE', type: 'SOCIAL_ENTERPRISE', legalNature: 'NOT_FOR_PROFIT' }, ['place MET', 'type MET']],
    [{ country: 'BE', type: 'COMPANY', legalNature: 'PRIVATE' }, ['place MET', 'type NOT_MET']],
  ])('weighs place and type of %j', (facts, reasons) => {
    expect(told(membership(realCall('EASI-VP-2020-003'), organisation(facts)).join)).toEqual(reasons);
  });

  it('refuses a banned type, and asks when the type is not known', () => {
    expect(verdicts('NCC-2020', { type: 'INTERNATIONAL_ORGANISATION' })).toBe('NOT_MET NOT_MET');
    expect(verdicts('NCC-2020', { type: 'MUNICIPALITY' })).toBe('MET MET');
    expect(verdicts('NCC-2020', {})).toBe('UNKNOWN UNKNOWN');
  });

  it('leaves alone whoever the filter of a rule leaves out', () => {
    const [, type] = realRules('EASI-VP-2020-003');
    const forForeigners = { ...type, where: { roles: ['CO_APPLICANT'], not: { countryIn: ['BE'] } } };
    const call = { ...realCall('EASI-VP-2020-003'), rules: parseRules([forForeigners]) };
    const company = organisation({ type: 'COMPANY', legalNature: 'PRIVATE' });
    expect(told(membership(call, { ...company, country: 'BE' }).join)).toEqual([]);
    expect(told(membership(call, { ...company, country: 'NL' }).join)).toEqual(['type NOT_MET']);
    expect(told(membership(call, company).join)).toEqual(['type UNKNOWN country']);
    expect(told(membership(call, { ...company, country: 'NL' }).lead)).toEqual([]);
  });

  it('never guesses what a name stands for', () => {
    const [place, type] = realRules('EASI-VP-2020-003');
    const rules = parseRules([
      { ...place, value: ['constructor'] },
      { ...type, value: ['SME', 'constructor'] },
    ]);
    const { join } = membership({ ...realCall('NCC-2020'), rules }, organisation({ country: 'BE', type: 'COMPANY' }));
    expect(told(join)).toEqual(['place UNKNOWN countrySet:constructor', 'type UNKNOWN applicantClass:SME']);
  });
});

describe('membership and missing data', () => {
  const calls = fc.constantFrom(...REAL_CALLS);
  const known = fc.record({
    codes: fc.constantFrom([], ['uwv'], ['europa-wse']),
    country: fc.constantFrom('BE', 'DE', 'EL', 'UK', 'NO', 'CH'),
    type: fc.constantFrom(...ORGANISATION_TYPES),
    legalNature: fc.constantFrom('PUBLIC', 'PRIVATE', 'NOT_FOR_PROFIT'),
    designations: fc.constantFrom([], ['CENTRE_MUNICIPALITY:Zeeland']),
  });
  const forgotten = fc.subarray(['country', 'type', 'legalNature'] as const);

  it('can only open a verdict, never turn it', () => {
    fc.assert(
      fc.property(calls, known, forgotten, (id, facts, fields) => {
        const { country, type, legalNature, ...rest } = facts;
        const partial: MemberFacts = {
          ...rest,
          country: fields.includes('country') ? '' : country,
          ...(fields.includes('type') ? {} : { type }),
          ...(fields.includes('legalNature') ? {} : { legalNature }),
        };
        const full = membership(realCall(id), facts);
        const less = membership(realCall(id), partial);
        expect([full.join.verdict, 'UNKNOWN']).toContain(less.join.verdict);
        expect([full.lead.verdict, 'UNKNOWN']).toContain(less.lead.verdict);
      }),
      { seed: 20231130, numRuns: 400 },
    );
  });

  it('names what is missing behind every open reason, and nothing else', () => {
    fc.assert(
      fc.property(calls, known, (id, { codes, designations }) => {
        const { join, lead } = membership(realCall(id), { codes, designations, country: '' });
        for (const { verdict, missing } of [...join.reasons, ...lead.reasons]) {
          expect(missing !== undefined).toBe(verdict === 'UNKNOWN');
        }
      }),
      { seed: 20231130, numRuns: 100 },
    );
  });
});
