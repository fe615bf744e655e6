import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyFolder } from '../support/data-folder.js';
import type { Settings } from '../support/processes.js';
import { cleanUp, runCli, startVerbond } from '../support/verbond.js';

const settings: Settings = { VERBOND_DATA: emptyFolder() };

beforeAll(() => startVerbond(settings['VERBOND_DATA']!));
afterAll(cleanUp);

const VERBS = ['import', 'suggest', 'calls', 'remind', 'clock', 'migrate', 'demo', 'split', 'evaluate', 'train'];

describe('every verb with --json', () => {
  it.each([
    ['import libs/directory/bundled/themes.csv', ['files', 'rejects']],
    ['suggest --call NCC-2023 --for stad-mechelen --first 3', ['call', 'organisation', 'stamps', 'partners']],
    ['calls --state OPEN', ['at', 'calls', 'endCursor']],
    ['remind --at 2023-10-13T09:00:00+02:00', ['at', 'due']],
    ['clock', ['now', 'mode', 'visited']],
    ['migrate', ['ran']],
    ['demo', ['people']],
  ])('%s answers with one JSON object and nothing else', async (line, names) => {
    const { code, stdout } = await runCli([...line.split(' '), '--json'], settings);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{.*\}\n$/);
    expect(Object.keys(JSON.parse(stdout) as object).sort()).toEqual(names.sort());
  });
});

describe('help', () => {
  it.each(VERBS)('%s --help tells its usage and exit codes', async (verb) => {
    const { code, stdout, stderr } = await runCli([verb, '--help'], settings);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: npm run -s verbond -- ${verb} `);
    expect(stdout).toContain('Exit codes:');
  });

  it('lists all verbs', async () => {
    const { code, stdout } = await runCli(['--help'], settings);
    expect(code).toBe(0);
    for (const verb of VERBS) expect(stdout).toMatch(new RegExp(`^  ${verb} +\\S`, 'm'));
  });
});

describe('what cannot be done', () => {
  it.each([
    ['', 'Usage:'],
    ['conquer', 'There is no verb "conquer".'],
    ['suggest --call NCC-2023', '--for ORGANISATION is missing.'],
    ['suggest --call NCC-2023 --for stad-mechelen --loud', '--loud'],
    ['suggest --call NCC-2023 --for stad-mechelen --language la', '--language la is not known: nl, fr, en or de.'],
    ['calls --state AJAR', '--state AJAR is not known:'],
    ['remind --at 2023-02-30', '--at "2023-02-30" is no moment:'],
    ['clock --to yesterday', '--to "yesterday" is no moment:'],
    ['evaluate --queries x --mode lead', '--history DIR is missing.'],
    ['evaluate --history /nowhere --queries x --mode lead', 'There is no participations.csv'],
    ['train --history x', '--out FILE is missing.'],
    ['import', 'Name a file or folder to import.'],
    ['demo --key nobody', 'The demo has nobody called "nobody".'],
  ])('`%s` is wrong usage', async (line, message) => {
    const { code, stdout, stderr } = await runCli(line.split(' ').filter(Boolean), settings);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['suggest --call NCC-1923 --for stad-mechelen', 'Nothing was found for callId "NCC-1923".'],
    ['suggest --call NCC-2023 --for atlantis', 'Nothing was found for organisationId "atlantis".'],
    ['suggest --call NCC-2023 --for stad-mechelen --first 101', 'first: must be from 1 to 100.'],
    ['clock --to 2023-09-01', 'to: must lie after'],
  ])('`%s` is refused with one sentence', async (line, message) => {
    const { code, stdout, stderr } = await runCli([...line.split(' '), '--json'], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
