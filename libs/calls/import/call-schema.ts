import { z } from 'zod';
import { InvalidRule, parseRules } from '#libs/eligibility';
import { amount, code, fact, labels, months, text } from './fields.js';
import { ACTIVITY, ANNOUNCEMENT, CALL_DOCUMENT, CONTACT } from './further-facts.js';
import { MILESTONE } from './milestone-schema.js';

const TRACK = z
  .looseObject({
    id: code,
    territory: text,
    body: code,
    bodyRole: text,
    mayBeMember: fact(z.boolean()),
    expressionBy: fact(z.enum(['PARTNERSHIP', 'ORGANISATION'])),
    announcements: z.array(ANNOUNCEMENT).optional(),
    contacts: z.array(CONTACT).optional(),
    milestones: z.array(MILESTONE).default([]),
  })
  .transform((track) => ({
    row: {
      code: track.id,
      territory: track.territory,
      body: track.body,
      body_role: track.bodyRole,
      body_may_be_member: track.mayBeMember ?? true,
      expression_by: track.expressionBy ?? 'ORGANISATION',
    },
    milestones: track.milestones.map((milestone) => ({ ...milestone, track: track.id })),
  }));

/** Rules stay as they are written; they are read here to be sure that they can be. */
const RULES = z.array(z.unknown()).superRefine((rules, context) => {
  try {
    parseRules(rules);
  } catch (error) {
    if (!(error instanceof InvalidRule)) throw error;
    context.addIssue({ code: 'custom', message: `${error.path} ${error.reason}` });
  }
});

/** A call of calls.json. */
export const CALL = z.looseObject({
  id: code,
  reference: text.optional(),
  programme: code,
  predecessor: code.optional(),
  title: labels,
  summary: text.optional(),
  website: text.optional(),
  coFundedBy: z.array(text).optional(),
  objectives: z.array(text).default([]),
  grantingAuthority: code.optional(),
  actionType: text.optional(),
  budgetEur: fact(amount),
  grantEur: fact(z.tuple([amount.nullable(), amount.nullable()])),
  maxRate: fact(z.number().min(0).max(1)),
  months: fact(z.union([months, z.array(months).min(1)])),
  maxMonths: fact(months),
  expectedBeneficiaries: fact(z.array(text)),
  template: z.boolean().default(false),
  themes: z.array(code).default([]),
  activityMenu: z.array(ACTIVITY).optional(),
  documents: z.array(CALL_DOCUMENT).optional(),
  announcements: z.array(ANNOUNCEMENT).optional(),
  contacts: z.array(CONTACT).optional(),
  rules: RULES.default([]),
  tracks: z.array(TRACK).default([]),
  milestones: z.array(MILESTONE).default([]),
});

/** Keys of a call that have columns or tables of their own without sources, or are derived. */
export const NOT_FACTS = [
  'id', 'reference', 'programme', 'predecessor', 'successor', 'state', 'title', 'summary', 'website', 'coFundedBy',
  'objectives', 'grantingAuthority', 'actionType', 'template', 'themes', 'rules', 'tracks', 'milestones',
];

/** Keys of a track that have columns or tables of their own without sources. */
export const NOT_TRACK_FACTS = ['id', 'territory', 'body', 'bodyRole', 'milestones'];
