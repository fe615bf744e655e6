/** What a recommendation says as a document, in ICU message syntax. The other languages have these keys and no others. */
export const en = {
  title: 'Recommendation of {body}',
  call: 'Call:',
  track: 'Track:',
  gate: 'Expression of interest:',
  madeAt: 'This document was made:',
  criteria: 'Criteria and weights:',
  state: `{state, select,
    RECOMMENDED {Recommended}
    NOT_RECOMMENDED {Not recommended}
    SHORTLISTED {On the shortlist, not decided}
    NOT_SHORTLISTED {Not shortlisted}
    WITHDRAWN {Withdrawn}
    other {Under review}}`,
  lead: 'Lead:',
  outcome: 'Outcome:',
  reason: 'Reason:',
  submittedAt: 'Submitted:',
  version: 'Version:',
  weightedMean: 'Weighted mean of the scores (0 to 10; it advises):',
  members: 'Members',
  name: 'Name',
  country: 'Country',
  standing: 'Standing',
  agreed: '{agreed, select, yes {takes part} other {named}}',
  history: 'What was done',
  when: 'When',
  what: 'What',
  who: 'By',
  why: 'Reason',
  event: `{event, select,
    SUBMIT {submitted}
    AMEND {amended}
    WITHDRAW {withdrawn}
    SHORTLIST {put on the shortlist}
    NOT_SHORTLIST {not shortlisted}
    RECOMMEND {recommended}
    NOT_RECOMMEND {not recommended}
    other {{event}}}`,
  role: '{role, select, PROGRAMME_OFFICER {programme officer} REPRESENTATIVE {representative} MEMBER {member of staff} other {–}}',
  nothing: 'Nobody expressed interest.',
  page: 'Page {page} of {pages}',
};

export type RecommendationTexts = typeof en;
