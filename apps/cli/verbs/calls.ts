import { COMMAND_LINE, type RequestContext } from '#libs/accounts';
import { CallsLoaders, CallsService, CallState, type CallStateName } from '#libs/calls';
import { Clock, Failure, Language, localised, type PageArgs } from '#libs/platform';
import { withFeatures } from '../installation.js';
import { answer, numberOf, say, UsageError, type Options, type Verb } from '../verb.js';

export const calls: Verb = {
  name: 'calls',
  summary: 'Lists calls with their state and closing date, the soonest to close first.',
  usage: '[--search WORDS] [--theme THEME] [--state OPEN] [--first N] [--after CURSOR]',
  options: {
    search: { value: 'WORDS', meaning: 'words of the title, in any language' },
    theme: { value: 'THEME', meaning: 'a theme, such as inclusion, with all below it' },
    state: { value: 'STATE', meaning: Object.values(CallState).join(', ') },
    first: { value: 'N', meaning: 'how many, from 1 to 100 (20)' },
    after: { value: 'CURSOR', meaning: 'go on after this cursor' },
  },
  exits: { 0: 'answered', 1: 'refused, with the reason', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      const page: PageArgs = { first: numberOf(options, 'first', 20), after: options.values.get('after') ?? null };
      const filter = { search: options.values.get('search') ?? null, theme: options.values.get('theme') ?? null, state: stateOf(options) };
      try {
        const now = await app.get(Clock).now();
        const found = await app.get(CallsService).calls(filter, page, now);
        const context: RequestContext = { viewer: COMMAND_LINE, loaders: new Map() };
        const listed = await Promise.all(
          found.nodes.map(async ({ uuid, id, reference, titles }) => {
            const { state, closesAt } = await app.get(CallsLoaders).state(context, uuid);
            return { id, reference, title: localised(titles, Language.EN), state, closesAt: closesAt?.toISOString() ?? null };
          }),
        );
        answer(options, { at: now.toISOString(), calls: listed, endCursor: found.pageInfo.endCursor }, () =>
          listed.map(({ id, title, state, closesAt }) => `${id}  ${state}  ${closesAt ?? 'no closing known'}  ${title ?? ''}`),
        );
        return 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    }),
};

function stateOf(options: Options): CallStateName | null {
  const given = options.values.get('state');
  if (given === undefined) return null;
  const state = Object.values(CallState).find((known) => known === given);
  if (state === undefined) throw new UsageError(`--state ${given} is not known: ${Object.values(CallState).join(', ')}.`);
  return state;
}
