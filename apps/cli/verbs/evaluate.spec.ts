import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readOptions, UsageError, type Verb } from '../verb.js';
import { evaluate } from './evaluate.js';
import { split } from './split.js';
import { train } from './train.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-evaluate-'));
const data = path.join(folder, 'data');
const history = path.join(folder, 'split', 'history');
const queries = path.join(folder, 'split', 'queries');

/** Forty consortia of three neighbours in a ring of forty organisations, one file of them packed. */
beforeAll(() => {
  const numbers = Array.from({ length: 40 }, (_, i) => i);
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  fs.mkdirSync(data);
  fs.writeFileSync(path.join(data, 'organisations.jsonl'), lines(numbers.map((i) => ({ id: `o${i}`, country: 'BE', name: `Town ${i}`, nuts: null }))));
  const projects = numbers.map((i) => ({ id: `p${i}`, title: `project ${i}`, text: 'bread for all', topics: ['food'], programme: 'p' }));
  fs.writeFileSync(path.join(data, 'projects.jsonl.gz'), gzipSync(lines(projects)));
  const members = numbers.flatMap((i) => [0, 1, 2].map((step) => `p${i},o${(i + step) % 40},${step === 0 ? 'coordinator' : 'participant'}`));
  fs.writeFileSync(path.join(data, 'participations.csv'), ['project,organisation,role', ...members, ''].join('\n'));
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

async function run(verb: Verb, line: string): Promise<Record<string, unknown>> {
  let output = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => (output += String(text)) !== '');
  try {
    expect(await verb.run(readOptions(verb, [...line.split(' '), '--json']))).toBe(0);
  } finally {
    write.mockRestore();
  }
  return JSON.parse(output) as Record<string, unknown>;
}

describe('a split that is evaluated', () => {
  it('hides ten consortia with their thirty members', async () => {
    expect(await run(split, `--data ${data} --out ${path.join(folder, 'split')} --seed 3`)).toEqual({ seed: 3, projects: 40, hidden: 10, members: 30 });
    expect(fs.readdirSync(history).sort()).toEqual(['organisations.jsonl', 'participations.csv', 'projects.jsonl']);
    expect(fs.readFileSync(path.join(queries, 'heldout.csv'), 'utf8')).toMatch(/^project,organisation,warm\n(p\d+,o\d+,[01]\n){10}$/);
    expect(fs.readFileSync(path.join(history, 'participations.csv'), 'utf8').trim().split('\n')).toHaveLength(91);
  });

  it.each([
    ['draft --each', 30],
    ['draft', 10],
    ['lead', 10],
    ['call', 10],
    ['draft --each --limit 7', 7],
  ])('asks in the mode %s %i questions, the same for a seed', async (mode, expected) => {
    const line = `--history ${history} --queries ${queries} --mode ${mode} --seed 5 --method overlap`;
    const { seconds, ...report } = await run(evaluate, line);
    expect(seconds).toEqual(expect.any(Number));
    expect(report).toMatchObject({ queries: expected, candidates: 40, method: 'overlap' });
    expect(Object.keys(report)).toEqual(['mode', 'method', 'queries', 'candidates', 'warm', 'cold', 'all', 'ci95']);
    expect(report['warm']).toMatchObject({ n: expect.any(Number), recall10: expect.any(Number), ndcg10: expect.any(Number) });
    const again = await run(evaluate, line);
    expect(JSON.stringify({ ...again, seconds })).toBe(JSON.stringify({ ...report, seconds }));
  });

  it('measures the model with shipped weights, with its own and with those of a file', async () => {
    const line = `--history ${history} --queries ${queries} --mode lead`;
    const shipped = await run(evaluate, line);
    expect(shipped).toMatchObject({ method: 'model', queries: 10 });
    const file = path.join(folder, 'weights.json');
    await run(train, `--history ${history} --out ${file}`);
    const [own, read] = [await run(evaluate, `${line} --weights own`), await run(evaluate, `${line} --weights ${file}`)];
    expect({ ...own, seconds: 0 }).toEqual({ ...read, seconds: 0 });
    await expect(run(evaluate, `${line} --weights ${queries}/heldout.csv`)).rejects.toThrow('--weights');
  });

  it('refuses what it cannot measure', async () => {
    const base = `--history ${history} --queries ${queries} --method random`;
    await expect(run(evaluate, `${base} --mode some`)).rejects.toThrow(UsageError);
    await expect(run(evaluate, `${base} --mode lead --seed x`)).rejects.toThrow('--seed "x" is no whole number.');
    await expect(run(evaluate, `--history ${folder} --queries ${queries} --method random --mode lead`)).rejects.toThrow('There is no participations.csv');
    await expect(run(evaluate, `--history ${history} --queries ${queries} --method best --mode lead`)).rejects.toThrow('--method best is not known');
  });
});
