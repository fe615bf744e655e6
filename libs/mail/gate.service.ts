import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/platform';

export interface GateState {
  readonly held: boolean;
  /** Why nothing is sent. */
  readonly reason: string | null;
  readonly since: Date | null;
}

export const RESTORED = 'the database is not the one that the last mails were sent from: it was restored or copied';

const STATE = `
  SELECT held_since IS NOT NULL OR fingerprint <> ledger_fingerprint() AS held, held_since AS since,
    CASE WHEN held_since IS NOT NULL THEN reason WHEN fingerprint <> ledger_fingerprint() THEN '${RESTORED}' END AS reason
  FROM mail_gate`;

const MAY_HAVE_LEFT = 'may have been sent before the database was restored';

/**
 * Whether mail may leave at all. A restored database would send again what it has forgotten, so it starts closed: the gate's
 * row holds the identity of the database that sent (server, its timeline, database, table) and is compared at each claim.
 */
@Injectable()
export class Gate {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async state(): Promise<GateState> {
    const [state] = await this.database.query<GateState[]>(STATE);
    return state ?? { held: false, reason: null, since: null };
  }

  /** Nothing leaves from the next claim on, in any process. */
  async hold(reason: string): Promise<void> {
    await this.database.query(
      `INSERT INTO mail_gate (fingerprint, held_since, reason) VALUES (ledger_fingerprint(), $1, $2)
       ON CONFLICT (one) DO UPDATE SET held_since = excluded.held_since, reason = excluded.reason`,
      [await this.clock.now(), reason],
    );
  }

  /**
   * Lets mail leave again, from this database.
   * @param due what becomes of the messages that are due by now: after a restore they may have left before
   */
  async release(due: 'send' | 'skip'): Promise<void> {
    await this.database.transaction(async (manager) => {
      if (due === 'skip') {
        const skip = `UPDATE messages SET state = 'SKIPPED', reason = $1, settled_at = verbond_now()
          WHERE state IN ('DUE', 'CLAIMED', 'HANDED_OVER') AND due_at <= verbond_now()`;
        await manager.query(skip, [MAY_HAVE_LEFT]);
      }
      await manager.query('UPDATE mail_gate SET fingerprint = ledger_fingerprint(), held_since = NULL, reason = NULL');
    });
  }
}
