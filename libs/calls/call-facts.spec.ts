import { describe, expect, it } from '@jest/globals';
import { listedFact, sourceAddress } from './call-facts.js';

describe('facts of a call', () => {
  const facts = {
    challenges: { value: ['HEALTH', 3], src: ['SEED'] },
    actionTypes: { value: { list: ['PILOT'], exhaustive: false } },
    status: 'open',
    sources: { PAGE: { url: 'https://programme.example/call' }, SEED: { file: 'call.txt' } },
  };

  it('list words, be the list complete or of examples', () => {
    expect(listedFact(facts, 'challenges')).toEqual(['HEALTH']);
    expect(listedFact(facts, 'actionTypes')).toEqual(['PILOT']);
  });

  it('list nothing when they are something else or missing', () => {
    expect(listedFact(facts, 'status')).toEqual([]);
    expect(listedFact(facts, 'stages')).toEqual([]);
  });

  it('say where a source can be read, if on the web', () => {
    expect(sourceAddress(facts, 'PAGE')).toBe('https://programme.example/call');
    expect(sourceAddress(facts, 'SEED')).toBeNull();
    expect(sourceAddress({}, 'PAGE')).toBeNull();
  });
});
