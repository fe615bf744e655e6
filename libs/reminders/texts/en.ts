/**
 * What reminders say, in ICU message syntax. `left` is days until the date; `kind` the milestone's kind;
 * `section` a part of a call's file; `change` what new rules decide.
 * The other languages have these keys and no others.
 */
export const en = {
  kind: `{kind, select,
    OPENING {opening} EVENT {event} SUBMISSION {submission of proposals} EXPRESSION_OF_INTEREST {expression of interest}
    RECOMMENDATION {recommendation} REGISTRATION {registration} RESULT {results}
    INVITATION {answer to an invitation} other {date}}`,
  left: '{left, plural, =0 {today} =1 {tomorrow} other {in # days}}',
  reminderSubject: '{left, plural, =0 {Today} =1 {Tomorrow} other {In # days}}: {kind} – {title}',
  nowOpenSubject: 'Now open, closes {left}: {kind} – {title}',
  movedSubject: 'New date: {kind} – {title}',
  madeExactSubject: 'Exact date: {kind} – {title}',
  greeting: 'Dear {name},',
  reminder: 'A reminder of a date of the call “{title}”: {kind}, {left}.',
  nowOpen: 'The call “{title}” is open already. For this date it closes {left}; earlier reminders no longer apply.',
  moved: 'In the call “{title}” a date has moved ({kind}). It was: {from}. It is now: {to}. What was planned for the old date is cancelled.',
  madeExact: 'In the call “{title}” a date is now exact ({kind}). It was: {from}. It is now: {to}.',
  when: 'When:',
  contactBody: 'Body:',
  reference: 'Call:',
  website: 'Website of the call:',
  why: `{audience, select,
    INVITEES {You get this mail because you work for {organisation}, which is invited.}
    LEADS {You get this mail because you work for the lead of {consortia}.}
    BODY_OFFICERS {You get this mail because you are a programme officer of this body.}
    ATTENDEES {You get this mail because you signed up for this event.}
    FOLLOWERS {You get this mail because you follow this call.}
    other {You get this mail because you have a task for this date.}}`,
  stop: 'Stop the mails about this call',
  stopTitle: 'Stop the mails about this call?',
  stopQuestion: 'You will get no more reminders of the dates of “{title}”.',
  stopButton: 'Stop these mails',
  stopped: 'You will get no more reminders of the dates of “{title}”. You may follow the call again at any time.',
  calendar: 'Verbond: all my dates',
  stoppedTitle: 'These mails have stopped',
  changedSubject: 'Changed: {title}',
  changed: 'The call “{title}” that you follow has changed: {what}.',
  section: `{section, select,
    rules {its rules} countrySets {the countries that count} announcements {announcements} documents {documents}
    requiredDocuments {the papers it asks for} expectedBeneficiaries {who it expects} budgetEur {its budget}
    grantEur {the size of grants} maxRate {the share that is paid} maxMonths {how long projects last} other {its activities}}`,
  announcement: 'Announcement:',
  reason: 'Why:',
  eligibleSubject: `{change, select,
    MAY_LEAD {You may now lead} MAY_JOIN {You may now take part} MAY_NOT_JOIN {You may no longer take part}
    other {You may no longer lead}}: {title}`,
  eligible: `New rules (version {version}) of the call “{title}”: {organisation} {change, select,
    MAY_LEAD {may now lead an application} MAY_JOIN {may now take part} MAY_NOT_JOIN {may no longer take part}
    other {may take part, but no longer lead}}.`,
  whyEligible: 'You get this mail because you act for {organisation}, which works on themes of this call.',
  stopOpportunities: 'No mails about calls that I do not follow',
  digestSubject: '{count, plural, other {# messages}}: {first}',
  digest: 'This is all that there is to tell you today.',
  whyDigest: 'You get one mail a day because you chose that.',
  stopAll: 'Stop all these mails',
  settings: 'Settings of my mails',
  digestWish: 'One mail a day, in the morning, instead of one for each date',
  opportunitiesWish: 'Tell me when new rules of a call concern my organisation',
  followedCalls: 'Calls that I follow',
  save: 'Save',
  saved: 'Your settings are saved.',
  stopAllQuestion: 'You will get no more mails about calls, save those that are part of a task of yours.',
  foundSubject: 'New for your search: {title}',
  found: 'The call “{title}” is new, and is what you search for: {search}.',
  whyFound: 'You get this mail because you saved this search.',
  dropLink: 'Nothing more about this call',
  drop: 'Nothing more about this call?',
  dropQuestion: 'No search will tell you of “{title}” again.',
  stopSearches: 'No mails about my searches',
  savedSearches: 'My searches',
  notYet: `{kind, select,
    EXPRESSION_OF_INTEREST {No expression of interest has been sent yet for {consortia}.} other {Not ready yet: {consortia}.}}`,
  consortium: 'Consortium:',
  task: 'To do:',
  invitationSubject: '{left, plural, =0 {Today} =1 {Tomorrow} other {In # days}}: invitation to {consortium} expires',
  invitation: '{lead} has invited {organisation} to take part in the consortium {consortium}. The invitation expires {left}, and is not answered yet.',
  answerBy: 'Answer by:',
  answerHere: 'Answer here:',
};

export type ReminderTexts = Readonly<Record<keyof typeof en, string>>;
