import type { Season } from './precision.js';

/** The languages in which deadlines are told. */
export type Language = 'nl' | 'fr' | 'en' | 'de';

/** What one language needs to tell a deadline. Dates themselves come from Intl in the language's locale. */
export interface DeadlineWords {
  readonly locale: string;
  readonly clock: (time: string) => string;
  /** Local time of a city, said after the clock: '16:00 Lisbon time'. */
  readonly timeOf: (city: string) => string;
  /** Zones whose time has a name of its own. */
  readonly namedTimes: Readonly<Record<string, string>>;
  /** Cities whose zone name is not the name used in this language. */
  readonly cities: Readonly<Record<string, string>>;
  readonly untilEndOfDay: (city: string) => string;
  readonly seasons: Readonly<Record<Season, string>>;
  readonly halfYears: Readonly<Record<'H1' | 'H2', string>>;
  /** Said after a vague date. */
  readonly exactDateFollows: string;
}

export const DEADLINE_WORDS: Readonly<Record<Language, DeadlineWords>> = {
  en: {
    locale: 'en-GB',
    clock: (time) => time,
    timeOf: (city) => `${city} time`,
    namedTimes: { UTC: 'UTC', 'Europe/Dublin': 'Irish time' },
    cities: {},
    untilEndOfDay: (city) => `until the end of the day in ${city}`,
    seasons: { SPRING: 'spring', SUMMER: 'summer', AUTUMN: 'autumn', WINTER: 'winter' },
    halfYears: { H1: 'first half of', H2: 'second half of' },
    exactDateFollows: 'exact date to follow',
  },
  nl: {
    locale: 'nl-BE',
    clock: (time) => time,
    timeOf: (city) => `plaatselijke tijd in ${city}`,
    namedTimes: { UTC: 'UTC', 'Europe/Dublin': 'Ierse tijd' },
    cities: { 'Europe/Brussels': 'Brussel' },
    untilEndOfDay: (city) => `tot het einde van de dag in ${city}`,
    seasons: { SPRING: 'voorjaar', SUMMER: 'zomer', AUTUMN: 'najaar', WINTER: 'winter' },
    halfYears: { H1: 'eerste helft van', H2: 'tweede helft van' },
    exactDateFollows: 'exacte datum volgt',
  },
  fr: {
    locale: 'fr-BE',
    clock: (time) => time,
    timeOf: (city) => `heure locale à ${city}`,
    namedTimes: { UTC: 'UTC', 'Europe/Dublin': 'heure d’Irlande' },
    cities: { 'Europe/Brussels': 'Bruxelles' },
    untilEndOfDay: (city) => `jusqu’à la fin de la journée à ${city}`,
    seasons: { SPRING: 'printemps', SUMMER: 'été', AUTUMN: 'automne', WINTER: 'hiver' },
    halfYears: { H1: 'premier semestre', H2: 'second semestre' },
    exactDateFollows: 'date exacte à venir',
  },
  de: {
    locale: 'de-DE',
    clock: (time) => `${time} Uhr`,
    timeOf: (city) => `Ortszeit ${city}`,
    namedTimes: { UTC: 'UTC', 'Europe/Dublin': 'irischer Zeit' },
    cities: { 'Europe/Brussels': 'Brüssel' },
    untilEndOfDay: (city) => `bis zum Ende des Tages in ${city}`,
    seasons: { SPRING: 'Frühjahr', SUMMER: 'Sommer', AUTUMN: 'Herbst', WINTER: 'Winter' },
    halfYears: { H1: 'erstes Halbjahr', H2: 'zweites Halbjahr' },
    exactDateFollows: 'genaues Datum folgt',
  },
};
