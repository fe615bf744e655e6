import type { Draft, Member } from '../facts/draft.js';
import type { MemberRole, Rule } from '../language/rule.js';
import type { Kind } from './kinds.js';

/** A member as it might be in the repaired draft: as it is, in another role, with a document, or newly taken. */
export interface Move {
  readonly member: Member;
  /** The member of the draft that it is. */
  readonly was?: Member;
  readonly newRole?: MemberRole;
  readonly supplied: readonly string[];
}

/** Somebody who is newly taken, of a kind; copies are told apart by their number, from 0. */
export interface Joiner extends Move {
  readonly kind: Kind;
  readonly copy: number;
}

/** ASSOCIATED stands for every role that counts for little. */
const ROLES: readonly MemberRole[] = ['CO_APPLICANT', 'COORDINATOR', 'ASSOCIATED'];

/** All options from which a repaired draft is chosen, of those that could join only whom the draft does not have yet. */
export function movesOf(draft: Draft, joiners: readonly Joiner[], documents: readonly string[]): Move[] {
  const present = new Set(draft.members.map(({ id }) => id));
  const taken = new Map<Kind, number>();
  for (const kind of new Set(joiners.map(({ kind }) => kind)))
    taken.set(kind, kind.candidates.filter(({ id }) => present.has(id)).length);
  return [
    ...draft.members.flatMap((member) => staying(member, documents)),
    ...joiners.filter(({ kind, copy }) => copy + (taken.get(kind) ?? 0) < kind.candidates.length),
  ];
}

function staying(was: Member, documents: readonly string[]): Move[] {
  const inRoles = [
    was,
    ...ROLES.filter((role) => was.roles.length > 1 || was.roles[0] !== role).map((role) => ({ ...was, roles: [role] })),
  ];
  return inRoles.flatMap((member) =>
    withDocuments(member, documents).map((move) => ({
      ...move,
      was,
      ...(member !== was && { newRole: member.roles[0] ?? 'CO_APPLICANT' }),
    })),
  );
}

/** Whoever could join any draft, with at most so many organisations of one kind; rules look at each only once. */
export function joinersOf(kinds: readonly Kind[], documents: readonly string[], mostOfAKind: number): Joiner[] {
  return kinds.flatMap((kind, index) =>
    Array.from({ length: Math.min(kind.candidates.length, mostOfAKind) }, (_, copy) => copy).flatMap((copy) =>
      (['CO_APPLICANT', 'COORDINATOR'] as const).flatMap((role) =>
        withDocuments({ id: `kind ${index} copy ${copy}`, roles: [role], confirmed: true, facts: kind.facts }, documents).map(
          (move) => ({ ...move, kind, copy }),
        ),
      ),
    ),
  );
}

/** The member as it is, and with every document that it could still supply. */
function withDocuments(member: Member, documents: readonly string[]): Move[] {
  const lacking = documents.filter((kind) => member.documents?.[kind] !== true);
  return subsets(lacking).map((supplied) => ({
    supplied,
    member:
      supplied.length === 0
        ? member
        : {
            ...member,
            documents: { ...member.documents, ...Object.fromEntries(supplied.map((kind) => [kind, true])) },
          },
  }));
}

/** The draft with documents that it supplies as a whole. */
export function supplying(draft: Draft, kinds: readonly string[]): Draft {
  const documents = { ...draft.project.documents, ...Object.fromEntries(kinds.map((kind) => [kind, true])) };
  return { ...draft, project: { ...draft.project, documents } };
}

export function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => [...all, ...all.map((subset) => [...subset, item])], [[]]);
}

/** Kinds of documents that rules ask of members, and of the draft. */
export function documentsIn(rules: readonly Rule[]): { ofMembers: string[]; ofDraft: string[] } {
  const found = (pattern: RegExp, among: readonly Rule[]): string[] => {
    const text = JSON.stringify(among.map(({ when, must }) => [when, must]));
    return [...new Set([...text.matchAll(pattern)].map(([, kind = '']) => kind))];
  };
  const single = rules.filter(({ level }) => level === 'organisation' || level === 'coordinator');
  return {
    ofMembers: [
      ...new Set([...found(/"document":"([^"]+)"/g, rules), ...found(/"fn":"hasDocument","kind":"([^"]+)"/g, single)]),
    ],
    ofDraft: found(
      /"fn":"hasDocument","kind":"([^"]+)"/g,
      rules.filter((rule) => !single.includes(rule)),
    ),
  };
}
