import { groupOf, groupsOf, sumByGroup, type Groups } from './groups.js';
import { columnsOf, type Sparse } from './sparse.js';

/** Where the participants of each programme come from. */
export interface ProgrammeAreas {
  /** The projects by their programmes. */
  readonly programmes: Pick<Groups, 'of' | 'names'>;
  /** Per programme: place -> share, a vector of length 1. */
  readonly vectors: readonly ReadonlyMap<string, number>[];
}

/**
 * @param programme of each project
 * @param places of the organisations
 */
export function programmeAreas(programme: readonly (string | undefined)[], members: Sparse, places: Groups): ProgrammeAreas {
  const { of, names } = groupsOf(programme);
  const counts = names.map(() => new Map<string, number>());
  of.forEach((own, project) => {
    const count = counts[own];
    if (count === undefined) return;
    for (const member of columnsOf(members, project)) {
      const place = groupOf(places, member);
      count.set(place, (count.get(place) ?? 0) + 1);
    }
  });
  return { programmes: { of, names }, vectors: counts.map(unit) };
}

/**
 * affinity_q = cosine between the participants' places of q's programme and of the given one
 *
 * Programmes change their names every seven years and keep their borders: their pasts belong together.
 */
export function affinityTo({ programmes, vectors }: ProgrammeAreas, programme: string | undefined): Float64Array | undefined {
  const own = programmes.names.findIndex((name) => name === programme);
  const area = vectors[own];
  return area && affinityOf({ programmes, vectors }, area, own);
}

/**
 * The same for a programme without a past: its participants are taken to come from where those come from who take part in
 * projects that read like it: area = sum over projects q of alike_q^2 * area of q's programme, at length 1.
 *
 * @param alike of each project
 */
export function affinityByWords(areas: ProgrammeAreas, alike: Float64Array): Float64Array {
  const mixed = new Map<string, number>();
  const weights = sumByGroup(areas.programmes, alike.map((cosine) => cosine * cosine));
  areas.vectors.forEach((vector, i) => {
    const weight = weights[i] ?? 0;
    if (weight > 0) for (const [place, share] of vector) mixed.set(place, (mixed.get(place) ?? 0) + weight * share);
  });
  return affinityOf(areas, unit(mixed), -1);
}

function affinityOf({ programmes, vectors }: ProgrammeAreas, area: ReadonlyMap<string, number>, own: number): Float64Array {
  const cosines = vectors.map((vector, i) => (i === own ? 1 : Math.min(1, product(area, vector))));
  return Float64Array.from(programmes.of, (other) => cosines[other] ?? 0);
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
