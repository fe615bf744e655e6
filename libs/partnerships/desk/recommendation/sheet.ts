import { describeDeadline } from '#libs/calendar';
import { localised, type Language } from '#libs/platform';
import type { Recommendation, RecommendedExpression } from './recommendation.js';
import { recommendationWords } from './recommendation-words.js';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A document before it is laid out: PDF and DOCX are made from the same. */
export interface Sheet {
  readonly language: `${Language}`;
  readonly title: string;
  readonly madeAt: Date;
  readonly facts: readonly Fact[];
  readonly sections: readonly { readonly title: string; readonly facts: readonly Fact[]; readonly tables: readonly Table[] }[];
  /** Instead of sections, where there are none. */
  readonly nothing: string;
  readonly pageOf: (page: number, pages: number) => string;
}

/** A recommendation in words; every time with the zone of the track. */
export function sheetOf(recommendation: Recommendation, language: `${Language}`): Sheet {
  const { body, call, callTitles, track, gate, madeAt, criteria, expressions } = recommendation;
  const say = recommendationWords(language);
  const when = timesIn(gate.zone, language);
  const weights = criteria.map(({ name, weight }) => `${name} (${weight})`).join('; ');
  return {
    language,
    title: say('title', { body }),
    madeAt,
    facts: [
      { label: say('call'), value: `${localised(callTitles, language) ?? call} (${call})` },
      { label: say('track'), value: track },
      { label: say('gate'), value: describeDeadline(gate, gate.zone, language) },
      { label: say('madeAt'), value: when(madeAt) },
      ...(weights === '' ? [] : [{ label: say('criteria'), value: weights }]),
    ],
    sections: expressions.map((expression) => sectionOf(expression, language, when)),
    nothing: say('nothing'),
    pageOf: (page, pages) => say('page', { page, pages }),
  };
}

function sectionOf(expression: RecommendedExpression, language: `${Language}`, when: (at: Date) => string): Sheet['sections'][number] {
  const { name, lead, state, reason, submittedAt, version, weightedMean, members, history } = expression;
  const say = recommendationWords(language);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return {
    title: name,
    facts: [
      { label: say('outcome'), value: say('state', { state }) },
      ...(reason === null || reason === '' ? [] : [{ label: say('reason'), value: reason }]),
      { label: say('lead'), value: lead },
      { label: say('submittedAt'), value: when(submittedAt) },
      { label: say('version'), value: String(version) },
      ...(weightedMean === null ? [] : [{ label: say('weightedMean'), value: number.format(weightedMean) }]),
    ],
    tables: [
      {
        title: say('members'),
        head: [say('name'), say('country'), say('standing')],
        rows: members.map((member) => [member.name, member.country ?? '–', say('agreed', { agreed: member.agreed ? 'yes' : 'no' })]),
      },
      {
        title: say('history'),
        head: [say('when'), say('what'), say('who'), say('why')],
        rows: history.map(({ at, event, role, organisation, reason: why }) => [
          when(at),
          say('event', { event }),
          [say('role', { role: role ?? '' }), organisation].filter(Boolean).join(', '),
          why ?? '',
        ]),
      },
    ],
  };
}

/** Such as "16 oktober 2023 om 10:00:00 CEST". */
function timesIn(zone: string, language: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeStyle: 'long', timeZone: zone });
  return (at) => format.format(at);
}
