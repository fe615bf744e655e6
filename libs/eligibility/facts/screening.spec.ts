import { describe, expect, it } from '@jest/globals';
import { screen } from './screening.js';

describe('screen', () => {
  const both = { novelty: 'a new service', cooperation: 'with employers' };

  it('asks for something new, a new cooperation and two grounds', () => {
    expect(screen({ ...both, need: 'young people', evaluation: 'a trial' })).toBe('INNOVATIVE');
    expect(screen({ ...both, need: 'young people', design: '  ' })).toBe('NEEDS_REVIEW');
    expect(screen({ novelty: 'a new service', need: 'x', design: 'y', ground: 'z' })).toBe('NEEDS_REVIEW');
  });

  it('calls more of the same classical', () => {
    expect(screen({ need: 'more places in a job club', evaluation: 'counted', novelty: '' })).toBe('CLASSICAL');
  });
});
