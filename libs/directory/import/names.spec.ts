import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memberCode, namesOf, normalisedName } from './names.js';

describe('normalisedName', () => {
  it.each([
    ['GEMEENTE EMMEN', 'gemeente emmen'],
    ['Inagro vzw', 'inagro'],
    ['Veneto Innovazione S.p.A.', 'veneto innovazione'],
    ['The Latvian Institute of Aquatic Ecology', 'latvian institute of aquatic ecology'],
    ['EUREGIO Bayerischer Wald – Böhmerwald e.V.', 'euregio bayerischer wald bohmerwald'],
    ['Ville d’Amiens', 'ville damiens'],
    ['Høgskolen i Østfold', 'hogskolen i ostfold'],
    ['Δήμος Αθηναίων', 'δημος αθηναιων'],
    ['Ltd', 'ltd'],
    ['***', null],
  ])('%s -> %s', (name, normalised) => {
    expect(normalisedName(name)).toBe(normalised);
  });

  it('gives itself again, and fits into an index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (name) => {
        const once = normalisedName(name);
        expect((once ?? '').length).toBeLessThanOrEqual(500);
        expect(normalisedName(`  ${name}, `)).toBe(once);
      }),
    );
  });
});

describe('namesOf', () => {
  it('takes names apart at a slash between spaces only', () => {
    expect(namesOf('Agentschap SZW / Uitvoering Van Beleid')).toEqual(['Agentschap SZW', 'Uitvoering Van Beleid']);
    expect(namesOf('Hochschule Emden/Leer')).toEqual(['Hochschule Emden/Leer']);
  });
});

describe('memberCode', () => {
  it('is the same for spellings that meet and differs by country', () => {
    expect(memberCode('Tallinn University', 'EE')).toMatch(/^member-[0-9a-f]{10}$/);
    expect(memberCode('TALLINN UNIVERSITY', 'EE')).toBe(memberCode('Tallinn University', 'EE'));
    expect(memberCode('Tallinn University', 'LV')).not.toBe(memberCode('Tallinn University', 'EE'));
  });
});
