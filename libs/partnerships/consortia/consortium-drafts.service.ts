import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { screen, type ScreeningAnswers } from '#libs/eligibility';
import type { ConsortiumDraft } from '#libs/suggestions';
import type { ConsortiumRecord } from './consortium-record.js';

type DraftMember = ConsortiumDraft['members'][number];
type DraftProject = NonNullable<ConsortiumDraft['project']>;

interface DraftRow {
  readonly members: readonly (Pick<DraftMember, 'organisationId' | 'invited' | 'documents'> & { role: NonNullable<DraftMember['role']>; budgetEur: number | null })[];
  readonly fields: NonNullable<DraftProject['fields']>;
  readonly documents: Record<string, boolean> | null;
  readonly themes: string[];
  readonly text: string;
  readonly screening: { answers: ScreeningAnswers; overruled?: DraftProject['overruled'] } | null;
}

/** Documents that were asked for, by kind: there or not. */
const documentsOf = (owner: string): string =>
  `(SELECT jsonb_object_agg(kind, present) FROM consortium_documents d WHERE d.consortium_id = $1 AND d.organisation_id ${owner})`;

/**
 * Of a member `m`: whether the authority of its country endorses the consortium. There once that is verified, not there
 * when it was asked and not given, and nothing is said before somebody asked.
 */
const LETTER = `
  (SELECT jsonb_build_object('LETTER_OF_ENDORSEMENT', e.state = 'GIVEN') FROM endorsements e JOIN organisations o ON o.country = e.country
   WHERE e.consortium_id = $1 AND o.id = m.organisation_id)`;

/**
 * Members count for rules once confirmed; who is invited, or has accepted and not confirmed yet, counts in “if all invited
 * accept”. Those who stand by, and those who ask to join, are not in it.
 */
const DRAFT = `
  SELECT
    ARRAY(SELECT jsonb_strip_nulls(jsonb_build_object('organisationId', m.organisation_id, 'invited', s.state <> 'CONFIRMED',
        'role', CASE WHEN m.organisation_id = c.lead_id THEN 'COORDINATOR' ELSE m.role END, 'budgetEur', m.budget_eur,
        'documents', nullif(coalesce(${documentsOf('= m.organisation_id')} - 'LETTER_OF_ENDORSEMENT', '{}') || coalesce(${LETTER}, '{}'), '{}')))
      FROM memberships m JOIN membership_states s ON s.id = m.id
      WHERE m.consortium_id = c.id AND s.state IN ('SENT', 'ACCEPTED', 'CONFIRMED') AND NOT m.standby ORDER BY m.begun_at, m.id) AS members,
    ${documentsOf('IS NULL')} AS documents,
    ARRAY(SELECT theme_id FROM idea_themes WHERE idea_id = i.id ORDER BY 1) AS themes,
    concat_ws(E'\\n', i.title, nullif(i.summary, '')) AS text, i.screening,
    jsonb_strip_nulls(jsonb_build_object('totalBudgetEur', i.total_budget_eur, 'grantEur', i.grant_eur, 'months', i.months,
      'startsOn', i.starts_on, 'endsOn', i.ends_on, 'objectives', i.objectives, 'challenges', i.challenges,
      'actionTypes', i.action_types, 'targetGroups', i.target_groups, 'activityCountries', i.activity_countries))
      -- What would stand here and nowhere else is not there when it is not written.
      || jsonb_build_object('disseminationPlan', nullif(trim(i.dissemination_plan), ''),
        'jointPreparatoryPhase', nullif(trim(i.joint_preparatory_phase), '')) AS fields
  FROM consortia c JOIN ideas i ON i.id = c.idea_id WHERE c.id = $1`;

/** A stored consortium as the draft that rules, partners and proposals are made for. */
@Injectable()
export class ConsortiumDrafts {
  constructor(private readonly database: DataSource) {}

  async draftOf({ id, callId }: Pick<ConsortiumRecord, 'id' | 'callId'>, manager: EntityManager = this.database.manager): Promise<ConsortiumDraft> {
    const [row] = await manager.query<DraftRow[]>(DRAFT, [id]);
    if (row === undefined) throw new Error(`Consortium ${id} is not there.`);
    const { members, fields, documents, themes, text, screening } = row;
    return {
      callId,
      members: members.map(({ budgetEur, ...member }) => ({ ...member, ...(budgetEur !== null && { budgetEur }) })),
      project: {
        fields,
        themes,
        text,
        ...(documents !== null && { documents }),
        ...(screening !== null && { screening: screen(screening.answers) }),
        ...(screening?.overruled !== undefined && { overruled: screening.overruled }),
      },
    };
  }
}
