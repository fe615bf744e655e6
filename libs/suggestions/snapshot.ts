import type { MemberFacts } from '#libs/eligibility';
import { withInterests, type MatchIndex } from '#libs/matching';
import { readOrganisations, readStamp, type OrganisationFacts, type Query } from './directory-reader.js';

/** What ranking needs to know of an organisation beside its score. */
export interface Candidate extends MemberFacts {
  readonly id: string;
  /** The printed code; organisations are known by it in the index, so that equal data rank equally everywhere. */
  readonly code: string;
  readonly public: boolean;
  /** As many running projects as it said it can carry. */
  readonly full: boolean;
  /** All that the index holds of it beside its interests, as text: while this is the same, the index need not be built anew. */
  readonly facts: string;
}

export interface Candidates {
  get(code: string): Candidate | undefined;
  values(): Iterable<Candidate>;
}

/** The directory at one moment, ready for questions. */
export interface Snapshot {
  /** Version of the data, and the last day on which a project or designation began or ended. */
  readonly stamp: string;
  readonly index: MatchIndex;
  /** By code. */
  readonly candidates: Candidates;
  /** Code by id. */
  readonly codes: ReadonlyMap<string, string>;
  /** What an embedding service told of the texts of calls, by code. */
  readonly callVectors: ReadonlyMap<string, Float32Array>;
  /** The candidates when the whole directory was last read, and those that have changed since; by code. */
  readonly taken: ReadonlyMap<string, Candidate>;
  readonly changed: ReadonlyMap<string, Candidate>;
}

/** So many changes are worth a new snapshot. */
const MOST_CHANGED = 1000;

const CHANGES = `
  SELECT count(DISTINCT version)::int AS versions, coalesce(bool_and(organisations IS NOT NULL), true) AS "knownWhich",
    coalesce(array_agg(DISTINCT id) FILTER (WHERE id IS NOT NULL), '{}') AS ids
  FROM directory_changes LEFT JOIN unnest(organisations) AS id ON true WHERE version > $1`;

/**
 * The directory as it is now, from the one that was: only what changed is read, and only what depends on it is copied.
 * @param query in one consistent view
 * @returns nothing when that cannot be done: more than interests, capacity and the like has changed, or too much
 */
export async function renewed(query: Query, known: Snapshot): Promise<Snapshot | undefined> {
  const stamp = await readStamp(query);
  if (stamp === known.stamp) return known;
  const [before, now] = [partsOf(known.stamp), partsOf(stamp)];
  const [changes] = await query<{ versions: number; knownWhich: boolean; ids: string[] }>(CHANGES, [before.version]);
  if (changes === undefined || before.day !== now.day) return undefined;
  const { versions, knownWhich, ids } = changes;
  if (versions !== now.version - before.version || !knownWhich || ids.length + known.changed.size > MOST_CHANGED) return undefined;
  const read = await readOrganisations(query, ids);
  if (read.length !== ids.length || !read.every((facts) => isLasting(known, facts))) return undefined;
  return {
    ...known,
    stamp,
    index: withInterests(known.index, read.map(({ organisation }) => organisation)),
    ...amended(known, read.map(({ candidate }) => candidate)),
  };
}

function isLasting({ candidates, codes }: Snapshot, { candidate: { id, code, facts } }: OrganisationFacts): boolean {
  return codes.get(id) === code && candidates.get(code)?.facts === facts;
}

/** Thousands of candidates are not copied for one: the changed ones lie over those that were taken. */
function amended({ taken, changed }: Snapshot, changes: readonly Candidate[]): Pick<Snapshot, 'candidates' | 'changed'> {
  const all = new Map([...changed, ...changes.map((candidate) => [candidate.code, candidate] as const)]);
  return {
    changed: all,
    candidates: {
      get: (code) => all.get(code) ?? taken.get(code),
      *values() {
        for (const candidate of taken.values()) yield all.get(candidate.code) ?? candidate;
      },
    },
  };
}

function partsOf(stamp: string): { version: number; day: string } {
  const [version = '', day = ''] = stamp.split('@');
  return { version: Number(version), day };
}
