import { createHash } from 'node:crypto';

/** How often a message can be written: once for each person, subject, revision of the subject, and offset. */
export interface MessageKey {
  readonly personId: string;
  /** What the message is about, for instance MILESTONE. */
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Of the subject: a message about a date that has moved since is another message. */
  readonly revision: number;
  /** Which message about it, for instance P7D. */
  readonly offset: string;
}

export interface NewMessage extends MessageKey {
  /** Names the {@link Composer} that writes it. */
  readonly template: string;
  readonly dueAt: Date;
  /** From this instant on it is not sent any more. */
  readonly expiresAt: Date;
  /** What becomes of it when the server had it and did not confirm; HOLD when absent. */
  readonly whenInDoubt?: WhenInDoubt;
}

/** HOLD: it stays in doubt and is shown. RESEND: it goes again, with the same Message-ID: rather twice than never. */
export type WhenInDoubt = 'HOLD' | 'RESEND';

/** DUE → CLAIMED → HANDED_OVER → SENT, IN_DOUBT or FAILED; DUE or CLAIMED → SKIPPED. */
export const MESSAGE_STATES = ['DUE', 'CLAIMED', 'HANDED_OVER', 'SENT', 'IN_DOUBT', 'SKIPPED', 'FAILED'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What goes out; who gets it, and when, stands in the ledger. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
  /** One-click address (RFC 8058): a POST to it ends such mails. */
  readonly unsubscribeUrl?: string;
  /** Ids of other messages to the same person that it tells too. */
  readonly alsoTells?: readonly string[];
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** `<sha256 of the key@domain>`: the same for every attempt at one message. @param domain of the sender's address */
export function messageIdOf(key: MessageKey, domain: string): string {
  const parts = [key.personId, key.subjectKind, key.subjectId, key.revision, key.offset];
  return `<${createHash('sha256').update(parts.join('|')).digest('hex')}@${domain}>`;
}
