/*
 * The rule language of a call, as data. A rule counts or looks up something (`measure`) among the members that pass a
 * filter (`where`) and compares it (`op`, `value`).
 */
export const RULE_LEVELS = ['organisation', 'coordinator', 'consortium', 'project', 'documents', 'call'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

export const OPERATORS = ['==', '!=', '>=', '<=', 'in', 'notIn', 'between'] as const;
export type Operator = (typeof OPERATORS)[number];

export const SEVERITIES = ['MANDATORY', 'INDICATIVE', 'RECOMMENDED', 'DESIRABLE', 'WARNING', 'SELECTION'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const MEMBER_ROLES = ['COORDINATOR', 'CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER', 'PARTNER'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export type Verdict = 'MET' | 'NOT_MET' | 'UNKNOWN' | 'NOT_APPLICABLE';

export type Scalar = string | number | boolean;
export type RuleValue = Scalar | readonly (string | number)[];

/** A sentence per language code. */
export type Message = Readonly<Record<string, string>>;

/** Which members a rule looks at: all given parts must hold; `or` is an alternative to them, `not` excludes. */
export interface MemberFilter {
  readonly roles?: readonly MemberRole[];
  /** Names of country sets or ISO codes. */
  readonly countryIn?: readonly string[];
  /** Organisation types or coarse applicant classes. */
  readonly orgTypeIn?: readonly string[];
  /** Name of an area outside of which the member lies: 'AREA:INTERREG-2-SEAS-2014-2020'. */
  readonly nutsNotIn?: string;
  readonly designation?: string;
  readonly document?: string;
  readonly experienceTheme?: string;
  /** Only members that are independent of each other. */
  readonly independent?: boolean;
  readonly or?: MemberFilter;
  readonly not?: MemberFilter;
}

export type Measure =
  | { readonly fn: 'count' }
  | { readonly fn: 'countDistinct'; readonly field: string }
  | { readonly fn: 'countIn'; readonly field: string; readonly set: string }
  | { readonly fn: 'everyGroup'; readonly groupBy: string; readonly having: Condition }
  | { readonly fn: 'maxPerGroup'; readonly groupBy: string; readonly of: string }
  | { readonly fn: 'anyOf'; readonly of: readonly Alternative[] }
  | { readonly fn: 'ratio'; readonly num: string; readonly den: string }
  | { readonly fn: 'field'; readonly field: string }
  | { readonly fn: 'hasField'; readonly field: string }
  | { readonly fn: 'hasDocument'; readonly kind: string }
  /** The wanted project is kept as it stands until there are experience records to hold against it. */
  | { readonly fn: 'projectExperience'; readonly spec: Readonly<Record<string, unknown>> }
  | { readonly fn: 'screening'; readonly questionnaire: string };

export type MeasureName = Measure['fn'];

export interface Condition {
  readonly where?: MemberFilter;
  readonly measure: Measure;
  readonly op: Operator;
  readonly value: RuleValue;
}

/** One way to satisfy an anyOf: all its conditions together. */
export interface Alternative {
  readonly option: string;
  readonly allOf: readonly Condition[];
}

/** What a project must be for the rule to bind at all. */
export interface RuleScope {
  readonly projectObjectiveIncludes?: string;
  readonly actionTypesInclude?: string;
}

export interface Rule extends Condition {
  readonly id: string;
  readonly level: RuleLevel;
  readonly when?: RuleScope;
  readonly severity: Severity;
  readonly message: Message;
  /** Keys of the sources it was read from. */
  readonly src: readonly string[];
  /** True where we read between the lines of the source. */
  readonly assumed: boolean;
  readonly note?: string;
}
