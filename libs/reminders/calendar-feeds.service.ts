import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import type { WallTime } from '#libs/calendar';
import { CallsService } from '#libs/calls';
import { isUuid } from '#libs/directory';
import { linkToken, readLinkToken } from '#libs/mail';
import { CONFIG, InvalidInput, NotFound, type Config, type Localised } from '#libs/platform';
import { calendarFile } from './calendar-file.js';
import type { CalendarFeed } from './calendar-feeds.types.js';
import { MILESTONE } from './kinds.js';
import { personOf } from './subscriptions.service.js';
import { eventTitle, titleFor } from './title.js';
import { words } from './words.js';

type Row = Omit<CalendarFeed, 'url'>;

const FEEDS = `
  SELECT f.id, c.code AS "callId", f.consortium_id AS "consortiumId", f.revoked_at AS "revokedAt"
  FROM calendar_feeds f LEFT JOIN calls c ON c.id = f.call_id`;

const IN_CONSORTIUM = 'SELECT FROM consortium_people WHERE consortium_id = $1 AND person_id = $2';

const MAKE = `
  INSERT INTO calendar_feeds (person_id, call_id, consortium_id, made_at) VALUES ($1, $2, $3, verbond_now())
  ON CONFLICT (person_id, call_id, consortium_id) WHERE revoked_at IS NULL DO NOTHING`;

interface FeedOwner {
  readonly personId: string;
  readonly callUuid: string | null;
  readonly consortiumId: string | null;
  readonly consortium: string | null;
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  readonly titles: Localised | null;
  readonly callCode: string | null;
}

/** Whoever has left a consortium reads its calendar no more. */
const OWNER = `
  SELECT f.person_id AS "personId", f.call_id AS "callUuid", f.consortium_id AS "consortiumId", k.name AS consortium, p.language,
    c.titles, c.code AS "callCode"
  FROM calendar_feeds f JOIN people p ON p.id = f.person_id LEFT JOIN calls c ON c.id = f.call_id LEFT JOIN consortia k ON k.id = f.consortium_id
  WHERE f.id = $1 AND f.revoked_at IS NULL
    AND (k.id IS NULL OR EXISTS (SELECT FROM consortium_people i WHERE i.consortium_id = k.id AND i.person_id = p.id))`;

interface FeedDate extends WallTime {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly revision: number;
  readonly titles: Localised;
  readonly callCode: string;
  readonly website: string | null;
  readonly changedAt: Date;
  readonly withdrawn: boolean;
}

/** Dates d of a call, those that a consortium works towards, or those that a person is reminded of. A withdrawn one stays, as cancelled. */
const OF_CALL = `d.call_id = $1 AND d.track_id IS NULL AND d.subject_kind = '${MILESTONE}'`;
const OF_CONSORTIUM = 'd.id IN (SELECT milestone_id FROM consortium_dates WHERE consortium_id = $1)';
const OF_PERSON = `(d.id IN (SELECT subject_id FROM reminder_audience WHERE person_id = $1)
  OR d.withdrawn_at IS NOT NULL AND d.subject_kind = '${MILESTONE}'
    AND d.call_id IN (SELECT call_id FROM subscriptions WHERE person_id = $1 AND ended_at IS NULL))`;

const datesWhich = (chosen: string): string => `
  SELECT d.id, d.kind, d.name, d.revision, d.local, d.zone, d.precision, c.titles, c.code AS "callCode", c.website,
    coalesce(d.withdrawn_at, v.moved_at, 'epoch') AS "changedAt", d.withdrawn_at IS NOT NULL AS withdrawn
  FROM reminder_subjects d JOIN calls c ON c.id = d.call_id
    LEFT JOIN milestone_revisions v ON v.milestone_id = d.id AND v.revision = d.revision
  WHERE d.precision IN ('MINUTE', 'DAY') AND ${chosen}
  ORDER BY d.starts_at, d.id`;

