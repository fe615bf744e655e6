import type { Localised } from '#libs/platform';
import { textFor } from './title.js';

/** What somebody searches for, as people read it. */
export interface SearchedFor {
  /** Labels of the theme; null when any will do. */
  readonly theme: Localised | null;
  /** Names of the programme; null when any will do. */
  readonly programme: Localised | null;
}

/** 'Social inclusion, ESF+'. */
export function searchName({ theme, programme }: SearchedFor, language: Parameters<typeof textFor>[0]): string {
  return [theme, programme].map((texts) => textFor(language, texts ?? undefined)).filter((name) => name !== null).join(', ');
}
