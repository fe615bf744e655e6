import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { MailProcessor } from '#libs/mail';
import { ExplanationsService } from './explanations.service.js';
import { Consortia } from './testing/consortia.js';
import { Room, short, waiting, type LedgerRow } from './testing/room.js';

let room: Room;
let consortia: Consortia;
let call: { callId: string; trackId: null };
let submission: string;
let lead: { id: string; person: Viewer };
let insisst: string;

beforeEach(async () => {
  room = await Room.open('2023-09-20T08:00:00Z');
  consortia = new Consortia(room);
  call = (await room.call('NCC-2023')) as typeof call;
  submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
  lead = await consortia.organisation('sociale-innovatiefabriek', 'Lea');
  insisst = await consortia.form(call.callId, lead.id, 'INSISST');
  await room.tick();
});
afterEach(() => room.close());

const ofSubject = async (key: string): Promise<LedgerRow[]> => (await room.ledger()).filter(({ subject }) => subject.endsWith(key));
const mailTo = async (name: string) => (await room.mails()).filter(({ to }) => to?.[0]?.name === name);

describe('those who work for the lead', () => {
  it('are reminded of the submission until the consortium is ready, and not after (scenario 1)', async () => {
    expect(waiting(await room.ledger())).toEqual([
      'P60D 2023-10-01T07:00Z DUE', 'P30D 2023-10-31T08:00Z DUE', 'P14D 2023-11-16T08:00Z DUE', 'P7D 2023-11-23T08:00Z DUE',
      'P3D 2023-11-27T08:00Z DUE', 'P1D 2023-11-29T08:00Z DUE', 'PT4H 2023-11-30T12:00Z DUE',
    ]);
    await room.advance('2023-11-23T09:00:00Z');
    const mails = await mailTo('Lea');
    expect(mails.map(({ subject }) => subject?.slice(0, 10))).toEqual(['In 60 days', 'In 30 days', 'In 14 days', 'In 7 days:']);
    expect(mails[3]?.text).toContain('Not ready yet: INSISST.');
    expect(mails[3]?.text).toContain('When: Thursday 30 November 2023, 17:00 Brussels');
    expect(mails[3]?.text).toContain('because you work for the lead of INSISST.');
    expect(mails[3]?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);

    await consortia.state(insisst, 'READY');
    await room.tick();
    expect(waiting(await room.ledger())).toEqual([]);
    expect(short(await room.ledger()).at(-1)).toBe('PT4H 2023-11-30T12:00Z SKIPPED (target reached)');
    await consortia.state(insisst, 'PROPOSAL'); // a member left
    await room.tick();
    expect(waiting(await room.ledger())).toHaveLength(3);

    await consortia.state(insisst, 'SUBMITTED');
    await room.advance('2023-12-02T00:00:00Z');
    expect(await mailTo('Lea')).toHaveLength(4);
    const { reasons } = await room.get(ExplanationsService).silence(lead.person, lead.person.personId!, submission);
    expect(reasons.map(({ code }) => code)).toEqual(['TARGET_REACHED', 'PASSED']);
  });

  it('hear nothing from the commit on, even before anybody plans', async () => {
    await room.setClock('2023-11-29T08:00:00Z');
    await consortia.state(insisst, 'SUBMITTED');
    await room.get(MailProcessor).process();
    expect(short(await room.ledger()).find((row) => row.startsWith('P1D'))).toBe('P1D 2023-11-29T08:00Z SKIPPED (target reached)');
    expect(await room.mails()).toEqual([]);
  });

  it('are told of a moved date, and of the date that the consortium turns to', async () => {
    await room.move(submission, '2023-12-14T17:00');
    const other = await room.call('OTHER');
    await room.milestone(other, 'SUBMISSION', '2024-02-01T17:00');
    await room.tick();
    expect(waiting(await room.ledger()).slice(0, 2)).toEqual(['MOVED 2023-09-20T08:00Z DUE', 'P60D 2023-10-15T07:00Z DUE']);
    await room.database.query('UPDATE consortia SET call_id = $2 WHERE id = $1', [insisst, other.callId]);
    await room.tick();
    const rows = (await room.ledger()).filter(({ state }) => state === 'DUE');
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(['OTHER/submission']));
  });

  it('are reminded of the expression of interest in their own region, until it is sent', async () => {
    const flanders = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(flanders, 'EXPRESSION_OF_INTEREST', '2023-10-14');
    const breton = await consortia.organisation('avise', 'Ann', 'FRH0');
    await consortia.form(call.callId, breton.id, 'Elsewhere');
    await room.tick();
    const planned = await ofSubject('expression-of-interest');
    expect(planned.map(({ person, offset }) => `${person} ${offset}`)).toEqual(['Lea P21D', 'Lea P7D', 'Lea P2D', 'Lea P1D']);

    await room.advance('2023-10-08T00:00:00Z');
    expect((await mailTo('Lea')).at(-1)?.text).toContain('No expression of interest has been sent yet for INSISST.');
    await consortia.express(insisst, flanders.trackId!, 'SUBMITTED');
    await room.tick();
    expect(short(await ofSubject('expression-of-interest')).slice(2)).toEqual([
      'P2D 2023-10-12T07:00Z SKIPPED (target reached)', 'P1D 2023-10-13T07:00Z SKIPPED (target reached)',
    ]);
    expect(waiting(await ofSubject('/submission'))).toHaveLength(12); // six of each lead: EXPRESSED is not ready
  });
});

