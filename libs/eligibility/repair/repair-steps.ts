import type { Draft, Member } from '../facts/draft.js';
import type { MemberRole } from '../language/rule.js';
import type { AimedRule } from '../linear/constraints.js';
import { judge } from '../proof/judge.js';
import type { Kind } from './kinds.js';
import { supplying, type Move } from './moves.js';

/** One change. `candidates` says how many organisations would do, `first` names the best of them. */
export type RepairStep =
  | {
      readonly action: 'ADD';
      readonly role: MemberRole;
      readonly candidates: number;
      readonly first: readonly string[];
    }
  | {
      readonly action: 'SWAP';
      readonly member: string;
      readonly role: MemberRole;
      readonly candidates: number;
      readonly first: readonly string[];
    }
  | { readonly action: 'CHANGE_ROLE'; readonly member: string; readonly role: MemberRole }
  | { readonly action: 'REMOVE'; readonly member: string }
  /** By a member, by the organisation that the step of this number takes (counted from 0), or by the draft as a whole. */
  | { readonly action: 'SUPPLY'; readonly document: string; readonly member?: string; readonly step?: number };

/** How many organisations a step names. */
const NAMED = 5;

/** The best of several candidates, best first, at most so many. */
export type Chooser = (candidates: readonly string[], most: number) => string[];

interface Chosen {
  readonly moves: readonly Move[];
  readonly supplied: readonly string[];
}

/** The steps from a draft to a solution, swaps in the same role first. */
export function stepsOf(
  draft: Draft,
  { moves, supplied }: Chosen,
  kinds: readonly Kind[],
  rules: readonly AimedRule[],
  best: Chooser | undefined,
): RepairStep[] {
  const after: Draft = { ...supplying(draft, supplied), members: moves.map(({ member }) => member) };
  const leaving = draft.members.filter((member) => !moves.some(({ was }) => was === member));
  const joining = moves.filter(({ was }) => was === undefined);
  const taken = joining.map((move): RepairStep => {
    const [role = 'CO_APPLICANT'] = move.member.roles;
    const leaver = takeOut(leaving, role);
    const found = { role, ...suitable(move, after, draft, kinds, rules, best) };
    return leaver === undefined ? { action: 'ADD', ...found } : { action: 'SWAP', member: leaver.id, ...found };
  });
  return [
    ...taken,
    ...leaving.map(({ id }): RepairStep => ({ action: 'REMOVE', member: id })),
    ...moves.flatMap(({ was, newRole }): RepairStep[] =>
      was && newRole ? [{ action: 'CHANGE_ROLE', member: was.id, role: newRole }] : [],
    ),
    ...moves.flatMap((move) => move.supplied.map((document) => supplyStep(move, document, joining))),
    ...supplied.map((document): RepairStep => ({ action: 'SUPPLY', document })),
  ];
}

function supplyStep(move: Move, document: string, joining: readonly Move[]): RepairStep {
  return move.was === undefined
    ? { action: 'SUPPLY', document, step: joining.indexOf(move) }
    : { action: 'SUPPLY', document, member: move.was.id };
}

/** Takes a leaver out of the list, one in the same role if there is one. */
function takeOut(leaving: Member[], role: MemberRole): Member | undefined {
  const same = leaving.findIndex(({ roles }) => roles.includes(role));
  return leaving.splice(Math.max(0, same), 1)[0];
}

/** How many candidates would do in the place of the one that was chosen, and the best of them. */
function suitable(
  move: Move,
  after: Draft,
  draft: Draft,
  kinds: readonly Kind[],
  rules: readonly AimedRule[],
  best: Chooser | undefined,
): { candidates: number; first: string[] } {
  const present = new Set(draft.members.map(({ id }) => id));
  const others = after.members.filter((member) => member !== move.member);
  const fitting = kinds.filter(({ facts }) =>
    keeps(rules, { ...after, members: [...others, { ...move.member, facts }] }),
  );
  const candidates = fitting.flatMap((kind) => kind.candidates).filter(({ id }) => !present.has(id));
  const ids = candidates.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);
  return { candidates: ids.length, first: best?.(ids, NAMED) ?? ids.slice(0, NAMED) };
}

function keeps(rules: readonly AimedRule[], draft: Draft): boolean {
  return rules.every((rule) => {
    const { verdict } = judge(rule, draft);
    return rule.aim === 'MET' ? verdict === 'MET' || verdict === 'NOT_APPLICABLE' : verdict !== 'NOT_MET';
  });
}
