import { textProblem } from '#libs/directory';
import { InvalidInput } from '#libs/platform';

const LONGEST_REASON = 500;

/** Why an officer does something, as readers of the history see it. @throws InvalidInput */
export function reasonOf(given: string): string {
  const text = given.normalize('NFC').trim();
  if (text === '' || text.length > LONGEST_REASON || textProblem(text) !== undefined) {
    throw new InvalidInput('reason', `is a text of 1 to ${LONGEST_REASON} characters.`);
  }
  return text;
}
