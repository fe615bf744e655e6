import { columnsOf, type Sparse } from './sparse.js';

/** Where the participants of each programme come from. */
export interface ProgrammeAreas {
  /** Per project: its programme, -1 without one. */
  readonly programmeOf: Int32Array;
  readonly position: ReadonlyMap<string, number>;
  /** Per programme: place -> share, a vector of length 1. */
  readonly vectors: readonly ReadonlyMap<string, number>[];
}

/**
 * @param programmes of each project
 * @param places of each organisation
 */
export function programmeAreas(
  programmes: readonly (string | undefined)[],
  members: Sparse,
  places: readonly string[],
): ProgrammeAreas {
  const names = [...new Set(programmes.filter((name) => name !== undefined))].sort();
  const position = new Map(names.map((name, i) => [name, i]));
  const programmeOf = Int32Array.from(programmes, (name) => (name === undefined ? -1 : (position.get(name) ?? -1)));
  const counts = names.map(() => new Map<string, number>());
  programmeOf.forEach((programme, project) => {
    const count = counts[programme];
    if (count === undefined) return;
    for (const member of columnsOf(members, project)) {
      const place = places[member] ?? '';
      count.set(place, (count.get(place) ?? 0) + 1);
    }
  });
  return { programmeOf, position, vectors: counts.map(unit) };
}

/**
 * affinity_q = cosine between the participants' places of q's programme and of the given one
 *
 * Programmes change their names every seven years and keep their borders: their pasts belong together.
 */
export function affinityTo({ programmeOf, position, vectors }: ProgrammeAreas, programme: string | undefined): Float64Array {
  const own = programme === undefined ? undefined : position.get(programme);
  const area = own === undefined ? undefined : vectors[own];
  const cosines = vectors.map((vector, i) => (i === own ? 1 : area === undefined ? 0 : Math.min(1, product(area, vector))));
  return Float64Array.from(programmeOf, (other) => cosines[other] ?? 0);
}

function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [place, weight] of a) sum += weight * (b.get(place) ?? 0);
  return sum;
}

function unit(counts: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0));
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, n]) => [place, n / length]));
}
