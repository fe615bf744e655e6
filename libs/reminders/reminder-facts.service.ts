import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WallTime } from '#libs/calendar';
import type { MessageToCompose } from '#libs/mail';
import type { taskText } from '#libs/partnerships';
import type { Localised } from '#libs/platform';
import { DATE_TEMPLATE, LEFT_REASONS, MILESTONE } from './kinds.js';
import { ask } from './named.js';

/** All that a reminder needs to know, as of now. */
export interface ReminderFacts extends WallTime {
  readonly now: Date;
  readonly kind: string;
  /** Of what the date is, where that is no call or track. */
  readonly name: string | null;
  readonly revision: number;
  readonly endsAt: Date;
  /** Why the date does not stand any more. */
  readonly ended: string | null;
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
  SELECT verbond_now() AS now, d.kind, d.name, d.local, d.zone, d.precision, d.revision, d.ends_at AS "endsAt", d.ended,
    c.code AS "callCode", c.titles, c.website, o.name AS body,
    (SELECT a.audience FROM reminder_audience a WHERE a.person_id = :personId AND a.subject_id = :subjectId) AS audience,
    (SELECT s.id FROM subscriptions s WHERE s.person_id = :personId AND s.call_id = d.call_id AND s.ended_at IS NULL
        AND (d.track_id IS NULL OR s.track_id = d.track_id)
      ORDER BY s.made_at DESC, s.id LIMIT 1) AS "subscriptionId",
    EXISTS (SELECT FROM messages x
      WHERE x.person_id = :personId AND x.template = '${DATE_TEMPLATE}' AND x.subject_kind = d.subject_kind AND x.subject_id = d.id
        AND x.revision = d.revision AND x.state NOT IN ('SKIPPED', 'FAILED') AND x.due_at <= verbond_now()
        AND (x.due_at, x.id) > (:dueAt::timestamptz, :id::uuid)
    ) AS superseded
  FROM reminder_subjects d JOIN calls c ON c.id = d.call_id
    LEFT JOIN tracks t ON t.id = d.track_id LEFT JOIN organisations o ON o.id = t.body_id
  WHERE d.id = :subjectId`;

/** The consortia that work towards a date and wait for this person, and what they ask. */
const DUTIES = `
  SELECT coalesce(jsonb_agg(DISTINCT d.name), '[]') AS consortia, coalesce(jsonb_agg(DISTINCT w.task) FILTER (WHERE w.task IS NOT NULL), '[]') AS tasks
  FROM consortium_dates d JOIN consortium_duties w ON w.consortium_id = d.consortium_id
  WHERE d.milestone_id = :subjectId AND d.open AND w.person_id = :personId AND w.ended_at IS NULL`;

const LEFT = 'SELECT min(reason) AS reason FROM reminder_ends WHERE person_id = :personId AND subject_id = :subjectId';

/** The last date before a revision that this person was told of, else the one just before it. */
const DATE_BEFORE = `
  SELECT r.local, r.zone, r.precision FROM milestone_revisions r
  WHERE r.milestone_id = :subjectId AND r.revision < :revision
  ORDER BY EXISTS (SELECT FROM messages x WHERE x.person_id = :personId AND x.subject_kind = '${MILESTONE}' AND x.subject_id = :subjectId
    AND x.revision = r.revision AND x.state = 'SENT') DESC, r.revision DESC LIMIT 1`;

export interface Duties {
  readonly consortia: readonly string[];
  readonly tasks: readonly Parameters<typeof taskText>[1][];
}

/** Who invites whom into which consortium. */
export interface Invitation {
  readonly consortiumId: string;
  readonly consortium: string;
  readonly lead: string;
  readonly organisation: string;
}

const INVITATION_OF = `
  SELECT c.id AS "consortiumId", c.name AS consortium, l.name AS lead, o.name AS organisation
  FROM memberships i JOIN consortia c ON c.id = i.consortium_id JOIN organisations l ON l.id = c.lead_id
    JOIN organisations o ON o.id = i.organisation_id WHERE i.id = :subjectId`;

/** Looks up what a reminder says at the moment of sending. */
@Injectable()
export class ReminderFactsReader {
  constructor(private readonly database: DataSource) {}

  of(message: MessageToCompose): Promise<ReminderFacts | undefined> {
    return this.one(FACTS, message);
  }

  /** Of a message about a milestone. */
  async dutiesOf(message: MessageToCompose): Promise<Duties> {
    return (await this.one<Duties>(DUTIES, message)) ?? { consortia: [], tasks: [] };
  }

  /** Why this person is not told any more, as far as anything is known of it. */
  async whyLeft(message: MessageToCompose): Promise<string> {
    return (await this.one<{ reason: string | null }>(LEFT, message))?.reason ?? LEFT_REASONS[0];
  }

  dateBefore(message: MessageToCompose): Promise<WallTime | undefined> {
    return this.one(DATE_BEFORE, message);
  }

  /** Of a message about an invitation. */
  invitationOf(message: MessageToCompose): Promise<Invitation | undefined> {
    return this.one(INVITATION_OF, message);
  }

  private async one<T>(sql: string, message: MessageToCompose): Promise<T | undefined> {
    const [row] = await ask<T>(this.database.manager, sql, { ...message });
    return row;
  }
}
