import { Injectable } from '@nestjs/common';
import type { Part } from '#libs/matching';
import type { Language } from '#libs/platform';
import { NamesService } from './names.service.js';
import { idOf, reasonOf } from './reasons.js';
import type { SuggestionPart } from './suggestion.types.js';

/** Puts the evidence of scores into words. */
@Injectable()
export class SuggestionWords {
  constructor(private readonly names: NamesService) {}

  /**
   * The parts of several scores, in the order given; a bounded number of queries however many.
   * @param asker the code of the organisation for which the scores were made
   */
  async describe(scores: readonly (readonly Part[])[], asker: string, language: Language): Promise<SuggestionPart[][]> {
    const names = await this.names.of(scores.flatMap((parts) => parts.flatMap(({ evidence }) => evidence)), language);
    return scores.map((parts) =>
      parts.map(({ evidence, ...part }) => ({
        ...part,
        evidence: evidence.map((item) => ({
          kind: item.kind,
          id: idOf(item),
          text: reasonOf(item, asker, names, language),
          with: item.kind === 'project' ? item.with : [],
        })),
      })),
    );
  }
}
