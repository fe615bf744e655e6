/** What mails about expressions of interest say, in ICU message syntax. The other languages have these keys and no others. */
export const en = {
  greeting: 'Dear {name},',
  namedTitle: '{organisation} is named in the expression of interest “{expression}”',
  named: `{lead} names {organisation} in its expression of interest for {body}. {count, plural,
    =1 {It is the only one on this track that names {organisation}.}
    other {{organisation} is in # expressions of interest on this track.}} That is allowed. If it is not right, please tell {lead}.`,
  outcomeTitle: `{decision, select, RECOMMEND {Recommended} NOT_RECOMMEND {Not recommended} other {Not shortlisted}}: {expression}`,
  outcome: `{decision, select,
    RECOMMEND {{body} recommends “{expression}”. You can start the proposal now.}
    NOT_RECOMMEND {{body} does not recommend “{expression}”.}
    other {{body} has not put “{expression}” on its shortlist.}}`,
  call: 'Call:',
  body: 'Body:',
  lead: 'Lead:',
  decidedAt: 'Decided:',
  reason: 'Reason:',
  why: 'You get this mail because your organisation is in this expression of interest.',
};

export type ExpressionTexts = typeof en;
