/** Codes that came or went with a version tell it: the version given is the last (old codes) or first (new ones) with them. */
const TELLING: readonly (readonly [RegExp, number])[] = [
  [/^GR/, 2006],
  [/^FR9/, 2010],
  [/^EL[12]/, 2010],
  [/^FR[2-8A]/, 2013],
  [/^IE0[12]/, 2013],
  [/^LT00/, 2013],
  [/^HU10/, 2013],
  [/^PL[13]/, 2013],
  [/^FR[B-MY]/, 2016],
  [/^IE0[4-6]/, 2016],
  [/^LT0[12]/, 2016],
  [/^HU1[12]/, 2016],
  [/^PL[789]/, 2016],
  [/^UK/, 2021],
];

/** The version of NUTS that a code betrays, or null when it is the same in several. */
export function nutsVersion(code: string): number | null {
  return TELLING.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
