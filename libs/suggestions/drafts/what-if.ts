import type { Draft, Member, MemberRole } from '#libs/eligibility';
import { InvalidInput } from '#libs/platform';
import type { DraftMember } from './draft.js';

/** One change of a draft that is only thought of. Organisations go by id or any code. */
export type DraftChange =
  | { readonly action: 'ADD'; readonly organisationId: string; readonly role?: MemberRole }
  | { readonly action: 'REMOVE'; readonly organisationId: string }
  | { readonly action: 'SWAP'; readonly organisationId: string; readonly withId: string; readonly role?: MemberRole }
  | { readonly action: 'CHANGE_ROLE'; readonly organisationId: string; readonly role: MemberRole };

export const MOST_CHANGES = 20;

/** Those who come in by changes, as members of whom facts are to be read. */
export function newcomersIn(changes: readonly DraftChange[]): DraftMember[] {
  return changes.flatMap((change, i): DraftMember[] => {
    if (change.action === 'ADD') return [{ organisationId: change.organisationId, field: `changes[${i}].organisationId` }];
    return change.action === 'SWAP' ? [{ organisationId: change.withId, field: `changes[${i}].withId` }] : [];
  });
}

/**
 * The draft after changes, one after the other.
 * @param codeOf the code by which the draft has an organisation
 * @param members everybody before the changes; @param newcomers by code
 * @throws InvalidInput naming the change that cannot be made
 */
export function changed(draft: Draft, changes: readonly DraftChange[], newcomers: ReadonlyMap<string, Member>, codeOf: (name: string) => string): Draft {
  let members = [...draft.members];
  const at = (name: string, field: string): Member => {
    const member = members.find(({ id }) => id === codeOf(name));
    if (member === undefined) throw new InvalidInput(field, `${name.slice(0, 100)} is not a member.`);
    return member;
  };
  const coming = (name: string, role: MemberRole = 'CO_APPLICANT'): Member[] => {
    const member = newcomers.get(codeOf(name));
    return member === undefined ? [] : [{ ...member, roles: [role] }];
  };
  for (const [i, change] of changes.entries()) {
    if (change.action === 'ADD') {
      members.push(...coming(change.organisationId, change.role));
      continue;
    }
    const member = at(change.organisationId, `changes[${i}].organisationId`);
    const instead = afterwards(change, member, coming);
    members = members.flatMap((each) => (each === member ? instead : [each]));
  }
  return { ...draft, members };
}

function afterwards(change: Exclude<DraftChange, { action: 'ADD' }>, member: Member, coming: (name: string, role?: MemberRole) => Member[]): Member[] {
  switch (change.action) {
    case 'REMOVE':
      return [];
    case 'SWAP':
      return coming(change.withId, change.role ?? member.roles[0]);
    case 'CHANGE_ROLE':
      return [{ ...member, roles: [change.role] }];
  }
}
