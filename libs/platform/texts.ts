import { InvalidInput } from './failure.js';

const LONGEST_TEXT = 100_000;
/** Texts up to so many characters are one line: the length of a name. */
const LONGEST_LINE = 500;

/** U+FFFD is what is left of bytes that were not UTF-8, as are lone surrogates. */
const NOT_UTF8 = /\uFFFD|\p{Cs}/u;
/** What steers a terminal or turns the direction of writing is no text; tabs and line ends are, but not in a name. */
const STEERS = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;
const STEERS_A_LINE = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

/** Why a text cannot be kept, or undefined when it can. @param longest up to the length of a name, a text is one line */
export function textProblem(text: string, longest = LONGEST_TEXT): string | undefined {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (NOT_UTF8.test(text)) return 'is not valid UTF-8';
  const steering = (longest > LONGEST_LINE ? STEERS : STEERS_A_LINE).exec(text)?.[0];
  if (steering === undefined) return undefined;
  return `has the control character U+${steering.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} in it`;
}

/** A text as it is kept: composed, without blanks around it. Up to 500 characters it is one line. @throws InvalidInput */
export function textOf(field: string, given: string, longest: number): string {
  const text = given.normalize('NFC').trim();
  const problem = textProblem(text, longest);
  if (problem !== undefined) throw new InvalidInput(field, `${problem}.`);
  return text;
}

/** The same where there must be something. @throws InvalidInput */
export function requiredText(field: string, given: string, longest: number): string {
  const text = textOf(field, given, longest);
  if (text === '') throw new InvalidInput(field, 'must not be empty.');
  return text;
}