/** Calendars that people subscribe to. */
@Injectable()
export class CalendarFeeds {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
    private readonly calls: CallsService,
  ) {}

  /** @throws Unauthenticated */
  async ofViewer(viewer: Viewer): Promise<CalendarFeed[]> {
    const mine = `${FEEDS} WHERE f.person_id = $1 AND f.revoked_at IS NULL ORDER BY f.made_at, f.id`;
    return (await this.database.query<Row[]>(mine, [personOf(viewer)])).map((row) => this.shown(row));
  }

  /**
   * The viewer's calendar of a call, of a consortium that they are in, or of all that concerns them; there is one of each.
   * @throws Unauthenticated, NotFound, InvalidInput for a call and a consortium at once
   */
  async make(viewer: Viewer, call: string | null, consortium: string | null = null): Promise<CalendarFeed> {
    const personId = personOf(viewer);
    if (call !== null && consortium !== null) throw new InvalidInput('consortiumId', 'a calendar is of a call or of a consortium, not of both.');
    const callId = call === null ? null : await this.calls.resolveCallId(call);
    if (callId === undefined) throw new NotFound('callId', call ?? '');
    if (consortium !== null) await this.requireIn(consortium, personId);
    const feed = [personId, callId, consortium];
    await this.database.query(MAKE, feed);
    const living = `${FEEDS} WHERE f.person_id = $1 AND (f.call_id, f.consortium_id) IS NOT DISTINCT FROM ($2::uuid, $3::uuid) AND f.revoked_at IS NULL`;
    const [row] = await this.database.query<Row[]>(living, feed);
    if (row === undefined) throw new NotFound('callId', call ?? '');
    return this.shown(row);
  }

  /** @throws Unauthenticated, NotFound when the viewer has no such calendar */
  async revoke(viewer: Viewer, id: string): Promise<CalendarFeed> {
    const mine = [isUuid(id) ? id : null, personOf(viewer)];
    await this.database.query('UPDATE calendar_feeds SET revoked_at = coalesce(revoked_at, verbond_now()) WHERE id = $1 AND person_id = $2', mine);
    const [row] = await this.database.query<Row[]>(`${FEEDS} WHERE f.id = $1 AND f.person_id = $2`, mine);
    if (row === undefined) throw new NotFound('feedId', id);
    return this.shown(row);
  }

  /** The calendar behind an address. Public: the token is the right. @throws NotFound for a forged or revoked one */
  async fileOf(token: string): Promise<string> {
    const id = readLinkToken('calendar', token, this.config.secret);
    const [owner] = id === undefined ? [] : await this.database.query<FeedOwner[]>(OWNER, [id]);
    if (owner === undefined) throw new NotFound('token', token);
    const { language } = owner;
    const dates = await this.datesOf(owner);
    const entries = dates.map((date) => ({
      ...date, subjectId: date.id, wall: date, title: eventTitle(language, date), madeAt: date.changedAt,
    }));
    return calendarFile(entries, nameOf(owner));
  }

  private async requireIn(consortiumId: string, personId: string): Promise<void> {
    const found = isUuid(consortiumId) ? await this.database.query<unknown[]>(IN_CONSORTIUM, [consortiumId, personId]) : [];
    if (found.length === 0) throw new NotFound('consortiumId', consortiumId);
  }

  private datesOf({ callUuid, consortiumId, personId }: FeedOwner): Promise<FeedDate[]> {
    if (callUuid !== null) return this.database.query(datesWhich(OF_CALL), [callUuid]);
    if (consortiumId !== null) return this.database.query(datesWhich(OF_CONSORTIUM), [consortiumId]);
    return this.database.query(datesWhich(OF_PERSON), [personId]);
  }

  private shown(row: Row): CalendarFeed {
    return { ...row, url: `${this.config.publicUrl}/calendar/${linkToken('calendar', row.id, this.config.secret)}.ics` };
  }
}

function nameOf({ language, titles, callCode, consortium }: FeedOwner): string {
  if (consortium !== null) return consortium;
  return titles === null || callCode === null ? words(language)('calendar') : titleFor(language, { titles, callCode });
}
