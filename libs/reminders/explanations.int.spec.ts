import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { Gate } from '#libs/mail';
import { NotFound, Unauthenticated } from '#libs/platform';
import { DemoClock } from './demo-clock.service.js';
import { ExplanationsService } from './explanations.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

let room: Room;
let ann: Viewer;
let ben: Viewer;
let administrator: Viewer;
let submission: string;

beforeAll(async () => {
  room = await Room.open('2023-11-20T12:00:00Z');
  submission = await room.milestone(await room.call('NCC-2023'), 'SUBMISSION', '2023-11-30T17:00');
  ann = await room.person('Ann');
  ben = await room.person('Ben', 'en', 'Europe/Dublin');
  administrator = { ...(await room.person('Administrator')), administrator: true };
  await room.get(SubscriptionsService).subscribe(ann, { callId: 'NCC-2023' });
  await room.get(DemoClock).advance(new Date('2023-11-24T00:00:00Z'));
});
afterAll(() => room.close());

const silence = (viewer: Viewer, of: Viewer) => room.get(ExplanationsService).silence(viewer, of.personId!, submission);
const codes = async (of: Viewer) => (await silence(administrator, of)).reasons.map(({ code }) => code);

describe('why a reminder went', () => {
  it('is told to whom it went and to administrators', async () => {
    const [{ id }] = (await room.database.query<{ id: string }[]>(`SELECT id FROM messages WHERE "offset" = 'P7D'`)) as [{ id: string }];
    const explained = await room.get(ExplanationsService).explain(ann, id);
    expect(explained).toMatchObject({
      reminder: { subject: 'NCC-2023/submission', offset: 'P7D', state: 'SENT', reason: null },
      deadline: 'Thursday 30 November 2023, 17:00 Brussels',
      currentRevision: 1, audience: 'FOLLOWERS', attempts: 1, whenInDoubt: 'HOLD', bouncedAt: null,
      messageId: expect.stringMatching(/^<[0-9a-f]{64}@/) as unknown,
    });
    expect(await room.get(ExplanationsService).explain(administrator, id)).toEqual(explained);
    await expect(room.get(ExplanationsService).explain(ben, id)).rejects.toThrow(NotFound);
    await expect(room.get(ExplanationsService).explain({ administrator: false, mandates: [] }, id)).rejects.toThrow(Unauthenticated);
    await expect(room.get(ExplanationsService).explain(ann, 'P7D')).rejects.toThrow(NotFound);
  });
});

describe('why somebody hears nothing', () => {
  it('names every offset, with what has become of it', async () => {
    const { subject, reasons, reminders } = await silence(ann, ann);
    expect([subject, reasons]).toEqual(['NCC-2023/submission', []]);
    expect(reminders.map(({ offset, outcome }) => `${offset} ${outcome}`)).toEqual([
      'P60D not written: had passed when the call was followed',
      'P30D not written: had passed when the call was followed',
      'P14D not written: had passed when the call was followed',
      'NOW_OPEN sent',
      'P7D sent',
      'P3D due',
      'P1D due',
      'PT4H due',
    ]);
  });

  it('says who is not concerned, and asks nobody about others', async () => {
    expect(await codes(ben)).toEqual(['NOT_CONCERNED']);
    await expect(silence(ben, ann)).rejects.toThrow(NotFound);
    await expect(room.get(ExplanationsService).silence(administrator, ann.personId!, 'nothing')).rejects.toThrow(NotFound);
  });

  it('says what holds mail back', async () => {
    await room.get(Gate).hold('the relay is being moved');
    expect(await codes(ann)).toEqual(['MAIL_HELD']);
    await room.get(Gate).release('send');
  });

  it('says that they stopped, that the date is vague, that it is withdrawn, that it has passed', async () => {
    const subscriptions = room.get(SubscriptionsService);
    const { id } = await subscriptions.subscribe(ben, { callId: 'NCC-2023' });
    await subscriptions.unsubscribe(ben, id);
    expect(await codes(ben)).toEqual(['UNSUBSCRIBED']);
    await room.move(submission, '2024-H1');
    expect(await codes(ann)).toEqual(['VAGUE']);
    await room.move(submission, '2023-11-23');
    expect(await codes(ann)).toEqual(['PASSED']);
    await room.database.query('UPDATE milestones SET withdrawn_at = verbond_now()');
    expect(await codes(ann)).toEqual(['WITHDRAWN', 'PASSED']);
  });
});
