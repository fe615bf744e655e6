import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './outcome.js';

const answered = (code: string, response: string) => ({ code, response, responseCode: Number(response.slice(0, 3)) });

describe('how handing over ended', () => {
  it.each([
    ['EENVELOPE', '450 4.2.0 greylisted', { kind: 'later', reason: 'the mail server answered 450 4.2.0', reached: true }],
    ['EMESSAGE', '452 full', { kind: 'later', reason: 'the mail server answered 452', reached: true }],
    ['EPROTOCOL', '421 busy', { kind: 'later', reason: 'the mail server answered 421', reached: true }],
    ['EENVELOPE', '550 5.1.1 <a@b.test> unknown', { kind: 'refused', reason: 'the mail server answered 550 5.1.1' }],
    ['EMESSAGE', '554-5.7.1 policy', { kind: 'refused', reason: 'the mail server answered 554 5.7.1' }],
  ])('reads %s %s', (code, response, outcome) => {
    expect(outcomeOf(answered(code, response), code === 'EMESSAGE')).toEqual(outcome);
  });

  it('tries again when our own password is refused: the recipient has done nothing', () => {
    expect(outcomeOf(answered('EAUTH', '535 5.7.8 no'), false)).toMatchObject({ kind: 'later', reached: false });
  });

  it('tells a lost connection before the end of the message from one after it', () => {
    expect(outcomeOf({ code: 'ECONNECTION' }, false)).toMatchObject({ kind: 'later', reached: false });
    expect(outcomeOf({ code: 'ETIMEDOUT' }, true)).toEqual({ kind: 'unknown', reason: 'handed over, not confirmed (ETIMEDOUT)' });
  });
});
