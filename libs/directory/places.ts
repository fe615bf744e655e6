import { InvalidInput } from '#libs/platform';
import { countryCode } from './import/country.js';

/** Where NUTS has a code of its own for a country: ISO 3166 on the left. */
const NUTS_OF_ISO: Readonly<Partial<Record<string, string>>> = { GR: 'EL', GB: 'UK' };

/**
 * The ISO code of the country that a filter names; EL and UK are taken for GR and GB.
 * @throws InvalidInput naming `country`
 */
export function countryFilter(country: string): string {
  const code = countryCode(country.toUpperCase());
  if (code === undefined) throw new InvalidInput('country', 'is a code of ISO 3166, such as BE.');
  return code;
}

/**
 * The NUTS code that a filter names: it stands for itself and all regions below it.
 * @throws InvalidInput naming `region`
 */
export function regionFilter(region: string): string {
  const code = region.toUpperCase();
  if (!/^[A-Z]{2}[A-Z0-9]{0,3}$/.test(code)) throw new InvalidInput('region', 'is a NUTS code, such as BE2 or NL342.');
  return code;
}

/** The NUTS code of a whole country. */
export const nutsOfCountry = (country: string): string => NUTS_OF_ISO[country] ?? country;
