/**
 * What reminders say, in ICU message syntax. `left` is days until the date; `kind` the milestone's kind.
 * The other languages have these keys and no others.
 */
export const en = {
  kind: `{kind, select,
    OPENING {opening} EVENT {event} SUBMISSION {submission of proposals} EXPRESSION_OF_INTEREST {expression of interest}
    RECOMMENDATION {recommendation} REGISTRATION {registration} RESULT {results} other {date}}`,
  left: '{left, plural, =0 {today} =1 {tomorrow} other {in # days}}',
  reminderSubject: '{left, plural, =0 {Today} =1 {Tomorrow} other {In # days}}: {kind} – {title}',
  nowOpenSubject: 'Now open, closes {left}: {kind} – {title}',
  movedSubject: 'New date: {kind} – {title}',
  madeExactSubject: 'Exact date: {kind} – {title}',
  greeting: 'Dear {name},',
  reminder: 'A reminder of a date of the call “{title}”: {kind}, {left}.',
  nowOpen: 'The call “{title}” that you follow is open already. For this date it closes {left}; earlier reminders no longer apply.',
  moved: 'In the call “{title}” a date has moved ({kind}). It was: {from}. It is now: {to}. What was planned for the old date is cancelled.',
  madeExact: 'In the call “{title}” a date is now exact ({kind}). It was: {from}. It is now: {to}.',
  when: 'When:',
  contactBody: 'Body:',
  reference: 'Call:',
  website: 'Website of the call:',
  why: 'You get this mail because you follow this call.',
  whyOfficer: 'You get this mail because you are a programme officer of this body.',
  stop: 'Stop the mails about this call',
  stopTitle: 'Stop the mails about this call?',
  stopQuestion: 'You will get no more reminders of the dates of “{title}”.',
  stopButton: 'Stop these mails',
  stopped: 'You will get no more reminders of the dates of “{title}”. You may follow the call again at any time.',
  calendar: 'Verbond: all my dates',
  stoppedTitle: 'These mails have stopped',
};

export type ReminderTexts = Readonly<Record<keyof typeof en, string>>;
