import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReminderRule } from '#libs/calendar';
import { planOf, type PlannableMilestone } from './plan.js';

/** Which part of the plan: everything, one call, or what one person follows. */
export interface PlanScope {
  readonly callId?: string;
  readonly personId?: string;
}

/** One planned reminder for all readers of one audience, zone and wish for digests. */
export interface PlanLine {
  readonly milestoneId: string;
  readonly audience: string;
  readonly zone: string;
  readonly digest: boolean;
  readonly offset: string;
  readonly at: Date;
  readonly merged: readonly string[];
}

/** Once a milestone, audience, zone and wish for digests, however many people that is. */
const FOLLOWED = `
  WITH followed AS (
    SELECT DISTINCT a.milestone_id, a.audience, p.zone, p.digest FROM reminder_audience a JOIN mail_readers p ON p.id = a.person_id
    WHERE ($2::uuid IS NULL OR a.call_id = $2) AND ($3::uuid IS NULL OR a.person_id = $3)
  )
  SELECT m.id, m.kind, m.local, m.zone, m.precision, m.ends_at AS "endsAt", f.audience, f.zone AS "readerZone", f.digest,
    (SELECT max(e.ends_at) FROM milestones e
      WHERE e.track_id = m.track_id AND e.kind = 'EXPRESSION_OF_INTEREST' AND e.withdrawn_at IS NULL
        AND e.precision IN ('MINUTE', 'DAY') AND e.ends_at <= m.ends_at) AS "precedingEndsAt"
  FROM followed f JOIN milestones m ON m.id = f.milestone_id
  WHERE m.ends_at > $1 AND m.precision IN ('MINUTE', 'DAY')`;

/** Works out the plan of the milestones that are followed and still ahead. Reads only. */
@Injectable()
export class PlanReader {
  constructor(private readonly database: DataSource) {}

  /** @param now milestones that have ended by then are left out */
  async linesAt(now: Date, scope: PlanScope = {}, manager: EntityManager = this.database.manager): Promise<PlanLine[]> {
    const rules = await this.rules(manager);
    const followed = await manager.query<(PlannableMilestone & { audience: string; readerZone: string; digest: boolean })[]>(FOLLOWED, [
      now,
      scope.callId ?? null,
      scope.personId ?? null,
    ]);
    return followed.flatMap((milestone) => {
      const { id, kind, audience, readerZone: zone, digest } = milestone;
      const planned = planOf(milestone, { zone, digest }, rules.get(`${kind} ${audience}`) ?? []);
      return planned.map((reminder) => ({ milestoneId: id, audience, zone, digest, ...reminder }));
    });
  }

  /** By kind of milestone and audience: 'SUBMISSION FOLLOWERS'. */
  private async rules(manager: EntityManager): Promise<ReadonlyMap<string, readonly ReminderRule[]>> {
    const rows = await manager.query<{ key: string; rules: ReminderRule[] }[]>(
      `SELECT milestone_kind || ' ' || audience AS key,
         json_agg(json_strip_nulls(json_build_object('offset', "offset", 'hour', hour)) ORDER BY position) AS rules
       FROM reminder_rules GROUP BY milestone_kind, audience`,
    );
    return new Map(rows.map(({ key, rules }) => [key, rules]));
  }
}

/** The plan as arrays that SQL unnests: see {@link PLAN_LINES}. */
export function columnsOf(lines: readonly PlanLine[]): [string[], string[], string[], boolean[], string[], Date[]] {
  return [
    lines.map(({ milestoneId }) => milestoneId),
    lines.map(({ audience }) => audience),
    lines.map(({ zone }) => zone),
    lines.map(({ digest }) => digest),
    lines.map(({ offset }) => offset),
    lines.map(({ at }) => at),
  ];
}

/** $1-$6 */
export const PLAN_LINES = `unnest($1::uuid[], $2::audience[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[])
      AS p (milestone_id, audience, zone, digest, "offset", due_at)`;
