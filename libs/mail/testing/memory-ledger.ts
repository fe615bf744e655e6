import { Ledger, TOLD, type ClaimedMessage, type Departure, type Settled } from '../ledger.js';
import type { MessageState, NewMessage } from '../message.js';

const LEASE = 60_000;
const SECOND = 1000;
const MOST_RESENT = 3;

/** One message as the ledger's table has it. */
export interface MemoryRow extends Required<NewMessage> {
  readonly id: string;
  state: MessageState;
  reason: string | null;
  claim: string | null;
  leaseUntil: number;
  attempts: number;
  doubts: number;
  nextAttemptAt: number;
  departure: Departure | undefined;
  toldWith: string | null;
}

/** The ledger without a database: the same promises, kept in memory, on whatever clock it is given. */
export class MemoryLedger extends Ledger {
  readonly rows: MemoryRow[] = [];
  private readonly byKey = new Map<string, MemoryRow>();
  held = false;
  private readonly suppressed = new Map<string, string>();
  private claims = 0;

  /** @param now the one clock, in milliseconds @param elapsed the clock of leases and pauses @param random from 0 to 1 */
  constructor(
    private readonly now: () => number,
    protected readonly elapsed: () => number = now,
    private readonly random: () => number = () => 0.5,
  ) {
    super();
  }

  post(messages: readonly NewMessage[]): Promise<void> {
    for (const message of messages) {
      const given = { whenInDoubt: 'HOLD' as const, ...message };
      const old = this.byKey.get(keyOf(given));
      if (old === undefined) this.keep({ ...given, ...this.fresh() });
      else if (old.state === 'SKIPPED' || old.state === 'DUE') Object.assign(old, given, { state: 'DUE', reason: old.state === 'DUE' ? old.reason : null });
    }
    return Promise.resolve();
  }

  withdraw(messages: readonly { id: string; reason: string }[]): Promise<void> {
    for (const { id, reason } of messages) {
      const row = this.rows.find((one) => one.id === id && (one.state === 'DUE' || one.state === 'CLAIMED'));
      if (row !== undefined) Object.assign(row, { state: 'SKIPPED', reason, claim: null });
    }
    return Promise.resolve();
  }

  claim(most: number): Promise<ClaimedMessage[]> {
    if (this.held) return Promise.resolve([]);
    this.claims += 1;
    const claim = `claim ${this.claims}`;
    const due = this.rows
      .filter(({ state, dueAt, nextAttemptAt }) => state === 'DUE' && dueAt.getTime() <= this.now() && nextAttemptAt <= this.elapsed())
      .sort((one, two) => one.dueAt.getTime() - two.dueAt.getTime())
      .slice(0, most);
    for (const row of due) Object.assign(row, { state: 'CLAIMED', claim, leaseUntil: this.elapsed() + LEASE, attempts: row.attempts + 1 });
    return Promise.resolve(due.map((row) => ({ ...row, claim, expired: row.expiresAt.getTime() <= this.now(), trouble: row.reason })));
  }

  handOver(message: ClaimedMessage, departure: Departure): Promise<boolean> {
    const expired = this.rows.some(({ id, expiresAt }) => id === message.id && expiresAt.getTime() <= this.now());
    if (expired) return Promise.resolve(false);
    for (const row of this.rows.filter(({ state }) => state === 'DUE' || state === 'CLAIMED')) {
      if (departure.alsoTells.includes(row.id)) row.toldWith = message.id;
      else if (row.toldWith === message.id) row.toldWith = null;
    }
    return this.change(message, ['CLAIMED'], () => ({ state: 'HANDED_OVER', departure, leaseUntil: this.elapsed() + LEASE }));
  }

  settle(message: ClaimedMessage, state: Settled, reason?: string): Promise<boolean> {
    const from: MessageState[] = ['CLAIMED', 'HANDED_OVER', 'IN_DOUBT'];
    const told = this.rows.filter((row) => state === 'SENT' && row.toldWith === message.id && row.state === 'DUE');
    for (const row of told) Object.assign(row, { state: 'SKIPPED', reason: TOLD });
    return this.change(message, state === 'SENT' ? [...from, 'DUE'] : from, () => ({ state, reason: reason ?? null }));
  }

  retry(message: ClaimedMessage, reason: string): Promise<boolean> {
    return this.change(message, ['CLAIMED', 'HANDED_OVER', 'IN_DOUBT'], (row) => ({ state: 'DUE', reason, nextAttemptAt: this.nextAttempt(row) }));
  }

  doubt(message: ClaimedMessage, reason: string): Promise<boolean> {
    return this.change(message, ['HANDED_OVER'], (row) => this.doubted(row, reason));
  }

  recover(): Promise<void> {
    for (const row of this.rows) {
      if (row.leaseUntil >= this.elapsed()) continue;
      if (row.state === 'CLAIMED') Object.assign(row, { state: 'DUE', attempts: row.attempts - 1 });
      if (row.state === 'HANDED_OVER') Object.assign(row, this.doubted(row, 'handed over, not confirmed'));
    }
    return Promise.resolve();
  }

  suppression(mailbox: string): Promise<string | undefined> {
    return Promise.resolve(this.suppressed.get(mailbox));
  }

  suppress(mailbox: string, reason: string): Promise<void> {
    if (!this.suppressed.has(mailbox)) this.suppressed.set(mailbox, reason);
    return Promise.resolve();
  }

  nextDueAt(after?: Date): Promise<Date | undefined> {
    const ahead = this.rows.filter(({ state, dueAt }) => state === 'DUE' && (after === undefined || dueAt > after));
    return Promise.resolve(ahead.map(({ dueAt }) => dueAt).sort((one, two) => one.getTime() - two.getTime())[0]);
  }

  inFlight(): Promise<boolean> {
    return Promise.resolve(this.rows.some(({ state }) => state === 'CLAIMED' || state === 'HANDED_OVER'));
  }

  private doubted(row: MemoryRow, reason: string): Partial<MemoryRow> {
    const again = row.whenInDoubt === 'RESEND' && row.doubts < MOST_RESENT;
    return { state: again ? 'DUE' : 'IN_DOUBT', reason, doubts: row.doubts + 1, nextAttemptAt: this.nextAttempt(row) };
  }

  private nextAttempt({ attempts, expiresAt }: MemoryRow): number {
    const left = Math.max(SECOND, (expiresAt.getTime() - this.now()) / 2);
    return this.elapsed() + Math.min(1800 * SECOND, 15 * SECOND * 2 ** Math.min(attempts - 1, 10), left) * (0.75 + this.random() / 2);
  }

  protected change({ id, claim }: ClaimedMessage, from: readonly MessageState[], to: (row: MemoryRow) => Partial<MemoryRow>): Promise<boolean> {
    const row = this.rows.find((one) => one.id === id && one.claim === claim && from.includes(one.state));
    if (row !== undefined) Object.assign(row, to(row));
    return Promise.resolve(row !== undefined);
  }

  private keep(row: MemoryRow): void {
    this.rows.push(row);
    this.byKey.set(keyOf(row), row);
  }

  private fresh(): Omit<MemoryRow, keyof NewMessage> {
    const id = `message ${this.rows.length + 1}`;
    return { id, state: 'DUE', reason: null, claim: null, leaseUntil: 0, attempts: 0, doubts: 0, nextAttemptAt: 0, departure: undefined, toldWith: null };
  }
}

const keyOf = ({ personId, subjectKind, subjectId, revision, offset }: NewMessage): string =>
  [personId, subjectKind, subjectId, revision, offset].join(' ');
