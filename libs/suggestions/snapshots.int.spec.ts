import { serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOMAIN_DATA } from '#libs/calls';
import { matchCall } from '#libs/matching';
import { DATABASE_URL, Notifications } from '#libs/platform';
import type { Snapshot } from './snapshot.js';
import { SnapshotsService } from './snapshots.service.js';
import { takeSnapshot } from './take-snapshot.js';
import { suggestionsApp, type SuggestionsApp } from './testing/suggestions-app.js';

let running: SuggestionsApp;
let snapshots: SnapshotsService;
let themes: string[];
let codes: string[];

beforeAll(async () => {
  running = await suggestionsApp(DOMAIN_DATA);
  snapshots = running.app.get(SnapshotsService);
  themes = (await running.database.query<{ id: string }[]>('SELECT id FROM themes ORDER BY id')).map(({ id }) => id);
  codes = (await running.database.query<{ code: string }[]>('SELECT code FROM organisations ORDER BY code')).map(({ code }) => code);
});
afterAll(() => running.close());

const note = () => running.database.query('SELECT note_directory_change()');

/** What a process that starts now would read. */
const anew = (): Promise<Snapshot> => takeSnapshot(running.app.get(DATABASE_URL), new AbortController().signal);

function expectSame(one: Snapshot, other: Snapshot): void {
  expect(one.stamp).toBe(other.stamp);
  expect(serialize(one.index).equals(serialize(other.index))).toBe(true);
  // The database gives rows in the order in which they lie, and an edit moves them: both are looked up, never listed in order.
  const aroundOf = ({ candidates, codes: byId }: Snapshot) => ({
    candidates: new Map(Array.from(candidates.values(), (candidate) => [candidate.code, candidate])),
    byId,
  });
  expect(aroundOf(one)).toEqual(aroundOf(other));
  for (const { code } of one.changed.values()) expect(one.candidates.get(code)).toEqual(other.candidates.get(code));
}

const interests = fc.uniqueArray(fc.record({ theme: fc.nat(), strength: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8, selector: ({ theme }) => theme });
const edit = fc.record({ organisation: fc.nat(), offers: interests, seeks: interests, capacity: fc.option(fc.integer({ min: 0, max: 3 })) });
type Weights = readonly { readonly theme: number; readonly strength: number }[];

async function replaceInterests(code: string, wanted: Record<'OFFERS' | 'SEEKS', Weights>): Promise<void> {
  const id = await running.idOf('organisations', code);
  await running.database.query('DELETE FROM interests WHERE organisation_id = $1', [id]);
  for (const [direction, weights] of Object.entries(wanted)) {
    await running.database.query(
      `INSERT INTO interests (organisation_id, direction, theme_id, strength)
       SELECT $1, $2, theme, strength FROM unnest($3::text[], $4::int[]) AS given (theme, strength) ON CONFLICT DO NOTHING`,
      [id, direction, weights.map(({ theme }) => pick(themes, theme)), weights.map(({ strength }) => strength)],
    );
  }
}

const pick = (from: readonly string[], n: number): string => from[n % from.length]!;

describe('the snapshot', () => {
  it('after edits equals, bit by bit, one that is taken anew, and answers alike', async () => {
    await snapshots.current();
    for (const edits of fc.sample(fc.array(edit, { minLength: 1, maxLength: 6 }), { numRuns: 12, seed: 7 })) {
      for (const { organisation, offers, seeks, capacity } of edits) {
        const code = pick(codes, organisation);
        await replaceInterests(code, { OFFERS: offers, SEEKS: seeks });
        await running.change(code, `capacity = ${capacity ?? 'NULL'}`);
      }
      const [edited, fresh] = [await snapshots.current(), await anew()];
      expect(edited.changed.size).toBeGreaterThan(0);
      expectSame(edited, fresh);
      const answers = ({ index }: Snapshot) => matchCall(index, { id: 'any', themes: themes.slice(0, 3) })([pick(codes, 99)]).rank(50);
      expect(answers(edited)).toEqual(answers(fresh));
    }
  });

  it.each([
    ['a place', `nuts = NULL`],
    ['a code', `code = 'another-code'`],
  ])('is taken anew when %s has changed', async (_, set) => {
    await snapshots.current();
    await running.change('vives', set);
    expect((await snapshots.current()).changed.size).toBe(0);
    await running.database.query(`UPDATE organisations SET code = 'vives' WHERE code = 'another-code'`);
  });

  it('is taken anew when nobody knows what has changed, and when an organisation is gone', async () => {
    const [gone] = await running.database.query<{ id: string; code: string }[]>(
      `INSERT INTO organisations (code, name, country, source) SELECT 'gone', 'Gone', 'BE', source FROM attributions LIMIT 1 RETURNING id, code`,
    );
    await note();
    expect((await snapshots.current()).candidates.get('gone')).toBeDefined();
    await running.database.query('DELETE FROM organisations WHERE id = $1', [gone!.id]);
    await running.database.query('SELECT note_directory_change(ARRAY[$1::uuid])', [gone!.id]);
    expect((await snapshots.current()).candidates.get('gone')).toBeUndefined();
  });

  it('is taken anew when the list of changes does not reach back far enough', async () => {
    await running.change('vives', 'capacity = 2');
    await snapshots.current();
    await running.database.transaction(async (manager) => { // in one, lest the listener take up the change alone
      await manager.query(`UPDATE organisations SET capacity = 3 WHERE code = 'vives'`);
      await manager.query(`SELECT note_directory_change(array_agg(id)) FROM organisations WHERE code = 'vives'`);
      await manager.query('DELETE FROM directory_changes');
    });
    expect((await snapshots.current()).changed.size).toBe(0);
  });

  it('is taken once for all who ask at the same time, and kept while nothing changes', async () => {
    await note();
    const [taken, shared] = await Promise.all([snapshots.current(), snapshots.current()]);
    expect(taken).toBe(shared);
    expect(await snapshots.current()).toBe(taken);
    await note();
    expect(await snapshots.current()).not.toBe(taken);
  });

  it('is met when a change is told, before anybody asks', async () => {
    const before = await snapshots.soon();
    await running.change('vives', 'capacity = 5');
    const later = new Promise<void>((resolve) => void running.app.get(Notifications).listen('directory', () => { resolve(); }));
    await running.change('vives', 'capacity = 6');
    await later;
    expect(before.stamp).not.toBe((await snapshots.soon()).stamp);
  });
});

describe('while the whole directory is read anew', () => {
  /** Nobody reads organisations before the work is done. */
  async function withReadersHeld<T>(work: () => Promise<T>): Promise<T> {
    const runner = running.database.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE organisations');
      return await work();
    } finally {
      await runner.commitTransaction();
      await runner.release();
    }
  }

  it('the last one answers, after a while', async () => {
    const before = await snapshots.current();
    await note();
    expect(await withReadersHeld(() => snapshots.soon(10))).toBe(before);
    expect((await snapshots.current()).stamp).not.toBe(before.stamp);
  });

  it('a thread that fails is an error of those who wait for it, and is followed by another', async () => {
    const { stamp } = await snapshots.current();
    await withReadersHeld(async () => {
      await note();
      const failed = expect(snapshots.current()).rejects.toThrow();
      for (let killed = 0; killed === 0; ) killed = (await running.database.query<unknown[]>(WAITING)).length;
      await failed;
    });
    expect((await snapshots.current()).stamp).not.toBe(stamp);
  });
});

const WAITING = `
  SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'DECLARE streamed%'`;
