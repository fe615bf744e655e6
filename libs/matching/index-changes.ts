import type { Organisation } from './directory-data.js';
import { organisationPosition, themeRow, type MatchIndex } from './match-index.js';
import { fromRows, replaceRows } from './sparse.js';
import { replaceHolders } from './theme-scan/index.js';

/** What of an organisation may change without the index being built anew. */
export type Interests = Pick<Organisation, 'id' | 'offers' | 'seeks'>;

/**
 * The index with other interests of some organisations: equal, bit by bit, to one built anew from the changed data. It
 * shares all that does not depend on interests, and copies what does; the given index stays as it is.
 *
 * @throws RangeError for an organisation or a theme that the index does not hold.
 */
export function withInterests(index: MatchIndex, changes: readonly Interests[]): MatchIndex {
  const { tree } = index;
  const changed = changes
    .map(({ id, offers, seeks }) => ({ at: organisationPosition(index, id), offers: themeRow(tree, offers), seeks: themeRow(tree, seeks) }))
    .sort((a, b) => a.at - b.at);
  const positions = changed.map(({ at }) => at);
  const offered = fromRows(changed.map(({ offers }) => offers));
  const sought = fromRows(changed.map(({ seeks }) => seeks));
  return {
    ...index,
    offers: replaceRows(index.offers, changed.map(({ at, offers }) => [at, offers])),
    seeks: replaceRows(index.seeks, changed.map(({ at, seeks }) => [at, seeks])),
    offerers: replaceHolders(index.offerers, tree, positions, [offered]),
    seekers: replaceHolders(index.seekers, tree, positions, [sought]),
  };
}
