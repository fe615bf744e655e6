import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, isOfficerOf, type Viewer } from '#libs/accounts';
import { InvalidWallTime, parseWallTime, type WallTime } from '#libs/calendar';
import { isUuid } from '#libs/directory';
import { Clock, Conflict, enqueue, Forbidden, InvalidInput, NotFound } from '#libs/platform';
import { bodiesInCharge, writesFor } from './bodies-in-charge.js';
import type { Milestone } from './milestone.type.js';
import { reviseMilestone } from './milestone-revision.js';
import { MilestonesService } from './milestones.service.js';
import { reasonOf } from './reason.js';
import { lateTrackDates } from './track-order.js';

export interface MilestoneMove {
  readonly milestoneId: string;
  readonly local: string;
  readonly zone: string;
  /** When given it must agree with the form of `local`. */
  readonly precision?: string | null;
  readonly reason: string;
  readonly expectedRevision: number;
}

interface Place {
  readonly callId: string;
  /** Bodies whose programme officers may move it. */
  readonly bodies: readonly string[];
}

/** Moves dates. Every date a milestone ever had is kept, with why, when and by whom it was moved. */
@Injectable()
export class MilestoneMover {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly milestones: MilestonesService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Moves a date and has its reminders planned anew, in one transaction.
   * @throws NotFound, Forbidden, InvalidInput naming the field, Conflict when it was moved or withdrawn since
   */
  async move(viewer: Viewer, move: MilestoneMove): Promise<Milestone> {
    const { callId, bodies } = await this.placeOf(move.milestoneId);
    if (!viewer.administrator && !bodies.some((body) => writesFor(viewer, body))) {
      throw new Forbidden('Only programme officers of the body in charge move this date.');
    }
    const wall = wallTimeOf(move);
    const reason = reasonOf(move.reason);
    return this.database.transaction(async (manager) => {
      // One move at a time within a call, so that no two moves together put a track behind its call.
      await manager.query('SELECT FROM calls c JOIN milestones m ON m.call_id = c.id WHERE c.id = $1 FOR UPDATE', [callId]);
      const dates = await this.datesOf(callId, manager);
      const current = dates.find(({ id }) => id === move.milestoneId.toLowerCase());
      if (current === undefined) throw new Conflict('This date has been withdrawn.');
      if (current.revision !== move.expectedRevision) {
        throw new Conflict('Somebody else moved this date since you read it: read it again.');
      }
      requireTracksInTime(dates, current.id, wall);
      await reviseMilestone(manager, current, wall, { by: viewer.personId ?? null, at: await this.clock.now(manager), reason });
      await enqueue(manager, 'reminders', 'plan', { callId });
      const body = bodies.find((one) => isOfficerOf(viewer, one));
      await this.audit.write(manager, viewer, {
        ...(current.trackUuid === null ? { kind: 'CALL', id: callId } : { kind: 'TRACK', id: current.trackUuid }),
        action: 'MOVE_DATE',
        ...(body !== undefined && { organisationId: body }),
        facts: { date: current.key, from: current.local, to: wall.local, zone: wall.zone, reason },
      });
      const moved = (await this.datesOf(callId, manager)).find(({ id }) => id === current.id);
      if (moved === undefined) throw new Error('A moved date is gone within its own transaction.');
      return moved;
    });
  }

  private async placeOf(milestoneId: string): Promise<Place> {
    if (!isUuid(milestoneId)) throw new NotFound('milestoneId', milestoneId);
    const [place] = await this.database.query<{ callId: string; track: string | null }[]>(
      'SELECT m.call_id AS "callId", t.code AS track FROM milestones m LEFT JOIN tracks t ON t.id = m.track_id WHERE m.id = $1',
      [milestoneId],
    );
    if (place === undefined) throw new NotFound('milestoneId', milestoneId);
    const { call, tracks } = await bodiesInCharge(this.database.manager, place.callId);
    const ofTrack = place.track === null ? undefined : tracks[place.track];
    return { callId: place.callId, bodies: ofTrack === undefined ? call : [ofTrack] };
  }

  private async datesOf(callId: string, manager: EntityManager): Promise<readonly Milestone[]> {
    return (await this.milestones.ofCalls([callId], manager)).get(callId) ?? [];
  }
}

function wallTimeOf({ local, zone, precision }: MilestoneMove): WallTime {
  try {
    return parseWallTime(local, zone, precision ?? undefined);
  } catch (error) {
    if (error instanceof InvalidWallTime) throw new InvalidInput(error.field, error.reason);
    throw error;
  }
}

/** A date may not be moved so that a track ends after its call; what was late before is not this move's fault. */
function requireTracksInTime(dates: readonly Milestone[], movedId: string, wall: WallTime): void {
  const before = dates.map((date) => {
    const { id, key, kind, trackUuid } = date;
    return { id, key, kind, trackUuid, wall: date };
  });
  const after = before.map((date) => (date.id === movedId ? { ...date, wall } : date));
  const lateBefore = new Set(lateTrackDates(before).map(({ id }) => id));
  const late = lateTrackDates(after).find(({ id }) => id === movedId || !lateBefore.has(id));
  if (late === undefined) return;
  throw new InvalidInput('local', `the date "${late.key}" of a track must end before the call's last submission closes.`);
}
