import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readDeliveryReport } from './delivery-report.js';
import { Ledger } from './ledger.js';
import { isDead } from './outcome.js';

/** What came of a mail that came back. */
export type BounceResult = 'bounced' | 'no failure' | 'not about a mail of ours' | 'not a delivery report';

const NOTE = `
  UPDATE messages SET bounced_at = verbond_now(), reason = $2
  WHERE message_id = $1 AND state IN ('SENT', 'IN_DOUBT', 'HANDED_OVER') RETURNING mailbox`;

/** Takes in what comes back: who reported is not proven, so a report counts only with the Message-ID of a mail that left. */
@Injectable()
export class Bounces {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
  ) {}

  /** @param raw the mail that came back; once or ten times makes no difference */
  async take(raw: Buffer): Promise<BounceResult> {
    const report = await readDeliveryReport(raw);
    if (report === undefined) return 'not a delivery report';
    if (report.action !== 'failed') return 'no failure';
    const reason = `came back with ${report.status}`;
    const [[message]] = await this.database.query<[{ mailbox: string }[], number]>(NOTE, [report.messageId, reason]);
    if (message === undefined) return 'not about a mail of ours';
    if (isDead(report.status)) await this.ledger.suppress(message.mailbox, reason);
    return 'bounced';
  }
}
