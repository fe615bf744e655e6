import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import PostalMime, { type Email } from 'postal-mime';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { momentsOf, parseWallTime } from '#libs/calendar';
import { Clock, copyOfTemplate, createServer, PlatformModule, readConfig, type Config } from '#libs/platform';
import { DemoClock } from '../demo-clock.service.js';
import { RemindersModule } from '../reminders.module.js';
import { RemindersProcessor } from '../reminders.processor.js';
import { SubscriptionsService } from '../subscriptions.service.js';

@Module({})
class TestRoot {}

export interface LedgerRow {
  readonly person: string;
  readonly subject: string;
  readonly revision: number;
  readonly offset: string;
  readonly at: string;
  readonly state: string;
  readonly reason: string | null;
}

/** The ledger in short: 'P1D 2023-11-29T08:00Z DUE'. */
export const short = (rows: readonly LedgerRow[]): string[] =>
  rows.map(({ offset, at, state, reason }) => `${offset} ${at} ${state}${reason === null ? '' : ` (${reason})`}`);
export const waiting = (rows: readonly LedgerRow[]): string[] => short(rows.filter(({ state }) => state === 'DUE'));

interface Place {
  readonly callId: string;
  readonly trackId: string | null;
}

/** The whole room on a database of its own, its mail captured: real SQL, real SMTP, the real module. */
export class Room {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: DataSource,
    private readonly config: Config,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async open(now: string, settings: Partial<Config> = {}): Promise<Room> {
    const copy = await copyOfTemplate();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-reminders-'));
    const config: Config = { ...readConfig({ VERBOND_DATA: folder, PUBLIC_URL: 'https://verbond.test' }), ...settings };
    const root = { module: TestRoot, imports: [PlatformModule.forRoot(config, copy.url), RemindersModule] };
    const app = await createServer(root, config);
    await app.init();
    const room = new Room(app, app.get(DataSource), config, () => copy.drop());
    await room.setClock(now);
    await room.database.query(`INSERT INTO attributions (source, text) VALUES ('test', 'test')`);
    await room.database.query(`INSERT INTO programmes (code, names) VALUES ('ESF', '{"en": "ESF+"}')`);
    return room;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
    fs.rmSync(this.config.dataFolder, { recursive: true });
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  setClock(now: string): Promise<void> {
    return this.get(Clock).set(new Date(now));
  }

  /** @returns the id */
  async one(sql: string, ...parameters: unknown[]): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>(`${sql} RETURNING id`, parameters);
    if (row === undefined) throw new Error('Nothing was written.');
    return row.id;
  }

  async person(name: string, language = 'en', zone = 'Europe/Brussels'): Promise<Viewer> {
    const sql = 'INSERT INTO people (name, email, language, zone) VALUES ($1, $2, $3, $4)';
    const personId = await this.one(sql, name, `${name.toLowerCase().replace(/\W/g, '')}@members.test`, language, zone);
    return { personId, administrator: false, mandates: [] };
  }

  async call(code: string, titles: Record<string, string> = { en: `Call ${code}` }): Promise<Place> {
    const sql = `INSERT INTO calls (code, programme_id, titles, website, source)
      SELECT $1, id, $2, 'https://calls.example/' || lower($1), 'test' FROM programmes`;
    return { callId: await this.one(sql, code, titles), trackId: null };
  }

  /** A track of the call, kept by a body of that code. */
  async track({ callId }: Place, code: string, body: string): Promise<Place & { bodyId: string }> {
    const organisation = `INSERT INTO organisations (code, name, country, source) VALUES ($1, $1, 'BE', 'test')`;
    const bodyId = await this.one(organisation, body);
    const sql = `INSERT INTO tracks (code, call_id, territory, body_id, body_role, expression_by)
      VALUES ($1, $2, 'BE2', $3, 'RECOMMENDER', 'PARTNERSHIP')`;
    return { callId, bodyId, trackId: await this.one(sql, code, callId, bodyId) };
  }

