import { containsWords, countryFilter, nutsOfCountry, regionFilter, Where, wordsOf } from '#libs/directory';
import type { CallStateName } from './enums.js';

/** What a list of calls is narrowed by; an empty filter lets all through. */
export interface CallFilter {
  readonly search?: string | null;
  readonly theme?: string | null;
  readonly country?: string | null;
  readonly region?: string | null;
  readonly programme?: string | null;
  readonly state?: CallStateName | null;
  readonly openAt?: Date | null;
}

/** The ids that a theme and a programme in a filter stand for. */
export interface FilterIds {
  readonly themes?: readonly string[];
  readonly programme?: string;
}

/**
 * SQL: the calls `c` of programmes `p` that pass all of a filter but its times.
 * @throws InvalidInput naming the filter at fault
 */
export function callsMatching({ search, country, region }: CallFilter, { themes, programme }: FilterIds): Where {
  const where = new Where();
  where.and('NOT c.template');
  if (search != null) where.and(containsWords(where, 'c.search', wordsOf(search)));
  if (themes !== undefined) {
    where.and(`EXISTS (SELECT FROM call_themes WHERE call_id = c.id AND theme_id = ANY(${where.bind(themes)}))`);
  }
  if (programme !== undefined) where.and(`c.programme_id = ${where.bind(programme)}`);
  if (country != null) where.and(reaches(where.bind(nutsOfCountry(countryFilter(country)))));
  if (region != null) where.and(reaches(where.bind(regionFilter(region))));
  return where;
}

/** The programme's area or a track's territory has the place, or a part of it. */
function reaches(place: string): string {
  const touches = (other: string) => `(starts_with(${other}, ${place}) OR starts_with(${place}, ${other}))`;
  return `(EXISTS (SELECT FROM unnest(p.area) AS part WHERE ${touches('part')})
    OR EXISTS (SELECT FROM tracks WHERE call_id = c.id AND ${touches('territory')}))`;
}
