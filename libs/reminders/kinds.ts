/** Dates by which somebody must have acted: they are told of a weekend, and of a call that is open already. */
const DEADLINES: ReadonlySet<string> = new Set(['SUBMISSION', 'EXPRESSION_OF_INTEREST', 'RECOMMENDATION']);

export const isDeadline = (kind: string): boolean => DEADLINES.has(kind);

/** Messages that no rule plans: they answer something that happened. */
export const NOW_OPEN = 'NOW_OPEN';
export const MOVED = 'MOVED';

/** What messages of this room are about, in the ledger's words. */
export const SUBJECT_KIND = 'MILESTONE';
export const TEMPLATE = 'milestone-reminder';
