import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TOLD_OF_THIS_DAY } from './planning.sql.js';
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

/** What sending at $7 meets: all that is due by then, of dates that are still ahead. */
const DUE_BY = `
  WITH plan AS (
    SELECT * FROM ${PLAN_LINES}
  ), due AS (
    SELECT a.person_id, m.id AS milestone_id, ${SUBJECT_NAME} AS subject, m.revision, p."offset", p.due_at,
      p.due_at <= a.since AS missed, ${TOLD_OF_THIS_DAY} AS told, x.state, x.reason,
      row_number() OVER (PARTITION BY a.person_id, m.id ORDER BY p.due_at DESC, p."offset") AS newest
    FROM plan p JOIN milestones m ON m.id = p.milestone_id JOIN reminder_audience a ON a.milestone_id = m.id AND a.audience = p.audience
      JOIN mail_readers r ON r.id = a.person_id AND r.zone = p.zone AND r.digest = p.digest
      JOIN calls c ON c.id = m.call_id LEFT JOIN tracks t ON t.id = m.track_id
      LEFT JOIN messages x ON x.person_id = a.person_id AND x.subject_kind = 'MILESTONE' AND x.subject_id = m.id
        AND x.revision = m.revision AND x."offset" = p."offset"
    WHERE p.due_at <= $7
  )
  SELECT person_id AS person, milestone_id AS "milestoneId", subject, revision, "offset", due_at AS at,
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
    const rows = await this.database.query<(ForecastReminder & { milestoneId: string })[]>(DUE_BY, [...columnsOf(lines), at]);
    const merged = mergedOffsets(lines);
    const due = rows.flatMap(({ milestoneId, ...row }) => [
      row,
      ...(merged.get(`${milestoneId} ${row.offset}`) ?? []).map((offset) => ({
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
  new Map(lines.map(({ milestoneId, offset, merged }) => [`${milestoneId} ${offset}`, merged]));
