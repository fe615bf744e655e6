import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { daysBetween, describeDeadline, momentsOf, type WallTime } from '#libs/calendar';
import { Composers, letterHtml, letterText, type Composer, type Letter, type Mail, type MessageToCompose, type Reader } from '#libs/mail';
import { CONFIG, localised, type Config, type Language } from '#libs/platform';
import { calendarFile } from './calendar-file.js';
import { MOVED, NOW_OPEN, TEMPLATE } from './kinds.js';
import { ReminderFactsReader, type ReminderFacts } from './reminder-facts.service.js';
import { unsubscribeToken } from './unsubscribe-token.js';
import { words } from './words.js';

/** Subject and first sentence, by what is told. */
type Told = readonly ['reminderSubject', 'reminder'] | readonly ['nowOpenSubject', 'nowOpen'] | readonly ['movedSubject', 'moved'];

/** Writes reminders of milestones, after asking once more whether they are wanted and true. */
@Injectable()
export class ReminderComposer implements Composer, OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly composers: Composers,
    private readonly facts: ReminderFactsReader,
  ) {}

  onModuleInit(): void {
    this.composers.register(TEMPLATE, this);
  }

  async compose(message: MessageToCompose, reader: Reader): Promise<Mail | { skip: string }> {
    const facts = await this.facts.of(message);
    const skip = reasonToSkip(message, facts);
    if (facts?.subscriptionId == null || skip !== undefined) return { skip: skip ?? 'unsubscribed' };
    const before = message.offset === MOVED ? await this.facts.dateBefore(message) : undefined;
    if (before !== undefined && before.local === facts.local && before.zone === facts.zone) return { skip: 'moved back' };
    const unsubscribeUrl = `${this.config.publicUrl}/unsubscribe/${unsubscribeToken(facts.subscriptionId, this.config.secret)}`;
    return mailOf({ message, reader, facts, before, unsubscribeUrl });
  }
}

/** Why a reminder is not sent after all: the world has changed since it was planned. */
function reasonToSkip(message: MessageToCompose, facts: ReminderFacts | undefined): string | undefined {
  if (facts === undefined || facts.withdrawn) return 'milestone withdrawn';
  if (facts.revision !== message.revision) return 'moved';
  if (facts.subscriptionId === null) return 'unsubscribed';
  if (facts.endsAt <= facts.now) return 'the date has passed';
  return facts.superseded ? 'a later reminder is due' : undefined;
}

interface Content {
  readonly message: MessageToCompose;
  readonly reader: Reader;
  readonly facts: ReminderFacts;
  readonly before: WallTime | undefined;
  readonly unsubscribeUrl: string;
}

function mailOf({ message, reader, facts, before, unsubscribeUrl }: Content): Mail {
  const { language, zone } = reader;
  const say = words(language);
  const title = localised(facts.titles, language as Language) ?? facts.callCode;
  const to = describeDeadline(facts, zone, language);
  const days = daysBetween(facts.now, facts);
  const [subject, sentence] = toldBy(message.offset);
  const kind = say('kind', { kind: facts.kind });
  const values = { kind, title, to, from: before === undefined ? to : describeDeadline(before, zone, language) };
  const subjectText = say(subject, { ...values, left: subject === 'reminderSubject' ? days : say('left', { left: days }) });
  const letter: Letter = {
    language,
    title: subjectText,
    paragraphs: [say('greeting', { name: reader.name }), say(sentence, { ...values, left: say('left', { left: days }) })],
    facts: [
      { label: say('when'), value: to },
      { label: say('reference'), value: `${title} (${facts.callCode})` },
      ...(facts.body === null ? [] : [{ label: say('contactBody'), value: facts.body }]),
      ...(isWebAddress(facts.website) ? [{ label: say('website'), value: facts.website, link: facts.website }] : []),
    ],
    footer: say('why'),
    unsubscribe: { text: say('stop'), url: unsubscribeUrl },
  };
  const attachments = momentsOf(facts).exact ? [calendarAttachment(message, facts, `${kind} – ${title}`)] : [];
  return { subject: subjectText, text: letterText(letter), html: letterHtml(letter), attachments, unsubscribeUrl };
}

function toldBy(offset: string): Told {
  if (offset === NOW_OPEN) return ['nowOpenSubject', 'nowOpen'];
  return offset === MOVED ? ['movedSubject', 'moved'] : ['reminderSubject', 'reminder'];
}

const isWebAddress = (website: string | null): website is string => website !== null && /^https?:\/\//i.test(website);

function calendarAttachment({ subjectId, revision, dueAt }: MessageToCompose, facts: ReminderFacts, title: string) {
  const content = calendarFile({ milestoneId: subjectId, revision, wall: facts, title, website: facts.website, madeAt: dueAt });
  return { filename: 'deadline.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
}
