import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDatabase, type DemoDatabase } from '../support/demo-database.js';
import { cleanUp, runCli } from '../support/verbond.js';

let demo: DemoDatabase;

beforeAll(async () => {
  demo = await demoDatabase();
});
afterAll(async () => {
  await cleanUp();
  await demo.drop();
});

const verbond = (line: string, ...more: string[]) => runCli([...line.split(' ').filter(Boolean), ...more], demo.settings);

describe('every verb with --json', () => {
  it.each([
    ['import libs/directory/bundled/domain/themes.csv', ['files', 'rejects']],
    ['suggest --call NCC-2023 --for stad-mechelen --first 3', ['call', 'organisation', 'partners', 'stamps']],
    ['calls --state OPEN', ['at', 'calls', 'endCursor']],
    ['remind --at 2023-10-13T09:00:00+02:00', ['at', 'due']],
    ['clock --to 2023-09-05', ['mode', 'now', 'visited']],
    ['migrate', ['ran']],
    ['demo', ['people']],
  ])('%s answers with one JSON object and nothing else', async (line, names) => {
    const { code, stdout } = await verbond(line, '--json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{.*\}\n$/);
    expect(Object.keys(JSON.parse(stdout) as object).sort()).toEqual(names);
  });
});

describe('help', () => {
  it('goes to standard output', async () => {
    const { code, stdout, stderr } = await verbond('suggest --help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: npm run -s verbond -- suggest ');
  });
});

describe('what cannot be done', () => {
  it.each([
    ['suggest --call NCC-2023', '--for ORGANISATION is missing.'],
    ['remind --at 2023-02-30', '--at "2023-02-30" is no moment:'],
  ])('`%s` is wrong usage', async (line, message) => {
    const { code, stdout, stderr } = await verbond(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['suggest --call NCC-1923 --for stad-mechelen', 'Nothing was found for callId "NCC-1923".'],
    ['suggest --call NCC-2023 --for atlantis', 'Nothing was found for organisationId "atlantis".'],
    ['clock --to 2023-09-01', 'to: must lie after'],
  ])('`%s` is refused with one sentence', async (line, message) => {
    const { code, stdout, stderr } = await verbond(line, '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
