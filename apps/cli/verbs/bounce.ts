import { buffer } from 'node:stream/consumers';
import { Bounces } from '#libs/mail';
import { withFeatures } from '../installation.js';
import { answer, type Verb } from '../verb.js';

export const bounce: Verb = {
  name: 'bounce',
  summary: 'Takes in a mail that came back, from standard input: a dead address gets no more mail.',
  usage: '< returned-mail.eml',
  options: {},
  exits: { 0: 'read: what it was is answered' },
  run: (options) =>
    withFeatures(async (app) => {
      const result = await app.get(Bounces).take(await buffer(process.stdin));
      answer(options, { result }, () => [result]);
      return 0;
    }),
};
