import type { Vector } from './vectors.js';

/** A theme with how much of it is offered or sought: 1 (some), 2 (much) or 3 (core business). */
export interface ThemeWeight {
  readonly theme: string;
  readonly strength: number;
}

export interface Theme {
  readonly id: string;
  readonly parent?: string;
}

export interface Organisation {
  readonly id: string;
  /** ISO 3166 code: GB and GR, not UK and EL. */
  readonly country: string;
  /** NUTS code of any depth: UKJ21, EL30. */
  readonly nuts?: string;
  readonly type?: string;
  /** Bears on no score; a fairness report tells it. */
  readonly size?: string;
  readonly name?: string;
  readonly city?: string;
  readonly offers: readonly ThemeWeight[];
  readonly seeks: readonly ThemeWeight[];
}

export interface Project {
  readonly id: string;
  readonly themes: readonly string[];
  readonly programme?: string;
  readonly call?: string;
  readonly objective?: string;
  readonly specificObjective?: string;
  readonly title?: string;
  readonly text?: string;
  /** Of its text, by an embedding service of the operator; all vectors have as many dimensions. */
  readonly vector?: Vector;
  /** ISO dates. */
  readonly start?: string;
  readonly end?: string;
  readonly members: readonly { readonly organisation: string; readonly role: string }[];
}

/**
 * Everything the scores are made of. The order of rows never matters; ids are unique within a list.
 * Only the projects given count: whoever wants "before this date" leaves the others out.
 */
export interface DirectoryData {
  readonly themes: readonly Theme[];
  readonly organisations: readonly Organisation[];
  readonly projects: readonly Project[];
}
