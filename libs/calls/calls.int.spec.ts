import { afterAll, describe, expect, it } from '@jest/globals';
import { connect, InvalidInput } from '#libs/platform';
import type { CallFilter } from './call-filter.js';
import { bundledDatabase, DOMAIN_DATA } from './testing/bundled-database.js';
import { servicesOn } from './testing/services.js';

const copy = await bundledDatabase(DOMAIN_DATA);
const database = await connect(copy.url);
const { calls, clock, milestones, programmes } = servicesOn(database);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const OCTOBER = new Date('2023-10-01T10:00:00Z');
const found = async (filter: CallFilter, now = OCTOBER): Promise<string[]> =>
  (await calls.calls(filter, { first: 100 }, now)).nodes.map(({ id }) => id);

describe('a list of calls', () => {
  it('has open calls first, the soonest to close before others, and no templates', async () => {
    const all = await found({});
    expect(all.slice(0, 2)).toEqual(['NCC-2023', 'EASI-HOMELESS-2023']);
    expect(all).toHaveLength(11);
    expect(all).not.toContain('TEMPLATE-HE-RIA');
  });

  it('is narrowed by state, which follows the clock to the second', async () => {
    expect(await found({ state: 'OPEN', search: 'ncc' })).toEqual(['NCC-2023']);
    expect(await found({ state: 'OPEN', search: 'ncc' }, new Date('2023-11-30T15:59:59Z'))).toEqual(['NCC-2023']);
    expect(await found({ state: 'OPEN', search: 'ncc' }, new Date('2023-11-30T16:00:00Z'))).toEqual([]);
  });

  it('is narrowed to what is open at another time', async () => {
    expect(await found({ openAt: new Date('2020-08-01T00:00:00Z'), search: 'competence centres' })).toEqual(['NCC-2020']);
  });

  it('is narrowed by words, theme and programme', async () => {
    expect(await found({ search: 'INNOVATIE zeeën' })).toEqual(['2SEAS-SO13']);
    expect(await found({ search: '%' })).toEqual([]);
    expect(await found({ theme: 'social-innovation' })).toContain('NCC-2023');
    expect(await found({ theme: 'social-innovation.capacity.mutual-learning' })).toContain('NCC-2023');
    expect(await found({ programme: 'ESF-NL-2014-2020' })).toEqual(['ESF-NL-SITS']);
  });

  it('is narrowed by the programme’s area and by where a track is', async () => {
    expect(await found({ country: 'GB' })).toEqual(['2SEAS-SO13']);
    expect(await found({ country: 'BE' })).toEqual(['NCC-2023', '2SEAS-SO13']);
    expect(await found({ region: 'BE234' })).toEqual(['NCC-2023', '2SEAS-SO13']);
    expect(await found({ region: 'BE3' })).toEqual([]);
    expect(await found({ country: 'PL' })).toEqual([]);
  });

  it.each([
    ['theme', { theme: 'nowhere' }],
    ['programme', { programme: 'nowhere' }],
    ['search', { search: 'a\0' }],
    ['country', { country: 'Belgium' }],
    ['region', { region: '%' }],
  ])('names the %s at fault', async (field, filter) => {
    await expect(found(filter)).rejects.toThrow(expect.objectContaining({ constructor: InvalidInput, field }));
  });

  it('can be walked page by page, each call once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await calls.calls({}, { first: 4, after }, OCTOBER);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(await found({}));
  });
});

