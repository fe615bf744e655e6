import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import type { Mix } from '#libs/matching';
import { Forbidden, InvalidInput, Language, NotFound, Unauthenticated } from '#libs/platform';
import { MatchingRuns } from './matching-runs.service.js';
import { MatchingService } from './matching.service.js';
import { NotEligible } from './not-eligible.js';
import { SuggestionsService, type PartnerAnswer } from './suggestions.service.js';
import { WhyNotService } from './why-not.service.js';
import { suggestionsApp, type SuggestionsApp } from './testing/suggestions-app.js';

let running: SuggestionsApp;
let service: SuggestionsService;
let matching: MatchingService;
let runs: MatchingRuns;

beforeAll(async () => {
  running = await suggestionsApp();
  service = running.app.get(SuggestionsService);
  matching = running.app.get(MatchingService);
  runs = running.app.get(MatchingRuns);
});
afterAll(() => running.close());
beforeEach(async () => {
  await running.forget();
});

const ask = (call: string, organisation: string, first = 20, after: string | null = null, viewer: Viewer = COMMAND_LINE) =>
  service.suggestedPartners(viewer, call, organisation, { first, after });

async function one<T>(sql: string, ...parameters: unknown[]): Promise<T> {
  const [row] = await running.database.query<T[]>(sql, parameters);
  return row!;
}
const idOf = (code: string) => running.idOf('organisations', code);
const callIdOf = (code: string) => running.idOf('calls', code);

const cursor = (key: string): string => Buffer.from(key).toString('base64url');

const codes = (answer: PartnerAnswer): string[] => answer.nodes.map(({ organisation }) => organisation);
async function countriesOf(answer: PartnerAnswer): Promise<string[]> {
  const { countries } = await one<{ countries: string[] }>(
    'SELECT array_agg(country ORDER BY country) AS countries FROM organisations WHERE code = ANY($1)',
    codes(answer),
  );
  return countries;
}
const projectsBehind = (answer: PartnerAnswer): string[] =>
  answer.nodes.flatMap(({ parts }) => parts.flatMap(({ evidence }) => evidence.flatMap((item) => (item.kind === 'project' ? [item.id] : []))));

describe('suggested partners on real data', () => {
  it('for Stad Mechelen in 2 Seas come from abroad, the UK included, with themes and past projects as reasons', async () => {
    const answer = await ask('2SEAS-SO13', 'stad-mechelen');
    const countries = await countriesOf(answer);
    expect(countries.filter((country) => country !== 'BE').length).toBeGreaterThanOrEqual(10);
    expect(countries).toContain('GB');
    expect(new Set(countries)).toEqual(new Set(['BE', 'FR', 'GB', 'NL']));
    expect(projectsBehind(answer)).toContain('2S-FLAVOUR');
    expect(answer.call.dates).toMatchObject({ state: 'CLOSED', closedSince: new Date('2020-04-07T22:00:00Z') });
  });

  it('are scores that their parts add up to, in falling order within their tier, never the asker', async () => {
    const answer = await ask('NCC-2023', 'sociale-innovatiefabriek', 100);
    const scores = answer.nodes.map(({ tier, score }) => (tier === 'MET' ? 1 : 0) + score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { score, parts } of answer.nodes) {
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
    }
    expect(codes(answer)).not.toContain('sociale-innovatiefabriek');
  });

  it('leave out the bodies of the call, other countries than count, and organisations at capacity', async () => {
    const before = codes(await ask('NCC-2023', 'sociale-innovatiefabriek', 100));
    expect(before).not.toContain('europa-wse'); // recommends on the Flemish track
    expect(before).not.toContain('esfa-lt'); // grants the call
    expect(before).not.toContain('gcu-uk'); // the United Kingdom is no Member State
    expect(before).toContain('avise');
    // Capacity is in running projects: none of Avise's runs in September 2023, so only 0 is full.
    await running.change('avise', 'capacity = 1');
    expect(codes(await ask('NCC-2023', 'sociale-innovatiefabriek', 100))).toContain('avise');
    await running.change('avise', 'capacity = 0');
    expect(codes(await ask('NCC-2023', 'sociale-innovatiefabriek', 100))).not.toContain('avise');
    await running.change('avise', 'capacity = NULL');
  });

  it('can be read page by page, beyond what is stored too', async () => {
    const whole = await ask('NCC-2023', 'sociale-innovatiefabriek', 100);
    const first = await ask('NCC-2023', 'sociale-innovatiefabriek', 40);
    const second = await ask('NCC-2023', 'sociale-innovatiefabriek', 60, first.pageInfo.endCursor);
    expect([...codes(first), ...codes(second)]).toEqual(codes(whole));
    const beyond = await ask('NCC-2023', 'sociale-innovatiefabriek', 5, whole.pageInfo.endCursor);
    expect(beyond.nodes.map(({ rank }) => rank)).toEqual([101, 102, 103, 104, 105]);
  });
});

