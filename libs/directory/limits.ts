/** Themes that an organisation offers, and as many that it seeks. */
export const MOST_INTERESTS = 100;
/** Running projects that an organisation may say it can carry. */
export const LARGEST_CAPACITY = 1000;
