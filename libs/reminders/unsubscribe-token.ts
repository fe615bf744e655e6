import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{64}$/;

/** base64url(subscription id, 16 bytes + HMAC-SHA256 of it, 32 bytes): 64 characters, without padding. */
export function unsubscribeToken(subscriptionId: string, secret: string): string {
  const id = Buffer.from(subscriptionId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, signature(id, secret)]).toString('base64url');
}

/** @returns the subscription's id, or undefined when the token was not made with this secret */
export function readUnsubscribeToken(token: string, secret: string): string | undefined {
  if (!TOKEN.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, UUID_BYTES);
  if (!timingSafeEqual(bytes.subarray(UUID_BYTES), signature(id, secret))) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The words keep this signature from being one of any other use of the secret. */
function signature(id: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('unsubscribe:').update(id).digest();
}
