/** Three-valued truth: an answer that is open says which facts are missing. */
export type Answer = { readonly holds: boolean } | { readonly holds: undefined; readonly missing: readonly string[] };

export const YES: Answer = { holds: true };
export const NO: Answer = { holds: false };

export function unknown(...missing: string[]): Answer {
  return { holds: undefined, missing };
}

export function isTrue(fact: boolean): Answer {
  return fact ? YES : NO;
}

/** Whether a fact fits, once it is known. */
export function known<T>(fact: T | undefined, name: string, fits: (fact: T) => boolean): Answer {
  return fact === undefined ? unknown(name) : isTrue(fits(fact));
}

export function not(answer: Answer): Answer {
  return answer.holds === undefined ? answer : isTrue(!answer.holds);
}

/** No if one is no; else open if one is open; else yes. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.some(({ holds }) => holds === false)) return NO;
  const missing = answers.flatMap((answer) => (answer.holds === undefined ? answer.missing : []));
  return missing.length === 0 ? YES : unknown(...new Set(missing));
}

/** Yes if one is yes; else open if one is open; else no. */
export function any(answers: readonly Answer[]): Answer {
  return not(all(answers.map(not)));
}
