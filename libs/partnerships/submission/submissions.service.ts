import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { represents, type Viewer } from '#libs/accounts';
import { describeDeadline, type WallTime } from '#libs/calendar';
import { grouped } from '#libs/directory';
import { Clock, Conflict, Forbidden, InvalidInput, requiredText } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Tasks } from '../tasks/tasks.service.js';
import { bodyOf } from './in-charge.js';
import { submissionAhead } from './submission-dates.js';
import type { Submission } from './submission.type.js';

const LONGEST_REFERENCE = 200;

/** Proposals that were handed in, each for a stage or round of its call. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly consortia: ConsortiaService,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Notes that the proposal was handed in, before its date closes by the clock of the database.
   * @param reference what the body that took it calls it
   * @throws Unauthenticated, NotFound, Forbidden for whoever may not commit the lead, InvalidInput, Conflict with the present state
   */
  async submit(viewer: Viewer, consortiumId: string, reference: string): Promise<ConsortiumRecord> {
    const given = { consortiumId, reference: requiredText('reference', reference, LONGEST_REFERENCE) };
    await this.consortia.creating(viewer, consortiumId, { mutation: 'markSubmitted', given }, asRepresentative, async (manager, { id }) => {
      const date = await heldDate(manager, id);
      // Whether it is in time, and ready for this very date, is read once nobody can move the date any more; and the moment
      // that is noted is no later than that look.
      const now = await this.clock.now(manager);
      const consortium = await this.consortia.consortium(viewer, id, manager);
      if (consortium.state === 'LAPSED' && date !== undefined) throw closed(date);
      await this.consortia.advance(manager, viewer, consortium, 'SUBMIT', { stage: consortium.stage, reference: given.reference });
      const [row] = await manager.query<{ id: string }[]>(
        `INSERT INTO submissions (consortium_id, milestone_id, reference, submitted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, date?.id ?? null, given.reference, now],
      );
      if (row === undefined) throw new Conflict('For this stage a proposal was handed in before.');
      await this.tasks.end(manager, id);
      return row.id;
    });
    return this.consortia.consortium(viewer, consortiumId);
  }

  /**
   * An officer of the call notes that it may go on to a next stage: it is a proposal again.
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput when the call has no later date, Conflict
   */
  async inviteToNextStage(viewer: Viewer, consortiumId: string, submission?: string | null): Promise<ConsortiumRecord> {
    await this.consortia.changing(viewer, consortiumId, anybody, async (manager, consortium) => {
      const body = await bodyOf(manager, viewer, consortium.callId);
      if (body === undefined) throw new Forbidden('Only programme officers of the call invite to its next stage.');
      const [{ submissionId }] = await manager.query<[{ submissionId: string | null }]>(
        'SELECT submission_id AS "submissionId" FROM consortia WHERE id = $1',
        [consortium.id],
      );
      const next = await submissionAhead(manager, consortium.callId, submission, submissionId);
      if (next === null) throw new InvalidInput('submission', 'the call has no later date for it that is exact: publish that first.');
      await this.consortia.advance(manager, viewer, consortium, 'INVITE_TO_NEXT_STAGE', { stage: next.key }, body);
      await manager.query('UPDATE consortia SET submission_id = $2, ready_for = NULL WHERE id = $1', [consortium.id, next.id]);
    });
    return this.consortia.consortium(viewer, consortiumId);
  }

  /** By consortium, the first first. The caller has read each consortium as its viewer. */
  async ofConsortia(ids: readonly string[]): Promise<Map<string, Submission[]>> {
    const rows = await this.database.query<(Submission & { consortiumId: string })[]>(
      `SELECT s.id, s.consortium_id AS "consortiumId", m.key AS stage, s.reference, s.submitted_at AS "submittedAt"
       FROM submissions s LEFT JOIN milestones m ON m.id = s.milestone_id WHERE s.consortium_id = ANY($1::uuid[]) ORDER BY s.submitted_at`,
      [ids],
    );
    return grouped(rows, ({ consortiumId }) => consortiumId);
  }
}

/** Whoever may see it; what they may do is looked up once it is held. */
const anybody = (): void => undefined;

function asRepresentative(viewer: Viewer, { leadId }: ConsortiumRecord): void {
  if (!represents(viewer, leadId)) throw new Forbidden('A proposal is submitted by those who may commit the lead.');
}

interface HeldDate extends WallTime {
  readonly id: string;
}

/** The date that a consortium works towards, which nobody moves until the transaction ends. */
async function heldDate(manager: EntityManager, consortiumId: string): Promise<HeldDate | undefined> {
  const [date] = await manager.query<HeldDate[]>(
    `SELECT m.id, m.local, m.zone, m.precision FROM milestones m
     WHERE m.id = (SELECT milestone_id FROM consortium_deadlines WHERE id = $1) FOR SHARE`,
    [consortiumId],
  );
  return date;
}

function closed(date: HeldDate): Conflict {
  return new Conflict(`It is too late. The date was: ${describeDeadline(date, date.zone, 'en')}.`, { state: 'LAPSED', possible: [] });
}
