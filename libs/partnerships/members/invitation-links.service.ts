import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, COMMAND_LINE, isKnown, once, organisationsOf, type Viewer } from '#libs/accounts';
import { grouped, isUuid, OrganisationsService } from '#libs/directory';
import { Clock, CONFIG, Conflict, Forbidden, NotFound, Unauthenticated, type Config } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import type { Newcomer } from '../newcomers/newcomer.js';
import { Newcomers } from '../newcomers/newcomers.service.js';
import type { GivenRole } from './membership-record.js';
import { Offers } from './offers.service.js';

export const LINK_STATES = ['OPEN', 'USED', 'REVOKED', 'EXPIRED'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** A link that invites whoever has it, once. */
export interface LinkRecord {
  readonly id: string;
  readonly consortiumId: string;
  readonly seatId: string | null;
  readonly role: GivenRole;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly state: LinkState;
  /** The membership that came of it. */
  readonly membershipId: string | null;
}

export interface NewLink {
  readonly seatId?: string | null;
  readonly role?: GivenRole | null;
  readonly expiresAt?: Date | null;
}

const SELECT_LINK = `
  SELECT id, consortium_id AS "consortiumId", seat_id AS "seatId", role, made_at AS "madeAt", expires_at AS "expiresAt", membership_id AS "membershipId",
    CASE WHEN membership_id IS NOT NULL THEN 'USED' WHEN revoked_at IS NOT NULL THEN 'REVOKED' WHEN expires_at <= verbond_now() THEN 'EXPIRED' ELSE 'OPEN' END AS state
  FROM invitation_links`;

/** Links for organisations that are not registered yet. What stands in a link is kept as a hash alone. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly organisations: OrganisationsService,
    private readonly offers: Offers,
    private readonly newcomers: Newcomers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Of each consortium that the viewer leads, the newest first. */
  async ofConsortia(viewer: Viewer, ids: readonly string[]): Promise<Map<string, LinkRecord[]>> {
    const own = organisationsOf(viewer);
    const rows = await this.database.query<LinkRecord[]>(
      `${SELECT_LINK} l WHERE consortium_id = ANY($1::uuid[]) AND EXISTS (SELECT FROM consortia WHERE id = l.consortium_id AND lead_id = ANY($2::uuid[]))
       ORDER BY made_at DESC, id`,
      [ids, own],
    );
    return grouped(rows, ({ consortiumId }) => consortiumId);
  }

  /** @returns the link and what stands in it, which is told once @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  async make(viewer: Viewer, consortiumId: string, given: NewLink): Promise<{ link: LinkRecord; token: string; url: string }> {
    const call = { mutation: 'createInvitationLink', given: { consortiumId, ...given } };
    const id = await this.consortia.creating(viewer, consortiumId, call, asLead, async (manager, consortium) => {
      const expiresAt = await this.offers.expiry(manager, given.expiresAt, consortium);
      const seat = await this.offers.seat(manager, consortium, given.seatId);
      const [{ id: made }] = await manager.query<[{ id: string }]>('SELECT verbond_uuid() AS id');
      await manager.query(
        `INSERT INTO invitation_links (id, consortium_id, seat_id, role, token_hash, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [made, consortium.id, seat?.id ?? null, seat?.role ?? given.role ?? 'CO_APPLICANT', hashOf(this.tokenOf(made)), await this.clock.now(manager), expiresAt],
      );
      await this.note(manager, viewer, consortium, 'LINK_MAKE', made);
      return made;
    });
    const token = this.tokenOf(id);
    return { link: await this.link(id), token, url: `${this.config.publicUrl}/invitation/${token}` };
  }

  /** @throws Unauthenticated, NotFound, Forbidden, Conflict when it was used */
  async revoke(viewer: Viewer, linkId: string): Promise<LinkRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const { consortiumId } = await this.link(linkId);
    await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
      requireOpenLink(await this.link(linkId, manager));
      await manager.query('UPDATE invitation_links SET revoked_at = verbond_now() WHERE id = $1', [linkId]);
      await this.note(manager, viewer, consortium, 'LINK_REVOKE', linkId);
    });
    return this.link(linkId);
  }

  /** What a link invites to, for whoever has it. @throws NotFound, Conflict with the state of a link that is over */
  async offer(token: string): Promise<{ link: LinkRecord; consortium: ConsortiumRecord }> {
    const link = await this.linkOf(token);
    requireOpenLink(link);
    return { link, consortium: await this.consortia.consortium(COMMAND_LINE, link.consortiumId) };
  }

  /** Whoever works for a registered organisation takes the invitation for it. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  async redeem(viewer: Viewer, token: string, organisation: string): Promise<string> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const organisationId = await this.organisations.resolveId(viewer, organisation);
    if (organisationId === undefined) throw new NotFound('organisationId', organisation);
    if (!belongsTo(viewer, organisationId)) throw new Forbidden('An organisation’s own people take an invitation for it.');
    const { id } = await this.linkOf(token);
    return this.database.transaction((manager) =>
      once(manager, viewer, 'redeemInvitationLink', { link: id, organisationId }, () => this.use(manager, viewer, token, () => Promise.resolve(organisationId))),
    );
  }

  /** An organisation that is not here yet registers and is invited. @returns the membership's id @throws NotFound, InvalidInput, Conflict */
  redeemAsNewcomer(viewer: Viewer, token: string, newcomer: Newcomer): Promise<string> {
    return this.database.transaction((manager) =>
      this.use(manager, viewer, token, async () => (await this.newcomers.register(manager, newcomer)).organisationId),
    );
  }

  private async use(manager: EntityManager, viewer: Viewer, token: string, organisation: () => Promise<string>): Promise<string> {
    const { id, consortiumId } = await this.linkOf(token, manager);
    return this.consortia.held(manager, COMMAND_LINE, consortiumId, async (consortium) => {
      const { seatId, role, state, ...link } = await this.link(id, manager);
      requireOpenLink({ ...link, state });
      const membershipId = await this.offers.make(manager, viewer, consortium, { organisationId: await organisation(), seatId, role, state: 'SENT' });
      await manager.query('UPDATE invitation_links SET membership_id = $2 WHERE id = $1', [id, membershipId]);
      return membershipId;
    });
  }

  private async link(id: string, manager: EntityManager = this.database.manager): Promise<LinkRecord> {
    const [row] = isUuid(id) ? await manager.query<LinkRecord[]>(`${SELECT_LINK} WHERE id = $1`, [id]) : [];
    if (row === undefined) throw new NotFound('linkId', id);
    return row;
  }

  private async linkOf(token: string, manager: EntityManager = this.database.manager): Promise<LinkRecord> {
    const [row] = await manager.query<LinkRecord[]>(`${SELECT_LINK} WHERE token_hash = $1`, [hashOf(token)]);
    if (row === undefined) throw new NotFound('token', '');
    return row;
  }

  /** Asked again under the same key, a link is made once and told as it was. */
  private tokenOf(id: string): string {
    return createHmac('sha256', this.config.secret).update('invitation:').update(id).digest('base64url');
  }

  private note(manager: EntityManager, viewer: Viewer, { id, leadId }: ConsortiumRecord, action: string, link: string): Promise<void> {
    return this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action, organisationId: leadId, facts: { link } });
  }
}

function requireOpenLink({ state }: { readonly state: LinkState }): void {
  if (state !== 'OPEN') throw new Conflict(`This link is ${state}.`, { state, possible: [] });
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
