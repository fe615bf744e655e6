import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { grouped } from '#libs/directory';
import { readMembers, type ExpressionMemberRow } from './expression-members.js';
import type { ExpressionContact, ExpressionDecision, ExpressionVersion } from './expression.type.js';

type Ids = readonly string[];

/** What belongs to expressions, many at a time. The caller has read each as its viewer. */
@Injectable()
export class ExpressionFacts {
  constructor(private readonly database: DataSource) {}

  /** The lead first. */
  async members(ids: Ids): Promise<Map<string, ExpressionMemberRow[]>> {
    return grouped(await readMembers(this.database.manager, ids), ({ expressionId }) => expressionId);
  }

  /** By the ids of people. */
  async contacts(people: Ids): Promise<Map<string, ExpressionContact>> {
    const sql = 'SELECT id, name, email FROM people WHERE id = ANY($1::uuid[])';
    const rows = await this.database.query<(ExpressionContact & { id: string })[]>(sql, [people]);
    return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
  }

  /** The newest first. */
  async versions(ids: Ids): Promise<Map<string, ExpressionVersion[]>> {
    const rows = await this.database.query<(ExpressionVersion & { id: string })[]>(
      `SELECT v.expression_id AS id, v.version, v.submitted_at AS "submittedAt", v.content->>'motivation' AS motivation,
         v.content->'interests' AS interests, ARRAY(SELECT m->>'name' FROM jsonb_array_elements(v.content->'members') AS m) AS members
       FROM expression_versions v WHERE v.expression_id = ANY($1::uuid[]) ORDER BY v.expression_id, v.version DESC`,
      [ids],
    );
    return grouped(rows, ({ id }) => id);
  }

  /** What the body decided, oldest first: the audit log is its history. */
  async decisions(ids: Ids): Promise<Map<string, ExpressionDecision[]>> {
    const rows = await this.database.query<(ExpressionDecision & { id: string })[]>(
      `SELECT subject_id AS id, action AS decision, facts->>'reason' AS reason, at AS "decidedAt" FROM audit_entries
       WHERE subject_kind = 'EXPRESSION' AND subject_id = ANY($1::uuid[])
         AND action IN ('SHORTLIST', 'NOT_SHORTLIST', 'RECOMMEND', 'NOT_RECOMMEND') ORDER BY subject_id, number`,
      [ids],
    );
    return grouped(rows, ({ id }) => id);
  }

  /** In how many living expressions of a track each organisation is, once submitted. @param keys `track organisation` */
  async expressionsOf(keys: Ids): Promise<Map<string, number>> {
    const rows = await this.database.query<{ key: string; count: number }[]>(
      `SELECT asked.key, count(DISTINCT e.id)::int AS count
       FROM unnest($1::text[]) AS asked (key)
         JOIN expressions e ON e.track_id = split_part(asked.key, ' ', 1)::uuid AND e.submitted_at IS NOT NULL AND e.state <> 'WITHDRAWN'
         JOIN expression_members m ON m.expression_id = e.id AND m.organisation_id = split_part(asked.key, ' ', 2)::uuid
       GROUP BY asked.key`,
      [keys],
    );
    return new Map(rows.map(({ key, count }) => [key, count]));
  }
}
