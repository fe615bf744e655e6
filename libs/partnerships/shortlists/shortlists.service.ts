import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isKnown, isOfficerOf, once, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, Forbidden, InvalidInput, NotFound, requiredText, textOf, Unauthenticated } from '#libs/platform';
import { AnswersService } from '#libs/suggestions';

const LONGEST_NAME = 120;
const LONGEST_NOTE = 2000;
const MOST_ENTRIES = 200;

/** A named, ordered list that a body keeps for one of its tracks. */
export interface ShortlistRecord {
  readonly id: string;
  readonly name: string;
  readonly trackId: string;
  readonly callId: string;
  readonly bodyId: string;
  readonly madeAt: Date;
}

/** What an officer wants of an entry: `null` leaves it as it is, or as it is by default. */
export interface WantedEntry {
  readonly organisation: string;
  readonly note: string | null;
  /** From 1. */
  readonly position: number | null;
  readonly suggestedFor: string | null;
}

export interface EntryRecord {
  readonly organisationId: string;
  /** From whose point of view the organisation was found: an asker, or the body itself. */
  readonly suggestedFor: string;
  readonly position: number;
  readonly note: string;
  readonly addedAt: Date;
}

const SHORTLISTS = `
  SELECT s.id, s.name, s.track_id AS "trackId", t.call_id AS "callId", t.body_id AS "bodyId", s.made_at AS "madeAt"
  FROM shortlists s JOIN tracks t ON t.id = s.track_id`;

