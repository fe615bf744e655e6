import type { Mail } from './message.js';
import type { Outcome } from './outcome.js';
import type { Reader } from './readers.js';

export type { Outcome } from './outcome.js';

/** A mail, ready to leave: the same for every attempt. */
export interface Envelope {
  readonly messageId: string;
  readonly dueAt: Date;
  readonly reader: Reader;
  readonly mail: Mail;
}

/** The way to a mail server. */
export abstract class Transport {
  /** Never throws: what happened is the outcome. */
  abstract deliver(envelope: Envelope): Promise<Outcome>;
}
