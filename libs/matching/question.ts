import type { Vector } from './vectors.js';

/** What of a call bears on the score; ids as in the directory. */
export interface CallFacts {
  readonly id: string;
  readonly themes: readonly string[];
  readonly programme?: string;
  readonly objective?: string;
  readonly specificObjective?: string;
  /** The words of the call, or of the idea for which partners are sought. */
  readonly text?: string;
  /** Of the text, by the embedding service that told those of the projects. */
  readonly vector?: Vector;
  /** The call before this one, as projects name it. */
  readonly predecessor?: string;
  /** ISO codes of the countries that count under the call's rules; left out: it counts none. */
  readonly countries?: readonly string[];
  /** From how many of them a consortium must come at least; left out: the rules do not say. */
  readonly countriesWanted?: number;
  /** NUTS prefixes of the programme area; left out: the call has none. */
  readonly area?: readonly string[];
  /** Who is sought after already. */
  readonly demand?: readonly SoughtAfter[];
}

/** How sought after an organisation is in a call already. */
export interface SoughtAfter {
  readonly organisation: string;
  /** Organisations to whom it was suggested among their first. */
  readonly askers: number;
  /** How many of them it can answer, at least 1. */
  readonly capacity: number;
}

/** "Which partners suit this team in this call?" Nobody, one organisation that asks, or the members of a draft. */
export interface Question {
  readonly call: CallFacts;
  readonly team: readonly string[];
}
