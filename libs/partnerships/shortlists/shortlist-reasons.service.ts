import { Injectable } from '@nestjs/common';
import type { Language } from '#libs/platform';
import { SuggestionsService, SuggestionWords, type SuggestionPart } from '#libs/suggestions';
import type { ShortlistEntry } from './shortlist.types.js';
import { ShortlistsService, type EntryRecord, type ShortlistRecord } from './shortlists.service.js';

/** Why each organisation is on a shortlist: its score today for whoever it was found for. */
@Injectable()
export class ShortlistReasons {
  constructor(
    private readonly shortlists: ShortlistsService,
    private readonly suggestions: SuggestionsService,
    private readonly words: SuggestionWords,
  ) {}

  async entriesOf(shortlist: ShortlistRecord, language: Language): Promise<ShortlistEntry[]> {
    const entries = await this.shortlists.entriesOf(shortlist.id);
    const why = new Map<string, SuggestionPart[]>();
    for (const asker of new Set(entries.map(({ suggestedFor }) => suggestedFor))) {
      const found = entries.filter(({ suggestedFor }) => suggestedFor === asker);
      for (const [organisation, parts] of await this.describe(shortlist.callId, asker, found, language)) why.set(organisation, parts);
    }
    return entries.map(({ organisationId, suggestedFor, position, note, addedAt }) => ({
      organisationUuid: organisationId,
      suggestedForUuid: suggestedFor,
      position,
      note,
      addedAt,
      why: why.get(organisationId) ?? [],
    }));
  }

  private async describe(callId: string, asker: string, found: readonly EntryRecord[], language: Language): Promise<[string, SuggestionPart[]][]> {
    const explained = await this.suggestions.explain(callId, asker, found.map(({ organisationId }) => organisationId));
    if (explained === undefined) return [];
    const described = await this.words.describe([...explained.scores.values()].map(({ parts }) => parts), explained.asker, language);
    return [...explained.scores.keys()].map((organisation, i) => [organisation, described[i] ?? []]);
  }
}
