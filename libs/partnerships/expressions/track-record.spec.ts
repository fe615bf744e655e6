import { describe, expect, it } from '@jest/globals';
import { actionsOf, allowsOnePerState } from './track-record.js';

const ACTIONS = [{ key: 'funding', theme: 'finance' }, { key: 'training', theme: 'skills' }];

describe('the actions of a track', () => {
  it('are its own, or else its call’s', () => {
    const callFacts = { proposedActions: { value: ACTIONS } };
    expect(actionsOf({ facts: {}, callFacts })).toEqual(ACTIONS);
    expect(actionsOf({ facts: { proposedActions: [ACTIONS[1]] }, callFacts })).toEqual([ACTIONS[1]]);
    expect(actionsOf({ facts: {}, callFacts: {} })).toEqual([]);
  });

  it('are none where a file says something else', () => {
    expect(actionsOf({ facts: { proposedActions: 'many' }, callFacts: {} })).toEqual([]);
    expect(actionsOf({ facts: { proposedActions: [null, 'a', { key: 'a' }, ACTIONS[0]] }, callFacts: {} })).toEqual([ACTIONS[0]]);
  });
});

it('one recommendation a state is what the track or its call says', () => {
  expect(allowsOnePerState({ facts: { oneRecommendationPerState: true }, callFacts: {} })).toBe(true);
  expect(allowsOnePerState({ facts: {}, callFacts: { oneRecommendationPerState: { value: true, src: ['CALL'] } } })).toBe(true);
  expect(allowsOnePerState({ facts: { oneRecommendationPerState: false }, callFacts: {} })).toBe(false);
});
