import { describe, expect, it } from '@jest/globals';
import { languageOf } from './index.js';

describe('languageOf', () => {
  it.each([
    ['Wij zoeken partners die jongeren aan een baan helpen.', 'nl'],
    ['Nous cherchons des partenaires pour aider les jeunes à trouver un emploi.', 'fr'],
    ['We look for partners who help young people to find a job.', 'en'],
    ['Wir suchen Partner, die jungen Menschen eine Stelle vermitteln.', 'de'],
    ['Jeugdwerkloosheid', 'nl'],
    ['Jugendarbeitslosigkeit', 'de'],
  ])('%s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
    expect(languageOf(text.normalize('NFD').toUpperCase())).toBe(language);
  });

  it.each([
    '',
    '2021–2027',
    'Buscamos socios que ayuden a los jóvenes a encontrar un empleo en las zonas rurales.',
    'Målet är att utveckla samarbetet mellan kommunerna på båda sidor om gränsen.',
    'Hledáme partnery, kteří pomáhají mladým lidem najít práci.',
    'Cerchiamo partner che aiutino i giovani a trovare un lavoro nelle zone rurali.',
    'Търсим партньори, които помагат на младите хора.',
  ])('"%s" is none of them', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
