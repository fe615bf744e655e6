import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { connectionOf, pageOf, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import type { Reminder } from './reminders.types.js';

/** A milestone as people name it: the code of its track or call, and its key. */
export const SUBJECT_NAME = `coalesce(t.code, c.code) || '/' || m.key`;

/** A reminder, of the message x about the milestone m of the call c and track t. */
export const REMINDER_COLUMNS = `x.id, ${SUBJECT_NAME} AS subject, m.kind, x."offset", x.revision, x.due_at AS "dueAt", x.state, x.reason`;

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
       FROM messages x JOIN milestones m ON m.id = x.subject_id JOIN calls c ON c.id = m.call_id
         LEFT JOIN tracks t ON t.id = m.track_id
       WHERE x.person_id = $1 AND x.subject_kind = 'MILESTONE' AND ($2::timestamptz IS NULL OR (x.due_at, x.id::text) < ($2, $3))
       ORDER BY x.due_at DESC, x.id::text DESC LIMIT $4`,
      [personId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
    );
    return connectionOf(rows, page, ({ dueAt, id }) => [dueAt.toISOString(), id], (row) => row);
  }
}
