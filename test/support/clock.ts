import { graphql } from './graphql.js';
import type { Verbond } from './verbond.js';

export interface ClockAnswer {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
}

const ADVANCE = `mutation ($to: DateTime!) {
  advanceClock(to: $to) { __typename ... on Failure { message } ... on InvalidInput { field } }
}`;

/** Moves the clock of a demo. @param handle who asks for it */
export async function advanceClock({ url, keys }: Verbond, to: string, handle = 'administrator'): Promise<ClockAnswer> {
  const { data } = await graphql<{ advanceClock: ClockAnswer }>(url, ADVANCE, { to }, keys.get(handle));
  return data.advanceClock;
}
