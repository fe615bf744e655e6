import { textProblem } from '#libs/platform';
import { countryCode } from './country.js';
import { firstDay, lastDay } from './partial-date.js';

/** What is wrong with one field. */
export interface Problem {
  readonly field: string;
  readonly reason: string;
}

/** What is looked up must fit into an index. */
export const LONGEST_CODE = 200;
export const LONGEST_NAME = 500;
const LONGEST_ADDRESS = 2000;
/** In a list, such as the themes of an organisation or a project. */
const MOST_ITEMS = 100;
const LARGEST_WHOLE = 1_000_000;

/**
 * Reads the fields of one row and collects what is wrong with them: a row with problems is not imported.
 * Every reader gives `null` for a field that is missing, empty or wrong.
 */
export class Row {
  readonly problems: Problem[] = [];

  constructor(
    readonly line: number,
    /** As they stand in the file. */
    readonly values: Readonly<Record<string, unknown>>,
  ) {}

  refuse(field: string, reason: string): null {
    this.problems.push({ field, reason });
    return null;
  }

  text(field: string, longest?: number): string | null {
    const value = this.values[field];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') return this.refuse(field, 'must be a text');
    const text = value.trim();
    const problem = textProblem(text, longest);
    return problem === undefined ? text || null : this.refuse(field, problem);
  }

  required(field: string, longest?: number): string {
    const known = this.problems.length;
    const text = this.text(field, longest);
    if (text === null && this.problems.length === known) this.refuse(field, 'is missing');
    return text ?? '';
  }

  /** What other rows refer to. */
  code(field: string): string {
    return this.required(field, LONGEST_CODE);
  }

  /** A list of texts (JSON), or words with spaces between them (CSV). */
  texts(field: string): string[] {
    const texts = this.anyTexts(field);
    if (texts.length <= MOST_ITEMS) return texts;
    this.refuse(field, `has more than ${MOST_ITEMS} items`);
    return [];
  }

  private anyTexts(field: string): string[] {
    const value = this.values[field];
    if (!Array.isArray(value)) return this.text(field)?.split(/\s+/) ?? [];
    const texts = value.filter((item) => typeof item === 'string');
    const problem = texts.length < value.length ? 'must be a list of texts' : firstOf(texts.map((text) => textProblem(text)));
    if (problem !== undefined) this.refuse(field, problem);
    return texts;
  }

  /** Of a fixed list, whatever its case. */
  oneOf<T>(field: string, meanings: ReadonlyMap<string, T>): T | null {
    const text = this.text(field);
    if (text === null) return null;
    return meanings.get(text.toUpperCase()) ?? this.refuse(field, `${text} is not one of ${[...meanings.keys()].join(', ')}`);
  }

  number(field: string): number | null {
    const value = this.values[field];
    if (value === undefined || value === null || value === '') return null;
    const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
    return Number.isFinite(number) && number >= 0 ? number : this.refuse(field, `${shown(value)} is not a number of 0 or more`);
  }

  wholeNumber(field: string, largest = LARGEST_WHOLE): number | null {
    const number = this.number(field);
    if (number === null || (Number.isInteger(number) && number <= largest)) return number;
    return this.refuse(field, `${number} is not a whole number up to ${largest}`);
  }

  /** ISO 3166 alpha-2; EL and UK are taken for GR and GB. */
  country(field: string): string {
    const text = this.required(field);
    const code = countryCode(text);
    if (code === undefined && text !== '') this.refuse(field, `${text} is not a country of ISO 3166`);
    return code ?? '';
  }

  /** A year, month or day stands for its first day. */
  firstDay(field: string): string | null {
    return this.day(field, firstDay);
  }

  /** A year, month or day stands for its last day. */
  lastDay(field: string): string | null {
    return this.day(field, lastDay);
  }

  private day(field: string, read: (text: string) => string | undefined): string | null {
    const text = this.text(field);
    if (text === null) return null;
    return read(text) ?? this.refuse(field, `${text} is not a date (2023-10-14, 2023-10 or 2023)`);
  }

  /** An address without its scheme is completed; of several the first is kept. */
  webAddress(field: string): string | null {
    const first = this.text(field, LONGEST_ADDRESS)?.split(/[\s;]/)[0];
    if (first === undefined) return null;
    const address = /^https?:\/\//i.test(first) ? first : `http://${first}`;
    return URL.canParse(address) && first.includes('.') ? address : this.refuse(field, `${shown(first)} is not a web address`);
  }
}

function firstOf<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 100);
}
