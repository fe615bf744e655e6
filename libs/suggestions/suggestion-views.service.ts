import { Injectable } from '@nestjs/common';
import { fitOf } from '#libs/matching';
import { localised, type Language } from '#libs/platform';
import { SuggestedPartnerConnection, type OwnStanding } from './suggestion.types.js';
import { SuggestionWords } from './suggestion-words.service.js';
import type { PartnerAnswer } from './suggestions.service.js';

/** Suggested partners as they are read. */
@Injectable()
export class SuggestionViews {
  constructor(private readonly words: SuggestionWords) {}

  async partners(answer: PartnerAnswer, language: Language): Promise<SuggestedPartnerConnection> {
    const parts = await this.words.describe(answer.nodes.map((partner) => partner.parts), answer.asker.code, language);
    const nodes = answer.nodes.map(({ rank, id, score, tier, closes, probability }, i) => ({
      rank,
      uuid: id,
      score,
      fit: fitOf(score),
      tier: tier ?? null,
      closes: closes ?? null,
      rulesClosed: closes?.length ?? null,
      probability: probability ?? null,
      parts: parts[i] ?? [],
    }));
    const view = new SuggestedPartnerConnection();
    return Object.assign(view, {
      edges: answer.edges.map(({ cursor }, i) => ({ cursor, node: nodes[i] })),
      nodes,
      pageInfo: answer.pageInfo,
      callUuid: answer.call.id,
      closedSince: answer.call.dates.closedSince ?? null,
      standing: standingView(answer, language),
      stamps: answer.stamps,
      answeredAt: answer.answeredAt,
    });
  }
}

/** Only what stands in the way, or might, is worth telling. */
function standingView({ standing }: PartnerAnswer, language: Language): OwnStanding {
  const open = [...standing.join.reasons, ...standing.lead.reasons].filter(({ verdict }) => verdict !== 'MET');
  const messages = open.map(({ message }) => localised(message, language) ?? '');
  return { mayJoin: standing.join.verdict, mayLead: standing.lead.verdict, reasons: [...new Set(messages)] };
}
