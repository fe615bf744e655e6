import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WallTime } from '#libs/calendar';
import type { MessageToCompose } from '#libs/mail';
import type { Localised } from '#libs/platform';

/** All that a reminder needs to know, as of now. */
export interface ReminderFacts extends WallTime {
  readonly now: Date;
  readonly kind: string;
  readonly revision: number;
  readonly endsAt: Date;
  readonly withdrawn: boolean;
  readonly callCode: string;
  readonly titles: Localised;
  readonly website: string | null;
  /** The body of the track that the date is of. */
  readonly body: string | null;
  /** As whom this person is told; null when they are not to be told any more. */
  readonly audience: string | null;
  /** The subscription that a follower may end. */
  readonly subscriptionId: string | null;
  /** Whether a later message about this date has fallen due as well. */
  readonly superseded: boolean;
}

const FACTS = `
  SELECT verbond_now() AS now, m.kind, m.local, m.zone, m.precision, m.revision, m.ends_at AS "endsAt",
    m.withdrawn_at IS NOT NULL AS withdrawn, c.code AS "callCode", c.titles, c.website, o.name AS body,
    (SELECT a.audience FROM reminder_audience a WHERE a.milestone_id = m.id AND a.person_id = $1) AS audience,
    (SELECT s.id FROM subscriptions s WHERE s.person_id = $1 AND s.call_id = m.call_id AND s.ended_at IS NULL
        AND (m.track_id IS NULL OR s.track_id = m.track_id)
      ORDER BY s.made_at DESC, s.id LIMIT 1) AS "subscriptionId",
    EXISTS (SELECT FROM messages x
      WHERE x.person_id = $1 AND x.subject_kind = 'MILESTONE' AND x.subject_id = m.id AND x.revision = m.revision
        AND x.state NOT IN ('SKIPPED', 'FAILED') AND x.due_at <= verbond_now() AND (x.due_at, x.id) > ($4::timestamptz, $3::uuid)
    ) AS superseded
  FROM milestones m JOIN calls c ON c.id = m.call_id
    LEFT JOIN tracks t ON t.id = m.track_id LEFT JOIN organisations o ON o.id = t.body_id
  WHERE m.id = $2`;

/** The last date before a revision that this person was told of, else the one just before it. */
const DATE_BEFORE = `
  SELECT r.local, r.zone, r.precision FROM milestone_revisions r
  WHERE r.milestone_id = $2 AND r.revision < $3
  ORDER BY EXISTS (SELECT FROM messages x WHERE x.person_id = $1 AND x.subject_kind = 'MILESTONE' AND x.subject_id = $2
    AND x.revision = r.revision AND x.state = 'SENT') DESC, r.revision DESC LIMIT 1`;

/** Looks up what a reminder says at the moment of sending. */
@Injectable()
export class ReminderFactsReader {
  constructor(private readonly database: DataSource) {}

  async of({ id, personId, subjectId, dueAt }: MessageToCompose): Promise<ReminderFacts | undefined> {
    const [facts] = await this.database.query<ReminderFacts[]>(FACTS, [personId, subjectId, id, dueAt]);
    return facts;
  }

  async dateBefore({ personId, subjectId, revision }: MessageToCompose): Promise<WallTime | undefined> {
    const [before] = await this.database.query<WallTime[]>(DATE_BEFORE, [personId, subjectId, revision]);
    return before;
  }
}
