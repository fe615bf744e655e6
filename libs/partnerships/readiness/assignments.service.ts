import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { InvalidInput, NotFound } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { requirePreparing } from './preparing.js';
import { ReadinessService } from './readiness.service.js';

/** Who of a consortium takes care of what on its check list. */
@Injectable()
export class ReadinessAssignments {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly organisations: OrganisationsService,
    private readonly readiness: ReadinessService,
  ) {}

  /**
   * @param item its id on the check list @param organisationId id or code of a member; null leaves it to whose it is by itself
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict once the proposal was handed in
   */
  async assign(viewer: Viewer, consortiumId: string, item: string, organisationId?: string | null): Promise<ConsortiumRecord> {
    const { items } = await this.readiness.of(await this.consortia.consortium(viewer, consortiumId));
    if (items.every(({ id, kind }) => id !== item || kind === 'TASK')) throw new InvalidInput('itemId', 'is not on the check list, or is a task, which has its owner.');
    const member = organisationId == null ? null : await this.organisations.resolveId(viewer, organisationId);
    if (member === undefined) throw new NotFound('organisationId', organisationId ?? '');
    await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
      requirePreparing(consortium);
      await manager.query('DELETE FROM readiness_assignments WHERE consortium_id = $1 AND item = $2', [consortiumId, item]);
      if (member === null) return;
      const assigned = await manager.query<unknown[]>(
        `INSERT INTO readiness_assignments (consortium_id, item, organisation_id)
         SELECT consortium_id, $2, organisation_id FROM memberships
         WHERE consortium_id = $1 AND organisation_id = $3 AND state IN ('ACCEPTED', 'CONFIRMED') RETURNING 1`,
        [consortiumId, item, member],
      );
      if (assigned.length === 0) throw new InvalidInput('organisationId', 'is not a member of the consortium.');
    });
    return this.consortia.consortium(viewer, consortiumId);
  }
}