describe('the order of partners', () => {
  it('puts who may join before those of whom it is not known, whatever the scores', async () => {
    const { nodes } = await ask('ESF-NL-SITS', 'gemeente-goes', 100);
    const tiers = nodes.map(({ tier }) => tier);
    expect(tiers).toEqual([...tiers.filter((tier) => tier === 'MET'), ...tiers.filter((tier) => tier === 'UNKNOWN')]);
    for (const { probability } of nodes) expect(probability).toBeGreaterThan(0);
  });

  it('puts first, for a draft, who closes most of the rules that it fails (scenario 4)', async () => {
    const options = { members: ['stad-mechelen', 'vives'] };
    const { nodes } = await service.suggestedPartners(COMMAND_LINE, '2SEAS-SO13', 'stad-brugge', { first: 100 }, options);
    expect(nodes[0]!.closes).toEqual(['two-member-states', 'uk-partner']);
    const order = nodes.map(({ tier, closes }) => (tier === 'MET' ? 0 : 10) - closes!.length);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const found = nodes.map(({ organisation }) => organisation);
    expect(found.filter((code) => ['stad-brugge', 'stad-mechelen', 'vives'].includes(code))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(['bhfp-uk', 'fareshare-sussex', 'feedback-uk']));
    const asOf = service.suggestedPartners(COMMAND_LINE, '2SEAS-SO13', 'stad-brugge', { first: 5 }, { ...options, asOf: new Date('2023-09-04') });
    await expect(asOf).rejects.toThrow(InvalidInput);
    const twice = service.suggestedPartners(COMMAND_LINE, '2SEAS-SO13', 'stad-brugge', { first: 5 }, { members: ['vives', 'vives'] });
    await expect(twice).rejects.toThrow('members[2].organisationId');
  });

  it('shows as many newcomers as the mix says, each with what lifted it', async () => {
    const isNewcomer = async (code: string) =>
      (await running.database.query<object[]>('SELECT FROM participations m JOIN organisations o ON o.id = m.organisation_id WHERE o.code = $1', [code])).length === 0;
    const answerWith = (mix: Mix) => service.suggestedPartners(COMMAND_LINE, '2SEAS-SO13', 'stad-mechelen', { first: 24 }, { mix });
    const newcomersOf = async (mix: Mix) => Promise.all(codes(await answerWith(mix)).map(isNewcomer));
    expect((await newcomersOf('NEW_FACES')).filter(Boolean).length).toBeGreaterThanOrEqual(12);
    expect((await newcomersOf('BALANCED')).filter(Boolean).length).toBeGreaterThanOrEqual(2);
    expect(codes(await answerWith('BALANCED'))).toEqual(codes(await ask('2SEAS-SO13', 'stad-mechelen', 24)));

    const { nodes, answeredAt } = await answerWith('NEW_FACES');
    const lifted = nodes.filter(({ parts }) => parts.some(({ signal }) => signal === 'newcomer'));
    expect(lifted.length).toBeGreaterThan(0);
    for (const { score, parts } of nodes) expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
    const then = await service.suggestedPartners(COMMAND_LINE, '2SEAS-SO13', 'stad-mechelen', { first: 24 }, { mix: 'NEW_FACES', asOf: answeredAt });
    expect(codes(then)).toEqual(nodes.map(({ organisation }) => organisation));
  });

  it('prices who was suggested to more askers than it can answer, from the next computation on', async () => {
    const before = await ask('2SEAS-SO13', 'stad-mechelen');
    const [first] = before.nodes;
    const askers = (count: number) =>
      running.database.query(
        `INSERT INTO answers (call_id, organisation_id, mix, partners, scores, data_stamp, ruleset_version, model_version, demand_version)
         SELECT $1, id, 'PROVEN', ARRAY[$2::uuid], '{1}', 'x', 1, 'x', 0 FROM (SELECT id FROM organisations ORDER BY id LIMIT $3) AS others`,
        [before.call.id, first!.id, count],
      );
    await askers(38);
    await matching.startRun(before.call.id);
    expect((await ask('2SEAS-SO13', 'stad-mechelen')).stamps).toEqual(before.stamps); // with this asker 39, not yet twice 20
    await running.database.query(`DELETE FROM answers WHERE mix = 'PROVEN'`);
    await askers(80);
    await matching.startRun(before.call.id);
    const after = await ask('2SEAS-SO13', 'stad-mechelen', 100);
    expect(after.stamps).toEqual({ ...before.stamps, demand: 1 });
    const priced = after.nodes.find(({ id }) => id === first!.id)!;
    const price = priced.parts.find(({ signal }) => signal === 'congestion')!;
    expect(price).toMatchObject({ value: 2, evidence: [{ kind: 'note', role: 'askers' }] });
    expect(priced.score).toBeCloseTo(first!.score + price.contribution, 9);
    expect(price.contribution).toBeLessThan(0);
  });
});

