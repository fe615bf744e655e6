/** What the values of a field are, and so which comparisons make sense. */
export type FieldKind = 'number' | 'name' | 'names' | 'flag' | 'date' | 'text';

/** What a draft says of its project. The values of `names` are counted and looked into, `text` is there or not. */
export const PROJECT_FIELDS = {
  grantEur: 'number',
  totalBudgetEur: 'number',
  months: 'number',
  earlierSubmissions: 'number',
  cascadingGrantCountries: 'number',
  startsOn: 'date',
  endsOn: 'date',
  objectives: 'names',
  actionTypes: 'names',
  challenges: 'names',
  targetGroups: 'names',
  activityCountries: 'names',
  disseminationPlan: 'text',
  jointPreparatoryPhase: 'text',
} as const satisfies Readonly<Record<string, FieldKind>>;
export type ProjectField = keyof typeof PROJECT_FIELDS;

/** What is known of a member or of an entity that belongs to it. */
export const MEMBER_FIELDS = {
  country: 'name',
  region: 'name',
  sector: 'name',
  orgType: 'name',
  legalNature: 'name',
  controller: 'name',
  /** An organisation, a designation or a type: 'ORG:uwv', 'DESIGNATION:CENTRE_MUNICIPALITY', 'TYPE:SCHOOL'. */
  eligibleAs: 'name',
  sme: 'flag',
  newcomer: 'flag',
  establishedOn: 'date',
  employees: 'number',
  turnoverEur: 'number',
  budgetEur: 'number',
  runningProjects: 'number',
} as const satisfies Readonly<Record<string, FieldKind>>;
export type MemberField = keyof typeof MEMBER_FIELDS;

/** Fields by which members can be told apart and grouped. */
export const GROUP_FIELDS = ['country', 'region', 'sector', 'orgType', 'legalNature', 'controller'] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];
/** Fields of a member that can be added up. */
export const SUM_FIELDS = ['budgetEur', 'employees', 'turnoverEur'] as const;
export type SumField = (typeof SUM_FIELDS)[number];

export const isProjectField = (name: string): name is ProjectField => Object.hasOwn(PROJECT_FIELDS, name);
export const isMemberField = (name: string): name is MemberField => Object.hasOwn(MEMBER_FIELDS, name);
export const isGroupField = (name: string): name is GroupField => GROUP_FIELDS.some((field) => field === name);
export const isSumField = (name: string): name is SumField => SUM_FIELDS.some((field) => field === name);
