import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, isKnown, type Viewer } from '#libs/accounts';
import { isUuid } from '#libs/directory';
import { Conflict, connectionOf, Forbidden, NotFound, pageOf, requiredText, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import type { ContactRecord } from './contact-record.js';
import { ContactsService } from './contacts.service.js';

export const REPORT_OUTCOMES = ['DISMISSED', 'SENDER_BLOCKED'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** A request that somebody reported, as administrators see it: no names of people. */
export interface ContactReportRecord {
  readonly id: string;
  readonly reason: string;
  readonly madeAt: Date;
  readonly message: string;
  readonly fromId: string;
  readonly toId: string;
  readonly outcome: ReportOutcome | null;
  readonly handledAt: Date | null;
}

const SELECT_REPORT = `
  SELECT p.id, p.reason, p.made_at AS "madeAt", r.message, r.from_id AS "fromId", r.to_id AS "toId", p.outcome, p.handled_at AS "handledAt"
  FROM contact_reports p JOIN contact_requests r ON r.id = p.request_id`;

const LONGEST_REASON = 2000;

/** What organisations, and administrators, do about requests that nobody should have to read. */
@Injectable()
export class ContactSafety {
  constructor(
    private readonly database: DataSource,
    private readonly contacts: ContactsService,
    private readonly audit: AuditLog,
  ) {}

  /** From now on, or not any more, further requests of whoever sent this one are refused. Again is as good as once. @throws Unauthenticated, NotFound, Forbidden */
  block(viewer: Viewer, requestId: string, blocked: boolean): Promise<ContactRecord> {
    return this.received(viewer, requestId, async (manager, { id, toId }) => {
      await setBlock(manager, id, toId, blocked);
      return blocked ? 'BLOCK' : 'UNBLOCK';
    });
  }

  /** Tells the administrators of a request; a second time is as good as once. @throws Unauthenticated, NotFound, Forbidden, InvalidInput */
  async report(viewer: Viewer, requestId: string, reason: string): Promise<ContactRecord> {
    const why = requiredText('reason', reason, LONGEST_REASON);
    return this.received(viewer, requestId, async (manager, { id }) => {
      await manager.query(
        `INSERT INTO contact_reports (request_id, reason, made_by, made_at) VALUES ($1, $2, $3, verbond_now()) ON CONFLICT (request_id) DO NOTHING`,
        [id, why, viewer.personId ?? null],
      );
      return 'REPORT';
    });
  }

  /** For which of these requests their receiver refuses further ones. */
  async blockedAmong(requestIds: readonly string[]): Promise<Map<string, boolean>> {
    const sql = 'SELECT request_id AS id FROM contact_blocks WHERE by_id IS NOT NULL AND request_id = ANY($1::uuid[])';
    const rows = await this.database.query<{ id: string }[]>(sql, [requestIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** What waits for administrators, the oldest first. @throws Unauthenticated, Forbidden */
  async queue(viewer: Viewer, args: PageArgs): Promise<Connection<ContactReportRecord>> {
    refuseOthers(viewer);
    const page = pageOf(args, 'id');
    const rows = await this.database.query<ContactReportRecord[]>(
      `${SELECT_REPORT} WHERE p.outcome IS NULL AND ($1::uuid IS NULL OR p.id > $1) ORDER BY p.id LIMIT $2`,
      [page.after?.[0] ?? null, page.limit],
    );
    return connectionOf(rows, page, ({ id }) => [id], (row) => row);
  }

  /** Settles a report; the sender that is blocked may send nobody a request any more. @throws Unauthenticated, Forbidden, NotFound, Conflict */
  async handle(viewer: Viewer, reportId: string, outcome: ReportOutcome): Promise<ContactReportRecord> {
    refuseOthers(viewer);
    if (!isUuid(reportId)) throw new NotFound('reportId', reportId);
    return this.database.transaction(async (manager) => {
      const [handled] = await manager.query<[{ requestId: string }[], number]>(
        `UPDATE contact_reports SET outcome = $2, handled_at = verbond_now(), handled_by = $3 WHERE id = $1 AND outcome IS NULL RETURNING request_id AS "requestId"`,
        [reportId, outcome, viewer.personId ?? null],
      );
      const [report] = await manager.query<ContactReportRecord[]>(`${SELECT_REPORT} WHERE p.id = $1`, [reportId]);
      if (report === undefined) throw new NotFound('reportId', reportId);
      const [first] = handled;
      if (first === undefined) throw new Conflict(`The report was handled: ${report.outcome ?? ''}.`);
      if (outcome === 'SENDER_BLOCKED') await setBlock(manager, first.requestId, null, true);
      await this.audit.write(manager, viewer, { kind: 'CONTACT_REQUEST', id: first.requestId, action: outcome });
      return report;
    });
  }

  private received(viewer: Viewer, requestId: string, change: (manager: EntityManager, request: ContactRecord) => Promise<string>): Promise<ContactRecord> {
    return this.database.transaction(async (manager) => {
      const request = await this.contacts.request(viewer, requestId, manager);
      if (!belongsTo(viewer, request.toId)) throw new Forbidden('This is for the people of the organisation that was asked.');
      const action = await change(manager, request);
      await this.audit.write(manager, viewer, { kind: 'CONTACT_REQUEST', id: request.id, action, organisationId: request.toId });
      return request;
    });
  }
}

/** @throws Unauthenticated, Forbidden */
function refuseOthers(viewer: Viewer): void {
  if (!isKnown(viewer)) throw new Unauthenticated();
  if (!viewer.administrator) throw new Forbidden('Reports are for administrators.');
}

/** @param byId null for everybody */
async function setBlock(manager: EntityManager, requestId: string, byId: string | null, blocked: boolean): Promise<void> {
  const sql = blocked
    ? `INSERT INTO contact_blocks (request_id, blocked_id, by_id, made_at)
       SELECT id, from_id, $2, verbond_now() FROM contact_requests WHERE id = $1 ON CONFLICT (request_id, by_id) DO NOTHING`
    : 'DELETE FROM contact_blocks WHERE request_id = $1 AND by_id = $2';
  await manager.query(sql, [requestId, byId]);
}
