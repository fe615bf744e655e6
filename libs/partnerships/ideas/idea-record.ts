import type { InnovationPhase } from '#libs/directory';
import type { ScreeningAnswers, ScreeningOutcome } from '#libs/eligibility';
import type { ConsortiumState } from '../states/consortium-states.js';
import type { IdeaState } from '../states/idea-states.js';

export const AMBITIONS = ['DEVELOP', 'REPLICATE', 'SCALE_UP'] as const;
export const PURPOSES = ['MUTUAL_LEARNING', 'JOINT_DEVELOPMENT', 'TRANSFER', 'TESTING'] as const;
export const VISIBILITIES = ['PRIVATE', 'PARTNERS', 'PUBLIC'] as const;

/** Answers to the check for social innovation, and what came of them under that version of its questions. */
export interface StoredScreening {
  readonly answers: ScreeningAnswers;
  readonly version: number;
  readonly outcome: ScreeningOutcome;
  /** A person's judgement in its place. */
  readonly overruled?: { readonly outcome: ScreeningOutcome; readonly reason: string };
}

/** An idea as it stands, without its themes and slots. */
export interface IdeaRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly callId: string | null;
  /** What forms around it, who leads that, and how far it is. */
  readonly consortiumId: string | null;
  readonly leadId: string | null;
  readonly consortiumState: ConsortiumState | null;
  readonly title: string;
  readonly summary: string;
  readonly language: 'nl' | 'fr' | 'en' | 'de' | null;
  readonly phases: readonly InnovationPhase[];
  readonly ambition: (typeof AMBITIONS)[number] | null;
  readonly purposes: readonly (typeof PURPOSES)[number][];
  readonly intendedResult: string | null;
  readonly objectives: readonly string[] | null;
  readonly challenges: readonly string[] | null;
  readonly actionTypes: readonly string[] | null;
  readonly targetGroups: readonly string[] | null;
  readonly activityCountries: readonly string[] | null;
  readonly totalBudgetEur: number | null;
  readonly grantEur: number | null;
  readonly months: number | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly disseminationPlan: string | null;
  readonly jointPreparatoryPhase: string | null;
  readonly screening: StoredScreening | null;
  readonly visibility: (typeof VISIBILITIES)[number];
  readonly state: IdeaState;
  readonly version: number;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly renewals: number;
}

/** SQL: ideas as `i`, with how they stand as `s`. */
export const SELECT_IDEA = `
  SELECT i.id, i.organisation_id AS "organisationId", i.call_id AS "callId", c.id AS "consortiumId", c.lead_id AS "leadId",
    cs.state AS "consortiumState", i.title, i.summary, i.language, i.phases, i.ambition, i.purposes, i.intended_result AS "intendedResult",
    i.objectives, i.challenges, i.action_types AS "actionTypes", i.target_groups AS "targetGroups",
    i.activity_countries AS "activityCountries", i.total_budget_eur::float8 AS "totalBudgetEur", i.grant_eur::float8 AS "grantEur", i.months,
    i.starts_on::text AS "startsOn", i.ends_on::text AS "endsOn", i.dissemination_plan AS "disseminationPlan",
    i.joint_preparatory_phase AS "jointPreparatoryPhase", i.screening, i.visibility, s.state, i.version, i.made_at AS "madeAt",
    i.expires_at AS "expiresAt", i.renewals
  FROM ideas i JOIN idea_states s ON s.id = i.id LEFT JOIN consortia c ON c.idea_id = i.id LEFT JOIN consortium_states cs ON cs.id = c.id`;

/** SQL: somebody of `own` was in a project with the owner of idea `i`, or is or was asked to be in a consortium with it. */
const partners = (own: string): string => `
  (EXISTS (SELECT FROM participations o JOIN participations p ON p.project_id = o.project_id
      WHERE o.organisation_id = i.organisation_id AND p.organisation_id = ANY(${own}::uuid[]))
    OR EXISTS (SELECT FROM memberships o JOIN memberships p ON p.consortium_id = o.consortium_id
      WHERE o.organisation_id = i.organisation_id AND o.state IN ('ACCEPTED', 'CONFIRMED')
        AND p.organisation_id = ANY(${own}::uuid[]) AND p.state IN ('SENT', 'ACCEPTED', 'CONFIRMED')))`;

/**
 * SQL: ideas `i`, standing as `s`, that somebody may know of: one’s own, those of consortia that one is in or asked to be
 * in, and of the open ones those that are public, or for partners that one is.
 * @param own placeholder of the organisations that the viewer belongs to
 */
export const visibleIdeas = (own: string): string => `
  (i.organisation_id = ANY(${own}::uuid[])
    OR EXISTS (SELECT FROM consortia w JOIN memberships m ON m.consortium_id = w.id
      WHERE w.idea_id = i.id AND m.organisation_id = ANY(${own}::uuid[]) AND m.state IN ('SENT', 'ACCEPTED', 'CONFIRMED'))
    OR s.state = 'OPEN' AND (i.visibility = 'PUBLIC' OR i.visibility = 'PARTNERS' AND ${partners(own)}))`;
