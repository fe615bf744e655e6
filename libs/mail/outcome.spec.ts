import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './outcome.js';

const answered = (code: string, response: string) => ({ code, response, responseCode: Number(response.slice(0, 3)) });

describe('how handing over ended', () => {
  it.each([
    ['EENVELOPE', '450 4.2.0 greylisted', { kind: 'later', reason: 'the mail server answered 450 4.2.0', reached: true }],
    ['EMESSAGE', '452 full', { kind: 'later', reason: 'the mail server answered 452', reached: true }],
    ['EPROTOCOL', '421 busy', { kind: 'later', reason: 'the mail server answered 421', reached: false }],
    ['ETLS', '500 no STARTTLS', { kind: 'later', reason: 'the mail server answered 500', reached: false }],
    ['EENVELOPE', '550 5.1.1 <a@b.test> unknown', { kind: 'refused', reason: 'the mail server answered 550 5.1.1', why: 'mailbox' }],
    ['EMESSAGE', '554-5.7.1 policy', { kind: 'refused', reason: 'the mail server answered 554 5.7.1', why: 'other' }],
    ['EMESSAGE', '552 5.2.2 too large', { kind: 'refused', reason: 'the mail server answered 552 5.2.2', why: 'other' }],
    ['EENVELOPE', '550 5.1.8 bad sender', { kind: 'refused', reason: 'the mail server answered 550 5.1.8', why: 'other' }],
  ])('reads %s %s', (code, response, outcome) => {
    expect(outcomeOf(answered(code, response), code === 'EMESSAGE')).toEqual(outcome);
  });

  it('takes a bare 550 for a dead mailbox only where the recipient was asked for', () => {
    expect(outcomeOf({ ...answered('EENVELOPE', '550 no'), command: 'RCPT TO' }, false)).toMatchObject({ why: 'mailbox' });
    expect(outcomeOf({ ...answered('EMESSAGE', '550 no'), command: 'DATA' }, true)).toMatchObject({ why: 'other' });
  });

  it('tries again when our own password is refused: the recipient has done nothing', () => {
    expect(outcomeOf(answered('EAUTH', '535 5.7.8 no'), false)).toMatchObject({ kind: 'later', reached: false });
  });

  it('tells a lost connection before the end of the message from one after it', () => {
    expect(outcomeOf({ code: 'ECONNECTION' }, false)).toMatchObject({ kind: 'later', reached: false });
    expect(outcomeOf({ code: 'ETIMEDOUT' }, true)).toEqual({ kind: 'unknown', reason: 'handed over, not confirmed (ETIMEDOUT)' });
  });
});
