import { Gate, MailDesk, type MailState } from '#libs/mail';
import { withFeatures } from '../installation.js';
import { answer, say, UsageError, type Options, type Verb } from '../verb.js';

export const mail: Verb = {
  name: 'mail',
  summary: 'Shows how the mail stands: due, late, in doubt, failed, suppressed; holds it, lets it go, sends again.',
  usage: '[--hold REASON | --release [--skip-due] | --redrive WHICH | --lift ADDRESS]',
  options: {
    hold: { value: 'REASON', meaning: 'nothing leaves any more, in any process' },
    release: { meaning: 'mail leaves again; also how a restored database is confirmed' },
    'skip-due': { meaning: 'with --release: what is due by now is not sent, for it may have been sent before the restore' },
    redrive: { value: 'WHICH', meaning: 'send again before its date what is in doubt or failed: an id, IN_DOUBT, FAILED or all' },
    lift: { value: 'ADDRESS', meaning: 'write again to an address that is suppressed' },
  },
  exits: { 0: 'done', 1: 'mail is held', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      await change(options, app.get(Gate), app.get(MailDesk));
      const state = await app.get(MailDesk).state();
      answer(options, state, () => linesOf(state));
      return state.held ? 1 : 0;
    }),
};

async function change({ values, flags }: Options, gate: Gate, desk: MailDesk): Promise<void> {
  const wishes = [values.has('hold'), flags.has('release'), values.has('redrive'), values.has('lift')].filter(Boolean).length;
  if (wishes > 1) throw new UsageError('--hold, --release, --redrive and --lift are given one at a time.');
  if (flags.has('skip-due') && !flags.has('release')) throw new UsageError('--skip-due belongs to --release.');
  const reason = values.get('hold');
  const address = values.get('lift');
  const which = values.get('redrive');
  if (reason !== undefined) await gate.hold(reason);
  if (flags.has('release')) await gate.release(flags.has('skip-due') ? 'skip' : 'send');
  if (which !== undefined) say(`${await desk.redrive(which)} messages are due again.`);
  if (address !== undefined) say((await desk.lift(address)) ? 'It is written to again.' : 'It was not suppressed.');
}

function linesOf({ held, reason, due, late, inDoubt, failed, bounced, suppressed, next, trouble }: MailState): string[] {
  return [
    held ? `Mail is held: ${reason ?? ''}` : 'Mail leaves.',
    `${due} due, ${late} of them late; ${inDoubt} in doubt, ${failed} failed, ${bounced} came back; ${suppressed} addresses suppressed.`,
    `Next: ${next?.toISOString() ?? 'nothing waits'}`,
    ...trouble.map(({ id, state, offset, dueAt, reason: why }) => `${id}  ${state}  ${offset}  ${dueAt.toISOString()}  ${why ?? ''}`),
  ];
}
