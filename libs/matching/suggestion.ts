import type { Signal } from './model.js';

/** What a value rests on, as ids: the words are made by whoever shows it. */
export type Evidence =
  | {
      readonly kind: 'theme';
      readonly id: string;
      /** project: the candidate does not offer the theme, but worked on it in a past project. */
      readonly role: 'offers-sought' | 'seeks-offered' | 'call' | 'project';
    }
  | {
      readonly kind: 'project';
      readonly id: string;
      /** The asker or its former partners, where they were in it too; strongest tie first. */
      readonly with: readonly string[];
      readonly year?: number;
    }
  | {
      readonly kind: 'place';
      /** perhaps-in-area: the candidate's region is known too coarsely to tell. */
      readonly role: 'adds-country' | 'in-area' | 'perhaps-in-area' | 'near';
      /** The ISO country added, the candidate's own region, or the region that both share. */
      readonly place: string;
    };

/** One signal's share of a score: contribution = value * weight, value in [0, 1]. */
export interface Part {
  readonly signal: Signal;
  readonly value: number;
  readonly weight: number;
  readonly contribution: number;
  readonly evidence: readonly Evidence[];
}

export interface Ranked {
  readonly organisation: string;
  /** In [0, 1]. */
  readonly score: number;
}

/** A score with its parts, which add up to it. */
export interface Suggestion extends Ranked {
  readonly parts: readonly Part[];
}