describe('why not', () => {
  const whyNot = (call: string, organisation: string, candidate: string, language = Language.EN) =>
    running.app.get(WhyNotService).whyNot(COMMAND_LINE, call, organisation, candidate, language);

  it('says which rule leaves an organisation out, or that it has no room', async () => {
    expect(await whyNot('NCC-2023', 'sociale-innovatiefabriek', 'gcu-uk')).toMatchObject({ leftOut: [expect.any(String)], gaps: [], raises: [] });
    await running.change('avise', 'capacity = 0');
    expect((await whyNot('NCC-2023', 'sociale-innovatiefabriek', 'avise', Language.FR)).leftOut).toEqual(['Porte autant de projets qu’elle a dit pouvoir porter.']);
    await running.change('avise', 'capacity = NULL');
  });

  it('says where a candidate stands, what it lacks, and what would raise it', async () => {
    const { nodes } = await ask('2SEAS-SO13', 'stad-mechelen', 60);
    const last = nodes.at(-1)!;
    const told = await whyNot('2SEAS-SO13', 'stad-mechelen', last.organisation);
    expect(told).toMatchObject({ leftOut: [], rank: 60, tier: last.tier, score: last.score });
    expect(told.gaps.length).toBeGreaterThan(0);
    for (const { contribution, firstTwenty } of told.gaps) expect(firstTwenty).toBeGreaterThan(contribution);
    expect(told.raises.length).toBeGreaterThan(0);
    for (const { rank, text } of told.raises) {
      expect(rank).toBeLessThan(60);
      expect(text).toMatch(new RegExp(`^If it (offered|sought) .+, it would be at place ${rank} instead of 60\\.$`));
    }
  });

  it('refuses the asker itself and whom the viewer may not see', async () => {
    await expect(whyNot('NCC-2023', 'vives', 'vives')).rejects.toThrow(InvalidInput);
    await expect(whyNot('NCC-2023', 'vives', 'nobody')).rejects.toThrow('Nothing was found for candidateId "nobody".');
  });
});

describe('who may ask', () => {
  it('is a visitor nowhere, a member for its own organisation, an administrator for all', async () => {
    const member: Viewer = { personId: 'somebody', administrator: false, mandates: [{ organisationId: await idOf('stad-mechelen'), role: 'MEMBER' }] };
    await expect(ask('2SEAS-SO13', 'stad-mechelen', 5, null, ANONYMOUS)).rejects.toThrow(Unauthenticated);
    await expect(ask('2SEAS-SO13', 'vives', 5, null, member)).rejects.toThrow(Forbidden);
    expect((await ask('2SEAS-SO13', 'stad-mechelen', 5, null, member)).nodes).toHaveLength(5);
  });

  it('learns nothing of a hidden organisation', async () => {
    const member: Viewer = { personId: 'somebody', administrator: false, mandates: [] };
    await running.database.query(`UPDATE organisations SET public = false WHERE code = 'vives'`);
    const hidden = ask('2SEAS-SO13', 'vives', 5, null, member);
    await expect(hidden).rejects.toThrow(NotFound);
    await expect(hidden).rejects.toThrow('Nothing was found for organisationId "vives".');
    await running.database.query(`UPDATE organisations SET public = true WHERE code = 'vives'`);
  });

  it('hears why, when it is refused', async () => {
    await expect(ask('NCC-2023', 'europa-wse')).rejects.toThrow(NotEligible);
    await expect(ask('NCC-2099', 'vives')).rejects.toThrow(NotFound);
    await expect(ask('NCC-2023', 'nobody')).rejects.toThrow(NotFound);
    for (const first of [-1, 0, 1.5, 1e9]) await expect(ask('NCC-2023', 'vives', first)).rejects.toThrow(InvalidInput);
    for (const place of ['forged', '[]', '[-1]', '[0]', '[0.5]', '[1e400]', '["3"]', '[1,2]']) {
      await expect(ask('NCC-2023', 'vives', 5, cursor(place))).rejects.toThrow('after: is not a cursor of this list.');
    }
    expect(await ask('NCC-2023', 'vives', 5, cursor('[1000000000000]'))).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  });

  it('is told that it may join, not lead (scenario 8)', async () => {
    const { standing } = await ask('ESF-NL-SITS', 'erasmus-university', 1);
    expect([standing.join.verdict, standing.lead.verdict]).toEqual(['MET', 'NOT_MET']);
    expect((await ask('ESF-NL-SITS', 'gemeente-goes', 1)).standing.lead.verdict).not.toBe('NOT_MET');
  });
});

