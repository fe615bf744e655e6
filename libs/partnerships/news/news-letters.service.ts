import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Composers, letterHtml, letterText, type Composed, type Composer, type Letter, type MessageToCompose, type Reader } from '#libs/mail';
import { newsFacts, type NewsFacts } from './news-facts.js';
import { NEWS_TEMPLATE, type NewsKind, type NewsSubject } from './news-kinds.js';
import { newsWords } from './news-words.js';

/** News that is none any more once its subject has gone on. */
const ONLY_WHILE: Partial<Record<NewsKind, string>> = {
  INVITED: 'SENT', REQUESTED: 'REQUESTED', ENDORSEMENT_ASKED: 'ASKED', ENDORSEMENT_CLAIMED: 'CLAIMED',
};
/** What the lead wrote belongs into the invitation, what was asked into the request. */
const WITH_MESSAGE: readonly NewsKind[] = ['INVITED', 'REQUESTED'];

/** Writes the mails about those in a consortium. */
@Injectable()
export class NewsLetters implements Composer, OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly composers: Composers,
  ) {}

  onModuleInit(): void {
    this.composers.register(NEWS_TEMPLATE, this);
  }

  async compose({ personId, subjectKind, subjectId, offset }: MessageToCompose, reader: Reader): Promise<Composed> {
    const kind = offset as NewsKind;
    const facts = await newsFacts(this.database.manager, subjectKind as NewsSubject, subjectId, personId);
    if (facts === undefined) return { skip: 'what it is about is gone' };
    if (facts.concerned !== true) return { skip: 'it does not concern this person any more' };
    const state = ONLY_WHILE[kind];
    if (state !== undefined && facts.state !== state) return { skip: `it is ${facts.state ?? 'gone'} by now` };
    const letter = letterOf(kind, facts, reader);
    return { subject: letter.title, text: letterText(letter), html: letterHtml(letter) };
  }
}

function letterOf(kind: NewsKind, facts: Partial<NewsFacts>, { language, zone, name }: Reader): Letter {
  const say = newsWords(language);
  const { consortium, organisation, partner, lead, country, message, reason, expiresAt, callCode, titles } = facts;
  const until = expiresAt == null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(expiresAt);
  const title = say(`news.${kind}`, {
    consortium: consortium ?? '', organisation: organisation ?? '', partner: partner ?? consortium ?? '', lead: lead ?? '', country: country ?? '', until,
  });
  const call = titles == null ? '' : `${titles[language] ?? titles.en ?? Object.values(titles)[0] ?? ''} (${callCode ?? ''})`;
  const shown: readonly (readonly ['consortium' | 'call' | 'lead' | 'until' | 'reason', string | null | undefined])[] = [
    ['consortium', consortium],
    ['call', call],
    ['lead', lead],
    ['until', ONLY_WHILE[kind] === 'SENT' ? until : ''],
    ['reason', WITH_MESSAGE.includes(kind) ? '' : reason],
  ];
  return {
    language,
    title,
    greeting: say('greeting', { name }),
    paragraphs: WITH_MESSAGE.includes(kind) && message ? [message] : [],
    facts: shown.flatMap(([label, value]) => (value ? [{ label: say(label), value }] : [])),
    footer: say('why'),
    links: [],
  };
}
