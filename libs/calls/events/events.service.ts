import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { belongsTo, isKnown, isOfficerOf, type Viewer } from '#libs/accounts';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { bodiesInCharge } from '../bodies-in-charge.js';

/** Somebody who comes to an event, or came, for an organisation. */
export interface SignUpRecord {
  readonly milestoneId: string;
  readonly organisationUuid: string;
  readonly personId: string;
  readonly name: string;
  readonly signedUpAt: Date;
  readonly cancelledAt: Date | null;
  /** Null before it was noted. */
  readonly attended: boolean | null;
}

export interface Attendance {
  /** Id or code. */
  readonly organisationId: string;
  readonly personId: string;
  readonly attended: boolean;
}

/** An event: a date of kind EVENT. */
interface EventRecord {
  readonly id: string;
  readonly callId: string;
  readonly trackCode: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const SELECT_SIGN_UP = `
  SELECT s.milestone_id AS "milestoneId", s.organisation_id AS "organisationUuid", s.person_id AS "personId", p.name,
    s.signed_up_at AS "signedUpAt", s.cancelled_at AS "cancelledAt", s.attended
  FROM event_signups s JOIN people p ON p.id = s.person_id`;

/** Events of calls and tracks: who comes, for whom, and who was there. */
@Injectable()
export class EventsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Until the event is over; who had cancelled comes after all. @throws Unauthenticated, NotFound, Forbidden, Conflict when it is over */
  signUp(viewer: Viewer, milestoneId: string, organisation: string): Promise<SignUpRecord> {
    return this.before(viewer, milestoneId, organisation, async (manager, key, now) => {
      await manager.query(
        `INSERT INTO event_signups (milestone_id, organisation_id, person_id, signed_up_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (milestone_id, organisation_id, person_id) DO UPDATE SET cancelled_at = NULL`,
        [...key, now],
      );
    });
  }

  /** @throws as signing up, NotFound where nobody had signed up */
  cancel(viewer: Viewer, milestoneId: string, organisation: string): Promise<SignUpRecord> {
    return this.before(viewer, milestoneId, organisation, async (manager, key, now) => {
      await manager.query(
        `UPDATE event_signups SET cancelled_at = coalesce(cancelled_at, $4)
         WHERE milestone_id = $1 AND organisation_id = $2 AND person_id = $3`,
        [...key, now],
      );
    });
  }

  /** Who comes, the first first; for the officers of the body that holds it. @throws Unauthenticated, NotFound, Forbidden */
  async signUps(viewer: Viewer, milestoneId: string): Promise<SignUpRecord[]> {
    const event = await this.held(viewer, milestoneId);
    return this.database.query(`${SELECT_SIGN_UP} WHERE s.milestone_id = $1 ORDER BY s.signed_up_at, p.name, s.person_id`, [event.id]);
  }

  /** The viewer's own sign-ups, the newest first. @throws Unauthenticated */
  async mine(viewer: Viewer): Promise<SignUpRecord[]> {
    if (viewer.personId === undefined) throw new Unauthenticated();
    return this.database.query(`${SELECT_SIGN_UP} WHERE s.person_id = $1 ORDER BY s.signed_up_at DESC`, [viewer.personId]);
  }

  /** Notes who was there, once it has begun. @throws Unauthenticated, NotFound, Forbidden, Conflict before it begins */
  async noteAttendance(viewer: Viewer, milestoneId: string, noted: readonly Attendance[]): Promise<SignUpRecord[]> {
    const event = await this.held(viewer, milestoneId);
    const ids = await this.organisations.resolveOrganisationIds(noted.map(({ organisationId }) => organisationId));
    if (event.startsAt > (await this.clock.now())) throw new Conflict('The event has not begun: attendance is noted from then on.');
    await this.database.transaction(async (manager) => {
      for (const [i, { organisationId, personId, attended }] of noted.entries()) {
        const [rows] = await manager.query<[unknown[], number]>(
          `UPDATE event_signups SET attended = $4 WHERE milestone_id = $1 AND organisation_id = $2 AND person_id::text = lower($3) RETURNING 1`,
          [event.id, ids.get(organisationId) ?? null, personId, attended],
        );
        if (rows.length === 0) throw new NotFound(`attendance[${i}]`, personId);
      }
    });
    return this.signUps(viewer, milestoneId);
  }

  /** Something that can be done until an event is over: its date does not move meanwhile. */
  private async before(
    viewer: Viewer,
    milestoneId: string,
    organisation: string,
    write: (manager: EntityManager, key: readonly [string, string, string], now: Date) => Promise<void>,
  ): Promise<SignUpRecord> {
    const { personId } = viewer;
    if (personId === undefined) throw new Unauthenticated();
    const event = await this.event(milestoneId);
    const organisationId = await this.organisations.resolveId(viewer, organisation);
    if (organisationId === undefined) throw new NotFound('organisationId', organisation);
    if (!belongsTo(viewer, organisationId)) throw new Forbidden('You come to an event for an organisation that you work for.');
    return this.database.transaction(async (manager) => {
      const [{ endsAt }] = await manager.query<[{ endsAt: Date }]>('SELECT ends_at AS "endsAt" FROM milestones WHERE id = $1 FOR SHARE', [event.id]);
      const now = await this.clock.now(manager);
      if (endsAt <= now) throw new Conflict('The event is over.');
      const key = [event.id, organisationId, personId] as const;
      await write(manager, key, now);
      const sql = `${SELECT_SIGN_UP} WHERE s.milestone_id = $1 AND s.organisation_id = $2 AND s.person_id = $3`;
      const [row] = await manager.query<SignUpRecord[]>(sql, [...key]);
      if (row === undefined) throw new NotFound('milestoneId', milestoneId);
      return row;
    });
  }

  /** An event of which the viewer is an officer: of the body of its track, or of one in charge of its call. */
  private async held(viewer: Viewer, milestoneId: string): Promise<EventRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const event = await this.event(milestoneId);
    const { call, tracks } = await bodiesInCharge(this.database.manager, event.callId);
    const ofTrack = event.trackCode === null ? undefined : tracks[event.trackCode];
    const bodies = ofTrack === undefined ? call : [ofTrack];
    if (!bodies.some((body) => isOfficerOf(viewer, body))) {
      throw new Forbidden('Who comes to an event is for the officers of the body that holds it.');
    }
    return event;
  }

  private async event(milestoneId: string): Promise<EventRecord> {
    const [event] = isUuid(milestoneId)
      ? await this.database.query<EventRecord[]>(
          `SELECT m.id, m.call_id AS "callId", t.code AS "trackCode", m.starts_at AS "startsAt", m.ends_at AS "endsAt"
           FROM milestones m LEFT JOIN tracks t ON t.id = m.track_id WHERE m.id = $1 AND m.kind = 'EVENT' AND m.withdrawn_at IS NULL`,
          [milestoneId],
        )
      : [];
    if (event === undefined) throw new NotFound('milestoneId', milestoneId);
    return event;
  }
}
