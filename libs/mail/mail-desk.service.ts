import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { CONFIG, Metrics, type Config } from '#libs/platform';
import { mailboxOf } from './address.js';
import { Gate } from './gate.service.js';
import { Ledger } from './ledger.js';
import type { MessageState } from './message.js';

/** How the mail stands, for whoever runs this installation. */
export interface MailState {
  readonly held: boolean;
  /** Why nothing is sent. */
  readonly reason: string | null;
  /** Messages that are due and wait. */
  readonly due: number;
  /** Of these, the ones that have waited for more than five minutes. */
  readonly late: number;
  readonly inDoubt: number;
  readonly failed: number;
  /** Messages that came back after they were sent. */
  readonly bounced: number;
  /** Mailboxes that nothing is sent to any more. */
  readonly suppressed: number;
  /** When the next message falls due. */
  readonly next: Date | null;
  /** The latest messages that are in doubt or failed; whom they are for is told by id alone. */
  readonly trouble: readonly TroubledMessage[];
}

export interface TroubledMessage {
  readonly id: string;
  readonly personId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly offset: string;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly dueAt: Date;
}

type Counts = Pick<MailState, 'due' | 'late' | 'inDoubt' | 'failed' | 'bounced' | 'suppressed' | 'next'>;

const LATE = `interval '5 minutes'`;
const COUNTS = `
  SELECT count(*) FILTER (WHERE state <> 'IN_DOUBT' AND due_at <= now)::int AS due,
    count(*) FILTER (WHERE state <> 'IN_DOUBT' AND due_at <= now - ${LATE})::int AS late,
    count(*) FILTER (WHERE state = 'IN_DOUBT')::int AS "inDoubt",
    (SELECT count(*)::int FROM messages WHERE state = 'FAILED') AS failed,
    (SELECT count(*)::int FROM messages WHERE bounced_at IS NOT NULL) AS bounced,
    (SELECT count(*)::int FROM suppressions) AS suppressed,
    min(due_at) FILTER (WHERE state = 'DUE' AND due_at > now) AS next
  FROM messages, (SELECT verbond_now() AS now) AS clock WHERE state IN ('DUE', 'CLAIMED', 'HANDED_OVER', 'IN_DOUBT')`;
const TROUBLE = `
  SELECT id, person_id AS "personId", subject_kind AS "subjectKind", subject_id AS "subjectId", "offset", state, reason, due_at AS "dueAt"
  FROM messages WHERE state IN ('IN_DOUBT', 'FAILED') ORDER BY due_at DESC, id LIMIT 100`;

/** The messages that stay at the desk until somebody decides: in doubt and failed. Before their date they may go again. */
const REDRIVE = `
  UPDATE messages SET state = 'DUE', next_attempt_at = NULL, settled_at = NULL, doubts = 0
  WHERE state IN ('IN_DOUBT', 'FAILED') AND expires_at > verbond_now() AND ($1 = 'all' OR id::text = $1 OR state = $1)`;

/** What operators see of the mail, and what they may do about it. */
@Injectable()
export class MailDesk {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret'>,
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly gate: Gate,
    metrics: Metrics,
  ) {
    const stateNow = () => this.state();
    new Gauge({
      name: 'verbond_mail',
      help: 'Mail that is due, late (for more than five minutes), came back; suppressed mailboxes; held: 1 while nothing leaves.',
      labelNames: ['what'],
      registers: [metrics.registry],
      async collect() {
        const { held, due, late, bounced, suppressed } = await stateNow();
        for (const [what, value] of Object.entries({ held: Number(held), due, late, bounced, suppressed })) this.set({ what }, value);
      },
    });
  }

  async state(): Promise<MailState> {
    const { held, reason } = await this.gate.state();
    const [counts] = await this.database.query<Counts[]>(COUNTS);
    if (counts === undefined) throw new Error('A count gave no row.');
    const trouble = await this.database.query<TroubledMessage[]>(TROUBLE);
    return { held, reason, ...counts, trouble };
  }

  /** Why nothing is sent to an address; undefined when it is. */
  suppressionOf(address: string): Promise<string | undefined> {
    return this.ledger.suppression(mailboxOf(address, this.config.secret));
  }

  /** Writes to an address again. @returns whether it was suppressed */
  async lift(address: string): Promise<boolean> {
    const mailbox = mailboxOf(address, this.config.secret);
    const [, lifted] = await this.database.query<[unknown, number]>('DELETE FROM suppressions WHERE mailbox = $1', [mailbox]);
    return lifted === 1;
  }

  /** Makes messages due again that are in doubt or failed. @param which an id, IN_DOUBT, FAILED or all @returns how many */
  async redrive(which: string): Promise<number> {
    const [, changed] = await this.database.query<[unknown, number]>(REDRIVE, [which]);
    return changed;
  }
}
