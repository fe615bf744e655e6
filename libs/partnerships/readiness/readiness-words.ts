import { momentsOf } from '#libs/calendar';
import { missingWords, sentenceOf } from '#libs/eligibility';
import type { Language } from '#libs/platform';
import { words } from '../words.js';
import type { ReadinessItem } from './check-list.js';
import type { Preparedness } from './readiness.service.js';
import { Readiness, type ReadinessItemView } from './readiness.type.js';

/** A check list as it is read, in a language. */
export function readinessView(prepared: Preparedness, language: Language): Readiness {
  const { checked, items } = prepared;
  return {
    met: checked.check.verdict === 'MET',
    rulesetVersion: checked.read.call.ruleset.version,
    items: items.flatMap((item) => itemView(item, prepared, language)),
  };
}

/** Nothing where its owner is gone meanwhile. */
function itemView(item: ReadinessItem, prepared: Preparedness, language: Language): ReadinessItemView[] {
  const { id, kind, done, owner, assigned, due, subject } = item;
  const ownerUuid = prepared.checked.read.organisations.get(owner)?.uuid;
  if (ownerUuid === undefined) return [];
  const dueAt = due === null ? (prepared.tasks.get(subject)?.dueAt ?? null) : momentsOf(due).end;
  return [{ id, kind, text: textOf(item, prepared, language), done, ownerUuid, assigned, dueOn: due?.local ?? null, dueAt }];
}

function textOf({ kind, subject }: ReadinessItem, { checked, tasks }: Preparedness, language: Language): string {
  const say = words(language);
  switch (kind) {
    case 'RULE': {
      const rule = checked.read.eligibility.rules.find(({ id }) => id === subject);
      return rule === undefined ? subject : sentenceOf(rule, language);
    }
    case 'TASK': {
      const task = tasks.get(subject);
      return task === undefined ? subject : say(`task.${task.kind}`, task.facts);
    }
    case 'DOCUMENT':
    case 'AGREEMENT':
      return say(`readiness.${kind}`, { document: missingWords(`document:${subject}`, language) });
    case 'READING':
    case 'DISSEMINATION_PLAN':
    case 'SUBMISSION':
      return say(`readiness.${kind}`);
  }
}
