import { describe, expect, it } from '@jest/globals';
import { parseDesignations } from './designation.js';

const bare = { scope: '', valid_from: null, valid_to: null, note: null };

describe('parseDesignations', () => {
  it.each([
    ['NCC:BE (2024-2027)', [{ ...bare, kind: 'NCC', scope: 'BE', valid_from: '2024-01-01', valid_to: '2027-12-31' }]],
    [
      'MANAGING_AUTHORITY:ESF:BE2 (territory: Flanders)',
      [{ ...bare, kind: 'MANAGING_AUTHORITY', scope: 'ESF:BE2', note: 'territory: Flanders' }],
    ],
    [
      'NCC endorsed by the ESF MA Ireland (2020)',
      [{ ...bare, kind: 'NCC', scope: 'IE', valid_from: '2020-01-01', note: 'endorsed by the ESF MA Ireland' }],
    ],
    [
      'CENTRE_MUNICIPALITY:Stedendriehoek en Noordwest Veluwe',
      [{ ...bare, kind: 'CENTRE_MUNICIPALITY', scope: 'Stedendriehoek en Noordwest Veluwe' }],
    ],
    [
      'GRANTING_AUTHORITY:ESF-SI+ ; EUROPEAN_COMPETENCE_CENTRE',
      [{ ...bare, kind: 'GRANTING_AUTHORITY', scope: 'ESF-SI+' }, { ...bare, kind: 'EUROPEAN_COMPETENCE_CENTRE' }],
    ],
    ['CURATOR (library; since its start)', [{ ...bare, kind: 'CURATOR', note: 'library; since its start' }]],
    ['', []],
  ])('reads %s', (text, read) => {
    expect(parseDesignations(text, 'IE')).toEqual(read);
  });

  it('refuses a part without a kind in capitals', () => {
    expect(parseDesignations('NCC:BE; endorsed in 2020', 'BE')).toBeUndefined();
  });
});
