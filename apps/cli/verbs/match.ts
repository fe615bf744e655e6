import { COMMAND_LINE } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { Failure } from '#libs/platform';
import { MatchingRuns, MatchingService } from '#libs/suggestions';
import { withFeatures } from '../installation.js';
import { answer, required, say, type Verb } from '../verb.js';

export const match: Verb = {
  name: 'match',
  summary: 'Computes and stores the suggestions of a call, beside the workers that run; or cancels that.',
  usage: '--call CALL [--cancel]',
  options: {
    call: { value: 'CALL', meaning: 'the call, by id or code, such as 2SEAS-SO13', required: true },
    cancel: { meaning: 'stop the computation that goes on, within one chunk' },
  },
  exits: { 0: 'computed, or cancelled', 1: 'refused, or cancelled meanwhile', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      const matching = app.get(MatchingService);
      const runs = app.get(MatchingRuns);
      const code = required(options, 'call');
      const cancel = options.flags.has('cancel');
      try {
        let progress = cancel ? await matching.cancel(COMMAND_LINE, code) : await matching.start(COMMAND_LINE, code);
        while (!progress.cancelled && progress.done < progress.total && (await matching.computeNext())) {
          progress = await runs.progress(progress.callId);
          say(`${progress.done} of ${progress.total} organisations`);
        }
        const { callId, ...told } = progress;
        const call = (await app.get(CallsService).byUuid([callId])).get(callId)?.id ?? code;
        answer(options, { call, ...told }, () => [`${call}: ${told.done} of ${told.total} organisations${told.cancelled ? ', cancelled' : ''}`]);
        return progress.cancelled === cancel ? 0 : 1;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    }),
};
