import type { CallChanges, MilestoneInput, TrackInput } from './call-changes.js';
import { parsedJson } from './call-file.js';
import { isRecord, listOf, normalised, recordOf, type CallDocument, type Json } from './call-document.js';

/** Names of facts that stand in a call's file as { value, src }, by the name an officer gives them. */
const FACTS = {
  budgetEur: 'budgetEur',
  grantEur: 'grantEur',
  maxRate: 'maxRate',
  monthsMax: 'maxMonths',
  expectedTypes: 'expectedBeneficiaries',
  requiredDocuments: 'requiredDocuments',
} as const;
const PLAIN = [
  'reference', 'title', 'summary', 'website', 'predecessor', 'grantingAuthority', 'actionType', 'objectives', 'themes',
] as const;
const LISTS = ['activityMenu', 'documents', 'announcements', 'contacts'] as const;

/**
 * A call with an officer's changes in it. Entries and facts keep what the officer cannot say, such as their sources.
 * @throws InvalidCall when rules or country sets are not JSON
 */
export function changedDocument(document: CallDocument, changes: CallChanges): CallDocument {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as CallChanges & Json;
  const changed: Record<string, unknown> = { ...document };
  for (const key of PLAIN) if (key in given) changed[key] = plain(given[key]);
  for (const key of LISTS) if (key in given) changed[key] = merged(document[key], given[key]);
  for (const [name, key] of Object.entries(FACTS)) if (name in given) changed[key] = asFact(document[key], given[name]);
  if ('monthsMax' in given) delete changed['months'];
  if ('funds' in given) changed['coFundedBy'] = given.funds;
  if ('rules' in given) changed['rules'] = given.rules == null ? [] : parsedJson('rules', given.rules);
  if (given.countrySets != null) {
    changed['countrySets'] = { ...document.countrySets, ...recordOf(parsedJson('countrySets', given.countrySets)) };
  }
  if ('milestones' in given) changed['milestones'] = milestones(document['milestones'], given.milestones);
  if ('tracks' in given) changed['tracks'] = tracks(document['tracks'], given.tracks);
  return normalised(changed);
}

function tracks(existing: unknown, given: readonly TrackInput[] | null | undefined): Json[] {
  return (given ?? []).map(({ bodyMayBeMember, expressionBy, milestones: dates, announcements, contacts, ...track }) => {
    const before = named(existing, 'id', track.id);
    return {
      ...before,
      ...track,
      mayBeMember: asFact(before['mayBeMember'], bodyMayBeMember),
      expressionBy: asFact(before['expressionBy'], expressionBy),
      ...(dates !== undefined && { milestones: milestones(before['milestones'], dates) }),
      ...(announcements !== undefined && { announcements: merged(before['announcements'], announcements) }),
      ...(contacts !== undefined && { contacts: merged(before['contacts'], contacts) }),
    };
  });
}

/** A date that an officer changes is no assumption any more, and its past is what was published. */
function milestones(existing: unknown, given: readonly MilestoneInput[] | null | undefined): Json[] {
  return (given ?? []).map(({ zone, ...date }) => {
    const { revisions, assumed, ...before } = named(existing, 'key', date.key);
    const entry: Json = { ...before, precision: undefined, ...(plain(date) as Json), tz: zone };
    const stays = before['local'] === date.local && before['tz'] === zone;
    return stays ? { ...entry, precision: date.precision ?? before['precision'], revisions, assumed } : entry;
  });
}

function merged(existing: unknown, given: unknown): Json[] {
  return listOf<Json>(given).map((entry) => ({ ...named(existing, 'key', entry['key']), ...(plain(entry) as Json) }));
}

function named(list: unknown, by: 'id' | 'key', name: unknown): Json {
  return listOf<Json>(list).find((entry) => entry[by] === name) ?? {};
}

/** An unchanged value keeps its source; a changed one is the officer's own word. */
function asFact(existing: unknown, value: unknown): unknown {
  if (value == null) return undefined;
  const before = recordOf(existing);
  return JSON.stringify(before['value']) === JSON.stringify(value) ? before : { value };
}

/** Inputs are made by GraphQL with classes of their own; null means that there is none. */
function plain(value: unknown): unknown {
  if (value === null) return undefined;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (part == null ? [] : [[key, plain(part)]])));
}
