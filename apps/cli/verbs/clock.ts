import { Clock, Failure } from '#libs/platform';
import { DemoClock } from '#libs/reminders';
import { withFeatures } from '../installation.js';
import { answer, momentOf, say, type Verb } from '../verb.js';

export const clock: Verb = {
  name: 'clock',
  summary: 'Shows the clock; moves the demo’s forward, stopping wherever something falls due.',
  usage: '[--to 2023-10-16T09:00:00+02:00]',
  options: { to: { value: 'MOMENT', meaning: 'move the demo’s clock forward to this moment (a day is its start in UTC)' } },
  exits: { 0: 'done', 1: 'refused, with the reason', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app, { config }) => {
      const to = options.values.has('to') ? momentOf(options, 'to') : undefined;
      const visited: string[] = [];
      try {
        if (to !== undefined) {
          await app.get(DemoClock).advance(to, (instant) => {
            visited.push(instant.toISOString());
            say(`at ${instant.toISOString()}`);
          });
        }
        const now = (await app.get(Clock).now()).toISOString();
        answer(options, { now, mode: config.mode, visited }, () => [`It is ${now} (${config.mode}).`]);
        return 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    }),
};
