import type { ResultState } from '../states/result-states.js';

export const RESULT_KINDS = ['REPORT', 'GUIDE', 'TOOL', 'TRAINING', 'DATA', 'EVENT', 'OTHER'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** A result as it stands. */
export interface ResultRecord {
  readonly id: string;
  readonly consortiumId: string;
  readonly callId: string;
  readonly leadUuid: string;
  readonly publisherUuid: string;
  /** The name of the consortium whose it is. */
  readonly project: string;
  readonly title: string;
  readonly kind: ResultKind;
  readonly audience: string;
  /** The local day, and its end. */
  readonly dueOn: string;
  readonly dueAt: Date;
  readonly state: ResultState;
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly version: number;
}
