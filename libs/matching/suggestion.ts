import type { Adjustment, Signal } from './model.js';

/** What a value rests on, as ids: the words are made by whoever shows it. */
export type Evidence =
  | {
      readonly kind: 'theme';
      readonly id: string;
      readonly role: 'offers-sought' | 'seeks-offered' | 'call';
    }
  | {
      readonly kind: 'project';
      readonly id: string;
      /** Who was in it too, where it ties the candidate to the team: the team's own first. */
      readonly with: readonly string[];
      readonly year?: number;
    }
  | {
      readonly kind: 'place';
      /**
       * perhaps-in-area: the candidate's region is known too coarsely to tell.
       * active: its organisations take part in projects like this.
       */
      readonly role: 'adds-country' | 'in-area' | 'perhaps-in-area' | 'near' | 'active';
      /** The ISO country added, or in NUTS codes: the candidate's own region or country, or the region that both share. */
      readonly place: string;
      /** With the country added: how many countries count then, and how many the call wants. */
      readonly count?: number;
      readonly of?: number;
    }
  | {
      readonly kind: 'word';
      /** A word of the candidate's name that is typical of similar consortia, or that the text names, as its town. */
      readonly role: 'typical' | 'named';
      readonly id: string;
    }
  | {
      readonly kind: 'note';
      /**
       * wishes-unknown: the candidate has not said what it seeks. askers: to so many it was suggested already.
       * kept-place: one place in so many is kept for newcomers.
       */
      readonly role: 'wishes-unknown' | 'askers' | 'kept-place';
      readonly count?: number;
    };

/** One share of a score: contribution = value * weight, of a signal with a value in [0, 1]. */
export interface Part {
  readonly signal: Signal | Adjustment;
  readonly value: number;
  readonly weight: number;
  readonly contribution: number;
  readonly evidence: readonly Evidence[];
}

export interface Ranked {
  readonly organisation: string;
  /** In [0, 1], but for a price of congestion. */
  readonly score: number;
}

/** A score with its parts, which add up to it. */
export interface Suggestion extends Ranked {
  readonly parts: readonly Part[];
  /** Of being a member, learned from past consortia for whoever is among the first twenty. */
  readonly probability: number;
}
