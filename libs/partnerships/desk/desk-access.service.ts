import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belongsTo, isKnown, isOfficerOf, type Viewer } from '#libs/accounts';
import { Forbidden, Unauthenticated } from '#libs/platform';
import type { ExpressionRecord } from '../expressions/expression-record.js';
import { ExpressionsService } from '../expressions/expressions.service.js';
import type { TrackRecord } from '../expressions/track-record.js';

/** Who sits at a desk: the programme officers of the track's body, and of them nobody who has a part in what is decided. */
@Injectable()
export class DeskAccess {
  constructor(private readonly expressions: ExpressionsService) {}

  /** @throws Unauthenticated, NotFound, Forbidden */
  async track(viewer: Viewer, idOrCode: string): Promise<TrackRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const track = await this.expressions.track(idOrCode);
    if (!isOfficerOf(viewer, track.bodyId)) throw new Forbidden('The desk is for the programme officers of the body that runs the track.');
    return track;
  }
}

/** @throws Forbidden */
export function asOfficer(viewer: Viewer, { bodyId }: ExpressionRecord): void {
  if (!isOfficerOf(viewer, bodyId)) throw new Forbidden('This is for the programme officers of the body that runs the track.');
}

/** Whoever works for a member, or for somebody in the partnership or asked to be, does not judge it. @throws Forbidden */
export async function refusePartisan(manager: EntityManager, viewer: Viewer, { id, consortiumId }: ExpressionRecord): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT organisation_id AS id FROM expression_members WHERE expression_id = $1 AND organisation_id IS NOT NULL
     UNION SELECT m.organisation_id FROM memberships m JOIN membership_states s ON s.id = m.id
       WHERE m.consortium_id = $2 AND s.state IN ('SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED')
     UNION SELECT lead_id FROM consortia WHERE id = $2`,
    [id, consortiumId],
  );
  if (rows.some((member) => belongsTo(viewer, member.id))) {
    throw new Forbidden('You work for an organisation that has a part in this: somebody else of the body judges it.');
  }
}
