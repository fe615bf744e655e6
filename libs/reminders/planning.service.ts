import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deliveryTime } from '#libs/calendar';
import { post, withdraw, type NewMessage } from '#libs/mail';
import { Clock, enqueue } from '#libs/platform';
import { SUBJECT_KIND, TEMPLATE } from './kinds.js';
import { columnsOf, PlanReader, type PlanScope } from './plan-reader.service.js';
import { CHANGED, MISSING, OWED_NOTICES, STALE } from './planning.sql.js';

/** A person and milestone, as the ledger names them. */
type Owed = Pick<NewMessage, 'personId' | 'subjectId' | 'revision' | 'offset' | 'expiresAt' | 'whenInDoubt'>;
type OwedNotice = Owed & { readonly happenedAt: Date; readonly readerZone: string };

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
      const scopes = await manager.query<{ callId: string | null; personId: string | null }[]>(CHANGED, [await this.clock.now(manager)]);
      const everything = scopes.length > MOST_SCOPES || scopes.some(({ callId, personId }) => callId === null && personId === null);
      if (everything) await manager.query(AS_A_WHOLE);
      for (const { callId, personId } of everything ? [{ callId: null, personId: null }] : scopes) {
        await this.planIn(manager, { ...(callId !== null && { callId }), ...(personId !== null && { personId }) });
      }
    });
  }

  private async planIn(manager: EntityManager, scope: PlanScope): Promise<void> {
    const now = await this.clock.now(manager);
    const lines = columnsOf(await this.reader.linesAt(now, scope, manager));
    const parameters = [...lines, now, scope.callId ?? null, scope.personId ?? null];
    const stale = await manager.query<{ id: string; reason: string }[]>(STALE, parameters);
    if (stale.length > 0) await withdraw(manager, stale);
    const reminders = await this.postAll(manager, () => manager.query<NewMessage[]>(MISSING, [...parameters, BATCH]));
    const notices = await this.postAll(manager, async () =>
      (await manager.query<OwedNotice[]>(OWED_NOTICES, [...parameters, BATCH])).map(whenAllowed),
    );
    if (reminders + notices > 0) await enqueue(manager, 'mail', 'send');
  }

  /** Batch by batch: what was posted is not missing any more. */
  private async postAll(manager: EntityManager, missing: () => Promise<(Owed & { dueAt: Date })[]>): Promise<number> {
    let posted = 0;
    for (;;) {
      const batch = await missing();
      const messages = batch.map((owed) => ({ ...owed, subjectKind: SUBJECT_KIND, template: TEMPLATE }));
      if (messages.length > 0) await post(manager, messages);
      posted += batch.length;
      if (batch.length < BATCH) return posted;
    }
  }
}

/** A notice is due at once, save in the reader's quiet hours. */
function whenAllowed({ happenedAt, readerZone, ...owed }: OwedNotice): Owed & { dueAt: Date } {
  return { ...owed, dueAt: deliveryTime(happenedAt, owed.expiresAt, readerZone) };
}
