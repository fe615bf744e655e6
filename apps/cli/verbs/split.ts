import fs from 'node:fs';
import path from 'node:path';
import { splitBySeed } from '#libs/matching';
import { hasFile, linesOf, readExchangeFolder } from '../exchange-folder.js';
import { answer, required, numberOf, type Options, type Verb } from '../verb.js';

export const split: Verb = {
  name: 'split',
  summary: 'Hides a quarter of the consortia of a data folder, so that matching can be measured on them.',
  usage: '--data DIR --out DIR [--history DIR2 …] [--seed S]',
  options: {
    data: { value: 'DIR', meaning: 'a folder with organisations.jsonl, projects.jsonl and participations.csv', required: true },
    out: { value: 'DIR', meaning: 'gets history/ and queries/', required: true },
    history: { value: 'DIR', meaning: 'a further history: whoever is in it counts as known', many: true },
    seed: { value: 'S', meaning: 'which consortia are drawn (1)' },
  },
  exits: { 0: 'written', 2: 'wrong usage' },
  run: (options) => Promise.resolve(run(options)),
};

function run(options: Options): number {
  const data = required(options, 'data');
  const out = required(options, 'out');
  const seed = numberOf(options, 'seed', 1);
  const { projects } = readExchangeFolder(data);
  const further = (options.lists.get('history') ?? []).flatMap((folder) => readExchangeFolder(folder).projects);
  const { hidden, heldOut, heldOutEach } = splitBySeed(projects, seed, further);

  const write = (folder: string, name: string, lines: readonly string[]) => {
    fs.mkdirSync(path.join(out, folder), { recursive: true });
    fs.writeFileSync(path.join(out, folder, name), lines.map((line) => `${line}\n`).join(''));
  };
  const [heading = '', ...participations] = linesOf(data, 'participations.csv');
  const inHidden = (row: string) => hidden.has(row.slice(0, row.indexOf(',')));
  const projectLines = linesOf(data, 'projects.jsonl').map((line, i) => ({ line, id: projects[i]?.id ?? '' }));
  for (const folder of ['history', 'queries']) {
    const wanted = folder === 'queries';
    write(folder, 'projects.jsonl', projectLines.filter(({ id }) => hidden.has(id) === wanted).map(({ line }) => line));
    write(folder, 'participations.csv', [heading, ...participations.filter((row) => inHidden(row) === wanted)]);
  }
  if (hasFile(data, 'organisations.jsonl')) write('history', 'organisations.jsonl', linesOf(data, 'organisations.jsonl'));
  const rows = (list: typeof heldOut) => [
    'project,organisation,warm',
    ...list.map(({ project, organisation, warm }) => `${project},${organisation},${Number(warm)}`),
  ];
  write('queries', 'heldout.csv', rows(heldOut));
  write('queries', 'heldout_each.csv', rows(heldOutEach));

  answer(options, { seed, projects: projects.length, hidden: hidden.size, members: heldOutEach.length }, () => [
    `${hidden.size} of ${projects.length} projects are hidden, with ${heldOutEach.length} members.`,
  ]);
  return 0;
}
