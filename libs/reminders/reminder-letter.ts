import { daysBetween, describeDeadline, momentsOf, type WallTime } from '#libs/calendar';
import type { Letter, Reader } from '#libs/mail';
import { taskText } from '#libs/partnerships';
import { MOVED, NOW_OPEN } from './kinds.js';
import type { Duties, ReminderFacts } from './reminder-facts.service.js';
import { titleFor } from './title.js';
import { words, type Say } from './words.js';

export interface ReminderContent {
  readonly offset: string;
  readonly reader: Reader;
  readonly facts: ReminderFacts;
  readonly duties: Duties;
  /** Of a moved date, the date it was. */
  readonly before: WallTime | undefined;
  readonly settingsUrl: string;
  readonly unsubscribeUrl?: string;
}

/** What a reminder says to its reader; its title is the mail's subject. */
export function letterOf({ offset, reader, facts, duties, before, settingsUrl, unsubscribeUrl }: ReminderContent): Letter {
  const { language, zone, name } = reader;
  const say = words(language);
  const days = daysBetween(facts.now, facts);
  const to = describeDeadline(facts, zone, language);
  const values = {
    kind: say('kind', { kind: facts.kind }),
    title: titleFor(language, facts),
    to,
    from: before === undefined ? to : describeDeadline(before, zone, language),
    left: say('left', { left: days }),
  };
  const consortia = new Intl.ListFormat(language, { type: 'conjunction' }).format(duties.consortia);
  const told = toldBy(offset, facts, before);
  return {
    language,
    title: told === 'reminder' ? say('reminderSubject', { ...values, left: days }) : say(`${told}Subject`, values),
    greeting: say('greeting', { name }),
    paragraphs: [say(told, values), ...(facts.audience === 'LEADS' ? [say('notYet', { kind: facts.kind, consortia })] : [])],
    facts: [
      { label: say('when'), value: to },
      ...(consortia === '' ? [] : [{ label: say('consortium'), value: consortia }]),
      ...duties.tasks.map((task) => ({ label: say('task'), value: taskText(language, task) })),
      ...callFacts(facts, language),
      ...(facts.body === null ? [] : [{ label: say('contactBody'), value: facts.body }]),
    ],
    footer: say('why', { audience: facts.audience ?? '', consortia }),
    links: linksOf(say, settingsUrl, unsubscribeUrl),
  };
}

/** What a reader may do about such mails. */
export function linksOf(say: Say, settingsUrl: string, unsubscribeUrl?: string): Letter['links'] {
  const settings = { text: say('settings'), url: settingsUrl };
  return unsubscribeUrl === undefined ? [settings] : [{ text: say('stop'), url: unsubscribeUrl }, settings];
}

function toldBy(offset: string, now: WallTime, before: WallTime | undefined): 'reminder' | 'nowOpen' | 'moved' | 'madeExact' {
  if (offset === NOW_OPEN) return 'nowOpen';
  if (offset !== MOVED) return 'reminder';
  const wasVague = before !== undefined && !momentsOf(before).exact;
  return wasVague && momentsOf(now).exact ? 'madeExact' : 'moved';
}

/** The call, and where to read more of it. */
export function callFacts(call: Pick<ReminderFacts, 'callCode' | 'titles' | 'website'>, language: Reader['language']): Letter['facts'] {
  const { callCode, website } = call;
  const say = words(language);
  return [
    { label: say('reference'), value: `${titleFor(language, call)} (${callCode})` },
    ...(isWebAddress(website) ? [{ label: say('website'), value: website, link: website }] : []),
  ];
}

const isWebAddress = (website: string | null): website is string => website !== null && /^https?:\/\//i.test(website);
