import { describe, expect, it } from '@jest/globals';
import { Conflict } from '#libs/platform';
import { CONSORTIUM, CONSORTIUM_EVENTS } from './consortium-states.js';
import { ENDORSEMENT, ENDORSEMENT_EVENTS } from './endorsement-states.js';
import { CONTACT_REQUEST, CONTACT_REQUEST_EVENTS } from './contact-request-states.js';
import { EXPRESSION, EXPRESSION_EVENTS } from './expression-states.js';
import { IDEA, IDEA_EVENTS } from './idea-states.js';
import { MEMBERSHIP, MEMBERSHIP_EVENTS } from './membership-states.js';
import { RESULT, RESULT_EVENTS } from './result-states.js';
import { advance, possibleIn, type StateMachine } from './state-machine.js';

type AnyMachine = StateMachine<string, string>;

const MACHINES: readonly (readonly [string, AnyMachine, readonly string[], readonly string[]])[] = [
  ['a consortium', CONSORTIUM, CONSORTIUM_EVENTS, ['FORMING']],
  ['an expression of interest', EXPRESSION, EXPRESSION_EVENTS, ['DRAFT']],
  ['an endorsement', ENDORSEMENT, ENDORSEMENT_EVENTS, ['ASKED', 'CLAIMED']],
  ['a membership', MEMBERSHIP, MEMBERSHIP_EVENTS, ['DRAFT', 'REQUESTED']],
  ['a result', RESULT, RESULT_EVENTS, ['PLANNED']],
  ['an idea', IDEA, IDEA_EVENTS, ['OPEN']],
  ['a request for contact', CONTACT_REQUEST, CONTACT_REQUEST_EVENTS, ['SENT']],
];

function reachable(machine: AnyMachine, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const next = [...from];
  for (let state = next.pop(); state !== undefined; state = next.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    next.push(...Object.values(machine[state] ?? {}).filter((one) => one !== undefined));
  }
  return seen;
}

describe.each(MACHINES)('the life of %s', (_, machine, events, begins) => {
  it('reaches every state', () => {
    expect([...reachable(machine, begins)].sort()).toEqual(Object.keys(machine).sort());
  });

  it('has every event somewhere, and no other', () => {
    const used = new Set(Object.keys(machine).flatMap((state) => possibleIn(machine, state)));
    expect([...used].sort()).toEqual([...events].sort());
  });

  it('refuses all else with the present state and what is possible', () => {
    for (const state of Object.keys(machine)) {
      for (const event of events) {
        const next = machine[state]?.[event];
        if (next === undefined) {
          expect(() => advance(machine, 'It', state, event)).toThrow(Conflict);
          expect(refusal(() => advance(machine, 'It', state, event))).toMatchObject({ presentState: state, possibleEvents: possibleIn(machine, state) });
        } else {
          expect(advance(machine, 'It', state, event)).toBe(next);
        }
      }
    }
  });
});

function refusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
