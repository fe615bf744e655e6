import { InvalidCall } from './invalid-call.js';
import { isRecord, listOf, normalised, recordOf, type CallDocument } from './call-document.js';

/** Characters; the largest of the calls that ship with Verbond has 20,000. */
export const LARGEST_FILE = 500_000;
const DEEPEST = 50;

/** Keys in the order of reading; all others follow by the alphabet. */
const READING_ORDER = [
  'sources', 'countrySets', 'calls', 'id', 'key', 'reference', 'programme', 'predecessor', 'kind', 'title', 'nl', 'fr', 'en', 'de',
  'summary', 'website', 'grantingAuthority', 'actor', 'precision', 'local', 'tz', 'level', 'when', 'where', 'measure', 'fn', 'must',
  'op', 'value', 'severity', 'message', 'themes', 'milestones', 'tracks', 'rules', 'src', 'assumed', 'note',
];
const PLACES = new Map(READING_ORDER.map((key, place) => [key, place]));

/** The one text of a call as a file in the format of calls.json: the same call is the same bytes. */
export function printCallFile({ sources, countrySets, ...call }: CallDocument): string {
  return `${JSON.stringify(ordered({ sources, countrySets, calls: [call] }), null, 2)}\n`;
}

/**
 * @param text a file in the format of calls.json with one call; its programme is named, not described
 * @throws InvalidCall
 */
export function readCallFile(text: string): CallDocument {
  if (text.length > LARGEST_FILE) {
    throw new InvalidCall([{ path: 'file', reason: `has ${text.length} characters; at most ${LARGEST_FILE} are read` }]);
  }
  const file = recordOf(parsedJson('file', text));
  const [call, ...others] = listOf<unknown>(file['calls']);
  if (!isRecord(call) || others.length > 0) {
    throw new InvalidCall([{ path: 'calls', reason: 'must be a list with exactly one call' }]);
  }
  return normalised({ ...call, sources: file['sources'], countrySets: file['countrySets'] });
}

/** @throws InvalidCall saying where the text stops being JSON, or that it is nested beyond reading */
export function parsedJson(path: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (!isDeeper(value, DEEPEST)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidCall([{ path, reason: `is not JSON: ${error.message}` }]);
  }
  throw new InvalidCall([{ path, reason: `is nested deeper than ${DEEPEST} levels` }]);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
  return Object.fromEntries(keys.map((key): [string, unknown] => [key, ordered(value[key])]));
}

const placeOf = (key: string): number => PLACES.get(key) ?? READING_ORDER.length;