describe('a call', () => {
  it('is found by its own id and its code, templates too', async () => {
    const ncc = await calls.call('NCC-2023');
    expect(ncc).toMatchObject({ budgetEur: 8_000_000, maxRate: 0.8, grantEur: { min: 500_000, max: 1_500_000 }, template: false });
    expect(await calls.call(ncc!.uuid)).toEqual(ncc);
    expect(await calls.call('TEMPLATE-HE-RIA')).toMatchObject({ template: true });
    expect(await calls.call('nowhere')).toBeUndefined();
  });

  it('knows what it builds on and what builds on it', async () => {
    const [older, newer] = [await calls.call('NCC-2020'), await calls.call('NCC-2023')];
    expect(newer?.predecessorUuid).toBe(older?.uuid);
    expect(older?.successorUuid).toBe(newer?.uuid);
  });

  it('has every date it ever had', async () => {
    const uuid = (await calls.resolveCallId('NCC-2020')) ?? '';
    const dates = (await milestones.ofCalls([uuid])).get(uuid) ?? [];
    const submission = dates.find(({ key }) => key === 'submission');
    expect(submission?.history.map(({ local }) => local)).toEqual(['2020-10-15', '2020-11-16', '2020-11-30']);
    expect(submission).toMatchObject({ revision: 3, exact: true, endsAt: new Date('2020-11-30T23:00:00Z') });
  });

  it('has tracks with a territory and a body', async () => {
    expect((await calls.call('NCC-2023'))?.tracks).toMatchObject([{ id: 'NCC-2023-VL', territory: 'BE2', bodyRole: 'RECOMMENDER' }]);
    expect(await calls.resolveTrackId('NCC-2023-VL')).toBeDefined();
    expect(await calls.resolveTrackId('nowhere')).toBeUndefined();
  });
});

describe('what later rooms ask', () => {
  it('is one record of a call as it stands now', async () => {
    await clock.set(OCTOBER);
    const record = await calls.record((await calls.resolveCallId('NCC-2023')) ?? '');
    expect(record).toMatchObject({
      code: 'NCC-2023',
      programme: { code: 'ESF-SI-PLUS-2021-2027' },
      predecessor: 'NCC-2020',
      bodies: ['esfa-lt', 'europa-wse'],
      dates: { state: 'OPEN', closesAt: new Date('2023-11-30T16:00:00Z') },
    });
    expect(record?.themes).toContain('social-innovation.capacity');
    expect(record?.ruleset).toMatchObject({ version: 1, countrySets: { EU27_2020: expect.arrayContaining(['BE']) } });
    expect(record?.ruleset.rules.map(({ id }) => id)).toContain('min-member-states');
  });

  it('has an area where the programme has one, and no rules where the call has none', async () => {
    const seas = await calls.record((await calls.resolveCallId('2SEAS-SO13')) ?? '');
    expect(seas?.area).toContain('UKJ2');
    await database.query(`INSERT INTO calls (code, programme_id, titles, source)
      SELECT 'RULELESS', id, '{"en": "No rules"}', 'Verbond' FROM programmes WHERE code = 'EASI'`);
    expect((await calls.record((await calls.resolveCallId('RULELESS')) ?? ''))?.ruleset).toEqual({ version: 0, rules: [], countrySets: {} });
    expect(await calls.record('01a20d76-9bb2-7101-abfc-7fb57633c6b8')).toBeUndefined();
  });

  it('is which calls are open', async () => {
    await clock.set(OCTOBER);
    const open = await calls.openCalls(OCTOBER);
    expect(open.slice(0, 2)).toMatchObject([
      { code: 'NCC-2023', closesAt: new Date('2023-11-30T16:00:00Z') },
      { code: 'EASI-HOMELESS-2023' },
    ]);
    expect(await calls.openCallIds()).toEqual(open.map(({ id }) => id));
  });
});

describe('programmes', () => {
  it('have their bodies and objectives', async () => {
    const seas = await programmes.programme('INTERREG-2-SEAS-2014-2020');
    expect(seas).toMatchObject({ funds: ['ERDF'], cci: '2014TC16RFCB038', periodStart: 2014, periodEnd: 2020 });
    expect(seas?.bodies).toMatchObject([{ role: 'JOINT_SECRETARIAT' }]);
    expect(seas?.objectives.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3', '2.1', '3.1', '4.1', '4.2']);
    expect(await programmes.programme('ESF-SI-PLUS-2021-2027')).toMatchObject({ budgetEur: 197_000_000 });
    expect(await programmes.programme('nowhere')).toBeUndefined();
    expect((await programmes.programmes()).map(({ id }) => id)).toContain('EASI');
  });
});
