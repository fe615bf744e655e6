import { Conflict } from '#libs/platform';

/** What can happen to a thing: by its state, the possible events, and the state that each leads to. */
export type StateMachine<State extends string, Event extends string> = Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;

/** What can be done to a thing in a state, in the order of the table. */
export function possibleIn<State extends string, Event extends string>(machine: StateMachine<State, Event>, state: State): Event[] {
  return Object.keys(machine[state]) as Event[];
}

/**
 * The state after an event.
 * @param thing as a refusal names it, such as "The consortium"
 * @throws Conflict with the present state and what is possible, when the event does not fit the state
 */
export function advance<State extends string, Event extends string>(
  machine: StateMachine<State, Event>,
  thing: string,
  state: State,
  event: Event,
): State {
  const next = machine[state][event];
  if (next !== undefined) return next;
  const possible = possibleIn(machine, state);
  const instead = possible.length === 0 ? 'nothing more is possible' : `possible is ${possible.join(', ')}`;
  throw new Conflict(`${thing} is ${state}, so ${event} is not possible: ${instead}.`, { state, possible });
}
