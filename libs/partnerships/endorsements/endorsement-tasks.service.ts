import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Tasks } from '../tasks/tasks.service.js';
import { endorsementGaps } from './endorsement-gaps.js';

/** Keeps the lead asked for the letters that the call wants and nobody asked for yet. */
@Injectable()
export class EndorsementTasks {
  constructor(private readonly tasks: Tasks) {}

  async renew(manager: EntityManager, { id, name, leadId }: ConsortiumRecord): Promise<void> {
    const gaps = await endorsementGaps(manager, [id]);
    const countries = gaps.flatMap(({ country, state }) => (state === null ? [country] : [])).join(', ');
    if (countries === '') return this.tasks.end(manager, id, 'ASK_ENDORSEMENT');
    const owner = { organisationId: leadId };
    return this.tasks.open(manager, [{ kind: 'ASK_ENDORSEMENT', subjectKind: 'CONSORTIUM', subjectId: id, owner, facts: { consortium: name, countries } }]);
  }
}
