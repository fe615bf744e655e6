/** How handing a message to the mail server ended. */
export type Outcome =
  | { readonly kind: 'accepted' }
  /** Not taken now; `reached` is false when the server did not answer at all. */
  | { readonly kind: 'later'; readonly reason: string; readonly reached: boolean }
  /** Will never be taken. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server had all of it and did not confirm (RFC 1047): sending again might send it twice. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Replies may quote an address: only the codes are kept. */
const CODES = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?/;

/**
 * Reads nodemailer's error.
 * @param complete whether the server had been sent the whole message
 */
export function outcomeOf(error: unknown, complete: boolean): Outcome {
  const { code = 'UNKNOWN', response, responseCode } = error as { code?: string; response?: string; responseCode?: number };
  const reply = typeof response === 'string' ? CODES.exec(response) : null;
  if (responseCode !== undefined && reply !== null) {
    const reason = `the mail server answered ${[reply[1], reply[2]].filter(Boolean).join(' ')}`;
    if (code === 'EAUTH') return { kind: 'later', reason, reached: false }; // our password, not the recipient
    return responseCode >= 500 ? { kind: 'refused', reason } : { kind: 'later', reason, reached: true };
  }
  if (complete) return { kind: 'unknown', reason: `handed over, not confirmed (${code})` };
  return { kind: 'later', reason: `the mail server could not be reached (${code})`, reached: false };
}
