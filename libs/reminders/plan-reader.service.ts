import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReminderRule } from '#libs/calendar';
import { ask } from './named.js';
import { planOf, type PlannableSubject } from './plan.js';

/** Which part of the plan: everything, one call, or what one person follows. */
export interface PlanScope {
  readonly callId?: string | null;
  readonly personId?: string | null;
}

/** One planned reminder for all readers of one audience, zone and wish for digests. */
export interface PlanLine {
  readonly subjectId: string;
  readonly audience: string;
  readonly zone: string;
  readonly digest: boolean;
  readonly offset: string;
  readonly at: Date;
  readonly merged: readonly string[];
}

/** Once a subject, audience, zone and wish for digests, however many people that is. */
const REMINDED = `
  WITH reminded AS (
    SELECT DISTINCT a.subject_id, a.call_id, a.audience, p.zone, p.digest FROM reminder_audience a JOIN mail_readers p ON p.id = a.person_id
    WHERE (:callId::uuid IS NULL OR a.call_id = :callId) AND (:personId::uuid IS NULL OR a.person_id = :personId)
  )
  SELECT d.id, d.kind, d.local, d.zone, d.precision, d.ends_at AS "endsAt", r.audience, r.zone AS "readerZone", r.digest,
    (SELECT max(e.ends_at) FROM milestones e
      WHERE e.track_id = d.track_id AND e.kind = 'EXPRESSION_OF_INTEREST' AND e.withdrawn_at IS NULL
        AND e.precision IN ('MINUTE', 'DAY') AND e.ends_at <= d.ends_at) AS "precedingEndsAt"
  FROM reminded r JOIN reminder_subjects d ON d.id = r.subject_id AND d.call_id = r.call_id
  WHERE d.ends_at > :now AND d.precision IN ('MINUTE', 'DAY')`;

/** Works out the plan of the dates that somebody is reminded of and that are still ahead. Reads only. */
@Injectable()
export class PlanReader {
  constructor(private readonly database: DataSource) {}

  /** @param now dates that have ended by then are left out */
  async linesAt(now: Date, { callId = null, personId = null }: PlanScope = {}, manager: EntityManager = this.database.manager): Promise<PlanLine[]> {
    const rules = await this.rules(manager);
    const reminded = await ask<PlannableSubject & { audience: string; readerZone: string; digest: boolean }>(manager, REMINDED, { now, callId, personId });
    return reminded.flatMap((subject) => {
      const { id, kind, audience, readerZone: zone, digest } = subject;
      const planned = planOf(subject, { zone, digest }, rules.get(`${kind} ${audience}`) ?? []);
      return planned.map((reminder) => ({ subjectId: id, audience, zone, digest, ...reminder }));
    });
  }

  /** By kind of subject and audience: 'SUBMISSION FOLLOWERS'. */
  private async rules(manager: EntityManager): Promise<ReadonlyMap<string, readonly ReminderRule[]>> {
    const rows = await manager.query<{ key: string; rules: ReminderRule[] }[]>(
      `SELECT kind || ' ' || audience AS key,
         json_agg(json_strip_nulls(json_build_object('offset', "offset", 'hour', hour)) ORDER BY position) AS rules
       FROM reminder_rules GROUP BY kind, audience`,
    );
    return new Map(rows.map(({ key, rules }) => [key, rules]));
  }
}

/** The plan as columns, which SQL unnests: see {@link PLAN_LINES}. */
export function columnsOf(lines: readonly PlanLine[]): Record<'subjects' | 'audiences' | 'zones' | 'digests' | 'offsets' | 'times', unknown[]> {
  return {
    subjects: lines.map(({ subjectId }) => subjectId),
    audiences: lines.map(({ audience }) => audience),
    zones: lines.map(({ zone }) => zone),
    digests: lines.map(({ digest }) => digest),
    offsets: lines.map(({ offset }) => offset),
    times: lines.map(({ at }) => at),
  };
}

export const PLAN_LINES = `
  unnest(:subjects::uuid[], :audiences::audience[], :zones::text[], :digests::boolean[], :offsets::text[], :times::timestamptz[])
    AS p (subject_id, audience, zone, digest, "offset", due_at)`;