describe('stored suggestions', () => {
  it('are computed for the whole call after the first question, and answer as ranking now does', async () => {
    const onDemand = await ask('2SEAS-SO13', 'stad-mechelen');
    await running.drain();
    const progress = await runs.progress(await callIdOf('2SEAS-SO13'));
    expect(progress.done).toBe(progress.total);
    expect(progress.total).toBeGreaterThan(500);
    const { stored } = await one<{ stored: number }>('SELECT count(*)::int AS stored FROM suggestions');
    expect(stored).toBe(progress.total);
    expect(await ask('2SEAS-SO13', 'stad-mechelen')).toEqual(onDemand);
  });

  it('are read, not ranked again, while the data is the same', async () => {
    const { stamps } = await ask('2SEAS-SO13', 'stad-mechelen');
    await running.database.query(
      `INSERT INTO suggestions (call_id, organisation_id, partners, scores, data_stamp, ruleset_version, model_version, demand_version)
       VALUES ($1, $2, ARRAY[$3::uuid], ARRAY[1], $4, $5, $6, 0)`,
      [await callIdOf('2SEAS-SO13'), await idOf('stad-mechelen'), await idOf('panier-de-la-mer'), stamps.data, stamps.ruleset, stamps.model],
    );
    expect(codes(await ask('2SEAS-SO13', 'stad-mechelen'))).toEqual(['panier-de-la-mer']);
    await running.database.query(`SELECT note_directory_change('{}')`);
    expect((await ask('2SEAS-SO13', 'stad-mechelen')).nodes).toHaveLength(20);
  });

  it('do not differ when a chunk is done twice, or by a worker that died before', async () => {
    await matching.startRun(await callIdOf('2SEAS-SO13'));
    await matching.computeNext();
    const stored = 'SELECT organisation_id, partners, scores, data_stamp, ruleset_version, model_version FROM suggestions ORDER BY organisation_id';
    const before = await running.database.query<object[]>(stored);
    expect(before.length).toBeGreaterThan(0);
    await running.database.query('UPDATE matching_chunks SET done_at = NULL');
    await matching.computeNext();
    expect(await running.database.query(stored)).toEqual(before);
  });

  it('are started once, by whoever comes first', async () => {
    const call = await callIdOf('2SEAS-SO13');
    await Promise.all([matching.startRun(call), matching.startRun(call), matching.startRun(call)]);
    const { runs } = await one<{ runs: number }>('SELECT count(*)::int AS runs FROM matching_runs');
    expect(runs).toBe(1);
  });

  it('are computed for a call when it opens', async () => {
    await matching.refreshStale();
    const opened = await running.database.query<{ code: string }[]>('SELECT c.code FROM matching_runs r JOIN calls c ON c.id = r.call_id');
    expect(opened.map(({ code }) => code)).toContain('NCC-2023');
    expect(opened.map(({ code }) => code)).not.toContain('EASI-HOMELESS-2023');
    await running.setClock(new Date('2023-09-14T08:00:00Z'));
    await matching.refreshStale();
    const later = await running.database.query<{ code: string }[]>('SELECT c.code FROM matching_runs r JOIN calls c ON c.id = r.call_id');
    expect(later.map(({ code }) => code)).toContain('EASI-HOMELESS-2023');
  });
});

describe('past projects', () => {
  it('count from their start on', async () => {
    const future = ['NCC23-INSISST', 'NCC23-SEED2SCALE', 'NCC23-ESIA2', 'NCC23-SIPLUS2', 'NCC23-BIRDS'];
    const now = projectsBehind(await ask('NCC-2023', 'sociale-innovatiefabriek', 100));
    expect(now.filter((project) => future.includes(project))).toEqual([]);
    await running.setClock(new Date('2024-08-01T00:00:00Z'));
    const later = projectsBehind(await ask('NCC-2023', 'sociale-innovatiefabriek', 100));
    expect(later).toContain('NCC23-INSISST');
  });
});
