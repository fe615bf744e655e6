import { describe, expect, it } from '@jest/globals';
import { nameMask } from './mask-names.js';

describe('a mask of names', () => {
  const mask = nameMask(['Stad Mechelen', 'Stad', 'Université de Lille', 'Université de Lille 2', '', 'A.S.B.L.']);

  it('blanks out names of several words, whatever stands between the words', () => {
    expect(mask('With stad  mechelen, and the Université-de-Lille.')).toBe('With …, and the ….');
  });

  it('prefers the longest name', () => {
    expect(mask('Université de Lille 2 leads')).toBe('… leads');
  });

  it('leaves single words and parts of words alone', () => {
    expect(mask('de stad, Stad Mechelenaar')).toBe('de stad, Stad Mechelenaar');
  });
});
