import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { MatchingRuns } from './matching-runs.service.js';
import { MatchingService } from './matching.service.js';
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
    const { chunks } = (await running.database.query<[{ chunks: number }]>('SELECT count(*)::int AS chunks FROM matching_chunks'))[0];
    expect(chunks).toBeGreaterThan(2);
    const worker = async (): Promise<number> => {
      let done = 0;
      while (await matching.computeNext()) done += 1;
      return done;
    };
    const [one, other] = await Promise.all([worker(), worker()]);
    expect(one + other).toBe(chunks);
  });
});

describe('cancelling', () => {
  it('stops at the chunk that is being done, which stores nothing any more, and can be taken back', async () => {
    await start(OLD_CALL);
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
    await running.drain();
    const { done, total } = await progressOf(OLD_CALL);
    expect(done).toBe(total);
  });
});

describe('a new model', () => {
  it('answers with the rows of the old one, and says so, until its own are there', async () => {
    const ask = () => running.app.get(SuggestionsService).suggestedPartners(COMMAND_LINE, OLD_CALL, 'stad-mechelen', { first: 20 });
    await ask();
    await running.drain();
    await running.database.query(`UPDATE suggestions SET model_version = '0', scores = ARRAY(SELECT score / 2 FROM unnest(scores) AS score)`);
    await running.database.query(`UPDATE matching_runs SET model_version = '0'`);
    const old = await ask();
    expect(old.stamps.model).toBe('0');
    await running.drain();
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
    const broken = await running.idOf('organisations', 'stad-mechelen');
    const { index, codes } = await running.app.get(SuggestionsService)['snapshots'].current();
    index.offers.weight.fill(Number.NaN, index.offers.start[index.position.get(codes.get(broken)!)!]);
    while (await matching.computeNext());
    expect((await progressOf(OLD_CALL)).done).toBeGreaterThan(500);
  });
});
