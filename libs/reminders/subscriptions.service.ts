import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { isUuid } from '#libs/directory';
import { CONFIG, NotFound, Unauthenticated, type Config, type Localised } from '#libs/platform';
import { readLinkToken } from '#libs/mail';
import { PlanningService } from './planning.service.js';
import type { ReminderSubscription } from './reminders.types.js';

/** What the page behind an unsubscribe link shows. */
export interface FollowedCall {
  readonly personId: string;
  readonly callId: string;
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  readonly titles: Localised;
  readonly callCode: string;
}

const SUBSCRIPTIONS = `
  SELECT s.id, c.code AS "callId", t.code AS "trackId", s.made_at AS since, s.ended_at AS "endedAt"
  FROM subscriptions s JOIN calls c ON c.id = s.call_id LEFT JOIN tracks t ON t.id = s.track_id`;

/** Following again starts anew; following what one follows changes nothing. */
const FOLLOW = `
  INSERT INTO subscriptions AS s (person_id, call_id, track_id, made_at) VALUES ($1, $2, $3, verbond_now())
  ON CONFLICT (person_id, call_id, track_id) DO UPDATE
  SET made_at = CASE WHEN s.ended_at IS NULL THEN s.made_at ELSE excluded.made_at END, ended_at = NULL
  RETURNING id`;

const FOLLOWED_CALL = `
  SELECT s.person_id AS "personId", s.call_id AS "callId", p.language, c.titles, c.code AS "callCode"
  FROM subscriptions s JOIN people p ON p.id = s.person_id JOIN calls c ON c.id = s.call_id WHERE s.id = $1`;

/** Who follows which call or track. */
@Injectable()
export class SubscriptionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly planning: PlanningService,
  ) {}

  /**
   * From now on the viewer is reminded of the dates of a call; with a track, of the track's too.
   * @throws Unauthenticated, NotFound naming `callId` or `trackId`
   */
  async subscribe(viewer: Viewer, wanted: { callId: string; trackId?: string | null }): Promise<ReminderSubscription> {
    const personId = personOf(viewer);
    const callId = await this.calls.resolveCallId(wanted.callId);
    if (callId === undefined) throw new NotFound('callId', wanted.callId);
    const trackId = wanted.trackId == null ? null : await this.trackOf(callId, wanted.trackId);
    return this.database.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(FOLLOW, [personId, callId, trackId]);
      await this.planning.plan({ callId, personId }, manager);
      return this.subscription(manager, row?.id ?? '', personId);
    });
  }

  /** @throws Unauthenticated, NotFound when the viewer has no such subscription */
  async unsubscribe(viewer: Viewer, subscriptionId: string): Promise<ReminderSubscription> {
    const personId = personOf(viewer);
    return this.database.transaction(async (manager) => {
      await this.subscription(manager, subscriptionId, personId);
      await manager.query('UPDATE subscriptions SET ended_at = coalesce(ended_at, verbond_now()) WHERE id = $1', [subscriptionId]);
      await this.planning.plan({ personId }, manager);
      return this.subscription(manager, subscriptionId, personId);
    });
  }

  /** What the viewer follows, the newest first. @throws Unauthenticated */
  async ofViewer(viewer: Viewer): Promise<ReminderSubscription[]> {
    const mine = `${SUBSCRIPTIONS} WHERE s.person_id = $1 AND s.ended_at IS NULL ORDER BY s.made_at DESC, s.id`;
    return this.database.query<ReminderSubscription[]>(mine, [personOf(viewer)]);
  }

  /** What a link in a mail is about. Public: the token is the right. @throws NotFound for a forged token */
  async callOfToken(token: string): Promise<FollowedCall> {
    const id = readLinkToken('unsubscribe', token, this.config.secret);
    const [followed] = id === undefined ? [] : await this.database.query<FollowedCall[]>(FOLLOWED_CALL, [id]);
    if (followed === undefined) throw new NotFound('token', token);
    return followed;
  }

  /**
   * Ends all that this person follows of the call, so that one click is enough; again is as good as once.
   * @throws NotFound for a forged token
   */
  async unsubscribeByToken(token: string): Promise<FollowedCall> {
    const followed = await this.callOfToken(token);
    const { personId, callId } = followed;
    await this.database.transaction(async (manager) => {
      await manager.query(
        'UPDATE subscriptions SET ended_at = verbond_now() WHERE person_id = $1 AND call_id = $2 AND ended_at IS NULL',
        [personId, callId],
      );
      await this.planning.plan({ personId, callId }, manager);
    });
    return followed;
  }

  private async trackOf(callId: string, idOrCode: string): Promise<string> {
    const id = await this.calls.resolveTrackId(idOrCode);
    const [track] = await this.database.query<{ id: string }[]>('SELECT id FROM tracks WHERE id = $1 AND call_id = $2', [id, callId]);
    if (track === undefined) throw new NotFound('trackId', idOrCode);
    return track.id;
  }

  private async subscription(manager: EntityManager, id: string, personId: string): Promise<ReminderSubscription> {
    const one = `${SUBSCRIPTIONS} WHERE s.id::text = $1 AND s.person_id = $2`;
    const [found] = isUuid(id) ? await manager.query<ReminderSubscription[]>(one, [id.toLowerCase(), personId]) : [];
    if (found === undefined) throw new NotFound('subscriptionId', id);
    return found;
  }
}

export function personOf({ personId }: Viewer): string {
  if (personId === undefined) throw new Unauthenticated();
  return personId;
}
