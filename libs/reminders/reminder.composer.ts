import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { momentsOf } from '#libs/calendar';
import {
  Composers,
  letterHtml,
  letterText,
  type Attachment,
  type Composer,
  type Mail,
  type MessageToCompose,
  type Reader,
} from '#libs/mail';
import { CONFIG, type Config } from '#libs/platform';
import { calendarFile } from './calendar-file.js';
import { MOVED, TEMPLATE } from './kinds.js';
import { ReminderFactsReader, type ReminderFacts } from './reminder-facts.service.js';
import { letterOf } from './reminder-letter.js';
import { titleFor } from './title.js';
import { unsubscribeToken } from './unsubscribe-token.js';
import { words } from './words.js';

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
    if (facts === undefined || facts.withdrawn) return { skip: 'milestone withdrawn' };
    if (facts.revision !== message.revision) return { skip: 'moved' };
    if (facts.subscriptionId === null) return { skip: 'unsubscribed' };
    if (facts.endsAt <= facts.now) return { skip: 'the date has passed' };
    if (facts.superseded) return { skip: 'a later reminder is due' };
    const before = message.offset === MOVED ? await this.facts.dateBefore(message) : undefined;
    if (before?.local === facts.local && before.zone === facts.zone) return { skip: 'moved back' };

    const unsubscribeUrl = `${this.config.publicUrl}/unsubscribe/${unsubscribeToken(facts.subscriptionId, this.config.secret)}`;
    const letter = letterOf({ offset: message.offset, reader, facts, before, unsubscribeUrl });
    const attachments = momentsOf(facts).exact ? [calendarAttachment(message, facts, eventTitle(facts, reader))] : [];
    return { subject: letter.title, text: letterText(letter), html: letterHtml(letter), attachments, unsubscribeUrl };
  }
}

const eventTitle = (facts: ReminderFacts, { language }: Reader): string =>
  `${words(language)('kind', { kind: facts.kind })} – ${titleFor(language, facts)}`;

function calendarAttachment({ subjectId, revision, dueAt }: MessageToCompose, facts: ReminderFacts, title: string): Attachment {
  const content = calendarFile({ milestoneId: subjectId, revision, wall: facts, title, website: facts.website, madeAt: dueAt });
  return { filename: 'deadline.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
}
