import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ask } from './named.js';
import { AUDIENCE, PLANNED_FOR, TOLD_OF_THIS_DAY } from './planning.sql.js';
import { columnsOf, PLAN_LINES, PlanReader, type PlanLine } from './plan-reader.service.js';
import { SUBJECT_NAME } from './reminders.service.js';

export interface ForecastReminder {
  /** The id of the person: names and addresses are not shown. */
  readonly person: string;
  /** 'NCC-2023/submission': call or track, and date. */
  readonly subject: string;
  readonly revision: number;
  readonly offset: string;
  /** When it falls due, in the person's quiet hours later than planned. */
  readonly at: Date;
  /** `send`, `skip`, or what the ledger says has become of it. */
  readonly decision: string;
  readonly reason: string | null;
}

export interface Forecast {
  readonly at: Date;
  readonly due: ForecastReminder[];
}

/** What sending at `:at` meets: all that is due by then, of dates that are still ahead. */
const DUE_BY = `
  WITH plan AS (
    SELECT * FROM ${PLAN_LINES}
  ), due AS (
    SELECT a.person_id, d.id AS subject_id, ${SUBJECT_NAME} AS subject, d.revision, p."offset", p.due_at,
      p.due_at <= a.since AS missed, ${TOLD_OF_THIS_DAY} AS told, x.state, x.reason,
      row_number() OVER (PARTITION BY a.person_id, d.id ORDER BY p.due_at DESC, p."offset") AS newest
    FROM ${AUDIENCE} JOIN plan p ON ${PLANNED_FOR} JOIN calls c ON c.id = d.call_id LEFT JOIN tracks t ON t.id = d.track_id
      LEFT JOIN messages x ON x.person_id = a.person_id AND x.subject_kind = d.subject_kind AND x.subject_id = d.id
        AND x.revision = d.revision AND x."offset" = p."offset"
    WHERE p.due_at <= :at
  )
  SELECT person_id AS person, subject_id AS "subjectId", subject, revision, "offset", due_at AS at,
    CASE WHEN state NOT IN ('DUE', 'CLAIMED', 'HANDED_OVER') THEN lower(state)
      WHEN missed OR told OR newest > 1 THEN 'skip' ELSE 'send' END AS decision,
    CASE WHEN state NOT IN ('DUE', 'CLAIMED', 'HANDED_OVER') THEN reason
      WHEN missed THEN 'had passed when the call was followed'
      WHEN told THEN 'sent for an earlier revision of the same day'
      WHEN newest > 1 THEN 'a later reminder is due' END AS reason
  FROM due ORDER BY due_at, subject, person_id, "offset"`;

/** Says what would be sent at an instant, and why or why not. Reads only. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly database: DataSource,
    private readonly plan: PlanReader,
  ) {}

  /** Reminders due by then of dates still ahead then; offsets that fall together are named as merged. */
  async remindersAt(at: Date): Promise<Forecast> {
    const lines = await this.plan.linesAt(at);
    const rows = await ask<ForecastReminder & { subjectId: string }>(this.database.manager, DUE_BY, { ...columnsOf(lines), at });
    const merged = mergedOffsets(lines);
    const due = rows.flatMap(({ subjectId, ...row }) => [
      row,
      ...(merged.get(`${subjectId} ${row.offset}`) ?? []).map((offset) => ({
        ...row,
        offset,
        decision: 'skip',
        reason: `falls together with ${row.offset}: one mail`,
      })),
    ]);
    return { at, due };
  }
}

const mergedOffsets = (lines: readonly PlanLine[]): Map<string, readonly string[]> =>
  new Map(lines.map(({ subjectId, offset, merged }) => [`${subjectId} ${offset}`, merged]));
