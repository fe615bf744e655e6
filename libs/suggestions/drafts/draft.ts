import type { MemberFacts, MemberRole, ProjectFacts, ScreeningOutcome } from '#libs/eligibility';

/** A consortium to be judged as somebody gives it, stored or only thought of. */
export interface ConsortiumDraft {
  /** Id or code. */
  readonly callId: string;
  readonly members: readonly DraftMember[];
  readonly project?: DraftProject;
}

export interface DraftMember {
  /** Id or any code. */
  readonly organisationId: string;
  /** How a refusal names that field, where it is not `members[i].organisationId`. */
  readonly field?: string;
  /** A co-applicant when left out. */
  readonly role?: MemberRole;
  /** Invited, and has not accepted yet: it counts only in “if all invited accept”. */
  readonly invited?: boolean;
  /** Its part of the budget, in euros. */
  readonly budgetEur?: number;
  /** Id or code of whoever controls it; null when nobody does; left out when not known. */
  readonly controlledBy?: string | null;
  /** By kind: supplied or not; left out when nobody was asked yet. */
  readonly documents?: Readonly<Record<string, boolean>>;
  /** What the directory does not hold of it. */
  readonly facts?: FurtherFacts;
}

export type FurtherFacts = Pick<MemberFacts, 'entities' | 'sme' | 'establishedOn' | 'employees' | 'turnoverEur' | 'runningProjects'>;

/** A person's judgement in the place of what answers came to. */
export interface Overruling {
  readonly outcome: ScreeningOutcome;
  readonly reason: string;
}

/** What is left out is not known; null says that there is none. */
export interface DraftProject {
  readonly fields?: ProjectFacts['fields'];
  readonly documents?: Readonly<Record<string, boolean>>;
  /** What came of the check for classical inclusion projects. */
  readonly screening?: ScreeningOutcome;
  readonly overruled?: Overruling;
  /** Wanted beside those of the call. */
  readonly themes?: readonly string[];
  /** The idea in words, in any language. */
  readonly text?: string;
}

/** Members that a draft may have: real consortia with all their observers have fewer than half. */
export const MOST_MEMBERS = 100;

/** The name by which rules ask for the check for classical inclusion projects. */
export const SOCIAL_INNOVATION_CHECK = 'SOCIAL_INNOVATION_CHECK';
