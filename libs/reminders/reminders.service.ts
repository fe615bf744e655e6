import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { connectionOf, pageOf, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import type { Reminder } from './reminders.types.js';

/** What people are reminded of, as they name it: the code of its track or call, and its key; of a call as such, its code. */
export const SUBJECT_NAME = `coalesce(t.code, c.code) || coalesce('/' || d.key, '')`;

/** What the message x of this room is about: the call c, and what has a date there d and that one's track t, if any. */
export const WITH_SUBJECT = `
  LEFT JOIN reminder_subjects d ON d.subject_kind = x.subject_kind AND d.id = x.subject_id LEFT JOIN tracks t ON t.id = d.track_id
  JOIN calls c ON c.id = coalesce(d.call_id, x.subject_id)`;

/** A reminder: a message x with its subject. */
export const REMINDER_COLUMNS = `x.id, ${SUBJECT_NAME} AS subject, coalesce(d.kind, 'CALL') AS kind, x."offset", x.revision, x.due_at AS "dueAt", x.state, x.reason`;

/** The messages that somebody gets or got. */
@Injectable()
export class RemindersService {
  constructor(private readonly database: DataSource) {}

  /** The viewer's own, the latest first. @throws Unauthenticated, InvalidInput for a bad page */
  async ofViewer({ personId }: Viewer, args: PageArgs): Promise<Connection<Reminder>> {
    if (personId === undefined) throw new Unauthenticated();
    const page = pageOf(args, 'moment', 'text');
    const rows = await this.database.query<Reminder[]>(
      `SELECT ${REMINDER_COLUMNS}
       FROM messages x ${WITH_SUBJECT}
       WHERE x.person_id = $1 AND ($2::timestamptz IS NULL OR (x.due_at, x.id::text) < ($2, $3))
       ORDER BY x.due_at DESC, x.id::text DESC LIMIT $4`,
      [personId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
    );
    return connectionOf(rows, page, ({ dueAt, id }) => [dueAt.toISOString(), id], (row) => row);
  }
}
