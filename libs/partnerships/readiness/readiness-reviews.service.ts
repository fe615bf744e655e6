import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COMMAND_LINE } from '#libs/accounts';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { READINESS_TASKS } from '../tasks/task-kinds.js';
import { Tasks, type NewTask } from '../tasks/tasks.service.js';
import { ReadinessService, type Preparedness } from './readiness.service.js';
import { tasksFor } from './readiness-tasks.js';

const BATCH = 100;

interface Stale {
  readonly id: string;
  readonly stamp: string;
}

const STALE = `
  SELECT s.id, s.stamp FROM consortium_stamps s LEFT JOIN readiness_reviews r ON r.consortium_id = s.id
  WHERE r.stamp IS DISTINCT FROM s.stamp AND s.id > $1 ORDER BY s.id LIMIT ${BATCH}`;

const NIL = '00000000-0000-0000-0000-000000000000';

/**
 * Looks through check lists wherever something changed: the consortium, its idea, the rules, the date, or the state that the
 * clock makes. What changed is told by versions, not by messages, so that nothing is missed; tasks follow within seconds.
 */
@Injectable()
export class ReadinessReviews {
  private readonly log = new Logger(ReadinessReviews.name);

  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly readiness: ReadinessService,
    private readonly tasks: Tasks,
  ) {}

  /** Goes once through all that changed. One that cannot be judged is left for the next time, and holds up no other. */
  async reviewStale(): Promise<void> {
    for (let last = NIL; ; ) {
      const stale = await this.database.query<Stale[]>(STALE, [last]);
      for (const each of stale) {
        await this.review(each).catch((error: unknown) => {
          this.log.warn(`The check list of consortium ${each.id} waits: ${error instanceof Error ? error.message : String(error)}`);
        });
      }
      const end = stale.at(-1);
      if (end === undefined || stale.length < BATCH) return;
      last = end.id;
    }
  }

  private async review({ id, stamp }: Stale): Promise<void> {
    const consortium = await this.consortia.consortium(COMMAND_LINE, id);
    const isProposal = consortium.state === 'PROPOSAL' || consortium.state === 'READY';
    const prepared = isProposal ? await this.readiness.of(consortium) : undefined;
    const tasks = prepared === undefined ? [] : tasksOf(consortium, prepared);
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT FROM consortia WHERE id = $1 FOR UPDATE', [id]);
      const [still] = await manager.query<unknown[]>('SELECT 1 FROM consortium_stamps WHERE id = $1 AND stamp = $2', [id, stamp]);
      if (still === undefined) return; // it changed while it was judged, and is judged anew next time
      await this.tasks.settle(manager, id, READINESS_TASKS, tasks);
      await manager.query(
        'INSERT INTO readiness_reviews (consortium_id, stamp) VALUES ($1, $2) ON CONFLICT (consortium_id) DO UPDATE SET stamp = excluded.stamp',
        [id, stamp],
      );
      if (consortium.state !== 'READY' || prepared?.checked.check.verdict !== 'NOT_MET') return;
      await this.consortia.held(manager, COMMAND_LINE, id, (held) => this.consortia.advance(manager, COMMAND_LINE, held, 'REOPEN', { verdict: 'NOT_MET' }));
    });
  }
}

function tasksOf(consortium: ConsortiumRecord, { checked, items }: Preparedness): NewTask[] {
  const { read, check } = checked;
  const mandatory = new Set(check.rules.filter(({ severity }) => severity === 'MANDATORY').map(({ rule }) => rule));
  return tasksFor(consortium, items, (rule) => mandatory.has(rule), (code) => read.organisations.get(code)?.uuid);
}
