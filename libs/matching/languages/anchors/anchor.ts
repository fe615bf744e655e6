/** The languages in which the anchors are written. */
export const LANGUAGES = ['nl', 'fr', 'en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The two texts of a topic in each language: the first says what it is about, the second what is done. */
export type Anchor = Readonly<Record<Language, readonly [string, string]>> & {
  /** Further themes that the topic belongs to. */
  readonly also?: readonly string[];
};

/** By topic: a theme, or a finer part of one after a slash (`transition.climate/floods`). */
export type Anchors = Readonly<Record<string, Anchor>>;
