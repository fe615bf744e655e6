import { InvalidWallTime, momentsOf, parseWallTime } from '#libs/calendar';
import { mentioned, valuesOf } from '../import/json-document.js';

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** A call as an entry of calls.json has it, together with the sources and country sets that it names. */
export type CallDocument = Json & { readonly sources: Json; readonly countrySets: Json };

/** Follow from others; `revisions` of a date are history, of which the database keeps more. */
const DERIVED = ['state', 'successor'];
const MILESTONE_KEYS = ['key', 'kind', 'actor', 'precision', 'local', 'tz', 'assumed', 'note', 'revisions'];

/**
 * The one spelling of a call: lists that have no order are sorted, what is derived, empty or not kept is left out, local
 * times are written out, and only the sources and country sets that are named stay. Writing it twice changes nothing.
 */
export function normalised(document: Json): CallDocument {
  const { sources = {}, countrySets = {}, template, themes = [], milestones = [], tracks = [], ...rest } = document;
  const call = withoutEmpty({
    ...rest,
    template: template === true || undefined,
    themes: [...new Set(listOf<string>(themes))].sort(),
    milestones: inOrder(listOf<Json>(milestones).map(milestoneOf)),
    tracks: listOf<Json>(tracks).map(trackOf).sort((one, other) => compare(String(one['id']), String(other['id']))),
  });
  return {
    ...call,
    sources: mentioned(recordOf(sources), valuesOf('src', call)),
    countrySets: mentioned(recordOf(countrySets), valuesOf('countryIn', call['rules'])),
  };
}

function trackOf({ milestones = [], mayBeMember, expressionBy, ...track }: Json): Json {
  return withoutEmpty({
    ...track,
    mayBeMember: mayBeMember ?? { value: true },
    expressionBy: expressionBy ?? { value: 'ORGANISATION' },
    milestones: inOrder(listOf<Json>(milestones).map(milestoneOf)),
  });
}

function milestoneOf({ tzAssumed, revisions, ...given }: Json): Json {
  const past = listOf<Json>(revisions).map(({ rev, local, precision }) => ({ rev, ...wallOf({ local, tz: given['tz'], precision }) }));
  const milestone: Json = {
    ...given,
    ...wallOf(given),
    assumed: given['assumed'] === true || tzAssumed === true || undefined,
    revisions: past.length > 1 ? past : undefined,
  };
  return withoutEmpty(Object.fromEntries(MILESTONE_KEYS.map((key) => [key, milestone[key]])));
}

/** As written, where it cannot be read: the check of the document says so. */
function wallOf({ local, tz, precision }: Json): Json {
  const wall = readWall({ local, tz, precision });
  return wall === undefined ? { local, precision } : { local: wall.local, precision: wall.precision };
}

function readWall({ local, tz, precision }: Json) {
  try {
    return parseWallTime(String(local), String(tz), typeof precision === 'string' ? precision : undefined);
  } catch (error) {
    if (error instanceof InvalidWallTime) return undefined;
    throw error;
  }
}

function inOrder(milestones: readonly Json[]): Json[] {
  const instants = (milestone: Json): [number, number] => {
    const wall = readWall(milestone);
    if (wall === undefined) return [Infinity, Infinity];
    const { start, end } = momentsOf(wall);
    return [start.getTime(), end.getTime()];
  };
  const placed = milestones.map((milestone) => ({ milestone, instants: instants(milestone) }));
  placed.sort(
    (one, other) =>
      compare(one.instants[0], other.instants[0]) ||
      compare(one.instants[1], other.instants[1]) ||
      compare(String(one.milestone['key']), String(other.milestone['key'])),
  );
  return placed.map(({ milestone }) => milestone);
}

/** By code units, so that every machine sorts alike. */
function compare<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : Number(one > other);
}

function withoutEmpty(record: Json): Json {
  const says = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => says(value) && !DERIVED.includes(key)));
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

/** Entries are what the check of the document takes them for. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one place where JSON gets a type
export const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);
