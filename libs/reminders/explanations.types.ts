import { createUnionType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NotFound, successOr, Unauthenticated } from '#libs/platform';
import { Reminder } from './reminders.types.js';

export enum SilenceCode {
  NOT_CONCERNED = 'NOT_CONCERNED',
  UNSUBSCRIBED = 'UNSUBSCRIBED',
  TARGET_REACHED = 'TARGET_REACHED',
  WITHDRAWN = 'WITHDRAWN',
  VAGUE = 'VAGUE',
  PASSED = 'PASSED',
  NO_RULE = 'NO_RULE',
  ADDRESS_SUPPRESSED = 'ADDRESS_SUPPRESSED',
  MAIL_HELD = 'MAIL_HELD',
}
registerEnumType(SilenceCode, {
  name: 'SilenceCode',
  description: 'Why somebody gets no mail about a date at all.',
  valuesMap: {
    NOT_CONCERNED: { description: 'They do not follow the call or track, and have no task there.' },
    UNSUBSCRIBED: { description: 'They followed it and stopped.' },
    TARGET_REACHED: { description: 'What they had to do by then is done, or not theirs any more.' },
    WITHDRAWN: { description: 'The date was withdrawn, or the invitation answered or taken back.' },
    VAGUE: { description: 'The date is not exact yet: a notice follows when it is.' },
    PASSED: { description: 'The date has passed.' },
    NO_RULE: { description: 'No reminder is planned for dates of this kind.' },
    ADDRESS_SUPPRESSED: { description: 'Their address came back or was refused for good.' },
    MAIL_HELD: { description: 'All mail of this installation is held back.' },
  },
});

@ObjectType({ description: 'One reason for silence.' })
export class SilenceReason {
  @Field(() => SilenceCode, { description: 'A code for programs.' })
  code: SilenceCode;

  @Field({ description: 'The same in a sentence, in English.' })
  text: string;
}

@ObjectType({ description: 'A planned or written reminder of the date, and what has become or will become of it.' })
export class OffsetOutcome {
  @Field({ description: 'Which reminder: P7D is seven days before.' })
  offset: string;

  @Field(() => Int, { description: 'Which revision of the date it is about.' })
  revision: number;

  @Field(() => Date, { description: 'When it is, or was, due.' })
  at: Date;

  @Field({ description: 'What has become of it, or why it is not written, in a sentence.' })
  outcome: string;
}

@ObjectType({ description: 'Why somebody was, or was not, written to about a date.' })
export class Silence {
  @Field({ description: 'The date: NCC-2023/submission.' })
  subject: string;

  @Field(() => [SilenceReason], { description: 'Reasons for no mail at all; empty when mails go, or went, as listed.' })
  reasons: SilenceReason[];

  @Field(() => [OffsetOutcome], { description: 'Every reminder and notice about it, in order of time.' })
  reminders: OffsetOutcome[];
}

@ObjectType({ description: 'A reminder, why it was planned, and all that has happened to it.' })
export class ReminderExplanation {
  @Field(() => Reminder, { description: 'The reminder itself.' })
  reminder: Reminder;

  @Field(() => String, { nullable: true, description: 'The date as it stands now, in words; null for a notice about a call as such.' })
  deadline: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision of the date as it stands now; a reminder of an earlier one is not sent any more. Null for a notice about a call.',
  })
  currentRevision: number | null;

  @Field(() => String, { nullable: true, description: 'As whom the person is told: INVITEES, LEADS, BODY_OFFICERS, ATTENDEES, FOLLOWERS or TASK_OWNERS; null when they are not concerned any more.' })
  audience: string | null;

  @Field(() => Int, { description: 'How often it was taken up for sending.' })
  attempts: number;

  @Field({ description: 'What happens when the mail server does not confirm: HOLD shows it, RESEND sends it again with the same Message-ID.' })
  whenInDoubt: string;

  @Field(() => String, { nullable: true, description: 'Message-ID of the mail, once it was handed over.' })
  messageId: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was last handed over to the mail server.' })
  handedOverAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was settled.' })
  settledAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it came back after it was sent.' })
  bouncedAt: Date | null;
}

export const ExplainReminderResult = createUnionType({
  name: 'ExplainReminderResult',
  description: 'The explanation, or why there is none for you.',
  types: () => [ReminderExplanation, NotFound, Unauthenticated] as const,
  resolveType: successOr(ReminderExplanation),
});

export const SilenceResult = createUnionType({
  name: 'SilenceResult',
  description: 'Why mails went or did not, or why you are not told.',
  types: () => [Silence, NotFound, Unauthenticated] as const,
  resolveType: successOr(Silence),
});
