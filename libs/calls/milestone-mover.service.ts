import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isOfficerOf, type Viewer } from '#libs/accounts';
import { InvalidWallTime, momentsOf, parseWallTime, type WallTime } from '#libs/calendar';
import { isUuid, textProblem } from '#libs/directory';
import { Clock, Conflict, enqueue, Forbidden, InvalidInput, NotFound } from '#libs/platform';
import type { Milestone } from './milestone.type.js';
import { MilestonesService } from './milestones.service.js';
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

const LONGEST_REASON = 500;

/** Moves dates. Every date a milestone ever had is kept, with why, when and by whom it was moved. */
@Injectable()
export class MilestoneMover {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly milestones: MilestonesService,
  ) {}

  /**
   * Moves a date and has its reminders planned anew, in one transaction.
   * @throws NotFound, Forbidden, InvalidInput naming the field, Conflict when it was moved or withdrawn since
   */
  async move(viewer: Viewer, move: MilestoneMove): Promise<Milestone> {
    const { callId, bodies } = await this.placeOf(move.milestoneId);
    if (!viewer.administrator && !bodies.some((body) => isOfficerOf(viewer, body))) {
      throw new Forbidden('Only programme officers of the body in charge move this date.');
    }
    const wall = wallTimeOf(move);
    const reason = reasonOf(move);
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
      await this.write(manager, current, wall, reason, viewer);
      await enqueue(manager, 'reminders', 'plan', { callId });
      const moved = (await this.datesOf(callId, manager)).find(({ id }) => id === current.id);
      if (moved === undefined) throw new Error('A moved date is gone within its own transaction.');
      return moved;
    });
  }

  private async placeOf(milestoneId: string): Promise<Place> {
    if (!isUuid(milestoneId)) throw new NotFound('milestoneId', milestoneId);
    const [place] = await this.database.query<Place[]>(
      `SELECT c.id AS "callId", CASE WHEN t.id IS NOT NULL THEN ARRAY[t.body_id]
         ELSE array_remove(c.granting_authority_id || ARRAY(
           SELECT organisation_id FROM programme_bodies WHERE programme_id = c.programme_id), NULL) END AS bodies
       FROM milestones m JOIN calls c ON c.id = m.call_id LEFT JOIN tracks t ON t.id = m.track_id WHERE m.id = $1`,
      [milestoneId],
    );
    if (place === undefined) throw new NotFound('milestoneId', milestoneId);
    return place;
  }

  private async datesOf(callId: string, manager: EntityManager): Promise<readonly Milestone[]> {
    return (await this.milestones.ofCalls([callId], manager)).get(callId) ?? [];
  }

  /** What an officer says is no assumption any more. */
  private async write(
    manager: EntityManager,
    { id, revision }: Milestone,
    wall: WallTime,
    reason: string,
    viewer: Viewer,
  ): Promise<void> {
    const { start, end } = momentsOf(wall);
    const { local, zone, precision } = wall;
    await manager.query(
      `UPDATE milestones SET local = $2, zone = $3, precision = $4, starts_at = $5, ends_at = $6, revision = revision + 1,
         assumed = false WHERE id = $1`,
      [id, local, zone, precision, start, end],
    );
    await manager.query(
      `INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision, reason, moved_at, moved_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, revision + 1, local, zone, precision, reason, await this.clock.now(manager), viewer.personId ?? null],
    );
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

function reasonOf({ reason }: MilestoneMove): string {
  const text = reason.normalize('NFC').trim();
  if (text === '' || text.length > LONGEST_REASON || textProblem(text) !== undefined) {
    throw new InvalidInput('reason', `is a text of 1 to ${LONGEST_REASON} characters.`);
  }
  return text;
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
