/** How handing a message to the mail server ended. */
export type Outcome =
  | { readonly kind: 'accepted' }
  /** Not taken now; `reached` is false when the server did not answer at all. */
  | { readonly kind: 'later'; readonly reason: string; readonly reached: boolean }
  /** Will never be taken. */
  | { readonly kind: 'refused'; readonly reason: string; readonly why: Refused }
  /** The server had all of it and did not confirm (RFC 1047): sending again might send it twice. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** `mailbox`: there is none of that name. `other`: policy, size, content: another message might be taken. */
export type Refused = 'mailbox' | 'other';

/** Bad destination (RFC 3463: 5.1.x, save a bad sender's address), or a mailbox that is disabled. */
const DEAD = /^5\.(1\.(?![78]$)\d{1,3}|2\.1)$/;

/** @param status an enhanced status code (RFC 3463), such as 5.1.1 */
export const isDead = (status: string): boolean => DEAD.test(status);

/** Replies may quote an address: only the codes are kept. */
const CODES = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?/;

/** What is read of nodemailer's error. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Reads nodemailer's error. An answer to anything but the envelope and the message (greeting, TLS, our password) is no
 * fault of the message: the server counts as not reached.
 * @param complete whether the server had been sent the whole message
 */
export function outcomeOf(error: unknown, complete: boolean): Outcome {
  const { code = 'UNKNOWN', command, response, responseCode } = error as SmtpError;
  const reply = typeof response === 'string' ? CODES.exec(response) : null;
  if (responseCode !== undefined && reply !== null) {
    const reason = `the mail server answered ${[reply[1], reply[2]].filter(Boolean).join(' ')}`;
    if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return { kind: 'later', reason, reached: false };
    if (responseCode < 500) return { kind: 'later', reason, reached: true };
    const dead = reply[2] === undefined ? command === 'RCPT TO' && responseCode === 550 : isDead(reply[2]);
    return { kind: 'refused', reason, why: dead ? 'mailbox' : 'other' };
  }
  if (complete) return { kind: 'unknown', reason: `handed over, not confirmed (${code})` };
  return { kind: 'later', reason: `the mail server could not be reached (${code})`, reached: false };
}
