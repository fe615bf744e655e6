import { describe, expect, it } from '@jest/globals';
import { membersIn } from './check.js';

describe('the members of a check', () => {
  it('are co-applicants unless a role is said', () => {
    expect(membersIn('a:COORDINATOR, b,c:observer')).toEqual([
      { organisationId: 'a', role: 'COORDINATOR' },
      { organisationId: 'b', role: 'CO_APPLICANT' },
      { organisationId: 'c', role: 'OBSERVER' },
    ]);
  });

  it.each(['a,,b', ':COORDINATOR', 'a:COORDINATOR:b', ''])('are not "%s"', (text) => {
    expect(() => membersIn(text)).toThrow('is no member');
  });

  it('have no other roles than there are', () => {
    expect(() => membersIn('a:KING')).toThrow('there is no role KING, only COORDINATOR, CO_APPLICANT');
  });
});
