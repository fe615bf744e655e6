import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{64}$/;

/** What a link is for: one made for one thing does not open another. */
export type LinkUse = 'unsubscribe' | 'calendar' | 'settings' | 'renew-idea' | 'expression' | 'recommendation';

/** base64url(id of a row, 16 bytes + HMAC-SHA256 of it, 32 bytes): 64 characters, without padding. */
export function linkToken(use: LinkUse, rowId: string, secret: string): string {
  const id = Buffer.from(rowId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, signature(use, id, secret)]).toString('base64url');
}

/** @returns the row's id, or undefined when the token was not made for this use with this secret */
export function readLinkToken(use: LinkUse, token: string, secret: string): string | undefined {
  if (!TOKEN.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, UUID_BYTES);
  if (!timingSafeEqual(bytes.subarray(UUID_BYTES), signature(use, id, secret))) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The words keep this signature from being one of any other use of the secret. */
function signature(use: LinkUse, id: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${use}:`).update(id).digest();
}
