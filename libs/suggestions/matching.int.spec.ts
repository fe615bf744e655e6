import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { MatchingRuns } from './matching-runs.service.js';
import { MatchingService } from './matching.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { SuggestionsService } from './suggestions.service.js';
import { suggestionsApp, type SuggestionsApp } from './testing/suggestions-app.js';

const OLD_CALL = '2SEAS-SO13';
const NEW_CALL = 'NCC-2023';

let running: SuggestionsApp;
let matching: MatchingService;
let runs: MatchingRuns;

beforeAll(async () => {
  running = await suggestionsApp();
  matching = running.app.get(MatchingService);
  runs = running.app.get(MatchingRuns);
});
afterAll(() => running.close());
afterEach(() => running.forget());

const start = async (call: string, asked = false): Promise<void> => matching.startRun(await running.idOf('calls', call), asked);
const keepFirstChunks = (n: number) => running.database.query('DELETE FROM matching_chunks WHERE number >= $1', [n]);
const progressOf = async (call: string) => runs.progress(await running.idOf('calls', call));
const isBegun = async (call: string): Promise<boolean> => (await progressOf(call)).done > 0;
const member: Viewer = { personId: 'somebody', administrator: false, mandates: [] };

describe('the order of work', () => {
  it('is the newest call first', async () => {
    await start(OLD_CALL);
    await start(NEW_CALL);
    await matching.computeNext();
    expect([await isBegun(OLD_CALL), await isBegun(NEW_CALL)]).toEqual([false, true]);
  });

  it('is changed by a question: its call goes before all others, also when its run is there already', async () => {
    await start(OLD_CALL);
    await start(NEW_CALL);
    await start(OLD_CALL, true);
    await matching.computeNext();
    expect([await isBegun(OLD_CALL), await isBegun(NEW_CALL)]).toEqual([true, false]);
  });

  it('puts what looks for stale calls and what was asked before the chunks in the queue', async () => {
    await start(OLD_CALL);
    await running.app.get(SuggestionsService).suggestedPartners(COMMAND_LINE, NEW_CALL, 'vives', { first: 1 });
    const waiting = await running.database.query<{ name: string }[]>('SELECT name FROM outbox ORDER BY priority, id');
    expect(waiting.map(({ name }) => name).slice(0, 2)).toEqual(['asked', 'chunk']);
  });
});

describe('two workers', () => {
  it('do each chunk once between them', async () => {
    await start(OLD_CALL);
    await keepFirstChunks(3);
    const worker = async (): Promise<number> => {
      let done = 0;
      while (await matching.computeNext()) done += 1;
      return done;
    };
    const [one, other] = await Promise.all([worker(), worker()]);
    expect(one + other).toBe(3);
  });

  it('lose nothing and double nothing when one dies in the middle of a chunk: the next does it at once', async () => {
    await start(OLD_CALL);
    await keepFirstChunks(1);
    const dying = expect(matching.computeNext()).rejects.toThrow();
    for (let died = 0; died === 0; ) died = (await running.database.query<unknown[]>(CUT_WHO_COMPUTES)).length;
    await dying;
    expect(await running.database.query('SELECT FROM suggestions')).toEqual([]);
    expect(await matching.computeNext()).toBe(true);
    expect(await matching.computeNext()).toBe(false);
    const { done, total } = await progressOf(OLD_CALL);
    expect([done, (await running.database.query<unknown[]>('SELECT FROM suggestions')).length]).toEqual([total, total]);
  });
});

/** A process that is killed loses its connections; the database ends what they had begun. */
const CUT_WHO_COMPUTES = `
  SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
  WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE '%SKIP LOCKED%'`;

describe('cancelling', () => {
  it('stops at the chunk that is being done, which stores nothing any more, and can be taken back', async () => {
    await start(OLD_CALL);
    await keepFirstChunks(2);
    await matching.computeNext();
    const { done, total } = await progressOf(OLD_CALL);
    const underWay = matching.computeNext();
    expect(await matching.cancel(COMMAND_LINE, OLD_CALL)).toMatchObject({ done, total, cancelled: true });
    await underWay;
    expect(await matching.computeNext()).toBe(false);
    expect(await progressOf(OLD_CALL)).toMatchObject({ done, total, cancelled: true });
    const [{ stored }] = await running.database.query<[{ stored: number }]>('SELECT count(*)::int AS stored FROM suggestions');
    expect(stored).toBe(done);

    await start(OLD_CALL, true); // a question does not take it back
    expect(await matching.computeNext()).toBe(false);
    expect(await matching.start(COMMAND_LINE, OLD_CALL)).toMatchObject({ done, cancelled: false });
    while (await matching.computeNext());
    expect(await progressOf(OLD_CALL)).toMatchObject({ done: total, cancelled: false });
  });

  it('happens by itself when the data has changed: the newer run takes the place of the older', async () => {
    await start(OLD_CALL);
    await matching.computeNext();
    await running.database.query(`SELECT note_directory_change('{}')`);
    await start(OLD_CALL);
    expect((await progressOf(OLD_CALL)).done).toBe(0);
    const [{ runs: there }] = await running.database.query<[{ runs: number }]>('SELECT count(*)::int AS runs FROM matching_runs');
    expect(there).toBe(1);
  });

  it('is for administrators', async () => {
    await expect(matching.cancel(ANONYMOUS, OLD_CALL)).rejects.toThrow(Unauthenticated);
    await expect(matching.cancel(member, OLD_CALL)).rejects.toThrow(Forbidden);
    await expect(matching.start(member, OLD_CALL)).rejects.toThrow(Forbidden);
    await expect(matching.cancel(COMMAND_LINE, 'NCC-2099')).rejects.toThrow(NotFound);
  });
});

