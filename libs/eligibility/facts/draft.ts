import type { MemberRole, RegisterGroup } from '../language/rule.js';
import type { ProjectField } from './fields.js';
import type { MemberFacts } from './member-facts.js';
import type { ScreeningOutcome } from './screening.js';

/** A consortium to be judged, stored or only thought of. */
export interface Draft {
  readonly members: readonly Member[];
  readonly project: ProjectFacts;
}

export interface Member {
  readonly id: string;
  /** One in several roles counts once. */
  readonly roles: readonly MemberRole[];
  /** Whether it has accepted; who has not counts only in “if all invited accept”. */
  readonly confirmed: boolean;
  readonly facts: MemberFacts;
  /** Its part of the project's budget, in euros. */
  readonly budgetEur?: number;
  readonly documents?: Documents;
  /** How many records of a kind the call's register has on it beside this draft, by the group they are counted in. */
  readonly register?: Register;
}

/** By kind: supplied or not; absent when nobody was asked yet. */
export type Documents = Readonly<Partial<Record<string, boolean>>>;

/** `{ CONSORTIUM: { coordinator: 1 } }`: it leads one other consortium. A kind that is absent is not known. */
export type Register = Readonly<Partial<Record<string, Readonly<Partial<Record<RegisterGroup, number>>>>>>;

/** A field that is absent is not known; null says that there is none. */
export interface ProjectFacts {
  readonly fields: Readonly<Partial<Record<ProjectField, ProjectValue>>>;
  readonly documents?: Documents;
  /** Outcome by questionnaire. */
  readonly screening?: Readonly<Partial<Record<string, ScreeningOutcome>>>;
}

export type ProjectValue = number | string | readonly string[] | null;
