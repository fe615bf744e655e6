import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actsFor, AuditLog, COMMAND_LINE, isKnown, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { connectionOf, Forbidden, NotFound, pageOf, Unauthenticated, type Connection, type PageArgs } from '#libs/platform';
import { OpeningsService, type Opening, type Outlook, type Seeker } from '#libs/suggestions';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { MembersService } from '../consortia/members.service.js';
import { OPEN_PLACES, type OpenPlaces } from './open-places.js';

/** So many openings are scored, those first that ask for more of what the organisation offers. */
const LOOKED_AT = 20;

type Found = OpenPlaces & Opening;

/** An opening that an organisation would fill, with its place in the list, from 1. */
export interface RankedOpening extends Outlook<Found> {
  readonly rank: number;
}

const IN: ReadonlySet<string> = new Set(['SENT', 'ACCEPTED', 'CONFIRMED']);
/** Places for those who may not be applicants. */
const BESIDE: ReadonlySet<string> = new Set(['ASSOCIATED', 'OBSERVER']);

/** Who lacks what an organisation offers. */
@Injectable()
export class WantedService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly openings: OpeningsService,
    private readonly members: MembersService,
    private readonly consortia: ConsortiaService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Ideas that the organisation may know of and consortia that want to be found, with a free place that it fits, best
   * first. @throws Unauthenticated, NotFound, Forbidden, InvalidInput
   */
  async openingsFor(viewer: Viewer, idOrCode: string, args: PageArgs): Promise<Connection<RankedOpening>> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const page = pageOf(args, 'number');
    const organisationId = await this.organisations.resolveId(viewer, idOrCode);
    if (organisationId === undefined) throw new NotFound('organisationId', idOrCode);
    if (!actsFor(viewer, organisationId)) throw new Forbidden('Only its own people and administrators may ask on behalf of an organisation.');
    const seeker = await this.openings.seeker(organisationId);
    const outlooks = seeker === undefined ? [] : await this.openings.outlooks(seeker, await this.found(organisationId, seeker));
    const ranked = outlooks.filter(mayFill).map((outlook, i): RankedOpening => ({ ...outlook, rank: i + 1 }));
    const start = Number(page.after?.[0] ?? 0);
    return connectionOf(ranked.slice(start, start + page.limit), page, ({ rank }) => [rank], (row) => row);
  }

  /** Whether a consortium wants to be found. For its lead. @throws Unauthenticated, NotFound, Forbidden */
  async setOpen(viewer: Viewer, consortiumId: string, open: boolean): Promise<ConsortiumRecord> {
    await this.consortia.changing(viewer, consortiumId, asLead, async (manager, { id, leadId }) => {
      await manager.query('UPDATE consortia SET open_to_requests = $2 WHERE id = $1', [id, open]);
      await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action: open ? 'OPEN_TO_REQUESTS' : 'CLOSE_TO_REQUESTS', organisationId: leadId });
    });
    return this.consortia.consortium(viewer, consortiumId);
  }

  private async found(organisationId: string, { country, nuts, types, themes }: Seeker): Promise<Found[]> {
    const rows = await this.database.query<OpenPlaces[]>(OPEN_PLACES, [organisationId, country, nuts, types, themes, LOOKED_AT]);
    const members = await this.members.ofConsortia(COMMAND_LINE, rows.flatMap(({ kind, id }) => (kind === 'CONSORTIUM' ? [id] : [])));
    return rows.map((row) => {
      const alone = [{ organisationId: row.leadId, role: 'COORDINATOR', confirmed: true }] as const;
      const together = members.get(row.id)?.filter(({ state, standby }) => IN.has(state) && !standby);
      return {
        ...row,
        adds: row.phases.length,
        members: together?.map(({ organisationUuid, role, state }) => ({ organisationId: organisationUuid, role, confirmed: state === 'CONFIRMED' })) ?? alone,
      };
    });
  }
}

/** Whoever may not join may still be beside. */
function mayFill({ standing, opening: { places } }: Outlook<Found>): boolean {
  if (standing.join !== 'NOT_MET') return true;
  return standing.observe !== 'NOT_MET' && places.some(({ role, fits }) => fits && BESIDE.has(role));
}
