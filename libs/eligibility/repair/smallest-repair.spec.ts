import { describe, expect, it } from '@jest/globals';
import type { Draft, Member } from '../facts/draft.js';
import type { MemberFacts } from '../facts/member-facts.js';
import { parseRules } from '../language/parse-rules.js';
import type { MemberRole } from '../language/rule.js';
import { solver } from '../linear/solver.js';
import { realCall } from '../testing/real-calls.js';
import type { Candidate } from './kinds.js';
import { repairer } from './smallest-repair.js';

const solve = await solver();

const candidate = (id: string, country: string, facts: Partial<MemberFacts> = {}): Candidate => ({
  id,
  facts: { codes: [id], country, designations: [], ...facts },
});

function member(id: string, country: string, role: MemberRole = 'CO_APPLICANT', more: Partial<Member> = {}): Member {
  return { ...candidate(id, country), roles: [role], confirmed: true, ...more };
}
const draft = (...members: Member[]): Draft => ({ members, project: { fields: {} } });

const COUNTRIES = ['BE', 'FR', 'GB', 'NL', 'DE'];
const REGISTER = COUNTRIES.flatMap((country) =>
  [1, 2, 3].map((number) => candidate(`${country.toLowerCase()}-${number}`, country)),
);

describe('repairer', () => {
  const flemish = [member('brugge', 'BE', 'COORDINATOR'), member('mechelen', 'BE'), member('vives', 'BE')];

  it('closes two rules of a 2 Seas draft with one UK partner', () => {
    const repair = repairer(realCall('2SEAS-SO13'), REGISTER, solve);
    expect(repair(draft(...flemish))).toEqual({
      steps: [{ action: 'ADD', role: 'CO_APPLICANT', candidates: 3, first: ['gb-1', 'gb-2', 'gb-3'] }],
      open: ['not-classical-inclusion', 'challenge', 'joint-preparation', 'co-financing'],
    });
  });

  it('finds nothing to do for a draft that is good', () => {
    const repair = repairer(realCall('2SEAS-SO13'), REGISTER, solve);
    expect(repair(draft(...flemish, member('gb-2', 'GB')))).toMatchObject({ steps: [] });
  });

  it('makes a member coordinator, or one of two', () => {
    const lead = repairer(
      { ...realCall('2SEAS-SO13'), rules: realCall('2SEAS-SO13').rules.filter(({ id }) => id === 'lead-partner') },
      [],
      solve,
    );
    expect(lead(draft(member('a', 'BE'), member('b', 'GB')))).toMatchObject({
      steps: [{ action: 'CHANGE_ROLE', role: 'COORDINATOR' }],
    });
    expect(lead(draft(member('a', 'BE', 'COORDINATOR'), member('b', 'GB', 'COORDINATOR')))).toMatchObject({
      steps: [{ action: 'CHANGE_ROLE' }],
    });
    expect(lead(draft())).toEqual({ conflict: ['lead-partner'] });
  });

  it('asks for the letter of a state, and of one that joins', () => {
    const rules = realCall('NCC-2023').rules.filter(({ id }) =>
      ['min-member-states', 'endorsement-per-state'].includes(id),
    );
    const repair = repairer({ ...realCall('NCC-2023'), rules }, REGISTER, solve);
    const letter = { documents: { LETTER_OF_ENDORSEMENT: true } };
    const three = [member('hub', 'BE', 'COORDINATOR', letter), member('tipp', 'IE', 'CO_APPLICANT', letter)];
    expect(repair(draft(...three, member('brno', 'CZ')))).toMatchObject({
      steps: [{ action: 'SUPPLY', document: 'LETTER_OF_ENDORSEMENT', member: 'brno' }],
    });
    expect(repair(draft(...three))).toMatchObject({
      steps: [
        { action: 'ADD', candidates: 9 },
        { action: 'SUPPLY', document: 'LETTER_OF_ENDORSEMENT', step: 0 },
      ],
    });
  });

  it('names the rules that cannot be kept together, and no others', () => {
    const rule = (id: string, where: object, op: string, value: number): object => ({
      id,
      severity: 'MANDATORY',
      message: { en: id },
      must: { where, fn: 'count', op, value },
    });
    const rules = parseRules([
      rule('three', {}, '>=', 3),
      rule('no-french', { countryIn: ['FR'] }, '==', 0),
      rule('two-french', { countryIn: ['FR'] }, '>=', 2),
    ]);
    const repair = repairer({ rules, countrySets: {}, bodies: [] }, REGISTER, solve);
    expect(repair(draft(member('a', 'BE')))).toEqual({ conflict: ['no-french', 'two-french'] });
  });

  it('swaps where a place is to be kept', () => {
    const rule = (id: string, where: object, op: string, value: number): object => ({
      id,
      severity: 'MANDATORY',
      message: { en: id },
      must: { where, fn: 'count', op, value },
    });
    const rules = parseRules([rule('two', {}, '<=', 2), rule('uk', { countryIn: ['UK'] }, '>=', 1)]);
    const repair = repairer({ rules, countrySets: {}, bodies: [] }, REGISTER, solve);
    expect(repair(draft(member('a', 'BE'), member('b', 'BE')))).toMatchObject({
      steps: [{ action: 'SWAP', role: 'CO_APPLICANT', candidates: 3 }],
    });
  });
});
