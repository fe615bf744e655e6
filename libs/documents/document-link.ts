import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which bytes a link opens, and until when, in seconds since 1970. */
export interface LinkTarget {
  readonly documentId: string;
  readonly version: number;
  readonly expires: number;
}

/** base64url(HMAC-SHA256("document:id:version:expires")): it opens one version, for a while, to whoever holds it. */
export function linkSignature({ documentId, version, expires }: LinkTarget, secret: string): string {
  return createHmac('sha256', secret).update(`document:${documentId}:${version}:${expires}`).digest('base64url');
}

export function opens(target: LinkTarget, signature: string, secret: string, now: Date): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(linkSignature(target, secret))];
  return given.length === right.length && timingSafeEqual(given, right) && target.expires * 1000 > now.getTime();
}
