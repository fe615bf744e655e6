import { all, any, isTrue, not, unknown, YES, NO, type Answer } from '../proof/answer.js';
import { ANY_DAY, type Days } from './days.js';

/** A country set as it was at a time; without a day it goes on. */
export interface CountrySetPeriod {
  readonly from?: string;
  readonly to?: string;
  readonly countries: readonly string[];
}

/** Country codes by the name of their set: EU27_2020, TWO_SEAS_STATES. One that changed has periods. */
export type CountrySets = Readonly<Record<string, readonly string[] | readonly CountrySetPeriod[]>>;

/** EU is no country, so a call may name a set so. */
const ISO_CODE = /^(?!EU$)[A-Z]{2}$/;
/** The EU and NUTS write EL and UK where ISO writes GR and GB. */
const ISO_OF_EU_CODE: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

export function isoCountry(code: string): string {
  const upper = code.trim().toUpperCase();
  return ISO_OF_EU_CODE[upper] ?? upper;
}

/** Whether a country is among sets and codes; open when the country, or what a name stands for, is not known. */
export function countryIn(country: string, names: readonly string[], sets: CountrySets, days = ANY_DAY): Answer {
  const code = isoCountry(country);
  if (code === '') return unknown('country');
  return any(names.map((name) => isIn(code, name, sets, days)));
}

/** The codes that a set or a single code stands for, at any time; undefined for a set that is not known. */
export function codesOf(name: string, sets: CountrySets): readonly string[] | undefined {
  if (!isCountrySet(name)) return [isoCountry(name)];
  return periodsOf(name, sets)?.flatMap(({ countries }) => countries.map(isoCountry));
}

export function isCountrySet(name: string): boolean {
  return !ISO_CODE.test(name);
}

/** In a set that changes in the days that come into question, a country may be in at one and out at another. */
function isIn(code: string, name: string, sets: CountrySets, days: Days): Answer {
  if (!isCountrySet(name)) return isTrue(isoCountry(name) === code);
  const periods = periodsOf(name, sets);
  if (periods === undefined) return unknown(`countrySet:${name}`);
  const then = periods.filter(({ from = '', to = '9' }) => from <= days.latest && days.earliest <= to);
  const answers = then.map(({ countries }) => isTrue(countries.some((each) => isoCountry(each) === code)));
  if (all(answers).holds && answers.length > 0) return YES;
  return not(any(answers)).holds ? NO : unknown(days.name);
}

function periodsOf(name: string, sets: CountrySets): readonly CountrySetPeriod[] | undefined {
  const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
  return set === undefined || isPeriods(set) ? set : [{ countries: set }];
}

const isPeriods = (set: CountrySets[string]): set is readonly CountrySetPeriod[] => typeof set[0] === 'object';
