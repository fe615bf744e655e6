/** Dates by which somebody must have acted: they are told of a weekend, and of a call that is open already. */
const DEADLINES: ReadonlySet<string> = new Set(['SUBMISSION', 'EXPRESSION_OF_INTEREST', 'RECOMMENDATION']);

export const isDeadline = (kind: string): boolean => DEADLINES.has(kind);

/** Messages that no rule plans: they answer something that happened. */
export const NOW_OPEN = 'NOW_OPEN';
export const MOVED = 'MOVED';

/** Messages about something with a date, of the kinds in the view `reminder_subjects`. */
export const DATE_TEMPLATE = 'date-reminder';
export const MILESTONE = 'MILESTONE';
export const INVITATION = 'INVITATION';

/** Why somebody is not told of a date any more that still stands; the first where nothing more is known. */
export const LEFT_REASONS = ['no longer concerned', 'target reached', 'unsubscribed'] as const;

/** Messages about a call as such. */
export const CALL_SUBJECT = 'CALL';
export const CALL_TEMPLATE = 'call-notice';
/** Its revision is the number of the publication. */
export const CHANGED_CALL = 'CHANGED';
/** Its revision is the version of the rules that admit the reader's organisation. */
export const NOW_ELIGIBLE = 'NOW_ELIGIBLE';
/** Once a call, whatever searches find it. */
export const FOUND = 'FOUND';

/** Parts of a published call whose change its followers are told of. */
export const TOLD_SECTIONS = [
  'rules', 'countrySets', 'announcements', 'documents', 'requiredDocuments', 'expectedBeneficiaries', 'budgetEur', 'grantEur',
  'maxRate', 'maxMonths', 'activityMenu',
] as const;
