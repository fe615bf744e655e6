import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseServerOf, emptyFolder } from '../support/data-folder.js';
import { failedStart, refusal } from '../support/failed-start.js';
import { graphql } from '../support/graphql.js';
import { evidenceOf, suggestedPartners, type Suggested } from '../support/suggestions.js';
import { until } from '../support/until.js';
import { cleanUp, runCli, startVerbond, type Verbond } from '../support/verbond.js';

const folder = emptyFolder();
let verbond: Verbond;

beforeAll(async () => {
  verbond = await startVerbond({ VERBOND_DATA: folder });
});
afterAll(cleanUp);

const keyOf = (handle: string): string => verbond.keys.get(handle)!;

describe('a member of a city looks for partners', () => {
  let answer: Suggested;

  beforeAll(async () => {
    answer = await suggestedPartners(verbond.url, '2SEAS-SO13', 'stad-mechelen', keyOf('stad-mechelen'));
  });

  it('finds at least ten in other countries, across the Channel too', () => {
    const countries = answer.nodes!.map(({ organisation }) => organisation.country);
    expect(countries.filter((country) => country !== 'BE').length).toBeGreaterThanOrEqual(10);
    expect(countries).toContain('GB');
  });

  it('reads why: themes of the call, and projects done together', () => {
    const told = evidenceOf(answer).map(({ text }) => text);
    expect(told).toContainEqual('Offers a theme of the call: Poverty reduction.');
    expect(told).toContainEqual(expect.stringMatching(/^Was in FLAVOUR \(2018–2022\) with you, /));
  });

  it('sees scores that are the sums of their parts, best first', () => {
    const partners = answer.nodes!;
    for (const { score, parts } of partners) {
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 12);
    }
    expect(partners.map(({ rank }) => rank)).toEqual(partners.map((_, i) => i + 1));
    const scores = partners.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, two) => two - one));
  });

  it('is told of no project that began after the day of the demo', async () => {
    const competence = await suggestedPartners(verbond.url, 'NCC-2023', 'sociale-innovatiefabriek', keyOf('sociale-innovatiefabriek'), 100);
    const projects = new Set([...evidenceOf(answer), ...evidenceOf(competence)].flatMap(({ kind, id }) => (kind === 'PROJECT' ? [id] : [])));
    const fields = [...projects].map((id, i) => `p${i}: project(id: ${JSON.stringify(id)}) { startsOn }`);
    const { data } = await graphql<Record<string, { startsOn: string }>>(verbond.url, `{ ${fields.join(' ')} }`);
    const starts = Object.values(data).map(({ startsOn }) => startsOn);
    expect(starts.length).toBeGreaterThan(5);
    expect(starts.filter((start) => start > '2023-09-04')).toEqual([]);
  });

  it('must say who it is, and asks for its own organisation only', async () => {
    const anonymous = await suggestedPartners(verbond.url, '2SEAS-SO13', 'stad-mechelen');
    expect(anonymous).toEqual({ __typename: 'Unauthenticated', code: 'UNAUTHENTICATED' });
    const other = await suggestedPartners(verbond.url, '2SEAS-SO13', 'stad-mechelen', keyOf('rethink-ireland'));
    expect(other).toEqual({ __typename: 'Forbidden', code: 'FORBIDDEN' });
  });
});

describe('the call of the announcement', () => {
  it('is open on the first day of the demo', async () => {
    const { data } = await graphql(verbond.url, '{ call(id: "NCC-2023") { state closesAt } }');
    expect(data).toEqual({ call: { state: 'OPEN', closesAt: '2023-11-30T16:00:00.000Z' } });
  });

  it('has the same partners on the command line as over GraphQL, beside the running process', async () => {
    const { code, stdout } = await runCli(
      ['suggest', '--call', 'NCC-2023', '--for', 'sociale-innovatiefabriek', '--json'],
      { VERBOND_DATA: folder },
    );
    expect(code).toBe(0);
    const asked = await suggestedPartners(verbond.url, 'NCC-2023', 'sociale-innovatiefabriek', keyOf('sociale-innovatiefabriek'));
    expect(JSON.parse(stdout)).toEqual({
      call: 'NCC-2023',
      organisation: 'sociale-innovatiefabriek',
      stamps: asked.stamps,
      partners: asked.nodes!.map(({ organisation, parts, ...partner }) => ({ ...partner, ...organisation, parts: parts.map(inTheCommandsWords) })),
    });
  });
});

const inTheCommandsWords = ({ signal, contribution, evidence }: NonNullable<Suggested['nodes']>[number]['parts'][number]) => ({
  signal: signal.toLowerCase(),
  contribution,
  evidence: evidence.map(({ kind, ...item }) => ({ kind: kind.toLowerCase(), ...item })),
});

describe('what a running Verbond shows beside its answers', () => {
  const page = async (path: string) => {
    const response = await fetch(`${verbond.url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  it('says that it lives and can serve', async () => {
    expect((await page('/health/live')).status).toBe(200);
    expect((await page('/health/ready')).status).toBe(200);
  });

  it('counts what it does', async () => {
    expect((await page('/metrics')).text).toMatch(/^verbond_graphql_operations_total\{outcome="answered"\} [1-9]/m);
  });

  it('has a page to try queries on, which loads nothing from elsewhere', async () => {
    const { status, text } = await page('/graphiql');
    expect(status).toBe(200);
    expect(text).toContain('<title>Verbond</title>');
    expect(text).not.toMatch(/<(?:script|link|iframe)\b[^>]*\b(?:src|href)=["']?(?:https?:)?\/\//i);
    expect(text).not.toMatch(/@import|\bimport\s*\(\s*["']https?:|url\(\s*["']?https?:/i);
  });

  it('has a page of the mail that the demo has sent', async () => {
    const { status, text } = await page('/mail');
    expect(status).toBe(200);
    expect(text).toContain('No mail has been sent yet.');
  });
});

describe('a second start on the same data', () => {
  it('is refused while the first runs', async () => {
    expect(await failedStart({ VERBOND_DATA: folder, PORT: '0' })).toEqual(
      refusal(`Verbond already runs on the data folder ${folder}: stop it first, or set VERBOND_DATA to another folder.`),
    );
    expect((await fetch(`${verbond.url}/health/ready`)).status).toBe(200);
  });

  it('comes after SIGTERM, which ends Verbond within ten seconds and its database server too', async () => {
    expect(databaseServerOf(folder)).toBeDefined();
    const asked = performance.now();
    expect({ code: await verbond.process.stop(), said: verbond.process.stderr }).toEqual({ code: 0, said: expect.any(String) });
    expect(performance.now() - asked).toBeLessThan(10_000);
    await until('the database server to stop', () => databaseServerOf(folder) === undefined);
  });

  it('reads the bundled data no second time, and knows its people', async () => {
    const { process, keys } = await startVerbond({ VERBOND_DATA: folder });
    expect(verbond.process.stderr).toContain('organisations.csv');
    expect(process.stderr).not.toContain('organisations.csv');
    expect(keys).toEqual(verbond.keys);
    await process.stop();
  });
});
