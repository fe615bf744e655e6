import { momentsOf } from '#libs/calendar';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import type { TaskKind } from '../tasks/task-kinds.js';
import type { NewTask } from '../tasks/tasks.service.js';
import type { ReadinessItem, ReadinessKind } from './check-list.js';

/** What the owner of an open item is asked to do. Tasks on the list are asked for already. */
const TASKS: Readonly<Record<ReadinessKind, TaskKind | null>> = {
  RULE: 'MEET_RULES',
  READING: 'READ_DOCUMENTS',
  DOCUMENT: 'SUPPLY_DOCUMENTS',
  AGREEMENT: 'SIGN_AGREEMENT',
  DISSEMINATION_PLAN: 'WRITE_DISSEMINATION_PLAN',
  TASK: null,
  SUBMISSION: 'SUBMIT_PROPOSAL',
};

/**
 * The tasks of a consortium that prepares a proposal: one of each kind for each owner, due when its first item is.
 * Submitting waits until it is ready, and is for those who may commit the lead.
 * @param isMandatory by rule: of the others nobody is asked anything
 * @param idOf the organisation's own id, by code
 */
export function tasksFor(
  { id, name, state }: ConsortiumRecord,
  items: readonly ReadinessItem[],
  isMandatory: (rule: string) => boolean,
  idOf: (code: string) => string | undefined,
): NewTask[] {
  const tasks = new Map<string, NewTask & { readonly facts: { consortium: string; count: number } }>();
  for (const { kind, subject, done, owner, due } of items) {
    const task = TASKS[kind];
    const organisationId = idOf(owner);
    if (done || task === null || organisationId === undefined) continue;
    if (kind === 'RULE' && !isMandatory(subject)) continue;
    if (kind === 'SUBMISSION' && state !== 'READY') continue;
    const key = `${task} ${organisationId}`;
    const known = tasks.get(key);
    tasks.set(key, {
      kind: task,
      subjectKind: 'CONSORTIUM',
      subjectId: id,
      owner: { organisationId, ...(kind === 'SUBMISSION' && { role: 'REPRESENTATIVE' as const }) },
      facts: { consortium: name, count: (known?.facts.count ?? 0) + 1 },
      dueAt: known?.dueAt ?? (due === null ? null : momentsOf(due).end),
    });
  }
  return [...tasks.values()];
}