describe('jobs that were lost', () => {
  it('are made again when nothing was done for a minute', async () => {
    await start(OLD_CALL);
    await running.database.query('DELETE FROM outbox');
    await runs.wakeForgotten();
    expect(await running.database.query('SELECT FROM outbox')).toEqual([]);
    await running.database.query(`UPDATE matching_runs SET started_at = started_at - interval '2 minutes'`);
    await runs.wakeForgotten();
    const made = await running.database.query<{ name: string }[]>('SELECT name FROM outbox');
    const chunks = await running.database.query<object[]>('SELECT FROM matching_chunks');
    expect(made).toEqual(chunks.map(() => ({ name: 'chunk' })));
  });
});

describe('a new model', () => {
  it('answers with the rows of the old one, and says so, until its own are there', async () => {
    const ask = () => running.app.get(SuggestionsService).suggestedPartners(COMMAND_LINE, OLD_CALL, 'stad-mechelen', { first: 20 });
    await start(OLD_CALL);
    await running.keepChunkOf('stad-mechelen');
    await matching.computeNext();
    await running.database.query(`UPDATE suggestions SET model_version = '0', scores = ARRAY(SELECT score / 2 FROM unnest(scores) AS score)`);
    await running.database.query(`UPDATE matching_runs SET model_version = '0'`);
    const old = await ask();
    expect(old.stamps.model).toBe('0');
    expect(await running.database.query('SELECT name FROM outbox ORDER BY priority, id DESC LIMIT 1')).toEqual([{ name: 'asked' }]);
    await start(OLD_CALL, true);
    await running.keepChunkOf('stad-mechelen');
    await matching.computeNext();
    const fresh = await ask();
    expect(fresh.stamps.model).not.toBe('0');
    expect(fresh.nodes.map(({ id }) => id)).toEqual(old.nodes.map(({ id }) => id));
    expect(fresh.nodes.map(({ score }) => score)).toEqual(old.nodes.map(({ score }) => score * 2));
    expect([old.nodes[0]!.parts, fresh.nodes[0]!.parts.length > 0]).toEqual([[], true]);
  });
});

describe('an organisation that cannot be ranked', () => {
  it('is left out, and stops nobody else of its chunk', async () => {
    await start(OLD_CALL);
    await running.keepChunkOf('stad-mechelen');
    const broken = await running.idOf('organisations', 'stad-mechelen');
    const codes = (await running.app.get(SnapshotsService).current()).codes as Map<string, string>;
    codes.set(broken, 'in no index');
    while (await matching.computeNext());
    codes.set(broken, 'stad-mechelen');
    const { done, total } = await progressOf(OLD_CALL);
    const rows = await running.database.query<{ organisation_id: string }[]>('SELECT organisation_id FROM suggestions');
    expect([done, rows.length]).toEqual([total, total - 1]);
    expect(rows.map(({ organisation_id: id }) => id)).not.toContain(broken);
  });

  it('does not get so far when it came past all checks: what cannot be used is not read', async () => {
    await running.database.query('ALTER TABLE interests DROP CONSTRAINT interests_theme_id_fkey, DROP CONSTRAINT interests_strength_check');
    await running.database.query(
      `INSERT INTO interests (organisation_id, theme_id, direction, strength)
       SELECT $1::uuid, n::text, 'OFFERS', 1 FROM generate_series(1, 5000) AS n UNION ALL SELECT $1::uuid, min(id), 'SEEKS', 32767 FROM themes`,
      [await running.idOf('organisations', 'stad-mechelen')],
    );
    await running.change('stad-mechelen', 'website = NULL');
    await start(OLD_CALL);
    await running.keepChunkOf('stad-mechelen');
    while (await matching.computeNext());
    const rows = await running.database.query<{ worst: number }[]>(
      'SELECT max(score) AS worst FROM suggestions, unnest(scores) AS score GROUP BY organisation_id',
    );
    expect(rows).toHaveLength((await progressOf(OLD_CALL)).total);
    expect(Math.max(...rows.map(({ worst }) => worst))).toBeLessThanOrEqual(1);
  });
});
