import { InvalidInput, textProblem } from '#libs/platform';
import type { Where } from './where.js';

const LONGEST_SEARCH = 200;

/**
 * The words of a search text, in NFC.
 * @param field the argument that the text was given in
 * @throws InvalidInput naming the field
 */
export function wordsOf(search: string, field = 'search'): string[] {
  if (search.length > LONGEST_SEARCH) throw new InvalidInput(field, `has at most ${LONGEST_SEARCH} characters.`);
  const problem = textProblem(search);
  if (problem !== undefined) throw new InvalidInput(field, `${problem}.`);
  return search.normalize('NFC').split(/\s+/u).filter((word) => word !== '');
}

/**
 * SQL: the column contains every word, in any order, whatever case or accents. Words are literal.
 * `fold` comes before escaping, since it turns a full-width `％` into `%`. The trigram index on `fold(column)` serves it.
 */
export function containsWords(where: Where, column: string, words: readonly string[]): string {
  const contains = (word: string): string => {
    const escaped = String.raw`regexp_replace(fold(${where.bind(word)}), '([\\%_])', '\\\1', 'g')`;
    return `fold(${column}) LIKE '%' || ${escaped} || '%'`;
  };
  return words.length === 0 ? 'true' : words.map(contains).join(' AND ');
}
