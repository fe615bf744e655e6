import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMAND_LINE } from '#libs/accounts';
import { DOMAIN_DATA } from '#libs/calls';
import { Clock, InvalidInput } from '#libs/platform';
import { AnswersService } from './answers.service.js';
import { MatchingService } from './matching.service.js';
import { NothingKept } from './nothing-kept.js';
import { SuggestionsService, type PartnerAnswer } from './suggestions.service.js';
import { suggestionsApp, type SuggestionsApp } from './testing/suggestions-app.js';

const CALL = 'NCC-2023';
const ASKER = 'sociale-innovatiefabriek';

let running: SuggestionsApp;
let clock: Clock;
let answers: AnswersService;
let matching: MatchingService;

beforeAll(async () => {
  running = await suggestionsApp(DOMAIN_DATA);
  clock = running.app.get(Clock);
  answers = running.app.get(AnswersService);
  matching = running.app.get(MatchingService);
});
afterAll(() => running.close());
afterEach(() => running.forget());

const ask = (asOf?: Date, first = 20): Promise<PartnerAnswer> =>
  running.app.get(SuggestionsService).suggestedPartners(COMMAND_LINE, CALL, ASKER, { first }, asOf && { asOf });

/** What was said, without the reasons. */
const said = ({ nodes, stamps, answeredAt }: PartnerAnswer) => ({
  rows: nodes.map(({ rank, id, score }) => ({ rank, id, score })),
  stamps,
  answeredAt,
});

/** Takes the first of an answer out of the running, and puts it back afterwards. */
async function withoutTheFirst<T>({ nodes: [first] }: PartnerAnswer, work: () => Promise<T>): Promise<T> {
  await running.change(first!.organisation, 'capacity = 0');
  try {
    return await work();
  } finally {
    await running.change(first!.organisation, 'capacity = NULL');
  }
}
const later = async (days: number): Promise<void> => running.setClock(new Date((await clock.now()).getTime() + days * 86_400_000));

describe('an answer of the past', () => {
  it('is the one that was given then: rows, scores, ranks, model and stamp', async () => {
    const before = await ask();
    await later(1);
    await withoutTheFirst(before, async () => {
      const after = await ask();
      expect(after.nodes[0]).not.toEqual(before.nodes[0]);
      const halfWay = new Date((before.answeredAt.getTime() + after.answeredAt.getTime()) / 2);
      for (const moment of [before.answeredAt, halfWay]) expect(said(await ask(moment))).toEqual(said(before));
      expect(said(await ask(after.answeredAt))).toEqual(said(after));
      expect((await ask(halfWay)).nodes.flatMap(({ parts }) => parts)).toEqual([]);
    });
  });

  it('is given page by page as a whole', async () => {
    const { answeredAt } = await ask(undefined, 50);
    const first = await ask(answeredAt, 50);
    const second = await running.app
      .get(SuggestionsService)
      .suggestedPartners(COMMAND_LINE, CALL, ASKER, { first: 50, after: first.pageInfo.endCursor }, { asOf: answeredAt });
    const whole = await ask(answeredAt, 100);
    expect([...first.nodes, ...second.nodes]).toEqual(whole.nodes);
    expect(whole.pageInfo.hasNextPage).toBe(false);
  });

  it('is noted once, whoever asks how often', async () => {
    const all = await Promise.all([ask(), ask(), ask()]);
    await matching.startRun(await running.idOf('calls', CALL));
    await running.keepChunkOf(ASKER);
    await matching.computeNext(); // now it is stored, and the same
    expect(await running.database.query('SELECT FROM suggestions WHERE organisation_id = $1', [await running.idOf('organisations', ASKER)])).toHaveLength(1);
    all.push(await ask());
    const rows = await running.database.query<{ answered_at: Date }[]>('SELECT answered_at FROM answers');
    expect(rows).toHaveLength(1);
    expect(all.at(-1)!.answeredAt).toEqual(rows[0]!.answered_at);
  });

  it('is refused by name where there was none, and before it comes', async () => {
    const { answeredAt } = await ask();
    const none = ask(new Date(answeredAt.getTime() - 1));
    await expect(none).rejects.toThrow(NothingKept);
    await expect(none).rejects.toMatchObject({ code: 'NOT_KEPT', call: CALL, organisation: ASKER });
    await expect(ask(new Date('2100-01-01T00:00:00Z'))).rejects.toThrow(InvalidInput);
  });
});

describe('pruning', () => {
  it('lets go of an answer 90 days after another took its place, not of the one that stands', async () => {
    const before = await ask();
    await later(1);
    const after = await withoutTheFirst(before, () => ask());
    await later(89);
    expect(await answers.prune()).toBe(0);
    expect(said(await ask(before.answeredAt))).toEqual(said(before));
    await later(2);
    expect(await answers.prune()).toBe(1);
    await expect(ask(before.answeredAt)).rejects.toThrow(NothingKept);
    expect(said(await ask(after.answeredAt))).toEqual(said(after));
  });

  it('goes on past answers that are referred to, batch by batch', async () => {
    const old = 1201;
    await running.database.query(
      `INSERT INTO answers (call_id, organisation_id, mix, partners, scores, data_stamp, ruleset_version, model_version, demand_version, answered_at, replaced_at)
       SELECT $1, $2, 'BALANCED', '{}', '{}', n::text, 1, '1', 0, verbond_now() - interval '200 days', verbond_now() - interval '100 days'
       FROM generate_series(1, $3::int) AS n`,
      [await running.idOf('calls', CALL), await running.idOf('organisations', ASKER), old],
    );
    const [track] = await running.database.query<{ id: string }[]>('SELECT id FROM tracks LIMIT 1');
    await running.database.query(
      `WITH list AS (INSERT INTO shortlists (track_id, name, made_at) VALUES ($1, 'Kept', verbond_now()) RETURNING id)
       INSERT INTO shortlist_entries (shortlist_id, organisation_id, suggested_for, position, added_at, answer_id)
       SELECT list.id, o.id, $2, row_number() OVER (), verbond_now(), a.id FROM list,
         (SELECT id, row_number() OVER (ORDER BY id) AS n FROM organisations ORDER BY id LIMIT 3) o
         JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM answers WHERE data_stamp IN ('1', '2', '700')) a USING (n)`,
      [track!.id, await running.idOf('organisations', ASKER)],
    );
    expect(await answers.prune()).toBe(old - 3);
    expect(await answers.prune()).toBe(0);
    await running.database.query('DELETE FROM shortlists');
    expect(await answers.prune()).toBe(3);
  });
});
