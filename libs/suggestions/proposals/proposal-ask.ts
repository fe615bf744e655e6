import type { MemberRole } from '#libs/eligibility';
import type { Mix } from '#libs/matching';
import { InvalidInput } from '#libs/platform';
import type { ConsortiumDraft } from '../drafts/draft.js';

/** Partners that a consortium must have: so many that fit all that is said. */
export interface Wish {
  readonly least: number;
  readonly role: MemberRole;
  readonly types?: readonly string[] | null;
  /** ISO codes. */
  readonly countries?: readonly string[] | null;
  /** Of another country than the lead, or of its own. */
  readonly abroad?: boolean | null;
  readonly themes?: readonly string[] | null;
}

/** What consortium is wanted. */
export interface ProposalAsk {
  /** The lead as coordinator, and whoever else has a seat already. Themes of its project must be covered. */
  readonly draft: ConsortiumDraft;
  /** Members, those of the draft included. */
  readonly size: { readonly min: number; readonly max: number };
  /** Ids or codes. */
  readonly excluded: readonly string[];
  /** Of each of these groups at most one; ids or codes. */
  readonly apart: readonly (readonly string[])[];
  /** How many newcomers: none need be, one, or a third of the members. */
  readonly mix: Mix;
  /** So many different consortia. */
  readonly count: number;
  readonly wishes: readonly Wish[];
  /** Themes that somebody must cover; those of the project when left out. */
  readonly mustCover?: readonly string[];
  readonly seed: number;
  /** Of the solver's branching, instead of its time. */
  readonly nodes?: number | null;
}

const MOST = { members: 40, count: 5, named: 200, wishes: 20, themes: 20, nodes: 1_000_000, seed: 2 ** 31 - 1 } as const;

/** @throws InvalidInput naming the field, for what no search could make sense of */
export function refuseSenseless({ draft, size, excluded, apart, count, wishes, seed, nodes }: ProposalAsk): void {
  within('size.min', size.min, 1, MOST.members);
  within('size.max', size.max, 1, MOST.members);
  within('count', count, 1, MOST.count);
  within('seed', seed, 0, MOST.seed);
  within('nodes', nodes ?? 1, 1, MOST.nodes);
  within('excluded', excluded.length + apart.flat().length, 0, MOST.named);
  within('wishes', wishes.length, 0, MOST.wishes);
  within('draft.project.themes', draft.project?.themes?.length ?? 0, 0, MOST.themes);
  for (const [i, { least }] of wishes.entries()) within(`wishes[${i}].least`, least, 1, MOST.members);
  const { min, max } = size;
  refuse(min > max, 'size', `the least, ${min}, is more than the most, ${max}.`);
  refuse(draft.members.length > max, 'size', `${draft.members.length} members are given, more than ${max}.`);
  refuse(!draft.members.some(({ role }) => role === 'COORDINATOR'), 'draft.members', 'have no COORDINATOR: who is to lead?');
  for (const [i, { role }] of wishes.entries()) refuse(role === 'COORDINATOR', `wishes[${i}].role`, 'the draft has its coordinator.');
}

function within(field: string, value: number, min: number, max: number): void {
  refuse(!Number.isInteger(value) || value < min || value > max, field, `must be from ${min} to ${max}, not ${value}.`);
}

function refuse(isWrong: boolean, field: string, reason: string): void {
  if (isWrong) throw new InvalidInput(field, reason);
}
