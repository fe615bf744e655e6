/** What people are asked to do; its sentence stands in the texts under `task.KIND`. */
export const TASK_KINDS = [
  'ANSWER_INVITATION', 'ANSWER_JOIN_REQUEST', 'CONFIRM_MEMBERSHIP', 'ANSWER_CONTACT_REQUEST', 'DECIDE_EXPRESSION', 'REVIEW_NEWCOMER',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
