import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { LanguageArg } from '#libs/directory';
import { failureOr, type FailureView, type Language } from '#libs/platform';
import { rulesIn, supplierView } from './check-words.js';
import { ConsortiumDraftInput, draftOf } from './draft.input.js';
import type { ReadDraft } from './drafts.service.js';
import { WhatIfService, type DraftStanding } from './what-if.service.js';
import { changesOf, DraftChangeInput, WhatIfResult, WhatIf, type DraftStandingView } from './what-if.types.js';

@Resolver()
export class WhatIfResolver {
  constructor(private readonly service: WhatIfService) {}

  @Query(() => WhatIfResult, {
    description: 'What would change if members joined, left, were swapped or changed roles: verdicts, coverage and score before and after. Needs a key.',
  })
  whatIf(
    @CurrentViewer() viewer: Viewer,
    @Args('draft', { type: () => ConsortiumDraftInput, description: 'The consortium.' }) draft: ConsortiumDraftInput,
    @Args('changes', { type: () => [DraftChangeInput], description: 'The changes, made one after the other: 20 at most.' }) changes: DraftChangeInput[],
    @LanguageArg() language: Language,
  ): Promise<WhatIf | FailureView> {
    return failureOr(this.answer(viewer, draft, changes, language));
  }

  private async answer(viewer: Viewer, draft: ConsortiumDraftInput, changes: readonly DraftChangeInput[], language: Language): Promise<WhatIf> {
    const { read, before, after } = await this.service.whatIf(viewer, draftOf(draft), changesOf(changes));
    return Object.assign(new WhatIf(), { before: viewOf(before, read, language), after: viewOf(after, read, language) });
  }
}

function viewOf({ check, ...standing }: DraftStanding, read: ReadDraft, language: Language): DraftStandingView {
  return { ...standing, verdict: check.verdict, rules: rulesIn(check.rules, read, language, (supplier) => supplierView(supplier, read)) };
}
