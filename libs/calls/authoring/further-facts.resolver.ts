import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { LanguageArg, requestLoader } from '#libs/directory';
import { Document, DocumentsService } from '#libs/documents';
import { localised, type Language } from '#libs/platform';
import { Call } from '../call.type.js';
import { listedFact } from '../call-facts.js';
import { Track } from '../track.type.js';
import { listOf } from './call-document.js';
import { Announcement, CallDocumentEntry, ContactPoint, MenuActivity } from './further-facts.type.js';

const flags = <T extends { reimbursable?: boolean; requiredReading?: boolean }>(entry: T): T => ({ reimbursable: false, requiredReading: false, ...entry });

/** The newest first. */
const byDay = (announcements: unknown): Announcement[] =>
  listOf<Announcement>(announcements).toSorted((one, other) => (one.date < other.date ? 1 : -1));

@Resolver(() => Call)
export class FurtherFactsResolver {
  @ResolveField(() => [Announcement], { description: 'Its announcements, the newest first.' })
  announcements(@Parent() { facts }: Call): Announcement[] {
    return byDay(facts['announcements']);
  }

  @ResolveField(() => [ContactPoint], { description: 'Whom to ask.' })
  contacts(@Parent() { facts }: Call): ContactPoint[] {
    return [...listOf<ContactPoint>(facts['contacts'])];
  }

  @ResolveField(() => [MenuActivity], { description: 'What sub-participants can choose from.' })
  activityMenu(@Parent() { facts }: Call): MenuActivity[] {
    return listOf<MenuActivity>(facts['activityMenu']).map(flags);
  }

  @ResolveField(() => [CallDocumentEntry], { description: 'Its documents for applicants.' })
  documents(@Parent() { facts }: Call): CallDocumentEntry[] {
    return listOf<CallDocumentEntry>(facts['documents']).map(flags);
  }

  @ResolveField(() => [String], { description: 'The papers that an application needs, such as LETTER_OF_ENDORSEMENT.' })
  requiredDocuments(@Parent() { facts }: Call): string[] {
    return listedFact(facts, 'requiredDocuments');
  }
}

@Resolver(() => Track)
export class TrackFactsResolver {
  @ResolveField(() => [Announcement], { description: 'Its announcements, the newest first.' })
  announcements(@Parent() { facts }: Track): Announcement[] {
    return byDay(facts['announcements']);
  }

  @ResolveField(() => [ContactPoint], { description: 'Whom to ask about this track.' })
  contacts(@Parent() { facts }: Track): ContactPoint[] {
    return [...listOf<ContactPoint>(facts['contacts'])];
  }
}

@Resolver(() => Announcement)
export class AnnouncementResolver {
  @ResolveField(() => String, { description: 'Its title.' })
  title(@Parent() { title, key }: Announcement, @LanguageArg() language: Language): string {
    return localised(title, language) ?? key;
  }

  @ResolveField(() => String, { nullable: true, description: 'What it says.' })
  text(@Parent() { text }: Announcement, @LanguageArg() language: Language): string | null {
    return localised(text, language);
  }
}

@Resolver(() => ContactPoint)
export class ContactPointResolver {
  @ResolveField(() => String, { description: 'What it does.' })
  role(@Parent() { role, key }: ContactPoint, @LanguageArg() language: Language): string {
    return localised(role, language) ?? key;
  }
}

@Resolver(() => MenuActivity)
export class MenuActivityResolver {
  @ResolveField(() => String, { description: 'What it is.' })
  title(@Parent() { title, key }: MenuActivity, @LanguageArg() language: Language): string {
    return localised(title, language) ?? key;
  }
}

@Resolver(() => CallDocumentEntry)
export class CallDocumentEntryResolver {
  constructor(private readonly documents: DocumentsService) {}

  @ResolveField(() => Document, { nullable: true, description: 'The document, when it is kept here.' })
  async kept(@Parent() { document }: CallDocumentEntry, @Context() context: RequestContext): Promise<Document | null> {
    if (document === undefined) return null;
    const batch = (ids: readonly string[]) => this.documents.visible(context.viewer, ids);
    return (await requestLoader(context, 'calls.documents', batch).load(document)) ?? null;
  }

  @ResolveField(() => String, { description: 'Its title.' })
  title(@Parent() { title, key }: CallDocumentEntry, @LanguageArg() language: Language): string {
    return localised(title, language) ?? key;
  }
}
