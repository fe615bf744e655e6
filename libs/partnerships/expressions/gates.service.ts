import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WallTime } from '#libs/calendar';
import { Clock, Conflict } from '#libs/platform';
import { DeadlinePassed } from './deadline-passed.js';
import type { TrackRecord } from './track-record.js';

interface GateDate extends WallTime {
  readonly closesAt: Date;
}

/**
 * A track's gate for expressions of interest. Its date stays as it is until the caller's transaction ends: those who
 * write before it closes share it, and those who decide after it wait for them.
 */
@Injectable()
export class Gates {
  constructor(private readonly clock: Clock) {}

  /** @returns now @throws DeadlinePassed once an exact date has passed; a vague one refuses nobody */
  async open(manager: EntityManager, track: Pick<TrackRecord, 'id' | 'code'>): Promise<Date> {
    const date = await this.hold(manager, track.id, 'FOR SHARE');
    const now = await this.clock.now(manager);
    if (date !== undefined && date.closesAt <= now) throw new DeadlinePassed(track, date, date.closesAt);
    return now;
  }

  /** @returns now @throws Conflict while it is not closed */
  async closed(manager: EntityManager, track: Pick<TrackRecord, 'id' | 'code'>): Promise<Date> {
    const date = await this.hold(manager, track.id, 'FOR NO KEY UPDATE');
    const now = await this.clock.now(manager);
    if (date === undefined) throw new Conflict(`${track.code} has no exact date by which interest is expressed: decisions come after that.`);
    if (date.closesAt > now) {
      throw new Conflict(`${track.code} takes expressions of interest until ${date.closesAt.toISOString()}: decisions come after that.`);
    }
    return now;
  }

  /** All dates of this kind are locked, whichever counts; only then is it read which. */
  private async hold(manager: EntityManager, trackId: string, lock: 'FOR SHARE' | 'FOR NO KEY UPDATE'): Promise<GateDate | undefined> {
    await manager.query(`SELECT FROM milestones WHERE track_id = $1 AND kind = 'EXPRESSION_OF_INTEREST' ORDER BY id ${lock}`, [trackId]);
    const [date] = await manager.query<GateDate[]>(
      `SELECT m.local, m.zone, m.precision, g.closes_at AS "closesAt"
       FROM track_gates g JOIN milestones m ON m.id = g.milestone_id WHERE g.track_id = $1`,
      [trackId],
    );
    return date;
  }
}
