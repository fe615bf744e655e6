import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { Clock } from '#libs/platform';
import { DeadlinePassed } from './deadline-passed.js';

/** Notes who came after the gate had closed; of what they brought nothing is kept. */
@Injectable()
export class LateExpressions {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Does work that is refused when it is late. @param organisationId for whom; null for somebody who is not known yet */
  async noting<T>(viewer: Viewer, organisationId: string | null, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DeadlinePassed) await this.note(viewer, organisationId, error);
      throw error;
    }
  }

  /** The work was rolled back: this stands outside of it. */
  private async note({ personId }: Viewer, organisationId: string | null, { trackUuid, closedAt }: DeadlinePassed): Promise<void> {
    await this.database.query(
      `INSERT INTO expression_attempts (track_id, organisation_id, person_id, attempted_at, closed_at) VALUES ($1, $2, $3, $4, $5)`,
      [trackUuid, organisationId, personId ?? null, await this.clock.now(), closedAt],
    );
  }
}
