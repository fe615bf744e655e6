import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Composers, letterHtml, letterText, type Composed, type Composer, type Mail, type MessageToCompose, type Reader } from '#libs/mail';
import { CallLetters } from './call-letters.service.js';
import { Companions } from './companions.service.js';
import { digestOf } from './digest.js';
import { CALL_TEMPLATE, DATE_TEMPLATE } from './kinds.js';
import { Links } from './links.service.js';
import { DateLetters } from './date-letters.service.js';
import type { NotWanted, Told } from './told.js';
import { WishesService } from './wishes.service.js';

/** Writes the mails of this room; for whoever wants one mail a day, all that is due in one. */
@Injectable()
export class ReminderComposer implements Composer, OnModuleInit {
  constructor(
    private readonly composers: Composers,
    private readonly dates: DateLetters,
    private readonly calls: CallLetters,
    private readonly wishes: WishesService,
    private readonly companions: Companions,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    for (const template of [DATE_TEMPLATE, CALL_TEMPLATE]) this.composers.register(template, this);
  }

  async compose(message: MessageToCompose, reader: Reader): Promise<Composed> {
    const told = await this.write(message, reader);
    if ('skip' in told) return told;
    const wishes = await this.wishes.of(message.personId);
    return wishes?.digest === true ? this.withCompanions(message, told, reader) : mailOf(told);
  }

  private write(message: MessageToCompose, reader: Reader): Promise<Told | NotWanted> {
    return message.template === DATE_TEMPLATE ? this.dates.write(message, reader) : this.calls.write(message, reader);
  }

  private async withCompanions(message: MessageToCompose, own: Told, reader: Reader): Promise<Composed> {
    const place = await this.companions.placeOf(message);
    if (!('others' in place)) return place;
    const written = await Promise.all(place.others.map(async (other) => ({ id: other.id, told: await this.write(other, reader) })));
    const others = written.flatMap(({ id, told }) => ('skip' in told ? [] : [{ id, told }]));
    if (others.length === 0) return mailOf(own);
    const all = [own, ...others.map(({ told }) => told)];
    const addresses = { settings: this.links.settings(message.personId), stop: this.links.stop(message.personId, 'all') };
    return { ...mailOf(digestOf(all, reader, addresses)), alsoTells: others.map(({ id }) => id) };
  }
}

function mailOf({ letter, attachments, unsubscribeUrl }: Told): Mail {
  return {
    subject: letter.title,
    text: letterText(letter),
    html: letterHtml(letter),
    attachments,
    ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
  };
}
