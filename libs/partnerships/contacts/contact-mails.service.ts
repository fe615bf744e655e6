import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deliveryTime } from '#libs/calendar';
import { Composers, letterHtml, letterText, post, type Composed, type Composer, type MessageToCompose, type Reader } from '#libs/mail';
import { Clock, Conflict, localised } from '#libs/platform';
import { peopleOf } from '../people-of.js';
import { words } from '../words.js';
import { SELECT_CONTACT, sidesFor, type ContactRecord } from './contact-record.js';

const TEMPLATE = 'contact-request';
const SENT = 'SENT';
const ANSWERED = 'ANSWERED';

interface ContactFacts extends ContactRecord {
  readonly fromOrganisation: string;
  readonly toOrganisation: string;
  /** Whether the reader still works for the side that this mail is for. */
  readonly isTheirs: boolean;
}

const FACTS = `
  SELECT r.*, f.name AS "fromOrganisation", t.name AS "toOrganisation",
    EXISTS (SELECT FROM roles WHERE person_id = $2 AND organisation_id = CASE $3 WHEN '${SENT}' THEN t.id ELSE f.id END) AS "isTheirs"
  FROM (${SELECT_CONTACT} WHERE r.id = $1) r JOIN organisations f ON f.id = r."fromId" JOIN organisations t ON t.id = r."toId"`;

/** Relays requests for contact, and tells their senders the answer. */
@Injectable()
export class ContactMails implements Composer, OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly composers: Composers,
  ) {}

  onModuleInit(): void {
    this.composers.register(TEMPLATE, this);
  }

  /** To everybody of the organisation asked. @throws Conflict when there is nobody */
  async sent(manager: EntityManager, { id, toId, expiresAt }: Pick<ContactRecord, 'id' | 'toId' | 'expiresAt'>, now: Date): Promise<void> {
    const people = await peopleOf(manager, toId);
    if (people.length === 0) throw new Conflict('Nobody of this organisation is here yet who could answer.');
    await post(manager, people.map(({ personId, zone }) => ({ ...about(id, SENT), personId, dueAt: deliveryTime(now, expiresAt, zone), expiresAt })));
  }

  /** To whoever sent the request. */
  async answered(manager: EntityManager, { id, fromId, fromPersonId }: ContactRecord): Promise<void> {
    const now = await this.clock.now(manager);
    const expiresAt = new Date(now.getTime() + TOLD_WITHIN);
    const sender = (await peopleOf(manager, fromId)).filter(({ personId }) => personId === fromPersonId);
    await post(manager, sender.map(({ personId, zone }) => ({ ...about(id, ANSWERED), personId, dueAt: deliveryTime(now, expiresAt, zone), expiresAt })));
  }

  async compose({ personId, subjectId, offset }: MessageToCompose, reader: Reader): Promise<Composed> {
    const [facts] = await this.database.query<ContactFacts[]>(FACTS, [subjectId, personId, offset]);
    if (facts?.isTheirs !== true) return { skip: 'no longer of the organisation' };
    if (offset === ANSWERED) return mailOf(reader, answerIn(facts, reader));
    return facts.state === 'SENT' ? mailOf(reader, requestIn(facts, reader)) : { skip: `already ${facts.state}` };
  }
}

const TOLD_WITHIN = 7 * 24 * 3_600_000;

const about = (subjectId: string, offset: string) => ({ template: TEMPLATE, subjectKind: 'CONTACT_REQUEST', subjectId, revision: 1, offset });

interface Content {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly footer: string;
}

function requestIn(facts: ContactFacts, { language, zone }: Reader): Content {
  const say = words(language);
  const { from } = sidesFor({ mandates: [] }, facts);
  const sender = [from.name, from.organisationId && facts.fromOrganisation].filter((part) => part !== null).join(', ');
  const subject = facts.ideaTitle ?? localised(facts.callTitles, language);
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(facts.expiresAt);
  const organisation = facts.toOrganisation;
  return {
    title: say('contactSubject', { organisation }),
    paragraphs: [say('contact', { organisation }), ...facts.message.split(/\n+/)],
    facts: [
      { label: say('contactFrom'), value: sender === '' ? say('contactHidden') : sender },
      ...(subject === null ? [] : [{ label: say('contactAbout'), value: subject }]),
      { label: say('contactUntil'), value: until },
    ],
    footer: say('whyContact', { organisation }),
  };
}

function answerIn({ state, reason, toOrganisation: organisation }: ContactFacts, { language }: Reader): Content {
  const say = words(language);
  const accepted = state === 'ACCEPTED';
  return {
    title: say('contactAnsweredSubject', { accepted: accepted ? 'yes' : 'no', organisation }),
    paragraphs: [say(accepted ? 'contactAccepted' : 'contactDeclined', { organisation })],
    facts: reason === null ? [] : [{ label: say('contactReason'), value: reason }],
    footer: say('whyContactAnswer'),
  };
}

function mailOf({ language, name }: Reader, content: Content): Composed {
  const letter = { ...content, language, greeting: words(language)('greeting', { name }), links: [] };
  return { subject: letter.title, text: letterText(letter), html: letterHtml(letter) };
}
