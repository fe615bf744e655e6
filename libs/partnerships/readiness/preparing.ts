import { Conflict } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { CONSORTIUM, type ConsortiumState } from '../states/consortium-states.js';
import { possibleIn } from '../states/state-machine.js';

/** Nothing was handed in yet, and something still can be. */
const PREPARING: readonly ConsortiumState[] = ['FORMING', 'EXPRESSED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'PROPOSAL', 'READY'];

export const isPreparing = ({ state }: ConsortiumRecord): boolean => PREPARING.includes(state);

/** Refuses to change what is there to be handed in, once it was or cannot be. @throws Conflict with the present state */
export function requirePreparing(consortium: ConsortiumRecord): void {
  const { state } = consortium;
  if (!isPreparing(consortium)) throw new Conflict(`The consortium is ${state}: its proposal does not change any more.`, { state, possible: possibleIn(CONSORTIUM, state) });
}
