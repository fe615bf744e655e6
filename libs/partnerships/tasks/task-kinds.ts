/** What people are asked to do; its sentence stands in the texts under `task.KIND`. */
export const TASK_KINDS = [
  'ANSWER_INVITATION', 'ANSWER_JOIN_REQUEST', 'CONFIRM_MEMBERSHIP', 'ANSWER_HAND_OVER', 'ASK_ENDORSEMENT', 'VERIFY_ENDORSEMENT', 'MEET_MUTUAL_INTEREST',
  'ANSWER_CONTACT_REQUEST',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
