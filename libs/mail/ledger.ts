import type { MessageToCompose } from './composers.js';

export interface ClaimedMessage extends MessageToCompose {
  /** The fence: every change of the row asks for it. */
  readonly claim: string;
  readonly expired: boolean;
  /** What went wrong at the last attempt. */
  readonly trouble: string | null;
}

/** What is kept of a mail that leaves: enough to know its answer again, not whom it went to. */
export interface Departure {
  readonly messageId: string;
  /** The mailbox as {@link mailboxOf} writes it. */
  readonly mailbox: string;
  /** Ids of the other messages that its mail tells; they note it as theirs. */
  readonly alsoTells: readonly string[];
}

/** Why a message is not sent that another one's mail told. */
export const TOLD = 'told in one mail with others';

export type Settled = 'SENT' | 'SKIPPED' | 'FAILED';

/** Every outgoing message and what has become of it; who may send which: claims with a lease and a fence. */
export abstract class Ledger {
  /** Some messages that are due, for this process alone while its lease runs; none while the ledger is held. */
  abstract claim(most: number): Promise<ClaimedMessage[]>;

  /**
   * Notes that the message goes to the mail server now.
   * @returns false when the claim is lost, or the message withdrawn or expired since
   */
  abstract handOver(message: ClaimedMessage, departure: Departure): Promise<boolean>;

  /** The end of a message, and, when it was sent, of those that it told; an answer that comes after its lease ran out still clears the doubt. */
  abstract settle(message: ClaimedMessage, state: Settled, reason?: string): Promise<boolean>;

  /** The message was refused for now: it is tried again after a pause. */
  abstract retry(message: ClaimedMessage, reason: string): Promise<boolean>;

  /** The server had it and did not confirm: by the message's own policy it is in doubt, or due again a few times. */
  abstract doubt(message: ClaimedMessage, reason: string): Promise<boolean>;

  /** Leases that ran out: what was only claimed is due again, what was handed over is doubted. */
  abstract recover(): Promise<void>;

  /** Why nothing is sent to a mailbox any more; undefined when it is. */
  abstract suppression(mailbox: string): Promise<string | undefined>;

  abstract suppress(mailbox: string, reason: string): Promise<void>;

  /** When the next waiting message falls due; undefined when none waits. @param after look past this instant */
  abstract nextDueAt(after?: Date): Promise<Date | undefined>;

  /** Whether some process is sending a message at this moment. */
  abstract inFlight(): Promise<boolean>;
}
