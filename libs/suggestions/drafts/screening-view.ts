import type { Language } from '#libs/platform';
import { rulesIn } from './check-words.js';
import type { Screening } from './screening.service.js';
import { ScreeningResult } from './screening.types.js';
import { QUESTION_WORDS } from './screening-words.js';

/** What came of a check, in words. */
export function screeningView(found: Screening, language: Language): ScreeningResult {
  const { outcome, rule, unanswered } = found;
  const [shown = null] = rule === undefined ? [] : rulesIn([rule], found, language, ({ who }) => ({ kind: who, uuids: [] }));
  return Object.assign(new ScreeningResult(), {
    found,
    outcome,
    rule: shown,
    unanswered: unanswered.map((id) => ({ id, text: QUESTION_WORDS[id][language] })),
  });
}
