/** What the room of partnerships says, in ICU message syntax. The other languages have these keys and no others. */
export const en = {
  'task.ANSWER_INVITATION': 'Answer the invitation to {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Answer {organisation}, which asks to join {consortium}.',
  'task.CONFIRM_MEMBERSHIP': 'Confirm that {organisation} takes part in {consortium}: consent, and a mandate if there is one.',
  'task.ANSWER_HAND_OVER': 'Answer whether your organisation takes over the lead of {consortium}.',
  'task.ASK_ENDORSEMENT': 'Ask for letters of endorsement for {consortium} in: {countries}.',
  'task.VERIFY_ENDORSEMENT': 'Decide on the letter of endorsement for {consortium} ({country}).',
  'task.MEET_MUTUAL_INTEREST': '{organisation} and {partner} are interested in each other: get in touch.',
  consent: 'We take part in this consortium in the role shown. We have read its idea and the rules of the call, we agree that our name, country, codes and role are shown to its members, to the bodies that decide on it and in its application, and that our consent, with who gave it and when, is kept. We may take it back by leaving before the proposal is submitted.',
  fragile: 'One more departure breaks this rule: {rule}',
};

export type PartnershipTexts = typeof en;
