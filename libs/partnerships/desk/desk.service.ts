import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { grouped } from '#libs/directory';
import { SELECT_EXPRESSION, type ExpressionRecord } from '../expressions/expression-record.js';
import type { TrackRecord } from '../expressions/track-record.js';
import { Criteria, type Criterion } from './criteria.service.js';
import { DeskAccess } from './desk-access.service.js';
import { Scores, type OfficerView } from './scores.service.js';
import { weightedMean } from './weighted-mean.js';

/** A member as the desk sees it beside those of other expressions. */
export interface DeskMemberRecord {
  readonly expressionId: string;
  readonly organisationId: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly agreed: boolean;
  /** Without a past project that is known. */
  readonly newcomer: boolean;
  /** Whether it was at an event of the track. */
  readonly attended: boolean;
  /** The other expressions on the track that name it. */
  readonly alsoIn: readonly string[];
}

/** An expression with all that is known of it at the desk. */
export interface DeskEntryRecord {
  readonly expression: ExpressionRecord;
  readonly members: readonly DeskMemberRecord[];
  readonly views: readonly OfficerView[];
  readonly weightedMean: number | null;
}

/** Somebody who came to an event and is in no expression yet. */
export interface DeskLeadRecord {
  readonly organisationId: string;
  readonly events: readonly string[];
}

export interface DeskRecord {
  readonly track: TrackRecord;
  readonly closesAt: Date | null;
  readonly closed: boolean;
  /** When the body is to have recommended. */
  readonly recommendBy: Date | null;
  readonly criteria: readonly Criterion[];
  readonly lateAttempts: number;
}

const MEMBERS = `
  SELECT m.expression_id AS "expressionId", m.organisation_id AS "organisationId", coalesce(o.name, m.name) AS name,
    coalesce(o.country, m.country) AS country, m.agreed,
    NOT EXISTS (SELECT FROM participations p JOIN projects j ON j.id = p.project_id
      WHERE p.organisation_id = o.id AND coalesce(j.starts_on, '-infinity') <= verbond_now()::date) AS newcomer,
    EXISTS (SELECT FROM event_signups s JOIN milestones d ON d.id = s.milestone_id
      WHERE s.organisation_id = o.id AND s.attended AND d.track_id = e.track_id) AS attended,
    ARRAY(SELECT x.id FROM expression_members y JOIN expressions x ON x.id = y.expression_id
      WHERE y.organisation_id = o.id AND x.track_id = e.track_id AND x.id <> e.id AND x.submitted_at IS NOT NULL AND x.state <> 'WITHDRAWN'
      ORDER BY x.id) AS "alsoIn"
  FROM expression_members m JOIN expressions e ON e.id = m.expression_id LEFT JOIN organisations o ON o.id = m.organisation_id
  WHERE e.track_id = $1 AND e.submitted_at IS NOT NULL ORDER BY m.expression_id, m.position`;

/** All expressions of a track side by side, for the officers of its body. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: DataSource,
    private readonly access: DeskAccess,
    private readonly criteria: Criteria,
    private readonly scores: Scores,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden */
  async desk(viewer: Viewer, trackId: string): Promise<DeskRecord> {
    const track = await this.access.track(viewer, trackId);
    const [dates] = await this.database.query<[Omit<DeskRecord, 'track' | 'criteria'>]>(
      `SELECT g.closes_at AS "closesAt", coalesce(g.closes_at <= verbond_now(), false) AS closed,
         (SELECT max(ends_at) FROM milestones WHERE track_id = $1 AND kind = 'RECOMMENDATION' AND withdrawn_at IS NULL
            AND precision IN ('MINUTE', 'DAY')) AS "recommendBy",
         (SELECT count(*)::int FROM expression_attempts WHERE track_id = $1) AS "lateAttempts"
       FROM track_gates g WHERE g.track_id = $1`,
      [track.id],
    );
    return { track, criteria: await this.criteria.of(track.id), ...dates };
  }

  /** What was submitted, in the order in which it came; what was withdrawn last. */
  async entries({ track, criteria }: Pick<DeskRecord, 'track' | 'criteria'>): Promise<DeskEntryRecord[]> {
    const expressions = await this.database.query<ExpressionRecord[]>(
      `${SELECT_EXPRESSION} WHERE e.track_id = $1 AND e.submitted_at IS NOT NULL ORDER BY e.state = 'WITHDRAWN', e.submitted_at, e.id`,
      [track.id],
    );
    const members = grouped(await this.database.query<DeskMemberRecord[]>(MEMBERS, [track.id]), ({ expressionId }) => expressionId);
    const views = grouped(await this.scores.of(expressions.map(({ id }) => id)), ({ expressionId }) => expressionId);
    return expressions.map((expression) => {
      const own = views.get(expression.id) ?? [];
      return {
        expression,
        members: members.get(expression.id) ?? [],
        views: own,
        weightedMean: weightedMean(criteria, own.flatMap(({ scores }) => scores)),
      };
    });
  }

  /** Who came to an event of the track and is in no living expression: somebody to write to. */
  async leads({ track }: Pick<DeskRecord, 'track'>): Promise<DeskLeadRecord[]> {
    return this.database.query(
      `SELECT s.organisation_id AS "organisationId", array_agg(DISTINCT d.key ORDER BY d.key) AS events
       FROM event_signups s JOIN milestones d ON d.id = s.milestone_id
       WHERE d.track_id = $1 AND s.attended AND NOT EXISTS (
         SELECT FROM expression_members m JOIN expressions e ON e.id = m.expression_id
         WHERE m.organisation_id = s.organisation_id AND e.track_id = $1 AND e.state <> 'WITHDRAWN')
       GROUP BY s.organisation_id ORDER BY s.organisation_id`,
      [track.id],
    );
  }
}
