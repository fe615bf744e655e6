import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { realCall } from '../testing/real-calls.js';
import { draft, lead, member } from '../testing/small-drafts.js';
import { checker } from '../verdicts.js';
import { closedRules } from './closed-rules.js';

const COUNTRIES = ['BE', 'FR', 'GB', 'NL', 'DE'];
const candidates = COUNTRIES.flatMap((country) =>
  [1, 2].map((number) => ({ id: `${country}-${number}`, facts: { codes: [`${country}-${number}`], country, designations: [] } })),
);
const call = realCall('2SEAS-SO13');
const closed = closedRules(call, candidates);

describe('rules closed', () => {
  it('by a British partner are two of a Flemish draft, by a French one it is one (scenario 4)', () => {
    const flemish = draft([lead('brugge', 'BE'), member('mechelen', 'BE'), member('vives', 'BE')]);
    expect(closed(flemish).get('GB-1')).toEqual(['two-member-states', 'uk-partner']);
    expect(closed(flemish).get('FR-2')).toEqual(['two-member-states']);
    expect(closed(flemish).has('BE-1')).toBe(false);
  });

  it('are those that a check of the draft with the candidate does not fail any more', () => {
    const check = checker(call);
    const failing = (given: Parameters<typeof check>[0]) =>
      check(given).rules.flatMap(({ rule, severity, ifAllAccept }) => (severity === 'MANDATORY' && ifAllAccept === 'NOT_MET' ? [rule] : []));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...COUNTRIES), { maxLength: 4 }), fc.boolean(), (countries, withLead) => {
        const members = countries.map((country, i) => (i === 0 && withLead ? lead(`m${i}`, country) : member(`m${i}`, country)));
        const given = draft(members);
        const found = closed(given);
        for (const { id, facts } of candidates) {
          const left = failing(draft([...members, { id, facts, roles: ['CO_APPLICANT'], confirmed: true }]));
          expect(found.get(id) ?? []).toEqual(failing(given).filter((rule) => !left.includes(rule)));
        }
      }),
    );
  });
});
