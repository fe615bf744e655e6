import { Injectable } from '@nestjs/common';
import { ThemesService } from '#libs/directory';
import { localised, type Language } from '#libs/platform';
import { coverageOf, SuggestionsService, SuggestionWords, type CheckedDraft, type ConsortiumDraft, type SuggestionPart } from '#libs/suggestions';
import { ExpressionDrafts } from '../expressions/expression-drafts.service.js';
import type { ExpressionRecord } from '../expressions/expression-record.js';
import { actionsOf, type TrackRecord } from '../expressions/track-record.js';

/** A draft with how it stands under the rules of its call. */
export interface CheckedExpression extends CheckedDraft {
  readonly draft: ConsortiumDraft;
}

/** A wanted theme, and who covers it. */
export interface CoverageRow {
  readonly theme: string;
  readonly label: string;
  /** Codes of the members that offer it or worked on it, or on one below it. */
  readonly members: readonly string[];
  /** Whether nobody does. */
  readonly gap: boolean;
}

export interface MemberScore {
  readonly score: number | null;
  readonly parts: readonly SuggestionPart[];
}

/** What is computed of an expression so that it can be laid beside others: rules, coverage, scores of its members. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly drafts: ExpressionDrafts,
    private readonly themes: ThemesService,
    private readonly suggestions: SuggestionsService,
    private readonly words: SuggestionWords,
  ) {}

  async checked(expression: ExpressionRecord): Promise<CheckedExpression> {
    const draft = await this.drafts.draftOf(expression);
    return { draft, ...(await this.drafts.check(draft)) };
  }

  /** What the call wants, its proposed actions included: who covers what, and what nobody does. */
  async coverage({ read }: CheckedExpression, track: TrackRecord, language: Language): Promise<CoverageRow[]> {
    const tree = await this.themes.tree();
    const actions = actionsOf(track).map(({ theme }) => theme).filter((theme) => tree.get(theme) !== undefined);
    const wanted = [...new Set([...read.matching.themes, ...actions])];
    return coverageOf(read.draft, read, wanted).map(({ theme, members }) => ({
      theme,
      label: localised(tree.get(theme)?.labels, language) ?? theme,
      members,
      gap: members.length === 0,
    }));
  }

  /** What members score for the lead in the call, by their ids; nothing for whoever is not known to matching. */
  async memberScores({ callId, leadId }: ExpressionRecord, memberIds: readonly string[], language: Language): Promise<Map<string, MemberScore>> {
    const explained = await this.suggestions.explain(callId, leadId, memberIds);
    if (explained === undefined) return new Map();
    const described = await this.words.describe([...explained.scores.values()].map(({ parts }) => parts), explained.asker, language);
    return new Map([...explained.scores].map(([id, { score }], i) => [id, { score, parts: described[i] ?? [] }]));
  }
}
