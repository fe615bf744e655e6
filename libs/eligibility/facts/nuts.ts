/**
 * Codes that were renamed one to one, old to new: Greece and Slovenia 2013, Italy 2010, France 2016, the Netherlands
 * 2024. Regions that were split or merged stand under both codes wherever an area names them.
 */
const RENAMED: readonly (readonly [string, string])[] = Object.entries({
  ITD: 'ITH', ITE: 'ITI',
  EL11: 'EL51', EL12: 'EL52', EL13: 'EL53', EL14: 'EL61', EL21: 'EL54', EL22: 'EL62', EL23: 'EL63', EL24: 'EL64', EL25: 'EL65',
  SI01: 'SI03', SI02: 'SI04',
  FR21: 'FRF2', FR22: 'FRE2', FR23: 'FRD2', FR24: 'FRB0', FR25: 'FRD1', FR26: 'FRC1', FR30: 'FRE1', FR41: 'FRF3',
  FR42: 'FRF1', FR43: 'FRC2', FR51: 'FRG0', FR52: 'FRH0', FR53: 'FRI3', FR61: 'FRI1', FR62: 'FRJ2', FR63: 'FRI2',
  FR71: 'FRK2', FR72: 'FRK1', FR81: 'FRJ1', FR82: 'FRL0', FR83: 'FRM0',
  NL31: 'NL35', NL33: 'NL36',
});

/** NUTS writes EL and UK where ISO writes GR and GB. */
const NUTS_OF_ISO: Readonly<Record<string, string>> = { GR: 'EL', GB: 'UK' };

/** The newest spelling of a NUTS code: FR302 and FRE12 are the same region, GBJ4 and UKJ4 too. */
export function newestNuts(code: string): string {
  const upper = code.trim().toUpperCase();
  const nuts = (NUTS_OF_ISO[upper.slice(0, 2)] ?? upper.slice(0, 2)) + upper.slice(2);
  const renamed = RENAMED.find(([old]) => nuts.startsWith(old));
  return renamed === undefined ? nuts : renamed[1] + nuts.slice(renamed[0].length);
}

/** Whether a region lies in one of the areas; undefined when it is wider than an area that lies in it. */
export function liesIn(region: string, prefixes: readonly string[]): boolean | undefined {
  if (prefixes.some((prefix) => region.startsWith(prefix))) return true;
  return prefixes.some((prefix) => prefix.startsWith(region)) ? undefined : false;
}
