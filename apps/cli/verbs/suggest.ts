import { COMMAND_LINE } from '#libs/accounts';
import { Failure } from '#libs/platform';
import { SuggestionsService, SuggestionWords } from '#libs/suggestions';
import { OrganisationsService } from '#libs/directory';
import { withFeatures } from '../installation.js';
import { answer, languageOf, numberOf, required, say, type Verb } from '../verb.js';

export const suggest: Verb = {
  name: 'suggest',
  summary: 'Suggests partners for an organisation in a call, ranked and explained.',
  usage: '--call CALL --for ORGANISATION [--first N] [--language en]',
  options: {
    call: { value: 'CALL', meaning: 'the call, by id or code, such as 2SEAS-SO13', required: true },
    for: { value: 'ORGANISATION', meaning: 'who looks for partners, such as stad-mechelen', required: true },
    first: { value: 'N', meaning: 'how many, from 1 to 100 (20)' },
    language: { value: 'LANGUAGE', meaning: 'of the reasons: nl, fr, en or de (en)' },
  },
  exits: { 0: 'answered', 1: 'refused, with the reason', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      const language = languageOf(options);
      const page = { first: numberOf(options, 'first', 20) };
      try {
        const found = await app.get(SuggestionsService).suggestedPartners(COMMAND_LINE, required(options, 'call'), required(options, 'for'), page);
        const scores = found.nodes.map(({ parts }) => parts);
        const described = await app.get(SuggestionWords).describe(scores, found.asker.code, language);
        const organisations = await app.get(OrganisationsService).byUuid(COMMAND_LINE, found.nodes.map(({ id }) => id));
        const partners = found.nodes.map(({ rank, id, organisation: code, score }, i) => {
          const { mainName: name, country } = organisations.get(id) ?? { mainName: code, country: '' };
          const parts = (described[i] ?? []).map(({ signal, contribution, evidence }) => ({ signal, contribution, evidence }));
          return { rank, id: code, name, country, score, parts };
        });
        const { call, asker, stamps } = found;
        answer(options, { call: call.code, organisation: asker.code, stamps, partners }, () =>
          partners.flatMap(({ rank, name, country, score, parts }) => [
            `${String(rank).padStart(3)}. ${name} (${country})  ${score.toFixed(3)}`,
            ...reasonsIn(parts).map((text) => `       ${text}`),
          ]),
        );
        return 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    }),
};

/** What speaks for a partner, once each: several signals rest on one project or place. */
function reasonsIn(parts: readonly { readonly evidence: readonly { readonly text: string }[] }[]): string[] {
  return [...new Set(parts.flatMap(({ evidence }) => evidence.map(({ text }) => text)))];
}
