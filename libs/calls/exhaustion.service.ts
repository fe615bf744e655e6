import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog, isOfficerOf, type Viewer } from '#libs/accounts';
import { deriveCallState, parseWallTime, type WallTime } from '#libs/calendar';
import { Clock, Conflict, enqueue, Forbidden, NotFound } from '#libs/platform';
import { bodiesInCharge, writesFor } from './bodies-in-charge.js';
import { selectDatedCalls, toDatedCall, type DatedCallRow } from './call-rows.js';
import type { Call } from './call.type.js';
import { CallsService } from './calls.service.js';
import { reviseMilestone } from './milestone-revision.js';
import { reasonOf } from './reason.js';

interface Closing extends Pick<WallTime, 'zone'> {
  readonly id: string;
  readonly revision: number;
  /** The clock's time in the zone of the date. */
  readonly local: string;
}

/** A budget that is gone closes its call early. */
@Injectable()
export class ExhaustionService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Moves the closings of a call that are ahead to now, and withdraws what its tracks still had ahead.
   * @throws NotFound, Forbidden, InvalidInput, Conflict when it is not open or exhausted already
   */
  async exhaust(viewer: Viewer, idOrCode: string, why: string): Promise<Call> {
    const callId = await this.calls.resolveCallId(idOrCode);
    if (callId === undefined) throw new NotFound('callId', idOrCode);
    const { call: bodies } = await bodiesInCharge(this.database.manager, callId);
    if (!viewer.administrator && !bodies.some((body) => writesFor(viewer, body))) {
      throw new Forbidden('Only programme officers of the bodies in charge of the call say that its budget is gone.');
    }
    const reason = reasonOf(why);
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT FROM calls WHERE id = $1 FOR UPDATE', [callId]);
      const at = await this.clock.now(manager);
      const [dated] = await manager.query<DatedCallRow[]>(selectDatedCalls('WHERE c.id = $1'), [callId]);
      const isOpen = dated !== undefined && deriveCallState(toDatedCall(dated).milestones, at).state === 'OPEN';
      if (!isOpen) throw new Conflict('Only an open call can run out of budget.');
      const closings = await manager.query<Closing[]>(
        `SELECT id, revision, zone, to_char($2::timestamptz AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI') AS local FROM milestones
         WHERE call_id = $1 AND track_id IS NULL AND kind = 'SUBMISSION' AND withdrawn_at IS NULL AND ends_at > $2`,
        [callId, at],
      );
      for (const closing of closings) {
        await reviseMilestone(manager, closing, parseWallTime(closing.local, closing.zone), { by: viewer.personId ?? null, at, reason });
      }
      await manager.query(
        `UPDATE milestones SET withdrawn_at = $2
         WHERE call_id = $1 AND track_id IS NOT NULL AND withdrawn_at IS NULL AND ends_at > $2`,
        [callId, at],
      );
      await manager.query('UPDATE calls SET exhausted_at = $2 WHERE id = $1', [callId, at]);
      await enqueue(manager, 'reminders', 'plan', { callId });
      const body = bodies.find((one) => isOfficerOf(viewer, one));
      await this.audit.write(manager, viewer, { kind: 'CALL', id: callId, action: 'EXHAUST', ...(body !== undefined && { organisationId: body }), facts: { reason } });
    });
    const closed = (await this.calls.byUuid([callId])).get(callId);
    if (closed === undefined) throw new NotFound('callId', idOrCode);
    return closed;
  }
}
