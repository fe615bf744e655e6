import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** One plain address: no list, no group, no comment, no quoting, nothing that could become a second recipient. */
const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u;

export const usableAddress = (address: string): boolean => address.length <= 254 && ADDRESS.test(address);

/** A header's value on one line, whatever somebody typed. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Reads MAIL_FROM: `address` or `Name <address>`, a form that the configuration has checked. */
export function senderOf(mailFrom: string): { name: string; address: string; domain: string } {
  const { name = '', address = mailFrom } = /^(?<name>.*?)\s*<(?<address>[^>]+)>$/.exec(mailFrom)?.groups ?? {};
  return { name, address, domain: address.slice(address.lastIndexOf('@') + 1) };
}

/**
 * One writing of a mailbox, so that it is known again: composed letters, small ones, the domain as DNS spells it.
 * Tags (ann+eu@…) and dots are the server's business, and stay.
 */
export function folded(address: string): string {
  const [, local = '', domain = ''] = /^(.*)@(.*)$/s.exec(address.normalize('NFC').trim().toLowerCase()) ?? [];
  return `${local}@${domainToASCII(domain.replace(/\.$/, ''))}`;
}

/** A mailbox as the ledger knows it: a keyed hash in hexadecimal, from which nobody reads an address. */
export function mailboxOf(address: string, secret: string): string {
  return createHmac('sha256', secret).update('mailbox:').update(folded(address)).digest('hex');
}
