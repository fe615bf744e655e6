import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { post, withdraw, type NewMessage } from '#libs/mail';
import { Clock, enqueue } from '#libs/platform';
import { CALL_TEMPLATE, DATE_TEMPLATE } from './kinds.js';
import { ask } from './named.js';
import { arrivalTime, type ReaderHours } from './plan.js';
import { columnsOf, PlanReader, type PlanScope } from './plan-reader.service.js';
import { CHANGED, MISSING, OWED_CHANGES, OWED_FINDS, OWED_NOTICES, STALE } from './planning.sql.js';

type DueMessage = Omit<NewMessage, 'template'>;
type OwedNotice = Omit<DueMessage, 'dueAt'> & ReaderHours & { readonly happenedAt: Date };

const BATCH = 20_000;

/** More changes than these, an import for instance, are planned as a whole. */
const MOST_SCOPES = 20;

/** One such plan at a time: two would wait for each other's rows in different orders. */
const ALONE = `SELECT pg_advisory_xact_lock(hashtext('reminders plan'))`;
/** It compares whole tables, just filled ones too, of which the database has no statistics yet. */
const AS_A_WHOLE = `SELECT set_config('enable_nestloop', 'off', true)`;

/** Brings the ledger to what the plan says now. May be run at any time, and as often as one likes. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly reader: PlanReader,
  ) {}

  /** @param manager the transaction of the change that asks for it; without one it makes its own */
  async plan(scope: PlanScope = {}, manager?: EntityManager): Promise<void> {
    if (manager !== undefined) return this.planIn(manager, scope);
    await this.database.transaction(async (own) => {
      await own.query(ALONE);
      await own.query(AS_A_WHOLE);
      await this.planIn(own, scope);
    });
  }

  /** Plans what has changed since the last tick; when nothing has, that costs two look-ups however many people there are. */
  async tick(): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(ALONE);
      const scopes = await ask<{ callId: string | null; personId: string | null }>(manager, CHANGED, { now: await this.clock.now(manager) });
      const everything = scopes.length > MOST_SCOPES || scopes.some(({ callId, personId }) => callId === null && personId === null);
      if (everything) await manager.query(AS_A_WHOLE);
      for (const scope of everything ? [{}] : scopes) await this.planIn(manager, scope);
    });
  }

  private async planIn(manager: EntityManager, { callId = null, personId = null }: PlanScope): Promise<void> {
    const now = await this.clock.now(manager);
    const plan = columnsOf(await this.reader.linesAt(now, { callId, personId }, manager));
    const part = { now, callId, personId };
    const stale = await ask<{ id: string; reason: string }>(manager, STALE, { ...plan, ...part });
    if (stale.length > 0) await withdraw(manager, stale);
    const all = { ...plan, ...part, most: BATCH };
    const notices = async (sql: string): Promise<DueMessage[]> => (await ask<OwedNotice>(manager, sql, all)).map(whenAllowed);
    const posted =
      (await this.postAll(manager, DATE_TEMPLATE, () => ask(manager, MISSING, all))) +
      (await this.postAll(manager, DATE_TEMPLATE, () => notices(OWED_NOTICES))) +
      (await this.postAll(manager, CALL_TEMPLATE, () => notices(OWED_CHANGES))) +
      (await this.postAll(manager, CALL_TEMPLATE, () => notices(OWED_FINDS)));
    if (posted > 0) await enqueue(manager, 'mail', 'send');
  }

  /** Batch by batch: what was posted is not missing any more. */
  private async postAll(manager: EntityManager, template: string, missing: () => Promise<DueMessage[]>): Promise<number> {
    let posted = 0;
    for (;;) {
      const batch = await missing();
      if (batch.length > 0) await post(manager, batch.map((owed) => ({ ...owed, template })));
      posted += batch.length;
      if (batch.length < BATCH) return posted;
    }
  }
}

/** A notice is due at once, save in the reader's quiet hours, or where it waits for the mail of the day. */
function whenAllowed({ happenedAt, zone, digest, ...owed }: OwedNotice): DueMessage {
  return { ...owed, dueAt: arrivalTime(happenedAt, owed.expiresAt, { zone, digest }) };
}
