import { any, isTrue, unknown, type Answer } from './answer.js';

/** Country codes by the name of their set: EU27_2020, TWO_SEAS_STATES. */
export type CountrySets = Readonly<Record<string, readonly string[]>>;

const ISO_CODE = /^[A-Z]{2}$/;
/** The EU and NUTS write EL and UK where ISO writes GR and GB. */
const ISO_OF_EU_CODE: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

export function isoCountry(code: string): string {
  const upper = code.trim().toUpperCase();
  return ISO_OF_EU_CODE[upper] ?? upper;
}

/** Whether a country is among sets and codes; open when the country, or what a name stands for, is not known. */
export function countryIn(country: string, names: readonly string[], sets: CountrySets): Answer {
  const code = isoCountry(country);
  if (code === '') return unknown('country');
  return any(names.map((name) => isIn(code, name, sets)));
}

/** The codes that a set or a single code stands for; undefined for a set that is not known. */
export function codesOf(name: string, sets: CountrySets): readonly string[] | undefined {
  if (!isCountrySet(name)) return [isoCountry(name)];
  return Object.hasOwn(sets, name) ? sets[name]?.map(isoCountry) : undefined;
}

export function isCountrySet(name: string): boolean {
  return !ISO_CODE.test(name);
}

function isIn(code: string, name: string, sets: CountrySets): Answer {
  const codes = codesOf(name, sets);
  return codes === undefined ? unknown(`countrySet:${name}`) : isTrue(codes.includes(code));
}
