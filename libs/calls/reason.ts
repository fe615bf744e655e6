import { requiredText } from '#libs/platform';

const LONGEST_REASON = 500;

/** Why an officer does something, as readers of the history see it. @throws InvalidInput */
export const reasonOf = (given: string): string => requiredText('reason', given, LONGEST_REASON);
