import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { belongsTo, COMMAND_LINE, isKnown, once, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import { Offers } from './offers.service.js';
import { requireOpen } from './open-consortia.js';

/** Who asks to join, and for which seat. */
export interface JoinRequest {
  readonly consortiumId: string;
  /** Id or code. */
  readonly organisationId: string;
  readonly seatId?: string | null;
  readonly message?: string | null;
}

/** The mirror of an invitation: an organisation asks, and the lead answers. */
@Injectable()
export class JoinRequests {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly organisations: OrganisationsService,
    private readonly offers: Offers,
  ) {}

  /** @returns the membership's id @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  async ask(viewer: Viewer, request: JoinRequest): Promise<string> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const organisationId = await this.organisations.resolveId(viewer, request.organisationId);
    if (organisationId === undefined) throw new NotFound('organisationId', request.organisationId);
    if (!belongsTo(viewer, organisationId)) throw new Forbidden('An organisation’s own people ask to join for it.');
    return this.database.transaction((manager) =>
      once(manager, viewer, 'requestToJoin', { ...request }, async () => {
        await requireOpen(manager, request.consortiumId, organisationId);
        return this.consortia.held(manager, COMMAND_LINE, request.consortiumId, (consortium) =>
          this.offers.make(manager, viewer, consortium, { ...request, organisationId, state: 'REQUESTED' }),
        );
      }),
    );
  }
}
