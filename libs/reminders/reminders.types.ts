import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MESSAGE_STATES, type MessageState as State } from '#libs/mail';
import { ConnectionType, enumOf, NotFound, successOr, Unauthenticated } from '#libs/platform';

@ObjectType({ description: 'That you follow a call or a track: you are reminded of its dates.' })
export class ReminderSubscription {
  @Field(() => ID, { description: 'Its id: give it to `unsubscribe`.' })
  id: string;

  @Field(() => ID, { description: 'The code of the call.' })
  callId: string;

  @Field(() => ID, { nullable: true, description: 'The code of the track, when you follow one: its dates come on top of the call’s.' })
  trackId: string | null;

  @Field(() => Date, { description: 'Since when.' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'When you stopped following it.' })
  endedAt: Date | null;
}

const resolveType = successOr(ReminderSubscription);

export const SubscribeResult = createUnionType({
  name: 'SubscribeResult',
  description: 'What you follow now, or why not.',
  types: () => [ReminderSubscription, NotFound, Unauthenticated] as const,
  resolveType,
});

export const UnsubscribeResult = createUnionType({
  name: 'UnsubscribeResult',
  description: 'What you no longer follow, or why nothing changed.',
  types: () => [ReminderSubscription, NotFound, Unauthenticated] as const,
  resolveType,
});

export const MessageState = enumOf(MESSAGE_STATES);
registerEnumType(MessageState, {
  name: 'MessageState',
  description: 'Where a message is on its way.',
  valuesMap: {
    DUE: { description: 'It waits for its time, or for another attempt.' },
    CLAIMED: { description: 'It is being written.' },
    HANDED_OVER: { description: 'It is on its way to the mail server.' },
    SENT: { description: 'The mail server took it.' },
    IN_DOUBT: { description: 'The mail server had it and did not confirm: it is not sent again, so as not to come twice.' },
    SKIPPED: { description: 'It was not wanted or not true any more; the reason says why.' },
    FAILED: { description: 'It could not be sent; the reason says why.' },
  },
});

@ObjectType({ description: 'A reminder that you got, will get, or did not get.' })
export class Reminder {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'What it is about: the code of the call or track and the short name of the date, such as NCC-2023/submission or NCC-2023/invitation, or a call alone.' })
  subject: string;

  @Field({ description: 'What happens on that date, such as SUBMISSION; CALL for a notice about a call as such.' })
  kind: string;

  @Field({ description: 'Which reminder: P7D is seven days before; NOW_OPEN, MOVED, CHANGED, NOW_ELIGIBLE and FOUND are notices.' })
  offset: string;

  @Field(() => Int, { description: 'Which revision of the date it is about.' })
  revision: number;

  @Field(() => Date, { description: 'When it is, or was, to be sent.' })
  dueAt: Date;

  @Field(() => MessageState, { description: 'Where it is on its way.' })
  state: State;

  @Field(() => String, { nullable: true, description: 'Why it was skipped or failed, or what is in doubt.' })
  reason: string | null;
}

@ObjectType({ description: 'Your reminders, the latest first.' })
export class ReminderConnection extends ConnectionType('Reminder', () => Reminder) {}
