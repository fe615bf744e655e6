/** What the room of partnerships says, in ICU message syntax. The other languages have these keys and no others. */
export const en = {
  'task.ANSWER_INVITATION': 'Answer the invitation to {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Answer {organisation}, which asks to join {consortium}.',
  'task.CONFIRM_MEMBERSHIP': 'Confirm that {organisation} takes part in {consortium}: consent, and a mandate if there is one.',
  'task.MEET_RULES': 'See to {count, plural, one {a mandatory rule} other {# mandatory rules}} that {consortium} does not meet yet.',
  'task.READ_DOCUMENTS': 'Read {count, plural, one {the document} other {the # documents}} that applicants must have read, for {consortium}.',
  'task.SUPPLY_DOCUMENTS': 'Supply {count, plural, one {a document} other {# documents}} that {consortium} waits for from you.',
  'task.SIGN_AGREEMENT': 'Have the agreement of {consortium} signed by all.',
  'task.WRITE_DISSEMINATION_PLAN': 'Write how the results of {consortium} are spread.',
  'task.SUBMIT_PROPOSAL': '{consortium} is ready: submit it, and mark it as submitted.',
  'readiness.DOCUMENT': 'Document: {document}',
  'readiness.AGREEMENT': 'Agreement, signed by all: {document}',
  'readiness.READING': 'A document that applicants must have read',
  'readiness.DISSEMINATION_PLAN': 'A plan of how the results are spread',
  'readiness.SUBMISSION': 'A last look, and the submission',
};

export type PartnershipTexts = typeof en;
