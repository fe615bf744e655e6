import { daysBetween, describeDeadline } from '#libs/calendar';
import type { Letter, Reader } from '#libs/mail';
import type { Invitation, ReminderFacts } from './reminder-facts.service.js';
import { callFacts, linksOf } from './reminder-letter.js';
import { words } from './words.js';

export interface InvitationContent {
  readonly invitation: Invitation;
  readonly reader: Reader;
  readonly facts: ReminderFacts;
  readonly consortiumUrl: string;
  readonly settingsUrl: string;
}

/** What people of an invited organisation are told before the invitation expires. */
export function invitationLetterOf({ invitation, reader, facts, consortiumUrl, settingsUrl }: InvitationContent): Letter {
  const { language, zone, name } = reader;
  const { consortium, lead, organisation } = invitation;
  const say = words(language);
  const left = daysBetween(facts.now, facts);
  return {
    language,
    title: say('invitationSubject', { left, consortium }),
    greeting: say('greeting', { name }),
    paragraphs: [say('invitation', { lead, organisation, consortium, left: say('left', { left }) })],
    facts: [
      { label: say('answerBy'), value: describeDeadline(facts, zone, language) },
      { label: say('consortium'), value: consortium },
      ...callFacts(facts, language),
      { label: say('answerHere'), value: consortiumUrl, link: consortiumUrl },
    ],
    footer: say('why', { audience: 'INVITEES', organisation }),
    links: linksOf(say, settingsUrl),
  };
}
