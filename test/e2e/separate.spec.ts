import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceClock } from '../support/clock.js';
import { demoDatabase, inDatabase, rowsOf, type DemoDatabase } from '../support/demo-database.js';
import { openGate, type Gate } from '../support/gate.js';
import { graphql } from '../support/graphql.js';
import { killProcesses, type Settings } from '../support/processes.js';
import { followMatching } from '../support/progress.js';
import { hasRedis, startRedis, WITHOUT_REDIS, type TestRedis } from '../support/redis.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { suggestedPartners } from '../support/suggestions.js';
import { until } from '../support/until.js';
import { cleanUp, demoKeys, startProcess, type Verbond } from '../support/verbond.js';

afterAll(cleanUp);

/** Two apis and two workers on one database. */
interface Installation {
  readonly demo: DemoDatabase;
  readonly smtp: TestSmtp;
  readonly apis: readonly [Verbond, Verbond];
  readonly workers: readonly Omit<Verbond, 'keys'>[];
}

async function install(queue: Settings): Promise<Installation> {
  const demo = await demoDatabase();
  const smtp = await startSmtp();
  const settings = { ...demo.settings, ...queue, SMTP_URL: smtp.url };
  const keys = await demoKeys(settings);
  const kinds = ['api', 'api', 'worker', 'worker'] as const;
  const [one, two, ...workers] = await Promise.all(kinds.map((kind) => startProcess(kind, settings)));
  return { demo, smtp, apis: [{ ...one!, keys }, { ...two!, keys }], workers };
}

async function remove({ demo, smtp }: Installation): Promise<void> {
  await killProcesses();
  await smtp.stop();
  await demo.drop();
}

const ask = ({ url, keys }: Verbond, call: string) => suggestedPartners(url, call, 'stad-mechelen', keys.get('stad-mechelen'));

/** How many organisations have a row of suggestions in a call. */
async function storedFor({ url }: DemoDatabase, call: string): Promise<number> {
  const sql = `SELECT s.organisation_id FROM suggestions s JOIN calls c ON c.id = s.call_id WHERE c.code = '${call}'`;
  return (await rowsOf(url, sql)).length;
}

describe('with the queue in PostgreSQL', () => {
  let installed: Installation;
  beforeAll(async () => {
    installed = await install({});
  });
  afterAll(() => remove(installed));
  workTogether(() => installed);
});

(hasRedis ? describe : describe.skip)(`with the queue in Redis${hasRedis ? '' : ` (${WITHOUT_REDIS})`}`, () => {
  let redis: TestRedis;
  let installed: Installation;
  beforeAll(async () => {
    redis = await startRedis();
    installed = await install({ REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await remove(installed);
    await redis.stop();
  });
  workTogether(() => installed);

  it('the processes finish what a killed worker had begun', async () => {
    const { apis, workers, demo } = installed;
    await ask(apis[0], 'NCC-2020');
    const steps = await followMatching(apis[1].url, 'NCC-2020', ({ done, total }) => {
      if (0 < done && done < total) void workers[0]!.process.kill();
    });
    await workers[0]!.process.end();
    expect(await storedFor(demo, 'NCC-2020')).toBe(steps.at(-1)!.total);
  }, 90_000);
});

/** What holds whatever the queue. */
function workTogether(installation: () => Installation): void {
  it('the workers compute a call that one api was asked about, and the other api tells how far they are', async () => {
    const { apis, demo } = installation();
    const asked = await ask(apis[0], '2SEAS-SO13');
    const { done, total } = (await followMatching(apis[1].url, '2SEAS-SO13')).at(-1)!;
    expect(done).toBe(total);
    expect(await storedFor(demo, '2SEAS-SO13')).toBe(total);
    expect(await ask(apis[1], '2SEAS-SO13')).toEqual(asked);
  });

  it('a changed profile is in the next answer of the other api', async () => {
    const [{ url, keys }, other] = installation().apis;
    const { nodes } = await ask(other, '2SEAS-SO13');
    const { id } = nodes![0]!.organisation;
    const changeCapacity = async (capacity: number | null): Promise<void> => {
      const { data: read } = await graphql<{ organisation: { version: number } }>(url, 'query ($id: ID!) { organisation(id: $id) { version } }', { id });
      const { data } = await graphql(url, UPDATE, { id, input: { capacity, expectedVersion: read.organisation.version } }, keys.get('administrator'));
      expect(data).toEqual({ updateOrganisation: { __typename: 'Organisation' } });
    };
    await changeCapacity(0);
    const before = performance.now();
    const after = await ask(other, '2SEAS-SO13');
    expect(performance.now() - before).toBeLessThan(2000);
    expect(after.nodes!.map(({ organisation }) => organisation.id)).not.toContain(id);
    await changeCapacity(null);
    expect((await ask(other, '2SEAS-SO13')).nodes).toEqual(nodes);
  });

  it('every reminder is sent once, by the workers on their own and by an api on its way through time', async () => {
    const { apis, demo, smtp } = installation();
    await inDatabase(demo.url, (client) => client.query(FIRST_OF_OCTOBER));
    await until('the reminders of September that still matter', () => smtp.mails.length === 5);
    expect(await advanceClock(apis[0], '2023-12-01T00:00:00Z')).toEqual({ __typename: 'ClockReading' });
    const ids = smtp.mails.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(33);
    expect(new Set(ids).size).toBe(33);
  });

  it('all get over the loss of their connections', async () => {
    const { apis, workers, demo } = installation();
    await inDatabase(demo.url, (client) => client.query(CUT));
    for (const { url } of [...apis, ...workers]) await until(`${url} to be ready`, () => isReady(url));
    expect((await ask(apis[0], 'NCC-2023')).nodes).toHaveLength(20);
  });
}

const UPDATE = `mutation ($id: ID!, $input: UpdateOrganisationInput!) { updateOrganisation(id: $id, input: $input) { __typename } }`;

const FIRST_OF_OCTOBER = `UPDATE clock SET offset_by = timestamptz '2023-10-01T08:00Z' - clock_timestamp()`;

const CUT = `
  SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/health/ready`)).ok;

describe('while the database is out of reach', () => {
  let demo: DemoDatabase;
  let gate: Gate;
  let api: Verbond;

  beforeAll(async () => {
    demo = await demoDatabase();
    gate = await openGate(demo.url);
    const settings = { ...demo.settings, DATABASE_URL: gate.url };
    api = { ...(await startProcess('api', settings)), keys: await demoKeys(settings) };
  });
  afterAll(async () => {
    await api.process.kill();
    await gate.close();
    await demo.drop();
  });

  const codeOf = async (key?: string): Promise<unknown> =>
    (await graphql(api.url, '{ clock { mode } }', {}, key)).errors?.[0]?.extensions['code'];

  it('an api lives on, says so, and heals by itself', async () => {
    expect(await isReady(api.url)).toBe(true);
    await gate.close();
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(503);
    expect(await codeOf()).toBe('UNAVAILABLE');
    expect(await codeOf(api.keys.get('administrator'))).toBe('UNAVAILABLE');
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);

    await gate.open();
    await until('the api to be ready', () => isReady(api.url));
    expect(await codeOf(api.keys.get('administrator'))).toBeUndefined();
  });
});
