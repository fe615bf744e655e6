import { describe, expect, it } from '@jest/globals';
import { folded, mailboxOf, oneLine, senderOf, usableAddress } from './address.js';

describe('addresses', () => {
  it.each(['a@b.test', 'first.last+tag@sub.domain.example', 'zoë@voorbeeld.test'])('takes %s', (address) => {
    expect(usableAddress(address)).toBe(true);
  });

  it.each([
    'b@y.test, evil@z.test',
    'b@y.test;evil@z.test',
    'group: b@y.test, evil@z.test;',
    'Name <b@y.test>',
    '"b@y.test> <evil@z.test"@y.test',
    'b@y.test\r\nRCPT TO:<evil@z.test>',
    'b@@y.test',
    'b y@z.test',
    'nobody',
    '',
    `${'a'.repeat(250)}@b.test`,
  ])('refuses %j', (address) => {
    expect(usableAddress(address)).toBe(false);
  });

  it('folds the writings of one mailbox, and no two mailboxes', () => {
    expect(folded(' Ann@Members.TEST. ')).toBe('ann@members.test');
    expect(folded('zoe\u0308@B\u00fccher.example')).toBe(folded('zo\u00eb@xn--bcher-kva.example'));
    expect(folded('ann+eu@members.test')).not.toBe(folded('ann@members.test'));
    expect(mailboxOf('Ann@members.test', 'secret')).toBe(mailboxOf('ann@members.test', 'secret'));
    expect(mailboxOf('ann@members.test', 'secret')).not.toBe(mailboxOf('ann@members.test', 'another'));
  });

  it('reads the sender in both forms', () => {
    expect(senderOf('Verbond <reminders@verbond.example>')).toEqual({ name: 'Verbond', address: 'reminders@verbond.example', domain: 'verbond.example' });
    expect(senderOf('reminders@verbond.example')).toEqual({ name: '', address: 'reminders@verbond.example', domain: 'verbond.example' });
  });

  it('leaves one line of a header, whatever was typed', () => {
    expect(oneLine('Ann\r\nBcc: evil@z.test\u2028\u0000')).toBe('Ann Bcc: evil@z.test');
  });
});
