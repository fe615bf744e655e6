import type { MemberRole } from '#libs/eligibility';
import { InvalidInput } from '#libs/platform';

/** How many newcomers, who took part in no past project, are wanted: none need be, one, or a third of the seats. */
export const MIXES = ['PROVEN', 'BALANCED', 'NEW_FACES'] as const;
export type Mix = (typeof MIXES)[number];

/** Partners that a consortium must have: so many that fit all that is said. */
export interface Wish {
  readonly least: number;
  readonly role: MemberRole;
  readonly types?: readonly string[];
  /** ISO codes. */
  readonly countries?: readonly string[];
  /** Of another country than the lead, or of its own. */
  readonly abroad?: boolean;
  readonly themes?: readonly string[];
}

export interface Seat {
  readonly organisation: string;
  readonly role: MemberRole;
}

/** What consortium is wanted; organisations by code. */
export interface ProposalAsk {
  readonly lead: string;
  /** Members, the lead included. */
  readonly size: { readonly min: number; readonly max: number };
  readonly pinned: readonly Seat[];
  readonly excluded: readonly string[];
  /** Of each of these groups at most one. */
  readonly apart: readonly (readonly string[])[];
  readonly mix: Mix;
  /** So many different consortia. */
  readonly count: number;
  /** Themes that must be covered; left empty, those of the call should be. */
  readonly themes: readonly string[];
  readonly wishes: readonly Wish[];
  readonly seed: number;
  /** Of the solver's branching, instead of its time. */
  readonly nodes?: number;
}

export const LIMITS = { members: 40, count: 5, named: 200, wishes: 20, themes: 20, seconds: 10 } as const;

/** @throws InvalidInput naming the field for what no search could make sense of */
export function checkAsk({ lead, size, pinned, excluded, apart, count, themes, wishes, seed, nodes }: ProposalAsk): void {
  const { min, max } = size;
  refuse(!isWithin(min, 1, LIMITS.members), 'size.min', `must be from 1 to ${LIMITS.members}, not ${min}.`);
  refuse(!isWithin(max, 1, LIMITS.members), 'size.max', `must be from 1 to ${LIMITS.members}, not ${max}.`);
  refuse(min > max, 'size', `the least, ${min}, is more than the most, ${max}.`);
  refuse(!isWithin(count, 1, LIMITS.count), 'count', `must be from 1 to ${LIMITS.count}, not ${count}.`);
  refuse(pinned.length + excluded.length + apart.flat().length > LIMITS.named, 'excluded', `names more than ${LIMITS.named} organisations.`);
  const named = pinned.map(({ organisation }) => organisation);
  const twice = named.find((code, at) => code === lead || named.indexOf(code) !== at);
  refuse(twice !== undefined, 'pinned', `${twice ?? ''} has a seat already.`);
  const both = [lead, ...named].find((code) => excluded.includes(code));
  refuse(both !== undefined, 'excluded', `${both ?? ''} is wanted and excluded.`);
  refuse(pinned.some(({ role }) => role === 'COORDINATOR'), 'pinned', `${lead} is the coordinator already.`);
  refuse(named.length + 1 > max, 'pinned', `the lead and ${named.length} others are more than ${max} members.`);
  const together = apart.find((group) => group.filter((code) => code === lead || named.includes(code)).length > 1);
  refuse(together !== undefined, 'apart', `${together?.join(' and ') ?? ''} are wanted together.`);
  refuse(wishes.length > LIMITS.wishes, 'wishes', `are more than ${LIMITS.wishes}.`);
  refuse(wishes.some(({ least }) => !isWithin(least, 1, LIMITS.members)), 'wishes.least', `must be from 1 to ${LIMITS.members}.`);
  refuse(wishes.some(({ role }) => role === 'COORDINATOR'), 'wishes.role', `${lead} is the coordinator already.`);
  refuse(themes.length > LIMITS.themes, 'themes', `are more than ${LIMITS.themes}.`);
  refuse(!isWithin(seed, 0, 2 ** 31 - 1), 'seed', 'must be a whole number from 0 to 2147483647.');
  refuse(nodes !== undefined && !isWithin(nodes, 1, 1_000_000), 'nodes', 'must be from 1 to 1000000.');
}

function refuse(isWrong: boolean, field: string, reason: string): void {
  if (isWrong) throw new InvalidInput(field, reason);
}

const isWithin = (value: number, min: number, max: number): boolean => Number.isInteger(value) && value >= min && value <= max;
