import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { belongsTo, COMMAND_LINE, isKnown, once, organisationsOf, type Viewer } from '#libs/accounts';
import { isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, Forbidden, InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import { News } from '../news/news.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import { requireOpen } from './open-consortia.js';

/** Interest that one side has noted. */
export interface InterestRecord {
  readonly id: string;
  /** Who is interested, or in whom the consortium is. */
  readonly organisationId: string;
  readonly partnerId: string | null;
  readonly consortiumId: string | null;
  /** Whether the consortium's lead noted it. */
  readonly byLead: boolean;
  readonly notedAt: Date;
  /** Since when the other side has noted it too. */
  readonly mutualAt: Date | null;
}

/** Whose interest, in whom; ids or codes. */
export interface NewInterest {
  /** The viewer's own. */
  readonly organisationId: string;
  /** In an organisation; for a consortium that the viewer's leads, where that is named too. */
  readonly partnerId?: string | null;
  /** Of a consortium alone: the viewer's organisation would like to be in it. */
  readonly consortiumId?: string | null;
}

type Edge = Pick<InterestRecord, 'organisationId' | 'partnerId' | 'consortiumId' | 'byLead'>;

const COLUMNS = `id, organisation_id AS "organisationId", partner_id AS "partnerId", consortium_id AS "consortiumId", by_lead AS "byLead",
  noted_at AS "notedAt", mutual_at AS "mutualAt"`;
const MOST_SHOWN = 200;

/** Interest that is shown to neither side before both have noted it. */
@Injectable()
export class HiddenInterests {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly organisations: OrganisationsService,
    private readonly tasks: Tasks,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** What the viewer's organisations, and the consortia they lead, have noted, the newest first; of others, only what is mutual. */
  async mine(viewer: Viewer): Promise<InterestRecord[]> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    return this.database.query(
      `SELECT ${COLUMNS} FROM hidden_interests i WHERE CASE WHEN by_lead
         THEN EXISTS (SELECT FROM consortia WHERE id = i.consortium_id AND lead_id = ANY($1::uuid[])) ELSE organisation_id = ANY($1::uuid[]) END
       ORDER BY noted_at DESC, id LIMIT ${MOST_SHOWN}`,
      [organisationsOf(viewer)],
    );
  }

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput */
  async note(viewer: Viewer, given: NewInterest): Promise<InterestRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const edge = await this.edgeOf(viewer, given);
    const id = await this.database.transaction((manager) =>
      once(manager, viewer, 'noteHiddenInterest', { ...given }, () => this.write(manager, viewer, edge)),
    );
    return this.interest(viewer, id);
  }

  /** Takes back what the other side does not know of. @throws Unauthenticated, NotFound, Conflict once it is mutual */
  async drop(viewer: Viewer, id: string): Promise<InterestRecord> {
    const interest = await this.interest(viewer, id);
    const [, dropped] = await this.database.query<[unknown, number]>('DELETE FROM hidden_interests WHERE id = $1 AND mutual_at IS NULL', [id]);
    if (dropped === 0) throw new Conflict('Both sides have noted it: it is hidden no longer.');
    return interest;
  }

  private async edgeOf(viewer: Viewer, { organisationId, partnerId, consortiumId }: NewInterest): Promise<Edge> {
    const own = await this.known(viewer, 'organisationId', organisationId);
    if (!belongsTo(viewer, own)) throw new Forbidden('An organisation’s own people note its interest.');
    if (partnerId == null && consortiumId == null) throw new InvalidInput('partnerId', 'or a consortium is wanted: in whom?');
    const partner = partnerId == null ? null : await this.known(viewer, 'partnerId', partnerId);
    if (partner === own) throw new InvalidInput('partnerId', 'is your own organisation.');
    if (consortiumId == null) return { organisationId: own, partnerId: partner, consortiumId: null, byLead: false };
    if (partner === null) {
      await requireOpen(this.database.manager, consortiumId, own);
      return { organisationId: own, partnerId: null, consortiumId, byLead: false };
    }
    const { leadId } = await this.consortia.consortium(viewer, consortiumId);
    if (leadId !== own) throw new Forbidden('This is for those who work for the lead of the consortium.');
    return { organisationId: partner, partnerId: null, consortiumId, byLead: true };
  }

  /** Both sides may note it at the same moment: the second waits for the first, and sees it. */
  private async write(manager: EntityManager, viewer: Viewer, edge: Edge): Promise<string> {
    const { organisationId, partnerId, consortiumId, byLead } = edge;
    const both = [organisationId, partnerId ?? consortiumId ?? ''].sort().join(' ');
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('hidden interest ' || $1, 0))`, [both]);
    const now = await this.clock.now(manager);
    const [{ id, mutualAt }] = await manager.query<[Pick<InterestRecord, 'id' | 'mutualAt'>]>(
      `INSERT INTO hidden_interests (organisation_id, partner_id, consortium_id, by_lead, noted_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organisation_id, partner_id, consortium_id, by_lead) DO UPDATE SET noted_at = hidden_interests.noted_at
       RETURNING id, mutual_at AS "mutualAt"`,
      [organisationId, partnerId, consortiumId, byLead, now],
    );
    const [other] = await manager.query<{ id: string }[]>(
      `SELECT id FROM hidden_interests WHERE CASE WHEN $3::uuid IS NULL THEN organisation_id = $2 AND partner_id = $1
         ELSE organisation_id = $1 AND consortium_id = $3 AND by_lead <> $4 END`,
      [organisationId, partnerId, consortiumId, byLead],
    );
    if (other !== undefined && mutualAt === null) await this.introduce(manager, viewer, edge, id, other.id);
    return id;
  }

  private async introduce(manager: EntityManager, viewer: Viewer, { organisationId, partnerId, consortiumId }: Edge, id: string, otherId: string): Promise<void> {
    await manager.query('UPDATE hidden_interests SET mutual_at = $2 WHERE id = ANY($1::uuid[])', [[id, otherId], await this.clock.now(manager)]);
    const consortium = consortiumId === null ? undefined : await this.consortia.consortium(COMMAND_LINE, consortiumId, manager);
    const both = [organisationId, partnerId ?? consortium?.leadId ?? organisationId];
    const names = new Map((await manager.query<{ id: string; name: string }[]>('SELECT id, name FROM organisations WHERE id = ANY($1::uuid[])', [both]))
      .map(({ id: own, name }) => [own, name]));
    const facts = { organisation: names.get(organisationId) ?? '', partner: consortium?.name ?? names.get(partnerId ?? '') ?? '' };
    await this.tasks.open(manager, both.map((owner) => ({
      kind: 'MEET_MUTUAL_INTEREST', subjectKind: 'HIDDEN_INTEREST', subjectId: id, owner: { organisationId: owner }, facts,
    })));
    await this.news.tell(manager, viewer, [{ kind: 'MUTUAL_INTEREST', subject: 'HIDDEN_INTEREST', subjectId: id, revision: 0, to: both }]);
  }

  private async interest(viewer: Viewer, id: string): Promise<InterestRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const sql = `SELECT ${COLUMNS}, (SELECT lead_id FROM consortia WHERE id = consortium_id) AS lead FROM hidden_interests WHERE id = $1`;
    const [row] = isUuid(id) ? await this.database.query<(InterestRecord & { lead: string | null })[]>(sql, [id]) : [];
    const owner = row?.byLead === true ? row.lead : row?.organisationId;
    if (row === undefined || owner == null || !belongsTo(viewer, owner)) throw new NotFound('interestId', id);
    return row;
  }

  private async known(viewer: Viewer, field: string, organisation: string): Promise<string> {
    const id = await this.organisations.resolveId(viewer, organisation);
    if (id === undefined) throw new NotFound(field, organisation);
    return id;
  }
}
