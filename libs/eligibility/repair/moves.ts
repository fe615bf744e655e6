import type { Draft, Member } from '../facts/draft.js';
import type { MemberRole, Rule } from '../language/rule.js';
import type { Kind } from './kinds.js';

/** A member as it might be in the repaired draft: as it is, in another role, with a document, or newly taken. */
export interface Move {
  readonly member: Member;
  /** The member of the draft that it is. */
  readonly was?: Member;
  /** The kind that it is taken from. */
  readonly kind?: Kind;
  readonly newRole?: MemberRole;
  readonly supplied: readonly string[];
}

/** ASSOCIATED stands for every role that counts for little. */
const ROLES: readonly MemberRole[] = ['CO_APPLICANT', 'COORDINATOR', 'ASSOCIATED'];

/** All options from which a repaired draft is chosen, with at most so many organisations of one kind. */
export function movesOf(
  draft: Draft,
  kinds: readonly Kind[],
  documents: readonly string[],
  mostOfAKind: number,
): Move[] {
  const present = new Set(draft.members.map(({ id }) => id));
  return [
    ...draft.members.flatMap((member) => staying(member, documents)),
    ...kinds.flatMap((kind, index) => joining(kind, index, present, documents, mostOfAKind)),
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

function joining(
  kind: Kind,
  index: number,
  present: ReadonlySet<string>,
  documents: readonly string[],
  most: number,
): Move[] {
  const free = kind.candidates.filter(({ id }) => !present.has(id)).length;
  return Array.from({ length: Math.min(free, most) }, (_, copy) => `kind ${index} copy ${copy}`).flatMap((id) =>
    (['CO_APPLICANT', 'COORDINATOR'] as const).flatMap((role) =>
      withDocuments({ id, roles: [role], confirmed: true, facts: kind.facts }, documents).map((move) => ({
        ...move,
        kind,
      })),
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
