import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { enqueue } from '#libs/platform';
import type { ProposalAsk } from './proposal-ask.js';
import type { FoundConflict } from './proposal-search.js';
import type { ProposedConsortium } from './proposal.js';

export type Ending = 'all' | 'none' | 'unknown' | 'failed';

export interface ProposalRun {
  readonly id: string;
  readonly callUuid: string;
  /** The lead's own id. */
  readonly organisationUuid: string;
  readonly ask: ProposalAsk;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly proposals: readonly ProposedConsortium[];
  readonly ending: Ending | null;
  readonly conflict: FoundConflict | null;
}

const KEPT = `interval '90 days'`;
const RUN = `id, call_id AS "callUuid", organisation_id AS "organisationUuid", ask, asked_at AS "askedAt", started_at AS "startedAt",
  finished_at AS "finishedAt", cancelled_at AS "cancelledAt", proposals, ending, conflict`;
const OPEN = 'finished_at IS NULL AND cancelled_at IS NULL';

/** What was asked, how far it is, and what was found, as rows; a job is a knock on the door. */
@Injectable()
export class ProposalRuns {
  constructor(private readonly database: DataSource) {}

  /** Stores a question and wakes a worker; lets go of questions that nobody will come back for. */
  ask(callId: string, organisationId: string, ask: ProposalAsk): Promise<ProposalRun> {
    return this.database.transaction(async (manager) => {
      await manager.query(`DELETE FROM proposal_runs WHERE asked_at < verbond_now() - ${KEPT}`);
      const [run] = await manager.query<ProposalRun[]>(
        `INSERT INTO proposal_runs (call_id, organisation_id, ask) VALUES ($1, $2, $3) RETURNING ${RUN}`,
        [callId, organisationId, JSON.stringify(ask)],
      );
      if (run === undefined) throw new Error('The question was not stored.');
      await enqueue(manager, 'proposals', 'propose', { run: run.id });
      return run;
    });
  }

  async find(id: string): Promise<ProposalRun | undefined> {
    const [run] = await this.database.query<ProposalRun[]>(`SELECT ${RUN} FROM proposal_runs WHERE id::text = $1`, [id]);
    return run;
  }

  /** @returns nothing when it is done or cancelled */
  async start(id: string): Promise<ProposalRun | undefined> {
    const [[run]] = await this.database.query<[ProposalRun[], number]>(
      `UPDATE proposal_runs SET started_at = clock_timestamp(), proposals = '[]' WHERE id = $1 AND ${OPEN} RETURNING ${RUN}`,
      [id],
    );
    return run;
  }

  async isOpen(id: string): Promise<boolean> {
    return (await this.database.query<unknown[]>(`SELECT 1 FROM proposal_runs WHERE id = $1 AND ${OPEN}`, [id])).length > 0;
  }

  /** In the place of what was found at once. @param nth from 1 */
  async found(id: string, nth: number, consortium: ProposedConsortium): Promise<void> {
    await this.database.query(
      `UPDATE proposal_runs SET proposals = jsonb_set(proposals, ARRAY[$2::text], $3) WHERE id = $1 AND ${OPEN}`,
      [id, String(nth - 1), JSON.stringify(consortium)],
    );
  }

  async finish(id: string, ending: Ending, conflict?: FoundConflict): Promise<void> {
    await this.database.query(
      `UPDATE proposal_runs SET finished_at = clock_timestamp(), ending = $2, conflict = $3 WHERE id = $1 AND ${OPEN}`,
      [id, ending, conflict === undefined ? null : JSON.stringify(conflict)],
    );
  }

  async cancel(id: string): Promise<void> {
    await this.database.query(`UPDATE proposal_runs SET cancelled_at = clock_timestamp() WHERE id = $1 AND ${OPEN}`, [id]);
  }
}
