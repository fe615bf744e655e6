import { isRecord, type Json } from './call-document.js';

/** One difference between two versions of a call. */
export interface Change {
  /** Where it is, as in `tracks.NCC-2023-VL.milestones.recommendation.local`. */
  readonly path: string;
  /** JSON; null where there was nothing. */
  readonly before: string | null;
  /** JSON; null where there is nothing any more. */
  readonly after: string | null;
}

/** Past dates are history, not something that is changed. */
const HISTORY = 'revisions';

/** What is different, leaf by leaf. Entries of lists are told apart by their `id` or `key`, other lists are taken whole. */
export function changesBetween(before: Json, after: Json, path = ''): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== HISTORY);
  return keys.flatMap((key) => changesOf(before[key], after[key], path === '' ? key : `${path}.${key}`));
}

function changesOf(before: unknown, after: unknown, path: string): Change[] {
  const [one, other] = [byName(before), byName(after)];
  if (one !== undefined && other !== undefined) return changesBetween(one, other, path);
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ path, before: was, after: is }];
}

/** An object as it is, and a list of named entries as an object of them; undefined for all else. */
function byName(value: unknown): Json | undefined {
  if (isRecord(value)) return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.map((entry: unknown): [unknown, unknown] => [isRecord(entry) ? (entry['id'] ?? entry['key']) : undefined, entry]);
  const named = entries.filter((entry): entry is [string, unknown] => typeof entry[0] === 'string');
  return named.length === entries.length ? Object.fromEntries(named) : undefined;
}

/** Keys sorted, as PostgreSQL does not keep their order. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== HISTORY);
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
