import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COMMAND_LINE } from '#libs/accounts';
import type { WallTime } from '#libs/calendar';
import { listedFact, requiredReadings } from '#libs/calls';
import { ChecksService, type CheckedDraft, type ConsortiumDraft } from '#libs/suggestions';
import { ConsortiumDrafts } from '../consortia/consortium-drafts.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { READINESS_TASKS } from '../tasks/task-kinds.js';
import type { TaskRecord } from '../tasks/tasks.service.js';
import { checkList, type ReadinessItem } from './check-list.js';
import { isPreparing } from './preparing.js';

/** How far a consortium is prepared, with all that its items are read from. */
export interface Preparedness {
  readonly draft: ConsortiumDraft;
  readonly checked: CheckedDraft;
  readonly items: readonly ReadinessItem[];
  readonly tasks: ReadonlyMap<string, OpenTask>;
}

type OpenTask = Pick<TaskRecord, 'id' | 'kind' | 'facts' | 'dueAt'> & { readonly organisationId: string };

interface Row {
  readonly deadline: WallTime | null;
  readonly read: readonly string[];
  readonly tasks: readonly (Omit<OpenTask, 'dueAt'> & { readonly dueAt: string | null })[];
  readonly assignments: Readonly<Record<string, string>>;
}

/** Beside rules and documents: the deadline, what the lead has read in its newest version, what waits for whom, and who was asked. */
const PREPARATION = `
  SELECT
    (SELECT json_build_object('local', m.local, 'zone', m.zone, 'precision', m.precision) FROM consortium_deadlines d
      JOIN milestones m ON m.id = d.milestone_id WHERE d.id = $1) AS deadline,
    ARRAY(SELECT r.document_id FROM document_readings r WHERE r.organisation_id = $2 AND r.document_id = ANY($3::uuid[])
      AND r.version = (SELECT max(version) FROM document_versions WHERE document_id = r.document_id)) AS read,
    ARRAY(SELECT json_build_object('id', t.id, 'kind', t.kind, 'facts', t.facts, 'dueAt', t.due_at, 'organisationId', t.organisation_id)
      FROM tasks t WHERE t.ended_at IS NULL AND t.organisation_id IS NOT NULL AND t.kind <> ALL($4)
        AND t.subject_id IN (SELECT $1 UNION SELECT id FROM memberships WHERE consortium_id = $1) ORDER BY t.due_at, t.id) AS tasks,
    (SELECT coalesce(jsonb_object_agg(item, organisation_id), '{}') FROM readiness_assignments WHERE consortium_id = $1) AS assignments`;

/** What a consortium still has to see to. It is worked out whenever it is asked: a date that moves has moved it at once. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: ConsortiumDrafts,
    private readonly checks: ChecksService,
  ) {}

  /** How it stands under the rules. The caller has read the consortium as its viewer: who may see it sees all its members. */
  async judged(consortium: ConsortiumRecord): Promise<Pick<Preparedness, 'draft' | 'checked'>> {
    const draft = await this.drafts.draftOf(consortium);
    return { draft, checked: await this.checks.check(COMMAND_LINE, draft) };
  }

  async of(consortium: ConsortiumRecord): Promise<Preparedness> {
    const { draft, checked } = await this.judged(consortium);
    const { call, organisations, eligibility } = checked.read;
    const codes = new Map([...organisations].map(([code, { uuid }]) => [uuid, code]));
    const lead = codes.get(consortium.leadId) ?? '';
    const required = requiredReadings(call.facts);
    const [row] = await this.database.query<[Row]>(PREPARATION, [consortium.id, consortium.leadId, required, READINESS_TASKS]);
    const tasks = row.tasks.map((task) => ({ ...task, dueAt: task.dueAt === null ? null : new Date(task.dueAt) }));
    const plan = draft.project?.fields?.disseminationPlan;
    const items = checkList({
      lead,
      deadline: row.deadline,
      submitted: !isPreparing(consortium),
      verdicts: checked.check.rules,
      levels: new Map(eligibility.rules.map(({ id, level }) => [id, level])),
      documents: draft.project?.documents ?? {},
      members: draft.members.map(({ organisationId, documents = {} }) => ({ id: codes.get(organisationId) ?? '', documents })),
      asked: listedFact(call.facts, 'requiredDocuments'),
      plan: { wanted: call.facts['dissemination'] !== undefined, there: typeof plan === 'string' },
      readings: required.map((document) => ({ document, read: row.read.includes(document) })),
      tasks: tasks.map(({ id, organisationId }) => ({ id, owner: codes.get(organisationId) ?? lead })),
      assignments: new Map(Object.entries(row.assignments).flatMap(([item, id]) => {
        const code = codes.get(id);
        return code === undefined ? [] : [[item, code] as const];
      })),
    });
    return { draft, checked, items, tasks: new Map(tasks.map((task) => [task.id, task])) };
  }
}
