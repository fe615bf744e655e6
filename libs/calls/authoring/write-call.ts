import type { EntityManager } from 'typeorm';
import { FileImport, SourceFile, VERBOND } from '#libs/directory';
import { enqueue } from '#libs/platform';
import { CALL_COLUMNS, mergeAllButDates } from '../import/call-merge.js';
import { callOf } from '../import/calls-json.js';
import { entryRows } from '../import/json-document.js';
import type { Move } from '../milestone-revision.js';
import type { CallDocument } from './call-document.js';
import { InvalidCall } from './invalid-call.js';
import { publishMilestones } from './publish-milestones.js';

/**
 * Writes a call the way a file does, through the same checks and statements, and then what an officer can do beyond a
 * file: take things away, and move dates with a reason.
 *
 * @param callId the published call's own id; null for a new one
 * @returns the call's own id
 * @throws InvalidCall naming what does not exist
 */
export async function writeCall(
  manager: EntityManager,
  callId: string | null,
  { sources, countrySets, ...call }: CallDocument,
  move: Move,
): Promise<string> {
  const { queryRunner } = manager;
  if (queryRunner === undefined) throw new Error('A call is written inside a transaction.');
  const file = await FileImport.begin(new SourceFile('draft'), queryRunner, new Set(), () => undefined);
  const [row] = entryRows([call], '');
  const staged = row && callOf(row, sources, countrySets);
  if (row === undefined || staged === undefined) throw new Error('A call is checked before it is written.');
  await refuseOthersTracks(manager, callId, staged.tracks);
  const source = await sourceOf(manager, callId);
  await file.stage(CALL_COLUMNS, [row], () => ({ ...staged, source, rules_reason: move.reason, rules_published_on: move.at }));
  await mergeAllButDates(file);
  if (file.rejects.length > 0) throw new InvalidCall(file.rejects.map(({ field, reason }) => ({ path: field, reason })));
  const [{ id }] = await manager.query<[{ id: string }]>('SELECT id FROM calls WHERE code = $1', [staged.code]);
  await takeAway(manager, id, staged.themes, 'predecessor' in call);
  await publishMilestones(manager, id, staged.milestones, move);
  await enqueue(manager, 'reminders', 'plan', { callId: id });
  await enqueue(manager, 'partnerships', 'rules', { callId: id });
  await enqueue(manager, 'matching', 'data-changed');
  await manager.query('SELECT note_directory_change()'); // last: whoever sees the new version finds the rows a moment later
  return id;
}

/** A track's code names it everywhere, and what people signed up for is not taken from under them. */
async function refuseOthersTracks(manager: EntityManager, callId: string | null, tracks: readonly { code: string }[]): Promise<void> {
  const codes = tracks.map(({ code }) => code);
  const wrong = await manager.query<{ code: string; gone: boolean }[]>(
    `SELECT code, call_id IS NOT DISTINCT FROM $1 AS gone FROM tracks
     WHERE (call_id IS NOT DISTINCT FROM $1) <> (code = ANY($2)) AND (call_id = $1 OR code = ANY($2)) ORDER BY code`,
    [callId, codes],
  );
  if (wrong.length === 0) return;
  const reasonOf = (gone: boolean) =>
    gone ? 'a published track stays; leave out its dates to withdraw them' : 'another call has a track of that code';
  throw new InvalidCall(wrong.map(({ code, gone }) => ({ path: `tracks.${code}`, reason: reasonOf(gone) })));
}

/** A call keeps its attribution; what an officer makes is ours. */
async function sourceOf(manager: EntityManager, callId: string | null): Promise<string> {
  const [row] = await manager.query<{ source: string }[]>('SELECT source FROM calls WHERE id = $1', [callId]);
  return row?.source ?? VERBOND;
}

async function takeAway(manager: EntityManager, id: string, themes: readonly string[], hasPredecessor: boolean): Promise<void> {
  await manager.query('DELETE FROM call_themes WHERE call_id = $1 AND theme_id <> ALL($2)', [id, themes]);
  if (!hasPredecessor) await manager.query('UPDATE calls SET predecessor_id = NULL WHERE id = $1', [id]);
}
