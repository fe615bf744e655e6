import { learnWeights } from '#libs/matching';
import { readPast } from '../past-and-queries.js';
import { answer, required, say, type Options, type Verb } from '../verb.js';
import { writeWeights } from '../weights-file.js';

export const train: Verb = {
  name: 'train',
  summary: 'Learns the weights of matching from past projects; the same projects give the same file.',
  usage: '--history DIR [--history DIR2 …] [--also DIR …] --out FILE',
  options: {
    history: { value: 'DIR', meaning: 'past projects; the first folder also gives the register', required: true, many: true },
    also: { value: 'DIR', meaning: 'another kind of past with a register of its own, learned from as well', many: true },
    out: { value: 'FILE', meaning: 'gets the weights, as JSON', required: true },
  },
  exits: { 0: 'written', 2: 'wrong usage' },
  run: (options) => Promise.resolve(run(options)),
};

function run(options: Options): number {
  const out = required(options, 'out');
  const others = (options.lists.get('also') ?? []).map((folder) => readPast([folder]));
  const weights = learnWeights([readPast(options.lists.get('history') ?? []), ...others], say);
  writeWeights(out, weights);
  answer(options, { model: weights.model, out }, () => [`The weights of model ${weights.model} are in ${out}.`]);
  return 0;
}
