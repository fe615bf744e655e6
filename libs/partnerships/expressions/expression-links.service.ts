import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, isKnown, isOfficerOf, once, type Viewer } from '#libs/accounts';
import { isUuid } from '#libs/directory';
import { Clock, Forbidden, InvalidInput, NotFound, textOf, Unauthenticated } from '#libs/platform';
import { ExpressionsService } from './expressions.service.js';
import type { TrackRecord } from './track-record.js';

const MOST_USES = 10_000;
const LONGEST_LABEL = 120;

/** A public link of a track: whoever has it may express interest, until the gate closes, so many times, unless it is revoked. */
export interface ExpressionLinkRecord {
  readonly id: string;
  readonly trackId: string;
  readonly label: string;
  readonly uses: number;
  readonly mostUses: number;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
}

const SELECT_LINK = `
  SELECT id, track_id AS "trackId", label, uses, most_uses AS "mostUses", made_at AS "madeAt", revoked_at AS "revokedAt"
  FROM expression_links`;

/** What officers do with the public links of their tracks. */
@Injectable()
export class ExpressionLinks {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly expressions: ExpressionsService,
    private readonly audit: AuditLog,
  ) {}

  /** The links of a track, the newest first. @throws Unauthenticated, NotFound, Forbidden */
  async ofTrack(viewer: Viewer, trackId: string): Promise<ExpressionLinkRecord[]> {
    const track = await this.trackFor(viewer, trackId);
    return this.database.query(`${SELECT_LINK} WHERE track_id = $1 ORDER BY id DESC`, [track.id]);
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput */
  async make(viewer: Viewer, trackId: string, label: string, mostUses: number): Promise<ExpressionLinkRecord> {
    const track = await this.trackFor(viewer, trackId);
    const tidy = textOf('label', label, LONGEST_LABEL);
    if (!Number.isInteger(mostUses) || mostUses < 1 || mostUses > MOST_USES) throw new InvalidInput('mostUses', `is from 1 to ${MOST_USES}.`);
    const id = await this.database.transaction((manager) =>
      once(manager, viewer, 'makeExpressionLink', { trackId, label, mostUses }, async () => {
        const [{ id: made }] = await manager.query<[{ id: string }]>(
          'INSERT INTO expression_links (track_id, label, most_uses, made_at) VALUES ($1, $2, $3, $4) RETURNING id',
          [track.id, tidy, mostUses, await this.clock.now(manager)],
        );
        await this.note(manager, viewer, track, 'MAKE_LINK', { link: made, mostUses });
        return made;
      }),
    );
    return this.read(id);
  }

  /** From now on the link opens nothing. @throws Unauthenticated, NotFound, Forbidden */
  async revoke(viewer: Viewer, id: string): Promise<ExpressionLinkRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const track = await this.trackFor(viewer, (await this.read(id)).trackId);
    await this.database.transaction(async (manager) => {
      await manager.query('UPDATE expression_links SET revoked_at = coalesce(revoked_at, verbond_now()) WHERE id = $1', [id]);
      await this.note(manager, viewer, track, 'REVOKE_LINK', { link: id });
    });
    return this.read(id);
  }

  /** @throws NotFound */
  private async read(id: string): Promise<ExpressionLinkRecord> {
    const [link] = isUuid(id) ? await this.database.query<ExpressionLinkRecord[]>(`${SELECT_LINK} WHERE id = $1`, [id]) : [];
    if (link === undefined) throw new NotFound('linkId', id);
    return link;
  }

  private note(manager: EntityManager, viewer: Viewer, { id, bodyId }: TrackRecord, action: string, facts: object): Promise<void> {
    return this.audit.write(manager, viewer, { kind: 'TRACK', id, action, organisationId: bodyId, facts: { ...facts } });
  }

  private async trackFor(viewer: Viewer, idOrCode: string): Promise<TrackRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const track = await this.expressions.track(idOrCode);
    if (!isOfficerOf(viewer, track.bodyId)) throw new Forbidden('Public links are kept by the programme officers of the body that runs the track.');
    return track;
  }
}