/** Shortlists belong to the programme officers of the track's body; for everybody else they do not exist. */
@Injectable()
export class ShortlistsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
    private readonly answers: AnswersService,
  ) {}

  /** The body's shortlists for a track, by name. */
  async ofTrack(viewer: Viewer, trackCode: string): Promise<ShortlistRecord[]> {
    const track = await this.trackFor(viewer, trackCode);
    return this.database.query(`${SHORTLISTS} WHERE s.track_id = $1 ORDER BY s.name`, [track.id]);
  }

  /** Entries in their order. The caller has read the shortlist as its viewer. */
  entriesOf(shortlistId: string): Promise<EntryRecord[]> {
    return this.database.query(
      `SELECT organisation_id AS "organisationId", suggested_for AS "suggestedFor", position, note, added_at AS "addedAt"
       FROM shortlist_entries WHERE shortlist_id = $1 ORDER BY position`,
      [shortlistId],
    );
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict when the track has a shortlist of that name */
  async create(viewer: Viewer, trackCode: string, name: string): Promise<ShortlistRecord> {
    const track = await this.trackFor(viewer, trackCode);
    const tidy = requiredText('name', name, LONGEST_NAME);
    return this.database.transaction(async (manager) => {
      const id = await once(manager, viewer, 'createShortlist', { trackId: track.id, name: tidy }, () => this.insert(manager, viewer, track.id, tidy));
      return this.read(viewer, id, manager);
    });
  }

  /**
   * Puts an organisation on the list, at the end or before the one that holds `position`; one that is there already is
   * moved and its note replaced where they are given.
   */
  async put(viewer: Viewer, shortlistId: string, entry: WantedEntry): Promise<ShortlistRecord> {
    const { bodyId } = await this.read(viewer, shortlistId, this.database.manager);
    const organisationId = await this.organisationFor(viewer, 'organisationId', entry.organisation);
    const suggestedFor = entry.suggestedFor === null ? bodyId : await this.organisationFor(viewer, 'suggestedForId', entry.suggestedFor);
    const note = entry.note === null ? null : textOf('note', entry.note, LONGEST_NOTE);
    return this.changing(viewer, shortlistId, async (manager, shortlist) => {
      const order = await this.order(manager, shortlist.id);
      const others = order.filter((id) => id !== organisationId);
      if (others.length >= MOST_ENTRIES) throw new InvalidInput('organisationId', `a shortlist holds at most ${MOST_ENTRIES} organisations.`);
      const before = order.indexOf(organisationId);
      const place = placeOf(entry.position, before === -1 ? others.length : before, others.length);
      await manager.query(
        `INSERT INTO shortlist_entries (shortlist_id, organisation_id, suggested_for, position, note, added_at, answer_id)
         VALUES ($1, $2, $3, $4, coalesce($5, ''), $6, $8)
         ON CONFLICT (shortlist_id, organisation_id) DO UPDATE SET note = coalesce($5, shortlist_entries.note),
           suggested_for = CASE WHEN $7 THEN excluded.suggested_for ELSE shortlist_entries.suggested_for END,
           answer_id = CASE WHEN $7 THEN excluded.answer_id ELSE shortlist_entries.answer_id END`,
        [
          shortlist.id,
          organisationId,
          suggestedFor,
          others.length + 1,
          note,
          await this.clock.now(manager),
          entry.suggestedFor !== null,
          (await this.answers.latest(manager, shortlist.callId, suggestedFor)) ?? null,
        ],
      );
      await this.renumber(manager, shortlist.id, others.toSpliced(place, 0, organisationId));
    });
  }

  /** Takes an organisation off the list; one that is not on it changes nothing. */
  async remove(viewer: Viewer, shortlistId: string, organisation: string): Promise<ShortlistRecord> {
    await this.read(viewer, shortlistId, this.database.manager);
    const organisationId = await this.organisationFor(viewer, 'organisationId', organisation);
    return this.changing(viewer, shortlistId, async (manager, shortlist) => {
      await manager.query('DELETE FROM shortlist_entries WHERE shortlist_id = $1 AND organisation_id = $2', [shortlist.id, organisationId]);
      await this.renumber(manager, shortlist.id, await this.order(manager, shortlist.id));
    });
  }

  /**
   * Changes one shortlist at a time: its row is locked before its order is read. A change asks nothing over a second
   * connection: all of them may be held by those who wait for this row.
   */
  private changing(
    viewer: Viewer,
    shortlistId: string,
    change: (manager: EntityManager, shortlist: ShortlistRecord) => Promise<void>,
  ): Promise<ShortlistRecord> {
    return this.database.transaction(async (manager) => {
      const shortlist = await this.read(viewer, shortlistId, manager, 'FOR UPDATE OF s');
      await change(manager, shortlist);
      return shortlist;
    });
  }

  private async insert(manager: EntityManager, viewer: Viewer, trackId: string, name: string): Promise<string> {
    const [made] = await manager.query<{ id: string }[]>(
      `INSERT INTO shortlists (track_id, name, made_by, made_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (track_id, name) DO NOTHING RETURNING id`,
      [trackId, name, viewer.personId ?? null, await this.clock.now(manager)],
    );
    if (made === undefined) throw new Conflict(`There is already a shortlist "${name}" on this track.`);
    return made.id;
  }

  private async read(viewer: Viewer, id: string, manager: EntityManager, lock = ''): Promise<ShortlistRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const sql = `${SHORTLISTS} WHERE s.id = $1 ${lock}`;
    const [row] = isUuid(id) ? await manager.query<ShortlistRecord[]>(sql, [id]) : [];
    if (row === undefined || !isOfficerOf(viewer, row.bodyId)) throw new NotFound('shortlistId', id);
    return row;
  }

  private async trackFor(viewer: Viewer, code: string): Promise<{ id: string }> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const id = await this.calls.resolveTrackId(code);
    if (id === undefined) throw new NotFound('trackId', code);
    const [track] = await this.database.query<{ body_id: string }[]>('SELECT body_id FROM tracks WHERE id = $1', [id]);
    if (track === undefined || !isOfficerOf(viewer, track.body_id)) {
      throw new Forbidden('Shortlists are kept by the programme officers of the body that runs the track.');
    }
    return { id };
  }

  private async organisationFor(viewer: Viewer, field: string, code: string): Promise<string> {
    const organisation = await this.organisations.organisation(viewer, code);
    if (organisation === undefined) throw new NotFound(field, code);
    return organisation.uuid;
  }

  private async order(manager: EntityManager, shortlistId: string): Promise<string[]> {
    const rows = await manager.query<{ organisation_id: string }[]>(
      'SELECT organisation_id FROM shortlist_entries WHERE shortlist_id = $1 ORDER BY position',
      [shortlistId],
    );
    return rows.map(({ organisation_id: id }) => id);
  }

  private async renumber(manager: EntityManager, shortlistId: string, order: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE shortlist_entries e SET position = o.position
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o (organisation_id, position)
       WHERE e.shortlist_id = $1 AND e.organisation_id = o.organisation_id AND e.position <> o.position`,
      [shortlistId, order],
    );
  }
}

/** The index, from 0, that a wanted position from 1 means among the others. */
function placeOf(position: number | null, byDefault: number, others: number): number {
  if (position === null) return byDefault;
  if (!Number.isInteger(position) || position < 1) throw new InvalidInput('position', 'must be 1 or more.');
  return Math.min(position - 1, others);
}
