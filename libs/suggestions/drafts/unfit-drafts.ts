import { InvalidInput } from '#libs/platform';
import { MOST_MEMBERS, type ConsortiumDraft } from './draft.js';

/**
 * What makes no sense whatever the call and its members are.
 * @throws InvalidInput naming the field at fault
 */
export function refuseUnfit({ members, project }: ConsortiumDraft): void {
  if (members.length > MOST_MEMBERS) {
    throw new InvalidInput('members', `are ${members.length}: a draft has ${MOST_MEMBERS} at most.`);
  }
  refuseTwoLeads('members', members.flatMap(({ role, organisationId }) => (role === 'COORDINATOR' ? [organisationId] : [])));
  for (const [i, { budgetEur = 0 }] of members.entries()) refuseNegative(`members[${i}].budgetEur`, budgetEur);
  for (const [i, { facts = {} }] of members.entries()) {
    for (const [fact, value] of Object.entries(facts)) if (typeof value === 'number') refuseNegative(`members[${i}].facts.${fact}`, value);
  }
  if (project?.overruled?.reason.trim() === '') throw new InvalidInput('project.overruled.reason', 'is empty: whoever overrules says why.');
  for (const [field, value] of Object.entries(project?.fields ?? {})) {
    if (typeof value === 'number') refuseNegative(`project.${field}`, value);
  }
}

/** @throws InvalidInput when there are several */
export function refuseTwoLeads(field: string, leads: readonly string[]): void {
  if (leads.length > 1) throw new InvalidInput(field, `${leads.join(' and ')} would both be coordinator: a consortium has one.`);
}

function refuseNegative(field: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) throw new InvalidInput(field, 'is not a number from 0 up.');
}
