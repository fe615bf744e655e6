import type { INestApplicationContext } from '@nestjs/common';
import { COMMAND_LINE } from '#libs/accounts';
import { Failure, type Language } from '#libs/platform';
import { fitOf, MIXES, type Mix } from '#libs/matching';
import { SuggestionsService, SuggestionWords, USUAL_MIX, WhyNotService } from '#libs/suggestions';
import { OrganisationsService } from '#libs/directory';
import { withFeatures } from '../installation.js';
import { mixOf } from '../mix.js';
import { answer, languageOf, numberOf, required, say, type Options, type Verb } from '../verb.js';

export const suggest: Verb = {
  name: 'suggest',
  summary: 'Suggests partners for an organisation in a call, ranked and explained.',
  usage: '--call CALL --for ORGANISATION [--first N] [--mix BALANCED] [--language en] [--why-not ORGANISATION]',
  options: {
    call: { value: 'CALL', meaning: 'the call, by id or code, such as 2SEAS-SO13', required: true },
    for: { value: 'ORGANISATION', meaning: 'who looks for partners, such as stad-mechelen', required: true },
    first: { value: 'N', meaning: 'how many, from 1 to 100 (20)' },
    mix: { value: 'MIX', meaning: `how many newcomers: ${MIXES.join(', ')} (${USUAL_MIX})` },
    'why-not': { value: 'ORGANISATION', meaning: 'instead: why this one is not among the first, and what would raise it' },
    language: { value: 'LANGUAGE', meaning: 'of the reasons: nl, fr, en or de (en)' },
  },
  exits: { 0: 'answered', 1: 'refused, with the reason', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      const language = languageOf(options);
      const mix = mixOf(options, USUAL_MIX);
      const page = { first: numberOf(options, 'first', 20) };
      try {
        if (options.values.has('why-not')) return await tellWhyNot(app, options, language, mix);
        const found = await app.get(SuggestionsService).suggestedPartners(COMMAND_LINE, required(options, 'call'), required(options, 'for'), page, { mix });
        const scores = found.nodes.map(({ parts }) => parts);
        const described = await app.get(SuggestionWords).describe(scores, found.asker.code, language);
        const organisations = await app.get(OrganisationsService).byUuid(COMMAND_LINE, found.nodes.map(({ id }) => id));
        const partners = found.nodes.map(({ rank, id, organisation: code, score, tier, probability }, i) => {
          const { mainName: name, country } = organisations.get(id) ?? { mainName: code, country: '' };
          const parts = (described[i] ?? []).map(({ signal, contribution, evidence }) => ({ signal, contribution, evidence }));
          return { rank, id: code, name, country, score, fit: fitOf(score), tier, probability, parts };
        });
        const { call, asker, stamps } = found;
        answer(options, { call: call.code, organisation: asker.code, stamps, partners }, () =>
          partners.flatMap(({ rank, name, country, fit, tier, parts }) => [
            `${String(rank).padStart(3)}. ${name} (${country})  fit ${fit.toFixed(0)}${tier === 'UNKNOWN' ? '  (whether it may join is not known)' : ''}`,
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

async function tellWhyNot(app: INestApplicationContext, options: Options, language: Language, mix: Mix): Promise<number> {
  const [call, asker, candidate] = [required(options, 'call'), required(options, 'for'), required(options, 'why-not')];
  const told = await app.get(WhyNotService).whyNot(COMMAND_LINE, call, asker, candidate, language, mix);
  const { leftOut, rank, score = 0, gaps, raises } = told;
  answer(options, { call, organisation: asker, candidate, leftOut, rank, score, fit: fitOf(score), gaps, raises }, () => [
    rank === undefined ? `${candidate} is not suggested.` : `${candidate} is at place ${rank}, fit ${fitOf(score).toFixed(0)}.`,
    ...leftOut,
    ...raises.map(({ text }) => text),
    ...gaps.map(({ signal, contribution, firstTwenty }) => `${signal}: ${contribution.toFixed(3)}, of the first twenty on average ${firstTwenty.toFixed(3)}`),
  ]);
  return 0;
}
