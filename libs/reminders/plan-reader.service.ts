import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReminderRule } from '#libs/calendar';
import { planOf, type PlannableMilestone, type RulesByKind } from './plan.js';

/** Which part of the plan: everything, one call, or what one person follows. */
export interface PlanScope {
  readonly callId?: string;
  readonly personId?: string;
}

/** One planned reminder for all readers of one zone. */
export interface PlanLine {
  readonly milestoneId: string;
  readonly zone: string;
  readonly offset: string;
  readonly at: Date;
  readonly merged: readonly string[];
}

/** Once a milestone and zone, however many people follow it. */
const FOLLOWED = `
  WITH followed AS (
    SELECT DISTINCT a.milestone_id, p.zone FROM reminder_audience a JOIN people p ON p.id = a.person_id
    WHERE ($2::uuid IS NULL OR a.call_id = $2) AND ($3::uuid IS NULL OR a.person_id = $3)
  )
  SELECT m.id, m.kind, m.local, m.zone, m.precision, m.ends_at AS "endsAt", f.zone AS "readerZone",
    (SELECT max(e.ends_at) FROM milestones e
      WHERE e.track_id = m.track_id AND e.kind = 'EXPRESSION_OF_INTEREST' AND e.withdrawn_at IS NULL
        AND e.precision IN ('MINUTE', 'DAY') AND e.ends_at <= m.ends_at) AS "precedingEndsAt"
  FROM followed f JOIN milestones m ON m.id = f.milestone_id
  WHERE m.ends_at > $1 AND m.precision IN ('MINUTE', 'DAY') AND m.kind IN (SELECT milestone_kind FROM reminder_rules)`;

/** Works out the plan of the milestones that are followed and still ahead. Reads only. */
@Injectable()
export class PlanReader {
  constructor(private readonly database: DataSource) {}

  /** @param now milestones that have ended by then are left out */
  async linesAt(now: Date, scope: PlanScope = {}, manager: EntityManager = this.database.manager): Promise<PlanLine[]> {
    const rules = await this.rules(manager);
    const followed = await manager.query<(PlannableMilestone & { readerZone: string })[]>(FOLLOWED, [
      now,
      scope.callId ?? null,
      scope.personId ?? null,
    ]);
    return followed.flatMap((milestone) =>
      planOf(milestone, milestone.readerZone, rules).map(({ offset, at, merged }) => ({
        milestoneId: milestone.id,
        zone: milestone.readerZone,
        offset,
        at,
        merged,
      })),
    );
  }

  private async rules(manager: EntityManager): Promise<RulesByKind> {
    const rows = await manager.query<{ kind: string; rules: ReminderRule[] }[]>(
      `SELECT milestone_kind AS kind,
         json_agg(json_strip_nulls(json_build_object('offset', "offset", 'hour', hour)) ORDER BY position) AS rules
       FROM reminder_rules GROUP BY milestone_kind`,
    );
    return new Map(rows.map(({ kind, rules }) => [kind, rules]));
  }
}

/** The plan as arrays that SQL unnests: `unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])`. */
export function columnsOf(lines: readonly PlanLine[]): [string[], string[], string[], Date[]] {
  return [
    lines.map(({ milestoneId }) => milestoneId),
    lines.map(({ zone }) => zone),
    lines.map(({ offset }) => offset),
    lines.map(({ at }) => at),
  ];
}
