import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isKnown, type Role, type Viewer } from '#libs/accounts';
import { Clock, connectionOf, pageOf, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import type { TaskKind } from './task-kinds.js';

/** What somebody is asked to do. The same task of the same subject waits for the same people once. */
export interface NewTask extends TaskKey {
  /** What its sentence names: texts and numbers, no names of people. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly dueAt?: Date | null;
}

export interface TaskKey {
  readonly kind: TaskKind;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** A person, or those who belong to an organisation, or hold this role in it. */
  readonly owner: { readonly personId: string } | { readonly organisationId: string; readonly role?: Role };
}

export interface TaskRecord {
  readonly id: string;
  readonly kind: TaskKind;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly organisationId: string | null;
  readonly role: Role | null;
  readonly dueAt: Date | null;
  readonly madeAt: Date;
}

/** SQL: whose a task `t` is. @param person placeholder @param mandates placeholder of [{ organisationId, role }] as JSON */
const ownedBy = (person: string, mandates: string): string => `
  (t.person_id = ${person} OR EXISTS (
    SELECT FROM jsonb_to_recordset(${mandates}::jsonb) AS h ("organisationId" uuid, role text)
    WHERE h."organisationId" = t.organisation_id AND (t.role IS NULL OR t.role = h.role)))`;

/** SQL: what could be answered until a time is over then. */
const isInTime = `NOT (t.kind LIKE 'ANSWER_%' AND coalesce(t.due_at <= verbond_now(), false))`;

/** What waits for whom, whatever it is about. Rooms open and end tasks in the transaction of what they are about. */
@Injectable()
export class Tasks {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What waits for the viewer: the soonest due first, what has no date last. */
  async mine(viewer: Viewer, args: PageArgs): Promise<Connection<TaskRecord>> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const page = pageOf(args, 'text', 'id');
    const [due, id] = page.after ?? ['', null];
    const rows = await this.database.query<(TaskRecord & { place: string })[]>(
      `SELECT * FROM (
         SELECT t.id, t.kind, t.subject_kind AS "subjectKind", t.subject_id AS "subjectId", t.facts, t.role, t.due_at AS "dueAt",
           t.organisation_id AS "organisationId", t.made_at AS "madeAt",
           to_char(coalesce(t.due_at, 'infinity') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS place
         FROM tasks t WHERE t.ended_at IS NULL AND ${ownedBy('$1', '$2')} AND ${isInTime}) t
       WHERE $4::uuid IS NULL OR (place, id) > ($3, $4) ORDER BY place, id LIMIT $5`,
      [viewer.personId ?? null, JSON.stringify(viewer.mandates), due, id, page.limit],
    );
    return connectionOf(rows, page, ({ place, id: own }) => [place, own], (row) => row);
  }

  /** Opens tasks that are not open yet; of one that is, facts and date are renewed. */
  async open(manager: EntityManager, tasks: readonly NewTask[]): Promise<void> {
    const now = await this.clock.now(manager);
    const rows = tasks.map(({ owner, facts = {}, dueAt = null, ...task }) => ({ ...task, ...owner, facts, dueAt, now }));
    await manager.query(
      `INSERT INTO tasks AS old (kind, subject_kind, subject_id, person_id, organisation_id, role, facts, due_at, made_at)
       SELECT kind, "subjectKind", "subjectId", "personId", "organisationId", role, facts, "dueAt", now
       FROM jsonb_to_recordset($1) AS t (kind text, "subjectKind" text, "subjectId" uuid, "personId" uuid, "organisationId" uuid,
         role text, facts jsonb, "dueAt" timestamptz, now timestamptz)
       ON CONFLICT (subject_kind, subject_id, kind, person_id, organisation_id) WHERE ended_at IS NULL
       DO UPDATE SET facts = excluded.facts, due_at = excluded.due_at, role = excluded.role`,
      [JSON.stringify(rows)],
    );
  }

  /** Opens tasks about a subject and ends its others of these kinds: then these are all that wait. They are owned by organisations. */
  async settle(manager: EntityManager, subjectId: string, kinds: readonly TaskKind[], tasks: readonly NewTask[]): Promise<void> {
    await this.open(manager, tasks);
    const kept = tasks.map(({ kind, owner }) => ({ kind, ...owner }));
    await manager.query(
      `UPDATE tasks t SET ended_at = verbond_now() WHERE subject_id = $1 AND kind = ANY($2) AND ended_at IS NULL AND NOT EXISTS (
         SELECT FROM jsonb_to_recordset($3) AS k (kind text, "organisationId" uuid) WHERE k.kind = t.kind AND k."organisationId" = t.organisation_id)`,
      [subjectId, kinds, JSON.stringify(kept)],
    );
  }

  /** Ends the open tasks about a subject: one kind of them, or all. @param viewer who did it; without one it is not needed any more */
  async end(manager: EntityManager, subjectId: string, kind: TaskKind | null = null, viewer?: Viewer): Promise<void> {
    await manager.query(
      'UPDATE tasks SET ended_at = verbond_now(), done_by = $3 WHERE subject_id = $1 AND ($2::text IS NULL OR kind = $2) AND ended_at IS NULL',
      [subjectId, kind, viewer?.personId ?? null],
    );
  }
}
