import { Injectable } from '@nestjs/common';
import { momentsOf } from '#libs/calendar';
import type { Attachment, MessageToCompose, Reader } from '#libs/mail';
import { calendarFile } from './calendar-file.js';
import { invitationLetterOf } from './invitation-letter.js';
import { INVITATION, MOVED } from './kinds.js';
import { Links } from './links.service.js';
import { ReminderFactsReader, type ReminderFacts } from './reminder-facts.service.js';
import { letterOf } from './reminder-letter.js';
import { eventTitle } from './title.js';
import type { NotWanted, Told } from './told.js';

/** Writes of dates, after asking once more whether that is wanted and true. */
@Injectable()
export class DateLetters {
  constructor(
    private readonly facts: ReminderFactsReader,
    private readonly links: Links,
  ) {}

  async write(message: MessageToCompose, reader: Reader): Promise<Told | NotWanted> {
    const facts = await this.facts.of(message);
    if (facts === undefined) return { skip: 'what it is about is gone' };
    if (facts.ended !== null) return { skip: facts.ended };
    if (facts.revision !== message.revision) return { skip: 'moved' };
    if (facts.audience === null) return { skip: await this.facts.whyLeft(message) };
    if (facts.endsAt <= facts.now) return { skip: 'the date has passed' };
    if (facts.superseded) return { skip: 'a later reminder is due' };
    const attachments = momentsOf(facts).exact ? [calendarAttachment(message, facts, eventTitle(reader.language, facts))] : [];
    const settingsUrl = this.links.settings(message.personId);
    if (message.subjectKind === INVITATION) {
      const invitation = await this.facts.invitationOf(message);
      if (invitation === undefined) return { skip: 'what it is about is gone' };
      const consortiumUrl = this.links.consortium(invitation.consortiumId);
      return { letter: invitationLetterOf({ invitation, reader, facts, consortiumUrl, settingsUrl }), attachments };
    }
    const before = message.offset === MOVED ? await this.facts.dateBefore(message) : undefined;
    if (before?.local === facts.local && before.zone === facts.zone) return { skip: 'moved back' };

    const unsubscribe = this.unsubscribeUrl(facts);
    const duties = await this.facts.dutiesOf(message);
    const letter = letterOf({ offset: message.offset, reader, facts, duties, before, settingsUrl, ...unsubscribe });
    return { letter, attachments, ...unsubscribe };
  }

  /** Followers may end these mails; to others they are part of their task. */
  private unsubscribeUrl({ audience, subscriptionId }: ReminderFacts): { unsubscribeUrl?: string } {
    if (audience !== 'FOLLOWERS' || subscriptionId === null) return {};
    return { unsubscribeUrl: this.links.unsubscribe(subscriptionId) };
  }
}

function calendarAttachment({ subjectId, revision, dueAt }: MessageToCompose, facts: ReminderFacts, title: string): Attachment {
  const content = calendarFile([{ subjectId, revision, wall: facts, title, website: facts.website, madeAt: dueAt, withdrawn: false }]);
  return { filename: 'deadline.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
}
