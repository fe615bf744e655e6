/** What waits on a consortium's check list; they are opened and ended together when that is looked through. */
export const READINESS_TASKS = ['MEET_RULES', 'READ_DOCUMENTS', 'SUPPLY_DOCUMENTS', 'SIGN_AGREEMENT', 'WRITE_DISSEMINATION_PLAN', 'SUBMIT_PROPOSAL'] as const;

/** What people are asked to do; its sentence stands in the texts under `task.KIND`. */
export const TASK_KINDS = [
  'ANSWER_INVITATION', 'ANSWER_JOIN_REQUEST', 'CONFIRM_MEMBERSHIP', 'ANSWER_HAND_OVER', 'ASK_ENDORSEMENT', 'VERIFY_ENDORSEMENT', 'MEET_MUTUAL_INTEREST',
  'ANSWER_CONTACT_REQUEST', 'DECIDE_EXPRESSION', 'REVIEW_NEWCOMER', ...READINESS_TASKS,
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
