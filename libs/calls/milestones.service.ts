import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { momentsOf } from '#libs/calendar';
import { grouped } from '#libs/directory';
import type { Milestone, MilestoneRevision } from './milestone.type.js';

interface MilestoneRow extends Omit<Milestone, 'startsAt' | 'endsAt' | 'exact' | 'shiftedFrom' | 'history'> {
  readonly history: readonly (Omit<MilestoneRevision, 'movedAt'> & { readonly movedAt: string | null })[];
}

/** Withdrawn dates are left out. */
const SELECT_MILESTONES = `
  SELECT m.id, m.call_id AS "callUuid", m.track_id AS "trackUuid", m.key, m.kind, m.actor, m.local, m.zone, m.precision,
    m.revision, m.note, m.assumed,
    ARRAY(SELECT json_build_object('revision', revision, 'local', local, 'zone', zone, 'precision', precision,
        'reason', reason, 'movedAt', moved_at)
      FROM milestone_revisions WHERE milestone_id = m.id ORDER BY revision) AS history
  FROM milestones m WHERE m.call_id = ANY($1::uuid[]) AND m.withdrawn_at IS NULL ORDER BY m.starts_at, m.ends_at, m.key`;

/** The dates of calls and of their tracks. Public. */
@Injectable()
export class MilestonesService {
  constructor(private readonly database: DataSource) {}

  /** Of each call all dates, those of its tracks too, in order of time. @param manager a transaction to read in */
  async ofCalls(calls: readonly string[], manager: EntityManager = this.database.manager): Promise<Map<string, Milestone[]>> {
    const rows = await manager.query<MilestoneRow[]>(SELECT_MILESTONES, [calls]);
    return grouped(rows.map(toMilestone), ({ callUuid }) => callUuid);
  }
}

function toMilestone(row: MilestoneRow): Milestone {
  const { start, end, exact, shiftedFrom } = momentsOf(row);
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const history = row.history.map(({ movedAt, ...dated }) => ({ ...dated, movedAt: instant(movedAt) }));
  return { ...row, startsAt: start, endsAt: end, exact, shiftedFrom: shiftedFrom ?? null, history };
}
