import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ledger, TOLD, type ClaimedMessage, type Departure, type Settled } from './ledger.js';

/** Leases, and the pauses between attempts, run on the server's real clock; what is due, on the one clock. */
const LEASE = `clock_timestamp() + interval '60 seconds'`;

/** The first claim notes which database it was made in: a restored one is another, and stays closed (see gate.service.ts). */
const CLAIM = `
  WITH due AS (
    SELECT id FROM messages
    WHERE state = 'DUE' AND due_at <= (SELECT verbond_now()) AND coalesce(next_attempt_at, '-infinity') <= clock_timestamp()
      AND NOT EXISTS (SELECT FROM mail_gate WHERE held_since IS NOT NULL OR fingerprint <> ledger_fingerprint())
    ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE messages SET state = 'CLAIMED', claim = $1, lease_until = ${LEASE}, attempts = attempts + 1
    FROM due WHERE messages.id = due.id RETURNING messages.*
  ), noted AS (
    INSERT INTO mail_gate (fingerprint) SELECT ledger_fingerprint() WHERE EXISTS (SELECT FROM claimed) ON CONFLICT DO NOTHING
  )
  SELECT id, person_id AS "personId", template, subject_kind AS "subjectKind", subject_id AS "subjectId", revision, "offset",
    due_at AS "dueAt", told_with AS "toldWith", claim, expires_at <= verbond_now() AS expired, reason AS trouble
  FROM claimed ORDER BY due_at`;

/** What it told when it was handed over before and does not tell now is not told by it. */
const HAND_OVER = `
  WITH told AS (
    UPDATE messages SET told_with = CASE WHEN id = ANY($5::uuid[]) THEN $1::uuid END
    WHERE (told_with = $1 OR id = ANY($5)) AND state IN ('DUE', 'CLAIMED')
  )
  UPDATE messages SET state = 'HANDED_OVER', handed_over_at = verbond_now(), lease_until = ${LEASE}, message_id = $3, mailbox = $4
  WHERE id = $1 AND claim = $2 AND state = 'CLAIMED' AND expires_at > verbond_now()`;

/** A message that was only due again because its answer was late has arrived after all; with it, what it told too. */
const SETTLE = `
  WITH told AS (
    UPDATE messages SET state = 'SKIPPED', reason = '${TOLD}', settled_at = verbond_now()
    WHERE $3 = 'SENT' AND told_with = $1 AND state = 'DUE' AND EXISTS (SELECT FROM messages WHERE id = $1 AND claim = $2)
  )
  UPDATE messages SET state = $3, reason = $4, settled_at = verbond_now()
  WHERE id = $1 AND claim = $2 AND (state IN ('CLAIMED', 'HANDED_OVER', 'IN_DOUBT') OR state = 'DUE' AND $3 = 'SENT')`;

/** 15 s doubled at each attempt, up to half an hour and to half of the time that is left, give or take a quarter. */
const PAUSE = `
  least(interval '30 minutes', interval '15 seconds' * 2 ^ least(attempts - 1, 10),
    greatest(interval '1 second', (expires_at - verbond_now()) / 2)) * (0.75 + random() / 2)`;

const RETRY = `
  UPDATE messages SET state = 'DUE', reason = $3, settled_at = NULL, next_attempt_at = clock_timestamp() + ${PAUSE}
  WHERE id = $1 AND claim = $2 AND state IN ('CLAIMED', 'HANDED_OVER', 'IN_DOUBT')`;

/** A server that never confirms is not sent the same mail for ever. */
const SENT_AGAIN = `when_in_doubt = 'RESEND' AND doubts < 3`;
const DOUBTED = `
  state = CASE WHEN ${SENT_AGAIN} THEN 'DUE' ELSE 'IN_DOUBT' END, doubts = doubts + 1, next_attempt_at = clock_timestamp() + ${PAUSE},
  settled_at = CASE WHEN ${SENT_AGAIN} THEN NULL ELSE verbond_now() END`;

const DOUBT = `UPDATE messages SET ${DOUBTED}, reason = $3 WHERE id = $1 AND claim = $2 AND state = 'HANDED_OVER'`;

/** What never left was no attempt: its next pause is not longer for it. */
const RECOVER_CLAIMED = `UPDATE messages SET state = 'DUE', attempts = attempts - 1 WHERE state = 'CLAIMED' AND lease_until < clock_timestamp()`;
const RECOVER_HANDED_OVER = `
  UPDATE messages SET ${DOUBTED}, reason = 'handed over, not confirmed'
  WHERE state = 'HANDED_OVER' AND lease_until < clock_timestamp()`;

/** The ledger in its table. */
@Injectable()
export class PostgresLedger extends Ledger {
  constructor(private readonly database: DataSource) {
    super();
  }

  claim(most: number): Promise<ClaimedMessage[]> {
    return this.database.query<ClaimedMessage[]>(CLAIM, [randomUUID(), most]);
  }

  handOver({ id, claim }: ClaimedMessage, { messageId, mailbox, alsoTells }: Departure): Promise<boolean> {
    return this.change(HAND_OVER, [id, claim, messageId, mailbox, alsoTells]);
  }

  settle({ id, claim }: ClaimedMessage, state: Settled, reason: string | null = null): Promise<boolean> {
    return this.change(SETTLE, [id, claim, state, reason]);
  }

  retry({ id, claim }: ClaimedMessage, reason: string): Promise<boolean> {
    return this.change(RETRY, [id, claim, reason]);
  }

  doubt({ id, claim }: ClaimedMessage, reason: string): Promise<boolean> {
    return this.change(DOUBT, [id, claim, reason]);
  }

  async recover(): Promise<void> {
    await this.database.query(RECOVER_CLAIMED);
    await this.database.query(RECOVER_HANDED_OVER);
  }

  async suppression(mailbox: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ reason: string }[]>('SELECT reason FROM suppressions WHERE mailbox = $1', [mailbox]);
    return row?.reason;
  }

  async suppress(mailbox: string, reason: string): Promise<void> {
    await this.database.query(
      'INSERT INTO suppressions (mailbox, reason, since) VALUES ($1, $2, verbond_now()) ON CONFLICT DO NOTHING',
      [mailbox, reason],
    );
  }

  async nextDueAt(after?: Date): Promise<Date | undefined> {
    const [row] = await this.database.query<{ next: Date | null }[]>(
      `SELECT min(due_at) AS next FROM messages WHERE state = 'DUE' AND due_at > coalesce($1::timestamptz, '-infinity')`,
      [after ?? null],
    );
    return row?.next ?? undefined;
  }

  async inFlight(): Promise<boolean> {
    const [row] = await this.database.query<{ busy: boolean }[]>(
      `SELECT EXISTS (SELECT FROM messages WHERE state IN ('CLAIMED', 'HANDED_OVER')) AS busy`,
    );
    return row?.busy ?? false;
  }

  private async change(sql: string, parameters: unknown[]): Promise<boolean> {
    const [, changed] = await this.database.query<[unknown, number]>(sql, parameters);
    return changed === 1;
  }
}
