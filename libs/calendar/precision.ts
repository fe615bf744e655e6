/** How exactly a date is known, most exact first. */
export const PRECISIONS = ['MINUTE', 'DAY', 'MONTH', 'SEASON', 'HALF_YEAR', 'YEAR'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const SEASONS = ['SPRING', 'SUMMER', 'AUTUMN', 'WINTER'] as const;
export type Season = (typeof SEASONS)[number];

/** The written form of each precision. */
export const FORMS: Readonly<Record<Precision, RegExp>> = {
  MINUTE: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/,
  DAY: /^\d{4}-\d{2}-\d{2}$/,
  MONTH: /^\d{4}-\d{2}$/,
  SEASON: /^\d{4}-(SPRING|SUMMER|AUTUMN|WINTER)$/,
  HALF_YEAR: /^\d{4}-H[12]$/,
  YEAR: /^\d{4}$/,
};

export function isPrecision(value: unknown): value is Precision {
  return PRECISIONS.some((precision) => precision === value);
}

/** MINUTE and DAY close a call to the moment; a vaguer date never refuses anybody. */
export function isExact(precision: Precision): boolean {
  return precision === 'MINUTE' || precision === 'DAY';
}

/** The precision that a local text is written in, or undefined when it has none of the six forms. */
export function precisionOf(local: string): Precision | undefined {
  return PRECISIONS.find((precision) => FORMS[precision].test(local));
}
