import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { EndorsementTasks } from '../endorsements/endorsement-tasks.service.js';
import { Memberships } from './memberships.service.js';

/** What follows when those in a consortium, or their roles, have changed. */
@Injectable()
export class Consequences {
  constructor(
    private readonly memberships: Memberships,
    private readonly endorsements: EndorsementTasks,
  ) {}

  /** One that was ready is looked at again, and there may be other states to ask for a letter. */
  async follow(manager: EntityManager, viewer: Viewer, consortium: ConsortiumRecord, facts: object): Promise<void> {
    await this.memberships.reopen(viewer, manager, consortium, facts);
    await this.endorsements.renew(manager, consortium);
  }
}
