import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import type { WallTime } from '#libs/calendar';
import { CallsService } from '#libs/calls';
import { isUuid } from '#libs/directory';
import { CONFIG, NotFound, type Config, type Localised } from '#libs/platform';
import { calendarFile } from './calendar-file.js';
import type { CalendarFeed } from './calendar-feeds.types.js';
import { linkToken, readLinkToken } from '#libs/mail';
import { personOf } from './subscriptions.service.js';
import { eventTitle, titleFor } from './title.js';
import { words } from './words.js';

type Row = Omit<CalendarFeed, 'url'>;

const FEEDS = `
  SELECT f.id, c.code AS "callId", f.revoked_at AS "revokedAt" FROM calendar_feeds f LEFT JOIN calls c ON c.id = f.call_id`;

const MAKE = `
  INSERT INTO calendar_feeds (person_id, call_id, made_at) VALUES ($1, $2, verbond_now())
  ON CONFLICT (person_id, call_id) WHERE revoked_at IS NULL DO NOTHING`;

interface FeedOwner {
  readonly personId: string;
  readonly callUuid: string | null;
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  readonly titles: Localised | null;
  readonly callCode: string | null;
}

const OWNER = `
  SELECT f.person_id AS "personId", f.call_id AS "callUuid", p.language, c.titles, c.code AS "callCode"
  FROM calendar_feeds f JOIN people p ON p.id = f.person_id LEFT JOIN calls c ON c.id = f.call_id
  WHERE f.id = $1 AND f.revoked_at IS NULL`;

interface FeedDate extends WallTime {
  readonly id: string;
  readonly kind: string;
  readonly revision: number;
  readonly titles: Localised;
  readonly callCode: string;
  readonly website: string | null;
  readonly changedAt: Date;
  readonly withdrawn: boolean;
}

/** A call's own dates; without a call, the dates that the person is reminded of. A withdrawn date stays, as cancelled. */
const DATES = `
  SELECT m.id, m.kind, m.revision, m.local, m.zone, m.precision, c.titles, c.code AS "callCode", c.website,
    coalesce(m.withdrawn_at, v.moved_at, 'epoch') AS "changedAt", m.withdrawn_at IS NOT NULL AS withdrawn
  FROM milestones m JOIN calls c ON c.id = m.call_id
    LEFT JOIN milestone_revisions v ON v.milestone_id = m.id AND v.revision = m.revision
  WHERE m.precision IN ('MINUTE', 'DAY') AND CASE WHEN $2::uuid IS NOT NULL THEN m.call_id = $2 AND m.track_id IS NULL
    ELSE m.id IN (SELECT milestone_id FROM reminder_audience WHERE person_id = $1)
      OR m.withdrawn_at IS NOT NULL AND m.call_id IN (SELECT call_id FROM subscriptions WHERE person_id = $1 AND ended_at IS NULL) END
  ORDER BY m.starts_at, m.id`;

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

  /** The viewer's calendar of a call, or of all that concerns them; there is one of each. @throws Unauthenticated, NotFound */
  async make(viewer: Viewer, call: string | null): Promise<CalendarFeed> {
    const personId = personOf(viewer);
    const callId = call === null ? null : await this.calls.resolveCallId(call);
    if (callId === undefined) throw new NotFound('callId', call ?? '');
    await this.database.query(MAKE, [personId, callId]);
    const living = `${FEEDS} WHERE f.person_id = $1 AND f.call_id IS NOT DISTINCT FROM $2 AND f.revoked_at IS NULL`;
    const [row] = await this.database.query<Row[]>(living, [personId, callId]);
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
    const dates = await this.database.query<FeedDate[]>(DATES, [owner.personId, owner.callUuid]);
    const { language, titles, callCode } = owner;
    const name = titles === null || callCode === null ? words(language)('calendar') : titleFor(language, { titles, callCode });
    const entries = dates.map((date) => ({
      ...date, milestoneId: date.id, wall: date, title: eventTitle(language, date), madeAt: date.changedAt,
    }));
    return calendarFile(entries, name);
  }

  private shown(row: Row): CalendarFeed {
    return { ...row, url: `${this.config.publicUrl}/calendar/${linkToken('calendar', row.id, this.config.secret)}.ics` };
  }
}
