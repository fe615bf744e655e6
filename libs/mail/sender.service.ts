import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { usableAddress } from './address.js';
import { Claims, type ClaimedMessage } from './claims.service.js';
import { Composers } from './composers.js';
import { Readers } from './readers.js';
import { SmtpTransport, type Envelope, type Outcome } from './smtp-transport.service.js';

const POLL_MILLISECONDS = 50;

interface NotSent {
  readonly state: 'SKIPPED' | 'FAILED';
  readonly reason: string;
}

/** Sends what is due: each message once, whatever dies on the way. */
@Injectable()
export class Sender {
  private readonly log = new Logger(Sender.name);

  constructor(
    private readonly claims: Claims,
    private readonly composers: Composers,
    private readonly readers: Readers,
    private readonly transport: SmtpTransport,
  ) {}

  /**
   * Sends until nothing is due, a few messages at a time; stops early when the mail server cannot be reached.
   * @returns how many messages were taken up
   */
  async sendDue(): Promise<number> {
    let taken = 0;
    for (;;) {
      const batch = await this.claims.claim();
      taken += batch.length;
      const reached = await Promise.all(batch.map((message) => this.send(message)));
      if (batch.length === 0 || reached.includes(false)) return taken;
    }
  }

  /** Sends until nothing is due and no other process is sending either: before the demo's clock may move on. */
  async drain(): Promise<void> {
    for (;;) {
      if ((await this.sendDue()) > 0) continue;
      if (!(await this.claims.inFlight())) return;
      await setTimeout(POLL_MILLISECONDS);
      await this.claims.recover();
    }
  }

  recover(): Promise<void> {
    return this.claims.recover();
  }

  nextDueAt(after?: Date): Promise<Date | undefined> {
    return this.claims.nextDueAt(after);
  }

  /** @returns false when the mail server could not be reached */
  private async send(message: ClaimedMessage): Promise<boolean> {
    const composed = await this.compose(message);
    if (composed === undefined) return true;
    if ('state' in composed) {
      await this.claims.settle(message, composed.state, composed.reason);
      return true;
    }
    if (!(await this.claims.handOver(message))) return true;
    return this.note(message, await this.transport.deliver(composed));
  }

  /** The mail as of now, or why there is none; undefined when that could not be found out. */
  private async compose(message: ClaimedMessage): Promise<Envelope | NotSent | undefined> {
    try {
      return await this.envelopeOf(message);
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.log.error(`Message ${message.id} could not be composed: ${detail}`);
      await this.claims.retry(message, 'could not be composed');
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
    if (!usableAddress(reader.email)) return { state: 'FAILED', reason: 'the address cannot be used' };
    return { message, reader, mail };
  }

  private async note(message: ClaimedMessage, outcome: Outcome): Promise<boolean> {
    switch (outcome.kind) {
      case 'accepted':
        await this.claims.settle(message, 'SENT');
        return true;
      case 'unknown':
        await this.claims.settle(message, 'IN_DOUBT', outcome.reason);
        return true;
      case 'refused':
        await this.claims.settle(message, 'FAILED', outcome.reason);
        return true;
      case 'later':
        await this.claims.retry(message, outcome.reason);
        return outcome.reached;
    }
  }
}
