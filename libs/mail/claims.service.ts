import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MessageToCompose } from './composers.js';

export interface ClaimedMessage extends MessageToCompose {
  /** The fence: every change of the row asks for it. */
  readonly claim: string;
  readonly expired: boolean;
  /** What went wrong at the last attempt. */
  readonly trouble: string | null;
}

type Settled = 'SENT' | 'IN_DOUBT' | 'SKIPPED' | 'FAILED';

const BATCH = 5;

/** Leases, and the pauses between attempts, run on the server's real clock; what is due, on the one clock. */
const LEASE = `clock_timestamp() + interval '60 seconds'`;

const CLAIM = `
  WITH due AS (
    SELECT id FROM messages
    WHERE state = 'DUE' AND due_at <= (SELECT verbond_now()) AND coalesce(next_attempt_at, '-infinity') <= clock_timestamp()
    ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE messages SET state = 'CLAIMED', claim = $1, lease_until = ${LEASE}, attempts = attempts + 1
    FROM due WHERE messages.id = due.id RETURNING messages.*
  )
  SELECT id, person_id AS "personId", template, subject_kind AS "subjectKind", subject_id AS "subjectId", revision, "offset",
    due_at AS "dueAt", claim, expires_at <= verbond_now() AS expired, reason AS trouble
  FROM claimed ORDER BY due_at`;

const RECOVER = `
  UPDATE messages SET
    state = CASE state WHEN 'CLAIMED' THEN 'DUE' ELSE 'IN_DOUBT' END,
    reason = CASE state WHEN 'CLAIMED' THEN reason ELSE 'handed over, not confirmed' END,
    settled_at = CASE state WHEN 'CLAIMED' THEN NULL ELSE verbond_now() END
  WHERE state IN ('CLAIMED', 'HANDED_OVER') AND lease_until < clock_timestamp()`;

/** Fifteen seconds, doubled at each attempt up to half an hour, give or take a quarter. */
const RETRY = `
  UPDATE messages SET state = 'DUE', reason = $3, handed_over_at = NULL, settled_at = NULL, next_attempt_at = clock_timestamp()
    + least(interval '30 minutes', interval '15 seconds' * 2 ^ least(attempts - 1, 10)) * (0.75 + random() / 2)
  WHERE id = $1 AND claim = $2 AND state IN ('CLAIMED', 'HANDED_OVER', 'IN_DOUBT')`;

/** Who may send which message: claims with a lease and a fence, in the ledger's rows. */
@Injectable()
export class Claims {
  constructor(private readonly database: DataSource) {}

  /** A few messages that are due, for this process alone while its lease runs. */
  claim(): Promise<ClaimedMessage[]> {
    return this.database.query<ClaimedMessage[]>(CLAIM, [randomUUID()]);
  }

  /**
   * Notes that the message goes to the mail server now: from here on it is never sent again unless that refuses it.
   * @returns false when the claim is lost, or the message withdrawn
   */
  handOver({ id, claim }: ClaimedMessage): Promise<boolean> {
    return this.change(
      `UPDATE messages SET state = 'HANDED_OVER', handed_over_at = verbond_now(), lease_until = ${LEASE}
       WHERE id = $1 AND claim = $2 AND state = 'CLAIMED'`,
      [id, claim],
    );
  }

  /** The end of a message; an answer that comes after its lease ran out still clears the doubt. */
  settle({ id, claim }: ClaimedMessage, state: Settled, reason: string | null = null): Promise<boolean> {
    return this.change(
      `UPDATE messages SET state = $3, reason = $4, settled_at = verbond_now()
       WHERE id = $1 AND claim = $2 AND state IN ('CLAIMED', 'HANDED_OVER', 'IN_DOUBT')`,
      [id, claim, state, reason],
    );
  }

  /** The message was refused for now: it is tried again after a pause. */
  retry({ id, claim }: ClaimedMessage, reason: string): Promise<boolean> {
    return this.change(RETRY, [id, claim, reason]);
  }

  /** Leases that ran out: what was only claimed is due again, what was handed over is in doubt and stays so. */
  async recover(): Promise<void> {
    await this.database.query(RECOVER);
  }

  /** When the next waiting message falls due; undefined when none waits. @param after look past this instant */
  async nextDueAt(after?: Date): Promise<Date | undefined> {
    const [row] = await this.database.query<{ next: Date | null }[]>(
      `SELECT min(due_at) AS next FROM messages WHERE state = 'DUE' AND due_at > coalesce($1::timestamptz, '-infinity')`,
      [after ?? null],
    );
    return row?.next ?? undefined;
  }

  /** Whether some process is sending a message at this moment. */
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
