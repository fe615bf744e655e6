import { planBackward, type WallTime } from '#libs/calendar';
import type { RuleLevel, RuleVerdict } from '#libs/eligibility';

export const READINESS_KINDS = ['RULE', 'DOCUMENT', 'AGREEMENT', 'DISSEMINATION_PLAN', 'READING', 'TASK', 'SUBMISSION'] as const;
export type ReadinessKind = (typeof READINESS_KINDS)[number];

/** Something that a consortium has to see to before it submits. */
export interface ReadinessItem {
  /** The same for as long as the same is asked, such as `document:LETTER_OF_ENDORSEMENT:avise`. */
  readonly id: string;
  readonly kind: ReadinessKind;
  /** What it is about: the rule, the kind of document, the document to be read, the task. */
  readonly subject: string;
  readonly done: boolean;
  /** The member, by code, that takes care of it. */
  readonly owner: string;
  readonly assigned: boolean;
  /** By the end of which local day it should be done; null without an exact deadline. Of a task null: it has its own date. */
  readonly due: WallTime | null;
}

/** What a check list is made of. Members go by code. */
export interface Preparation {
  readonly lead: string;
  readonly deadline: WallTime | null;
  readonly submitted: boolean;
  readonly verdicts: readonly RuleVerdict[];
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Of the consortium as a whole, by kind: there or not. */
  readonly documents: Readonly<Record<string, boolean>>;
  readonly members: readonly { readonly id: string; readonly documents: Readonly<Record<string, boolean>> }[];
  /** Kinds of documents that the call asks for. */
  readonly asked: readonly string[];
  readonly plan: { readonly wanted: boolean; readonly there: boolean };
  /** Documents that the lead must have read. */
  readonly readings: readonly { readonly document: string; readonly read: boolean }[];
  readonly tasks: readonly { readonly id: string; readonly owner: string }[];
  /** By item, the member that was asked to take care of it. */
  readonly assignments: ReadonlyMap<string, string>;
}

/**
 * Working days before the deadline: partners first, then what members have to fetch from others, then what all sign, then
 * what the lead writes, then a last look.
 */
const RULE_DAYS: Readonly<Record<RuleLevel, number>> = { call: 20, organisation: 20, coordinator: 20, consortium: 20, documents: 10, project: 5 };
const WORKING_DAYS: Readonly<Record<Exclude<ReadinessKind, 'RULE' | 'TASK'>, number>> = {
  READING: 20,
  DOCUMENT: 15,
  AGREEMENT: 10,
  DISSEMINATION_PLAN: 5,
  SUBMISSION: 1,
};

type Bare = Pick<ReadinessItem, 'kind' | 'subject' | 'done' | 'owner'> & { readonly id?: string };

/** All that a consortium has to see to, what is due first at the top. */
export function checkList(given: Preparation): ReadinessItem[] {
  const { lead, verdicts, plan, readings, tasks, submitted } = given;
  const items: Bare[] = [
    ...verdicts.map((verdict) => ({ kind: 'RULE' as const, subject: verdict.rule, done: isMet(verdict), owner: suppliers(verdict) ?? lead })),
    ...readings.map(({ document, read }) => ({ kind: 'READING' as const, subject: document, done: read, owner: lead })),
    ...documentsOf(given),
    ...(plan.wanted ? [{ kind: 'DISSEMINATION_PLAN' as const, subject: 'plan', done: plan.there, owner: lead }] : []),
    ...tasks.map(({ id, owner }) => ({ kind: 'TASK' as const, subject: id, done: false, owner })),
    { kind: 'SUBMISSION', subject: 'submission', done: submitted, owner: lead },
  ];
  return items.map((item) => placed(item, given)).sort((one, other) => (one.due?.local ?? LAST).localeCompare(other.due?.local ?? LAST));
}

const LAST = '9999';

const isMet = ({ verdict }: RuleVerdict): boolean => verdict === 'MET' || verdict === 'NOT_APPLICABLE';

/** The one member that can supply all that a rule waits for. */
function suppliers({ missing }: RuleVerdict): string | undefined {
  const members = new Set(missing.map(({ supplier }) => (supplier.who === 'MEMBER' ? supplier.member : undefined)));
  return members.size === 1 ? [...members][0] : undefined;
}

/** Those that were asked for, of members and of all; and those that a rule would have to know of, which are asked for so. */
function documentsOf({ lead, verdicts, documents, members, asked }: Preparation): Bare[] {
  const unknown = verdicts.flatMap(({ missing }) => missing).filter(({ fact }) => fact.startsWith(DOCUMENT));
  const missingOf = (member: string | undefined) =>
    Object.fromEntries(unknown.filter((one) => one.member === member).map(({ fact }) => [fact.slice(DOCUMENT.length), false]));
  const ofMembers = members.flatMap(({ id, documents: own }) =>
    Object.entries({ ...missingOf(id), ...own }).map(([kind, done]) => document(kind, done, id, `document:${kind}:${id}`)),
  );
  const ofEach = new Set(ofMembers.map(({ subject }) => subject));
  const ofCall = Object.fromEntries(asked.filter((kind) => !ofEach.has(kind)).map((kind) => [kind, false]));
  const ofAll = Object.entries({ ...ofCall, ...missingOf(undefined), ...documents }).map(([kind, done]) => document(kind, done, lead));
  return [...ofMembers, ...ofAll];
}

const DOCUMENT = 'document:';

const document = (kind: string, done: boolean, owner: string, id = `document:${kind}`): Bare => ({
  id,
  kind: kind.endsWith('AGREEMENT') ? 'AGREEMENT' : 'DOCUMENT',
  subject: kind,
  done,
  owner,
});

function placed(item: Bare, { deadline, levels, assignments }: Preparation): ReadinessItem {
  const { kind, subject } = item;
  const id = item.id ?? `${kind.toLowerCase()}:${subject}`;
  const days = kind === 'TASK' ? undefined : kind === 'RULE' ? RULE_DAYS[levels.get(subject) ?? 'consortium'] : WORKING_DAYS[kind];
  const due = deadline === null || days === undefined ? null : (planBackward(deadline, days) ?? null);
  return { ...item, id, owner: assignments.get(id) ?? item.owner, assigned: assignments.has(id), due };
}
