/** Three-valued truth: an answer that is open says what is missing. */
export type Answer = { readonly holds: boolean } | { readonly holds: undefined; readonly missing: string };

export const YES: Answer = { holds: true };
export const NO: Answer = { holds: false };

export function unknown(missing: string): Answer {
  return { holds: undefined, missing };
}

export function isTrue(fact: boolean): Answer {
  return fact ? YES : NO;
}

export function not(answer: Answer): Answer {
  return answer.holds === undefined ? answer : isTrue(!answer.holds);
}

/** No if one is no; else open if one is open; else yes. */
export function all(answers: readonly Answer[]): Answer {
  return answers.find(({ holds }) => holds === false) ?? answers.find(({ holds }) => holds === undefined) ?? YES;
}

/** Yes if one is yes; else open if one is open; else no. */
export function any(answers: readonly Answer[]): Answer {
  return not(all(answers.map(not)));
}
