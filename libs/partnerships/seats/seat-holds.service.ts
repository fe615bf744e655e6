import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { News } from '../news/news.service.js';
import { Tasks } from '../tasks/tasks.service.js';

/** Those who are offered a seat, or ask for it; several may be, until one has it. */
const COMPETING = `
  WITH held AS (SELECT id, state FROM memberships WHERE seat_id = $1 AND NOT standby
    AND (state IN ('DRAFT', 'REQUESTED') OR state = 'SENT' AND expires_at > verbond_now()))
  UPDATE memberships m SET state = 'REVOKED', reason = $2, ended_at = verbond_now() FROM held WHERE m.id = held.id
  RETURNING m.id, m.organisation_id AS "organisationId", held.state <> 'DRAFT' AS known`;

/** What invitations and requests hold of a seat. */
@Injectable()
export class SeatHolds {
  constructor(
    private readonly tasks: Tasks,
    private readonly news: News,
  ) {}

  /**
   * Ends what competes for a seat of a consortium that is locked; each is told why.
   * @param version of the consortium
   * @returns the organisations whose hold ended
   */
  async release(manager: EntityManager, viewer: Viewer, seatId: string, reason: 'SEAT_TAKEN' | 'SEAT_REMOVED', version: number): Promise<string[]> {
    const [freed] = await manager.query<[{ id: string; organisationId: string; known: boolean }[], number]>(COMPETING, [seatId, reason]);
    for (const { id } of freed) await this.tasks.end(manager, id);
    await this.news.tell(manager, viewer, freed.filter(({ known }) => known).map(({ id, organisationId }) => ({
      kind: reason, subject: 'MEMBERSHIP', subjectId: id, revision: version, to: [organisationId],
    })));
    return freed.map(({ organisationId }) => organisationId);
  }
}
