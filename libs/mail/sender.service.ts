import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '#libs/platform';
import { mailboxOf, senderOf, usableAddress } from './address.js';
import { Composers } from './composers.js';
import { Ledger, type ClaimedMessage, type Departure } from './ledger.js';
import { messageIdOf } from './message.js';
import { Readers } from './readers.js';
import { Transport, type Envelope, type Outcome } from './transport.js';

const POLL_MILLISECONDS = 50;

interface NotSent {
  /** WAITS: it is asked again after a pause. */
  readonly state: 'SKIPPED' | 'FAILED' | 'WAITS';
  readonly reason: string;
}

/** Sends what is due: each message once, whatever dies on the way. */
@Injectable()
export class Sender {
  private readonly log = new Logger(Sender.name);
  /** One message knocks at a mail server that was away; once it is taken, as many go at a time as there are connections. */
  private reachable = false;
  /** Messages on their way, of all passes in this process together. */
  private underWay = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailConnections' | 'mailFrom' | 'secret'>,
    private readonly ledger: Ledger,
    private readonly composers: Composers,
    private readonly readers: Readers,
    private readonly transport: Transport,
  ) {}

  /**
   * Sends until nothing is due; stops early when the mail server cannot be reached. A slow message holds one connection,
   * and the others go on.
   * @returns how many messages were taken up
   */
  async sendDue(): Promise<number> {
    let taken = 0;
    const server = { away: false };
    const sending = new Set<Promise<void>>();
    for (;;) {
      const batch = server.away ? [] : await this.claimForFree();
      taken += batch.length;
      for (const message of batch) {
        const job = this.sendUnderWay(message).then((reached) => {
          server.away ||= reached === false;
          sending.delete(job);
        });
        sending.add(job);
      }
      if (sending.size === 0) return taken;
      await Promise.race(sending);
    }
  }

  /** Sends until nothing is due and no other process is sending either: before the demo's clock may move on. */
  async drain(): Promise<void> {
    for (;;) {
      if ((await this.sendDue()) > 0) continue;
      if (!(await this.ledger.inFlight())) return;
      await setTimeout(POLL_MILLISECONDS);
      await this.ledger.recover();
    }
  }

  recover(): Promise<void> {
    return this.ledger.recover();
  }

  nextDueAt(after?: Date): Promise<Date | undefined> {
    return this.ledger.nextDueAt(after);
  }

  /** As many messages as there are connections free. */
  private async claimForFree(): Promise<ClaimedMessage[]> {
    const free = (this.reachable ? this.config.mailConnections : 1) - this.underWay;
    if (free <= 0) return [];
    let taken = 0;
    this.underWay += free; // before the claim is awaited: another pass must not count on them
    try {
      const batch = await this.ledger.claim(free);
      taken = batch.length;
      return batch;
    } finally {
      this.underWay -= free - taken;
    }
  }

  private async sendUnderWay(message: ClaimedMessage): Promise<boolean | undefined> {
    try {
      const reached = await this.send(message);
      this.reachable = reached ?? this.reachable;
      return reached;
    } finally {
      this.underWay -= 1;
    }
  }

  /** @returns whether the mail server could be reached; undefined when it was not asked */
  private async send(message: ClaimedMessage): Promise<boolean | undefined> {
    const composed = await this.compose(message);
    if (composed === undefined) return undefined;
    if ('state' in composed) {
      await this.leave(message, composed);
      return undefined;
    }
    const mailbox = mailboxOf(composed.reader.email, this.config.secret);
    const departure = { messageId: composed.messageId, mailbox, alsoTells: composed.mail.alsoTells ?? [] };
    const suppression = await this.ledger.suppression(departure.mailbox);
    if (suppression !== undefined) {
      await this.ledger.settle(message, 'SKIPPED', `nothing is sent to this address: ${suppression}`);
      return undefined;
    }
    if (!(await this.ledger.handOver(message, departure))) return undefined;
    return this.note(message, departure, await this.transport.deliver(composed));
  }

  private leave(message: ClaimedMessage, { state, reason }: NotSent): Promise<boolean> {
    return state === 'WAITS' ? this.ledger.retry(message, reason) : this.ledger.settle(message, state, reason);
  }

  /** The mail as of now, or why there is none; undefined when that could not be found out. */
  private async compose(message: ClaimedMessage): Promise<Envelope | NotSent | undefined> {
    try {
      return await this.envelopeOf(message);
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.log.error(`Message ${message.id} could not be composed: ${detail}`);
      await this.ledger.retry(message, 'could not be composed');
      return undefined;
    }
  }

  private async envelopeOf(message: ClaimedMessage): Promise<Envelope | NotSent> {
    if (message.expired) {
      return message.trouble === null ? { state: 'SKIPPED', reason: 'too late' } : { state: 'FAILED', reason: message.trouble };
    }
    const reader = await this.readers.readerOf(message.personId);
    if (reader === undefined) return { state: 'SKIPPED', reason: 'the person is gone' };
    const mail = await this.composers.of(message.template).compose(message, reader);
    if ('skip' in mail) return { state: 'SKIPPED', reason: mail.skip };
    if ('wait' in mail) return { state: 'WAITS', reason: mail.wait };
    if (!usableAddress(reader.email)) return { state: 'FAILED', reason: 'the address cannot be used' };
    return { messageId: messageIdOf(message, senderOf(this.config.mailFrom).domain), dueAt: message.dueAt, reader, mail };
  }

  private async note(message: ClaimedMessage, { mailbox }: Departure, outcome: Outcome): Promise<boolean> {
    switch (outcome.kind) {
      case 'accepted':
        await this.ledger.settle(message, 'SENT');
        return true;
      case 'unknown':
        await this.ledger.doubt(message, outcome.reason);
        return true;
      case 'refused':
        await this.ledger.settle(message, 'FAILED', outcome.reason);
        if (outcome.why === 'mailbox') await this.ledger.suppress(mailbox, outcome.reason);
        else this.log.error(`Message ${message.id} was refused, which is not its reader’s doing: ${outcome.reason}`);
        return true;
      case 'later':
        await this.ledger.retry(message, outcome.reason);
        if (!outcome.reached) this.log.warn(`No mail leaves: ${outcome.reason}`);
        return outcome.reached;
    }
  }
}
