import { ForecastService } from '#libs/reminders';
import { withFeatures } from '../installation.js';
import { answer, momentOf, type Verb } from '../verb.js';

export const remind: Verb = {
  name: 'remind',
  summary: 'Shows what would be due at a moment, and what would be decided about each reminder; sends nothing.',
  usage: '--at 2023-10-13T09:00:00+02:00',
  options: { at: { value: 'MOMENT', meaning: 'the moment to look at (a day is its start in UTC)', required: true } },
  exits: { 0: 'answered', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      const forecast = await app.get(ForecastService).remindersAt(momentOf(options, 'at'));
      answer(options, forecast, () =>
        forecast.due.map(({ at, subject, offset, person, decision, reason }) => `${at.toISOString()}  ${subject} ${offset}  ${person}  ${decision}  ${reason ?? ''}`),
      );
      return 0;
    }),
};
