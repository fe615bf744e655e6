/** What the room of partnerships says, in ICU message syntax. The other languages have these keys and no others. */
export const en = {
  'task.ANSWER_INVITATION': 'Answer the invitation to {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Answer {organisation}, which asks to join {consortium}.',
  'task.CONFIRM_MEMBERSHIP': 'Confirm that {organisation} takes part in {consortium}: consent, and a mandate if there is one.',
  'task.DECIDE_EXPRESSION': 'Decide on the expression of interest “{expression}” ({track}).',
  'task.REVIEW_NEWCOMER': 'Look at {organisation}, which came by a public link of {track}, and publish it.',
};

export type PartnershipTexts = typeof en;