  async milestone({ callId, trackId }: Place, kind: string, local: string, zone = 'Europe/Brussels'): Promise<string> {
    const wall = parseWallTime(local, zone);
    const { start, end } = momentsOf(wall);
    const sql = `INSERT INTO milestones (call_id, track_id, key, kind, actor, local, zone, precision, starts_at, ends_at)
      VALUES ($1, $2, $3, $4, 'APPLICANTS', $5, $6, $7, $8, $9)`;
    const key = kind.toLowerCase().replaceAll('_', '-');
    const id = await this.one(sql, callId, trackId, key, kind, wall.local, zone, wall.precision, start, end);
    await this.keepRevision(id, false);
    return id;
  }

  /** As an officer moves a date: a new revision, in history at this moment. */
  async move(milestone: string, local: string, zone = 'Europe/Brussels'): Promise<void> {
    const wall = parseWallTime(local, zone);
    const { start, end } = momentsOf(wall);
    await this.database.query(
      `UPDATE milestones SET local = $2, zone = $3, precision = $4, starts_at = $5, ends_at = $6, revision = revision + 1 WHERE id = $1`,
      [milestone, wall.local, zone, wall.precision, start, end],
    );
    await this.keepRevision(milestone, true);
  }

  private async keepRevision(milestone: string, moved: boolean): Promise<void> {
    await this.database.query(
      `INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision, moved_at)
       SELECT id, revision, local, zone, precision, CASE WHEN $2::boolean THEN verbond_now() END FROM milestones WHERE id = $1`,
      [milestone, moved],
    );
  }

  /** As an officer publishes a call: what the publisher keeps of it. */
  async publish({ callId }: Place, reason: string, ...paths: string[]): Promise<void> {
    const changes = JSON.stringify(paths.map((path) => ({ path, before: null, after: null })));
    await this.database.query(
      `INSERT INTO call_publications (call_id, number, body_id, published_at, reason, changes)
       SELECT $1, coalesce(max(p.number), 0) + 1, (SELECT id FROM organisations ORDER BY code LIMIT 1), verbond_now(), $2, $3
       FROM call_publications p WHERE p.call_id = $1`,
      [callId, reason, changes],
    );
  }

  subscribe(viewer: Viewer, callId: string, trackId: string | null = null): Promise<{ readonly id: string }> {
    return this.get(SubscriptionsService).subscribe(viewer, { callId, trackId });
  }

  /** From now on followers are reminded of dates of this kind so long before, and of nothing else. */
  async setRules(kind: string, ...offsets: string[]): Promise<void> {
    await this.database.query('DELETE FROM reminder_rules WHERE kind = $1', [kind]);
    for (const [position, offset] of offsets.entries()) {
      await this.database.query(`INSERT INTO reminder_rules VALUES ($1, 'FOLLOWERS', $2, NULL, $3)`, [kind, offset, position]);
    }
  }

  /** As each hour. */
  plan(): Promise<void> {
    return this.get(RemindersProcessor).process({});
  }

  /** As each five seconds. */
  tick(): Promise<void> {
    return this.get(RemindersProcessor).process({ name: 'tick' });
  }

  advance(to: string): Promise<void> {
    return this.get(DemoClock).advance(new Date(to));
  }

  /** The ledger in order of time; `at` to the minute. */
  ledger(): Promise<LedgerRow[]> {
    return this.database.query(
      `SELECT p.name AS person, coalesce(t.code, c.code) || coalesce('/' || m.key, '') AS subject, x.revision, x."offset",
         to_char(x.due_at, 'YYYY-MM-DD"T"HH24:MI"Z"') AS at, x.state, x.reason
       FROM messages x JOIN people p ON p.id = x.person_id LEFT JOIN reminder_subjects m ON m.id = x.subject_id
         JOIN calls c ON c.id = coalesce(m.call_id, x.subject_id) LEFT JOIN tracks t ON t.id = m.track_id
       ORDER BY x.due_at, p.name, subject, x.revision, x."offset"`,
    );
  }

  /** All captured mails, by their dates and recipients. */
  async mails(): Promise<Email[]> {
    const folder = path.join(this.config.dataFolder, 'mail');
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    const mails = await Promise.all(files.map((file) => PostalMime.parse(fs.readFileSync(path.join(folder, file)))));
    const order = (mail: Email): string => `${mail.date ?? ''} ${mail.to?.[0]?.address ?? ''} ${mail.subject ?? ''}`;
    return mails.sort((one, two) => order(one).localeCompare(order(two)));
  }
}
