import { Injectable } from '@nestjs/common';
import { describeDeadline } from '#libs/calendar';
import type { Letter, MessageToCompose, Reader } from '#libs/mail';
import { CallFactsReader, type Announcement, type CallChange } from './call-facts.service.js';
import { CHANGED_CALL, FOUND } from './kinds.js';
import { Links } from './links.service.js';
import { Opportunities, type Opportunity } from './opportunities.service.js';
import { callFacts, linksOf } from './reminder-letter.js';
import { SavedSearches, type Find } from './saved-searches.service.js';
import { searchName } from './search-name.js';
import { textFor, titleFor } from './title.js';
import type { NotWanted, Told } from './told.js';
import { words } from './words.js';

/** Writes of calls: that they were changed, that a search found them, that new rules concern the reader's organisation. */
@Injectable()
export class CallLetters {
  constructor(
    private readonly changes: CallFactsReader,
    private readonly opportunities: Opportunities,
    private readonly searches: SavedSearches,
    private readonly links: Links,
  ) {}

  async write(message: MessageToCompose, reader: Reader): Promise<Told | NotWanted> {
    if (message.offset === CHANGED_CALL) return this.ofChange(message, reader);
    return message.offset === FOUND ? this.ofFind(message, reader) : this.ofOpportunity(message, reader);
  }

  private async ofChange(message: MessageToCompose, reader: Reader): Promise<Told | NotWanted> {
    const change = await this.changes.of(message);
    if (change?.subscriptionId == null) return { skip: 'unsubscribed' };
    if (change.sections.length === 0) return { skip: 'the track is not followed any more' };
    const unsubscribeUrl = this.links.unsubscribe(change.subscriptionId);
    const links = linksOf(words(reader.language), this.links.settings(message.personId), unsubscribeUrl);
    return { letter: letterOfChange(change, reader, links), attachments: [], unsubscribeUrl };
  }

  private async ofFind({ personId, subjectId }: MessageToCompose, reader: Reader): Promise<Told | NotWanted> {
    const find = await this.searches.find(personId, subjectId);
    if (find === undefined) return { skip: 'no search finds it any more, or it is followed or dropped' };
    const unsubscribeUrl = this.links.stop(personId, 'searches');
    const say = words(reader.language);
    const links = [
      { text: say('dropLink'), url: this.links.drop(personId, find.callCode) },
      { text: say('stopSearches'), url: unsubscribeUrl },
      { text: say('settings'), url: this.links.settings(personId) },
    ];
    return { letter: letterOfFind(find, reader, links), attachments: [], unsubscribeUrl };
  }

  private async ofOpportunity(message: MessageToCompose, reader: Reader): Promise<Told | NotWanted> {
    const { personId, subjectId, revision } = message;
    const found = await this.opportunities.of(personId, subjectId, revision);
    if ('skip' in found) return found;
    const unsubscribeUrl = this.links.stop(personId, 'opportunities');
    const say = words(reader.language);
    const links = [{ text: say('stopOpportunities'), url: unsubscribeUrl }, { text: say('settings'), url: this.links.settings(personId) }];
    return { letter: letterOfOpportunity(found, reader, links), attachments: [], unsubscribeUrl };
  }
}

function letterOfChange(change: CallChange, { language, name }: Reader, links: Letter['links']): Letter {
  const say = words(language);
  const title = titleFor(language, change);
  const sections = change.sections.map((section) => say('section', { section }));
  const what = new Intl.ListFormat(language, { type: 'conjunction' }).format(sections);
  return {
    language,
    title: say('changedSubject', { title }),
    greeting: say('greeting', { name }),
    paragraphs: [say('changed', { title, what })],
    facts: [
      ...change.announcements.map((announcement) => ({ label: say('announcement'), value: announcementText(announcement, language) })),
      { label: say('reason'), value: change.reason },
      ...callFacts(change, language),
    ],
    footer: say('why', { audience: 'FOLLOWERS' }),
    links,
  };
}

function letterOfOpportunity(found: Opportunity, { language, name, zone }: Reader, links: Letter['links']): Letter {
  const say = words(language);
  const { change, organisation, version, closing } = found;
  const title = titleFor(language, found);
  return {
    language,
    title: say('eligibleSubject', { change, title }),
    greeting: say('greeting', { name }),
    paragraphs: [say('eligible', { change, title, organisation, version })],
    facts: [{ label: say('when'), value: describeDeadline(closing, zone, language) }, ...callFacts(found, language)],
    footer: say('whyEligible', { organisation }),
    links,
  };
}

function letterOfFind(find: Find, { language, name, zone }: Reader, links: Letter['links']): Letter {
  const say = words(language);
  const title = titleFor(language, find);
  return {
    language,
    title: say('foundSubject', { title }),
    greeting: say('greeting', { name }),
    paragraphs: [say('found', { title, search: searchName(find.search, language) })],
    facts: [{ label: say('when'), value: describeDeadline(find.closing, zone, language) }, ...callFacts(find, language)],
    footer: say('whyFound'),
    links,
  };
}

function announcementText({ title, text }: Announcement, language: Reader['language']): string {
  return [textFor(language, title), textFor(language, text)].filter((part) => part !== null).join(' – ');
}
