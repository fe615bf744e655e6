import type { GroupField, MemberField, ProjectField, SumField } from '../facts/fields.js';

/*
 * The rule language of a call, as data: what stands in JSON, read and in one form. README.md explains it in one table.
 * A clause compares a measure of the consortium, its members or its project with a value; clauses combine.
 */
export const RULE_LEVELS = ['organisation', 'coordinator', 'consortium', 'project', 'documents', 'call'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

export const OPERATORS = ['==', '!=', '>=', '<=', 'in', 'notIn', 'between', 'includes'] as const;
export type Operator = (typeof OPERATORS)[number];

export const SEVERITIES = ['MANDATORY', 'INDICATIVE', 'RECOMMENDED', 'DESIRABLE', 'WARNING', 'SELECTION'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const MEMBER_ROLES = ['COORDINATOR', 'CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER', 'PARTNER'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export type Verdict = 'MET' | 'NOT_MET' | 'UNKNOWN' | 'NOT_APPLICABLE';

export type Scalar = string | number | boolean;

/** A day that moves with a milestone: `{ milestone: 'SUBMISSION', offset: '-P2Y' }`. */
export interface RelativeDate {
  readonly milestone: string;
  /** ISO 8601 duration in years, months or days, with a sign. */
  readonly offset: string;
}

export type RuleValue = Scalar | RelativeDate | readonly (string | number)[];

/** A sentence per language code. */
export type Message = Readonly<Record<string, string>>;

export interface Comparison {
  readonly op: Operator;
  readonly value: RuleValue;
}

export interface FactTest extends Comparison {
  readonly field: MemberField;
}

/** A past project that counts as experience; all given parts must hold, and one of `anyOf`. */
export interface ProjectFilter {
  readonly asRole?: readonly ExperienceRole[];
  readonly theme?: string;
  readonly minCountries?: number;
  readonly minMemberStates?: number;
  /** First and last day; only what was done between them counts. */
  readonly implementedWithin?: readonly [string, string];
  readonly minMonths?: number;
  readonly minTotalBudgetEur?: number;
  readonly anyOf?: readonly ProjectFilter[];
}

export const EXPERIENCE_ROLES = ['COORDINATOR', 'MANAGER', 'PARTNER'] as const;
export type ExperienceRole = (typeof EXPERIENCE_ROLES)[number];

/** Which members a rule looks at: all given parts must hold; `or` is an alternative to them, `not` excludes. */
export interface MemberFilter {
  readonly roles?: readonly MemberRole[];
  /** Names of country sets or ISO codes. */
  readonly countryIn?: readonly string[];
  /** Organisation types, sectors or coarse applicant classes. */
  readonly orgTypeIn?: readonly string[];
  /** NUTS prefixes, or areas by name: 'AREA:INTERREG-2-SEAS-2014-2020'. */
  readonly nutsIn?: readonly string[];
  readonly nutsNotIn?: readonly string[];
  readonly designation?: string;
  /** A document of the member that stands in the draft. */
  readonly document?: string;
  readonly experience?: ProjectFilter;
  /** Any other fact of the member. */
  readonly fact?: FactTest;
  /** A field in which it differs from the coordinator. */
  readonly differsFromCoordinator?: GroupField;
  /** Only with `count`: members controlled by the same owner count once. */
  readonly independent?: true;
  /** Looks at the member itself and not at the entities that belong to it. */
  readonly seatOnly?: true;
  readonly or?: MemberFilter;
  readonly not?: MemberFilter;
}

export type Measure =
  | { readonly fn: 'count' }
  | { readonly fn: 'countDistinct'; readonly field: GroupField | ProjectField }
  | { readonly fn: 'countIn'; readonly field: ProjectField; readonly set: string }
  | { readonly fn: 'sum'; readonly field: SumField }
  /** The part that the members of `where` have among the members of `among`: of their number, or of a field's sum. */
  | { readonly fn: 'share'; readonly field?: SumField; readonly among?: MemberFilter }
  | { readonly fn: 'ratio'; readonly num: Quantity; readonly den: Quantity }
  | { readonly fn: 'everyGroup'; readonly groupBy: GroupField; readonly having: Clause }
  /** One choice of `size` members, no two alike in a field of `differ`, that satisfies all of `with` together. */
  | {
      readonly fn: 'selection';
      readonly size: number;
      readonly differ: readonly GroupField[];
      readonly with: readonly Condition[];
    }
  /** Records of the call's register per group, this draft included. */
  | { readonly fn: 'maxPerGroup'; readonly groupBy: RegisterGroup; readonly of: string }
  | { readonly fn: 'field'; readonly field: MemberField | ProjectField }
  | { readonly fn: 'hasField'; readonly field: MemberField | ProjectField }
  | { readonly fn: 'hasDocument'; readonly kind: string }
  | { readonly fn: 'projectExperience'; readonly spec: ProjectFilter }
  | { readonly fn: 'screening'; readonly questionnaire: string };

/** By whom the records of a call's register are counted. */
export const REGISTER_GROUPS = ['member', 'country', 'coordinator', 'coordinator.country'] as const;
export type RegisterGroup = (typeof REGISTER_GROUPS)[number];

export type MeasureName = Measure['fn'];

/** A number to set in proportion: a field of the project, or a count or sum over members. */
export type Quantity = { readonly project: ProjectField } | { readonly where?: MemberFilter; readonly sum?: SumField };

export interface Condition extends Comparison {
  readonly where?: MemberFilter;
  readonly measure: Measure;
}

export type Clause =
  | Condition
  | { readonly allOf: readonly Clause[] }
  | { readonly anyOf: readonly Option[] }
  | { readonly not: Clause }
  /** Whatever another rule of the same ruleset demands. */
  | { readonly rule: string };

/** One way out of several; some calls give them letters. */
export interface Option {
  readonly option?: string;
  readonly clause: Clause;
}

export interface Rule {
  readonly id: string;
  readonly level: RuleLevel;
  /** The rule binds only where this holds. */
  readonly when?: Clause;
  readonly must: Clause;
  /** Key or kind of the milestone at whose date designations and country sets are asked; the submission by default. */
  readonly at?: string;
  readonly severity: Severity;
  readonly message: Message;
  /** Keys of the sources it was read from. */
  readonly src: readonly string[];
  /** True where we read between the lines of the source. */
  readonly assumed: boolean;
  readonly note?: string;
}

export const isCondition = (clause: Clause): clause is Condition => 'measure' in clause;
