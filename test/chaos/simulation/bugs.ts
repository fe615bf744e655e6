import type { ClaimedMessage, Departure } from '../../../libs/mail/ledger.js';
import { MemoryLedger } from '../../../libs/mail/testing/memory-ledger.js';
import type { Bug } from './simulation.js';

/** Faults that ledgers have had, here or elsewhere. */
export const BUGS: readonly Bug[] = [
  { name: 'the facts are not asked for again before sending', blind: true, forgetful: true },
  {
    name: 'the hand-over is not fenced: whoever sleeps past the lease sends as well',
    ledger: class extends MemoryLedger {
      override handOver({ id }: ClaimedMessage, departure: Departure): Promise<boolean> {
        Object.assign(this.rows.find((row) => row.id === id) ?? {}, { state: 'HANDED_OVER', departure, leaseUntil: this.elapsed() + 60_000 });
        return Promise.resolve(true);
      }
    },
  },
  {
    name: 'what was handed over is due again when the lease runs out',
    ledger: class extends MemoryLedger {
      override recover(): Promise<void> {
        for (const row of this.rows) if (row.state === 'HANDED_OVER' && row.leaseUntil < this.elapsed()) row.state = 'DUE';
        return super.recover();
      }
    },
  },
  {
    name: 'doubt is retried as if it were a refusal',
    ledger: class extends MemoryLedger {
      override doubt(message: ClaimedMessage, reason: string): Promise<boolean> {
        return this.retry(message, reason);
      }
    },
  },
  {
    name: 'doubt counts as sent',
    ledger: class extends MemoryLedger {
      override doubt(message: ClaimedMessage): Promise<boolean> {
        return this.settle(message, 'SENT');
      }
    },
  },
  {
    name: 'a claim whose holder died is never given to another',
    ledger: class extends MemoryLedger {
      override recover(): Promise<void> {
        return Promise.resolve();
      }
    },
  },
  {
    name: 'messages are claimed before they are due',
    ledger: class extends MemoryLedger {
      constructor(now: () => number, elapsed?: () => number, random?: () => number) {
        super(() => now() + 3_600_000, elapsed, random);
      }
    },
  },
  {
    name: 'what has expired is sent all the same',
    ledger: class extends MemoryLedger {
      override async claim(most: number): Promise<ClaimedMessage[]> {
        return (await super.claim(most)).map((message) => ({ ...message, expired: false }));
      }
      override handOver(message: ClaimedMessage, departure: Departure): Promise<boolean> {
        return this.change(message, ['CLAIMED'], () => ({ state: 'HANDED_OVER', departure, leaseUntil: this.elapsed() + 60_000 }));
      }
    },
  },
  {
    name: 'the pause after a refusal never ends',
    ledger: class extends MemoryLedger {
      override async retry(message: ClaimedMessage, reason: string): Promise<boolean> {
        const retried = await super.retry(message, reason);
        for (const row of this.rows) if (row.id === message.id) row.nextAttemptAt = Infinity;
        return retried;
      }
    },
  },
  {
    name: 'a message that failed or was sent is due again when it is posted again',
    ledger: class extends MemoryLedger {
      override post(messages: Parameters<MemoryLedger['post']>[0]): Promise<void> {
        for (const row of this.rows) if (row.state === 'SENT' && row.expiresAt.getTime() > this.elapsed()) row.state = 'DUE';
        return super.post(messages);
      }
    },
  },
  {
    name: 'two claim the same message',
    ledger: class extends MemoryLedger {
      override async claim(most: number): Promise<ClaimedMessage[]> {
        const claimed = await super.claim(most);
        const [first] = claimed;
        const row = this.rows.find(({ id }) => id === first?.id);
        if (row !== undefined && row.attempts < 2) Object.assign(row, { state: 'DUE' });
        return claimed;
      }
      override handOver(message: ClaimedMessage, departure: Departure): Promise<boolean> {
        const row = this.rows.find(({ id }) => id === message.id);
        if (row !== undefined) Object.assign(row, { state: 'HANDED_OVER', departure });
        return Promise.resolve(true);
      }
    },
  },
];
