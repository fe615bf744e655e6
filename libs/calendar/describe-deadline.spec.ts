import { describe, expect, it } from '@jest/globals';
import type { Language } from './deadline-words.js';
import { describeDeadline } from './describe-deadline.js';
import { parseWallTime } from './wall-time.js';

function told(local: string, readerZone: string, language: Language = 'en'): string {
  return describeDeadline(parseWallTime(local, 'Europe/Brussels'), readerZone, language);
}

describe('describeDeadline', () => {
  it.each<[Language, string]>([
    ['en', 'Thursday 30 November 2023, 16:00 Irish time (17:00 Brussels)'],
    ['nl', 'donderdag 30 november 2023, 16:00 Ierse tijd (17:00 Brussel)'],
    ['fr', 'jeudi 30 novembre 2023, 16:00 heure d’Irlande (17:00 Bruxelles)'],
    ['de', 'Donnerstag, 30. November 2023, 16:00 Uhr irischer Zeit (17:00 Uhr Brüssel)'],
  ])('tells a Dublin reader both clocks (%s)', (language, text) => {
    expect(told('2023-11-30T17:00', 'Europe/Dublin', language)).toBe(text);
  });

  it('tells one clock to whoever has the same', () => {
    expect(told('2023-11-30T17:00', 'Europe/Brussels')).toBe('Thursday 30 November 2023, 17:00 Brussels');
    expect(told('2023-11-30T17:00', 'Europe/Paris')).toBe('Thursday 30 November 2023, 17:00 Brussels');
  });

  it('repeats the date where the reader has another', () => {
    expect(told('2023-11-30T17:00', 'Pacific/Auckland')).toBe(
      'Friday 1 December 2023, 05:00 Auckland time (Thursday 30 November 2023, 17:00 Brussels)',
    );
  });

  it('tells the time that a skipped one became', () => {
    expect(told('2023-03-26T02:30', 'Europe/Brussels')).toBe('Sunday 26 March 2023, 03:30 Brussels');
  });

  it.each<[Language, string]>([
    ['en', 'Saturday 14 October 2023, until the end of the day in Brussels'],
    ['nl', 'zaterdag 14 oktober 2023, tot het einde van de dag in Brussel'],
    ['fr', 'samedi 14 octobre 2023, jusqu’à la fin de la journée à Bruxelles'],
    ['de', 'Samstag, 14. Oktober 2023, bis zum Ende des Tages in Brüssel'],
  ])('tells that a day includes its end (%s)', (language, text) => {
    expect(told('2023-10-14', 'Europe/Brussels', language)).toBe(text);
  });

  it('tells when that day ends for the reader', () => {
    expect(told('2023-10-14', 'Europe/Dublin')).toBe(
      'Saturday 14 October 2023, until the end of the day in Brussels (23:00 Irish time)',
    );
    expect(told('2023-10-14', 'Europe/Helsinki')).toBe(
      'Saturday 14 October 2023, until the end of the day in Brussels (Sunday 15 October 2023, 01:00 Helsinki time)',
    );
    expect(told('2023-10-14', 'America/New_York')).toMatch('(18:00 New York time)');
    expect(told('2023-10-14', 'UTC')).toMatch('(22:00 UTC)');
  });

  it.each<[string, Language, string]>([
    ['2024-06', 'en', 'June 2024 (exact date to follow)'],
    ['2024-06', 'fr', 'juin 2024 (date exacte à venir)'],
    ['2024-SPRING', 'nl', 'voorjaar 2024 (exacte datum volgt)'],
    ['2014-H2', 'nl', 'tweede helft van 2014 (exacte datum volgt)'],
    ['2014-H1', 'de', 'erstes Halbjahr 2014 (genaues Datum folgt)'],
    ['2024', 'en', '2024 (exact date to follow)'],
  ])('tells %s as vaguely as it is (%s)', (local, language, text) => {
    expect(told(local, 'Europe/Dublin', language)).toBe(text);
  });
});