describe('those who have a task in it', () => {
  it('are reminded twice, of what they have to do, until that is done', async () => {
    const member = await consortia.organisation('vives', 'Vic');
    const membership = await consortia.invite(insisst, member.id, '2023-10-10T22:00:00Z');
    await consortia.answer(membership, 'ACCEPTED');
    const task = await consortia.ask(membership, member.id);
    await room.tick();
    const ofVic = async () => short((await room.ledger()).filter(({ person }) => person === 'Vic'));
    expect(await ofVic()).toEqual(['P14D 2023-11-16T08:00Z DUE', 'P3D 2023-11-27T08:00Z DUE']);
    await room.advance('2023-11-17T00:00:00Z');
    const [mail] = await mailTo('Vic');
    expect(mail?.text).toContain('Consortium: INSISST\nTo do: Confirm that vives takes part in INSISST');
    await consortia.done(task);
    await room.tick();
    expect(await ofVic()).toEqual(['P14D 2023-11-16T08:00Z SENT', 'P3D 2023-11-27T08:00Z SKIPPED (target reached)']);
  });

  it('and follow the call too, hear all that followers do', async () => {
    const member = await consortia.organisation('vives', 'Vic');
    await consortia.ask(await consortia.invite(insisst, member.id, '2023-10-10T22:00:00Z'), member.id);
    const { id } = await room.subscribe(member.person, 'NCC-2023');
    const ofVic = async () => waiting((await ofSubject('/submission')).filter(({ person }) => person === 'Vic'));
    expect(await ofVic()).toHaveLength(7);
    await room.database.query('UPDATE subscriptions SET ended_at = verbond_now() WHERE id = $1', [id]);
    await room.tick();
    expect(await ofVic()).toHaveLength(2);
  });
});

describe('those who are invited', () => {
  it('are reminded before the invitation expires, in the zone of the call, until it is answered', async () => {
    const invited = await consortia.organisation('vives', 'Vic');
    const membership = await consortia.invite(insisst, invited.id, '2023-10-10T21:59:00Z');
    await room.tick();
    expect(short(await ofSubject('/invitation'))).toEqual(['P3D 2023-10-07T07:00Z DUE', 'P1D 2023-10-09T07:00Z DUE']);
    await room.advance('2023-10-08T00:00:00Z');
    const [mail] = await mailTo('Vic');
    expect(mail?.subject).toBe('In 3 days: invitation to INSISST expires');
    expect(mail?.text).toContain('sociale-innovatiefabriek has invited vives to take part in the consortium INSISST.');
    expect(mail?.text).toContain('Answer by: Tuesday 10 October 2023, 23:59 Brussels');
    expect(mail?.text).toContain(`Answer here: https://verbond.test/consortia/${insisst}`);
    expect(mail?.attachments[0]?.content).toBeDefined();

    await consortia.answer(membership, 'DECLINED');
    await room.tick();
    expect(short(await ofSubject('/invitation')).at(-1)).toBe('P1D 2023-10-09T07:00Z SKIPPED (invitation answered or taken back)');
    const { reasons } = await room.get(ExplanationsService).silence(invited.person, invited.person.personId!, membership);
    expect(reasons.map(({ code }) => code)).toEqual(['WITHDRAWN']);
  });

  it('keep the letters that the invitation itself brought', async () => {
    const invited = await consortia.organisation('vives', 'Vic');
    const membership = await consortia.invite(insisst, invited.id, '2023-10-10T21:59:00Z');
    await room.database.query(
      `INSERT INTO messages (person_id, template, subject_kind, subject_id, revision, "offset", due_at, expires_at)
       VALUES ($1, 'invitation', 'INVITATION', $2, 1, 'INVITED', '2023-09-21', '2023-10-10')`,
      [invited.person.personId, membership],
    );
    await room.plan();
    expect(waiting(await ofSubject('/invitation'))).toHaveLength(3);
  });
});
