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
import { eventTitle } from './title.js';
import { linkToken } from './link-token.js';

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
    if (facts.audience === null) return { skip: 'unsubscribed' };
    if (facts.endsAt <= facts.now) return { skip: 'the date has passed' };
    if (facts.superseded) return { skip: 'a later reminder is due' };
    const before = message.offset === MOVED ? await this.facts.dateBefore(message) : undefined;
    if (before?.local === facts.local && before.zone === facts.zone) return { skip: 'moved back' };

    const unsubscribe = this.unsubscribeUrl(facts);
    const letter = letterOf({ offset: message.offset, reader, facts, before, ...unsubscribe });
    const attachments = momentsOf(facts).exact ? [calendarAttachment(message, facts, eventTitle(reader.language, facts))] : [];
    return { subject: letter.title, text: letterText(letter), html: letterHtml(letter), attachments, ...unsubscribe };
  }

  /** Followers may end these mails; to officers they are part of their task. */
  private unsubscribeUrl({ audience, subscriptionId }: ReminderFacts): { unsubscribeUrl?: string } {
    if (audience !== 'FOLLOWERS' || subscriptionId === null) return {};
    return { unsubscribeUrl: `${this.config.publicUrl}/unsubscribe/${linkToken('unsubscribe', subscriptionId, this.config.secret)}` };
  }
}

function calendarAttachment({ subjectId, revision, dueAt }: MessageToCompose, facts: ReminderFacts, title: string): Attachment {
  const content = calendarFile([{ milestoneId: subjectId, revision, wall: facts, title, website: facts.website, madeAt: dueAt, withdrawn: false }]);
  return { filename: 'deadline.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
}
