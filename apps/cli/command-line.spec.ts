import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { runCommand, VERBS } from './command-line.js';

const out = jest.spyOn(console, 'log').mockImplementation(() => undefined);
const err = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => { jest.clearAllMocks(); });

/** What a command line without a database comes to. */
async function run(line: string) {
  const code = await runCommand(line.split(' '));
  const said = ({ mock }: typeof out): string => mock.calls.map(([text]) => String(text)).join('\n');
  return { code, stdout: said(out), stderr: said(err) };
}

describe('help', () => {
  it.each(VERBS.map(({ name }) => name))('tells usage and exit codes of %s', async (name) => {
    const { code, stdout, stderr } = await run(`${name} --help`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: npm run -s verbond -- ${name} `);
    expect(stdout).toContain('Exit codes:');
  });

  it('names every verb', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    for (const { name, summary } of VERBS) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });
});

describe('wrong usage', () => {
  it.each([
    ['conquer', 'There is no verb "conquer".'],
    ['suggest --call NCC-2023', '--for ORGANISATION is missing.'],
    ['suggest --call NCC-2023 --for stad-mechelen --loud', '--loud'],
    ['evaluate --queries x --mode lead', '--history DIR is missing.'],
    ['train --history x', '--out FILE is missing.'],
  ])('`%s`', async (line, message) => {
    const { code, stdout, stderr } = await run(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
