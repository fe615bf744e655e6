import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ANONYMOUS } from '#libs/accounts';
import { lineUp, type Answered, type Somebody } from '../testing/line-up.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const NOW = new Date('2023-09-20T08:00:00Z');
const LEAD = 'sociale-innovatiefabriek';
let room: PartnershipsRoom;
let team: ReturnType<typeof lineUp>;
let lead: Somebody;

beforeAll(async () => {
  room = await partnershipsRoom(NOW);
  team = lineUp(room);
  lead = await team.person(LEAD);
});
afterAll(() => room.close());

const began = (): Promise<string> => team.create(lead, 'NCC-2023', LEAD);
const seat = async (consortiumId: string, input: object = {}): Promise<string> =>
  (await team.act(lead, 'addSeat', { consortiumId, seat: input }, '... on Seat { id position role }')).id;
const DAY = 24 * 3_600_000;
const daysLeft = ({ expiresAt }: Answered): number => Math.round(((expiresAt?.getTime() ?? 0) - NOW.getTime()) / DAY);
const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY);

describe('seats', () => {
  it('are added, changed and removed by the lead, without a gap in their order', async () => {
    const id = await began();
    const [first, second] = [await seat(id, { type: 'UNIVERSITY', place: 'IE', themeId: 'social-innovation.capacity', role: 'CO_APPLICANT' }), await seat(id, { role: 'OBSERVER' })];
    await team.act(lead, 'changeSeat', { seatId: second, seat: { role: 'ASSOCIATED', place: 'FRE1', note: 'A region' } }, '... on Seat { id }');
    await team.act(lead, 'removeSeat', { seatId: first }, '... on SeatRemoved { id }');
    const shown = await room.ask(lead, `{ consortium(id: "${id}") { ... on Consortium { seats { position role place type note theme { id } holder competing } } } }`);
    expect(shown).toEqual({ seats: [{ position: 1, role: 'ASSOCIATED', place: 'FRE1', type: null, note: 'A region', theme: null, holder: null, competing: 0 }] });
    const stranger = await team.person('avise');
    expect(await team.act(stranger, 'removeSeat', { seatId: second }, '... on SeatRemoved { id }')).toMatchObject({ code: 'NOT_FOUND' });
    for (const wrong of [{ place: 'nowhere' }, { themeId: 'nothing' }]) {
      expect(await team.act(lead, 'addSeat', { consortiumId: id, seat: wrong }, '... on Seat { id }')).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('are held by several invitations, until one is accepted and the others hear that it is taken', async () => {
    const id = await began();
    const seatId = await seat(id, { role: 'ASSOCIATED' });
    const [avise, vives] = [await team.person('avise'), await team.person('vives')];
    const one = await team.invite(lead, id, 'avise', { seatId, message: 'Please come.' });
    const other = await team.invite(lead, id, 'vives', { seatId });
    expect(one).toMatchObject({ state: 'SENT', role: 'ASSOCIATED', note: 'Please come.' });
    expect(daysLeft(one)).toBe(14);
    expect([await team.tasks(avise, one.id), await team.tasks(vives, other.id)]).toEqual([['ANSWER_INVITATION'], ['ANSWER_INVITATION']]);
    expect(await team.act(avise, 'acceptInvitation', { memberId: one.id })).toMatchObject({ state: 'ACCEPTED', seatId });
    expect(await room.ask(vives, `{ consortiumMember(memberId: "${other.id}") { ... on ConsortiumMember { state reason consortium { id } } } }`))
      .toEqual({ state: 'REVOKED', reason: 'SEAT_TAKEN', consortium: null });
    expect(await team.news(other.id)).toEqual(['INVITED', 'SEAT_TAKEN']);
    expect([await team.tasks(avise, one.id), await team.tasks(vives, other.id)]).toEqual([['CONFIRM_MEMBERSHIP'], []]);
    expect(await team.invite(lead, id, 'vives', { seatId })).toMatchObject({ code: 'CONFLICT', message: 'That seat is taken.' });
    expect(await team.act(vives, 'acceptInvitation', { memberId: other.id })).toMatchObject({ code: 'CONFLICT', now: 'REVOKED', possible: [] });
    expect(await team.act(lead, 'removeSeat', { seatId }, '... on SeatRemoved { id }')).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('an invitation', () => {
  it('expires in two weeks, or at the submission, or when it says; and may come again', async () => {
    const id = await began();
    const avise = await team.person('avise');
    for (const expiresAt of [inDays(-1), inDays(90)]) {
      expect(await team.invite(lead, id, 'avise', { expiresAt })).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const { id: memberId } = await team.invite(lead, id, 'avise', { expiresAt: inDays(5) });
    await room.clock.set(inDays(5));
    expect(await team.act(avise, 'acceptInvitation', { memberId })).toMatchObject({ code: 'CONFLICT', now: 'EXPIRED' });
    expect(await team.tasks(avise, memberId)).toEqual([]);
    expect(await room.ask(avise, `{ consortium(id: "${id}") { ... on Failure { code } } }`)).toEqual({ code: 'NOT_FOUND' });
    expect(await team.invite(lead, id, 'avise')).toMatchObject({ state: 'SENT' });
    await room.clock.set(NOW);
  });

  it('may be written down first, and is then the lead’s affair alone', async () => {
    const id = await began();
    const vives = await team.person('vives');
    const { id: memberId } = await team.invite(lead, id, 'vives', { draft: true });
    expect(await team.act(vives, 'acceptInvitation', { memberId })).toMatchObject({ code: 'NOT_FOUND' });
    expect([await team.news(memberId), await team.tasks(vives, memberId)]).toEqual([[], []]);
    const sent = await team.act(lead, 'sendInvitation', { memberId });
    expect([sent.state, daysLeft(sent)]).toEqual(['SENT', 14]);
    expect(await team.act(vives, 'declineInvitation', { memberId, reason: 'No time' })).toMatchObject({ state: 'DECLINED', reason: 'No time' });
    expect(await team.news(memberId)).toEqual(['DECLINED', 'INVITED']);
  });

  it('is for the lead to make and for the invited to answer', async () => {
    const id = await began();
    const [avise, vives] = [await team.person('avise'), await team.person('vives')];
    const { id: memberId } = await team.invite(lead, id, 'avise');
    expect(await team.act(vives, 'acceptInvitation', { memberId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await team.act(lead, 'acceptInvitation', { memberId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.act(lead, 'acceptJoinRequest', { memberId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.invite(avise, id, 'vives')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.invite(lead, id, 'avise')).toMatchObject({ code: 'CONFLICT', now: 'SENT' });
    expect(await team.invite(lead, id, 'europa-wse')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await team.invite(ANONYMOUS, id, 'vives')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await team.act(lead, 'revokeInvitation', { memberId })).toMatchObject({ state: 'REVOKED' });
    expect(await team.news(memberId)).toEqual(['INVITED', 'REVOKED']);
  });

  it('shows who is only invited the members, and nothing of other invitations', async () => {
    const id = await began();
    const avise = await team.person('avise');
    await team.invite(lead, id, 'avise');
    await team.invite(lead, id, 'vives');
    const MEMBERS = `{ consortium(id: "${id}") { ... on Consortium { members { organisation { id } } } } }`;
    expect(await room.ask(avise, MEMBERS)).toEqual({ members: [{ organisation: { id: LEAD } }, { organisation: { id: 'avise' } }] });
    expect((await room.ask<{ members: unknown[] }>(lead, MEMBERS)).members).toHaveLength(3);
  });

  it('sent again under the same Idempotency-Key is sent once', async () => {
    const id = await began();
    const keyed = { ...lead, idempotencyKey: 'invite-avise' };
    const sent = await Promise.all(Array.from({ length: 8 }, () => team.invite(keyed, id, 'avise')));
    expect(new Set(sent.map((one) => one.id)).size).toBe(1);
  });
});

describe('a request to join', () => {
  const open = (id: string): Promise<unknown> => room.database.query(`UPDATE ideas SET visibility = 'PUBLIC' WHERE id = (SELECT idea_id FROM consortia WHERE id = $1)`, [id]);

  it('is the mirror: the organisation asks, the lead answers', async () => {
    const id = await began();
    const avise = await team.person('avise');
    const asked = { consortiumId: id, organisationId: 'avise', message: 'We have run a fund.' };
    expect(await team.act(avise, 'requestToJoin', asked)).toMatchObject({ code: 'NOT_FOUND' });
    await open(id);
    const { id: memberId } = await team.act(avise, 'requestToJoin', asked);
    expect(await team.tasks(lead, memberId)).toEqual(['ANSWER_JOIN_REQUEST']);
    expect(await team.act(avise, 'acceptInvitation', { memberId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.act(avise, 'acceptJoinRequest', { memberId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.act(lead, 'acceptJoinRequest', { memberId })).toMatchObject({ state: 'ACCEPTED' });
    expect(await team.news(memberId)).toEqual(['ADMITTED', 'REQUESTED']);
    expect(await team.confirm(avise, memberId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('is declined by the lead, or taken back', async () => {
    const id = await began();
    await open(id);
    const [avise, vives] = [await team.person('avise'), await team.person('vives')];
    const one = await team.act(avise, 'requestToJoin', { consortiumId: id, organisationId: 'avise' });
    const other = await team.act(vives, 'requestToJoin', { consortiumId: id, organisationId: 'vives' });
    expect(await team.act(lead, 'declineJoinRequest', { memberId: one.id, reason: 'Full' })).toMatchObject({ state: 'DECLINED', reason: 'Full' });
    expect(await team.act(vives, 'revokeInvitation', { memberId: other.id })).toMatchObject({ state: 'REVOKED' });
    expect(await team.act(vives, 'requestToJoin', { consortiumId: id, organisationId: 'avise' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a membership', () => {
  it('is confirmed by a representative who consents to the text of today', async () => {
    const id = await began();
    const member = await room.viewer('avise', 'MEMBER');
    const representative = await team.person('avise');
    const { id: memberId } = await team.invite(lead, id, 'avise');
    await team.act(member, 'acceptInvitation', { memberId });
    expect(await team.confirm(member, memberId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.confirm(lead, memberId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.act(representative, 'confirmMembership', { memberId, textVersion: 'old' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const text = await room.ask<{ version: string; text: string }>(representative, '{ consentText(language: NL) { version text } }');
    expect(text.text).toContain('toestemming');
    expect(await team.act(representative, 'confirmMembership', { memberId, textVersion: text.version }))
      .toMatchObject({ state: 'CONFIRMED', consentText: text.version, consentedAt: expect.any(Date) as unknown });
    const [kept] = await room.database.query<{ consent_by: string }[]>('SELECT consent_by FROM memberships WHERE id = $1', [memberId]);
    expect(kept?.consent_by).toBe(representative.personId);
  });

  it('may show a document of its own as the mandate', async () => {
    const id = await began();
    const avise = await team.person('avise');
    const { id: memberId } = await team.invite(lead, id, 'avise');
    await team.act(avise, 'acceptInvitation', { memberId });
    const documentOf = async (owner: string): Promise<string> => {
      const [{ id: made }] = await room.database.query<[{ id: string }]>(
        `INSERT INTO documents (owner_id, kind, title, public, made_at) SELECT id, 'MANDATE', 'Mandate', true, verbond_now() FROM organisations WHERE code = $1 RETURNING id`, [owner]);
      return made;
    };
    const given = { memberId, textVersion: '2023-1' };
    const [own, others] = [await documentOf('avise'), await documentOf('vives')];
    for (const mandateDocumentId of [own, others]) {
      expect(await team.act(avise, 'confirmMembership', { ...given, mandateDocumentId })).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    await room.database.query(
      `INSERT INTO document_versions (document_id, version, checksum, bytes, format, uploaded_at) VALUES ($1, 1, repeat('a', 64), 10, 'PDF', verbond_now())`, [own]);
    expect(await team.act(avise, 'confirmMembership', { ...given, mandateDocumentId: own })).toMatchObject({ state: 'CONFIRMED' });
  });

  it('ends by leaving, which takes the consent back, or by removal with a reason', async () => {
    const { id, lead: own } = await team.consortium('NCC-2023', 'sociale-innovatiefabriek', 'avise', 'vives');
    const [aviseId, vivesId] = [await team.idIn(id, 'avise'), await team.idIn(id, 'vives')];
    expect(await team.act(await room.viewer('avise', 'MEMBER'), 'leaveConsortium', { memberId: aviseId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.act(await team.person('avise'), 'leaveConsortium', { memberId: aviseId, reason: 'Other plans' })).toMatchObject({ state: 'LEFT', consortium: null });
    expect(await team.act(own, 'removeMember', { memberId: vivesId, reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await team.act(own, 'removeMember', { memberId: vivesId, reason: 'Not heard of' })).toMatchObject({ state: 'REMOVED', reason: 'Not heard of' });
    expect(await team.act(own, 'leaveConsortium', { memberId: await team.idIn(id, LEAD) })).toMatchObject({ code: 'CONFLICT', possible: ['HAND_OVER', 'DISSOLVE'] });
    expect((await team.audit(id)).slice(-2)).toEqual(['MEMBER_LEAVE', 'MEMBER_REMOVE']);
  });

  it('is replaced once the invited one accepts, in the same seat', async () => {
    const id = await began();
    const seatId = await seat(id);
    const { memberId } = await team.join(lead, id, 'avise', { seatId });
    const replacement = await team.act(lead, 'replaceMember', { memberId, organisationId: 'vives' });
    expect(replacement).toMatchObject({ state: 'SENT', replaces: memberId, seatId });
    const shown = (): Promise<Answered> => room.ask(lead, `{ consortiumMember(memberId: "${memberId}") { ... on ConsortiumMember { id state replacedBy } } }`);
    expect(await shown()).toMatchObject({ state: 'CONFIRMED' });
    expect(await team.act(await team.person('vives'), 'acceptInvitation', { memberId: replacement.id })).toMatchObject({ state: 'ACCEPTED', seatId });
    expect(await shown()).toMatchObject({ state: 'REPLACED', replacedBy: replacement.id });
    expect(await team.news(memberId)).toContain('REPLACED');
  });

  it('has the role that the lead gives it, and is told when that changes', async () => {
    const id = await began();
    const { memberId } = await team.join(lead, id, 'avise');
    expect(await team.act(lead, 'changeMemberRole', { memberId, role: 'OBSERVER' })).toMatchObject({ role: 'OBSERVER', state: 'CONFIRMED' });
    expect(await team.news(memberId)).toContain('ROLE_CHANGED');
    expect(await team.act(lead, 'changeMemberRole', { memberId: await team.idIn(id, LEAD), role: 'OBSERVER' })).toMatchObject({ code: 'CONFLICT' });
  });

  it('on the bench waits until the lead wants it', async () => {
    const id = await began();
    const avise = await team.person('avise');
    const { id: memberId } = await team.invite(lead, id, 'avise', { standby: true });
    expect(await team.act(avise, 'acceptInvitation', { memberId })).toMatchObject({ state: 'ACCEPTED', standby: true });
    expect(await team.confirm(avise, memberId)).toMatchObject({ code: 'CONFLICT' });
    expect(await team.act(lead, 'promoteStandby', { memberId })).toMatchObject({ state: 'ACCEPTED', standby: false });
    expect(await team.act(lead, 'promoteStandby', { memberId })).toMatchObject({ code: 'CONFLICT' });
    expect(await team.confirm(avise, memberId)).toMatchObject({ state: 'CONFIRMED' });
    expect(await team.news(memberId)).toEqual(['ACCEPTED', 'CONFIRMED', 'INVITED', 'PROMOTED']);
  });
});

describe('the lead', () => {
  it('consents as everybody does, and is asked to from the beginning', async () => {
    const id = await began();
    const memberId = await team.idIn(id, LEAD);
    expect(await team.tasks(lead, memberId)).toEqual(['CONFIRM_MEMBERSHIP']);
    expect(await team.confirm(lead, memberId)).toMatchObject({ state: 'CONFIRMED', role: 'COORDINATOR' });
    expect(await team.tasks(lead, memberId)).toEqual([]);
  });

  it('is handed over in one step, with the yes of both sides', async () => {
    const { id, lead: old } = await team.consortium('NCC-2023', LEAD, 'avise');
    const avise = await team.person('avise');
    const memberId = await team.idIn(id, 'avise');
    expect(await team.onConsortium(avise, 'acceptHandOver', { consortiumId: id })).toMatchObject({ code: 'CONFLICT' });
    expect(await team.onConsortium(avise, 'proposeHandOver', { memberId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.onConsortium(old, 'proposeHandOver', { memberId })).toMatchObject({ lead: { id: LEAD }, leadOfferedTo: { id: 'avise' } });
    expect(await team.tasks(avise, id)).toEqual(['ANSWER_HAND_OVER']);
    expect(await team.onConsortium(old, 'acceptHandOver', { consortiumId: id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.onConsortium(await room.viewer('avise', 'MEMBER'), 'acceptHandOver', { consortiumId: id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.onConsortium(avise, 'acceptHandOver', { consortiumId: id })).toMatchObject({ lead: { id: 'avise' }, leadOfferedTo: null });
    const roles = await room.ask(old, `{ consortium(id: "${id}") { ... on Consortium { members { role organisation { id } } } } }`);
    expect(roles).toEqual({ members: [{ role: 'CO_APPLICANT', organisation: { id: LEAD } }, { role: 'COORDINATOR', organisation: { id: 'avise' } }] });
    expect(await team.news(memberId)).toEqual(expect.arrayContaining(['HAND_OVER', 'HANDED_OVER']));
    expect(await team.audit(id)).toEqual(expect.arrayContaining(['HAND_OVER_PROPOSE', 'HAND_OVER']));
    expect(await team.act(old, 'leaveConsortium', { memberId: await team.idIn(id, LEAD) })).toMatchObject({ state: 'LEFT' });
  });

  it('stays where it is when that is declined, or whoever was to lead leaves', async () => {
    const { id, lead: old } = await team.consortium('NCC-2023', LEAD, 'avise');
    const avise = await team.person('avise');
    const memberId = await team.idIn(id, 'avise');
    await team.onConsortium(old, 'proposeHandOver', { memberId });
    expect(await team.onConsortium(avise, 'endHandOver', { consortiumId: id })).toMatchObject({ lead: { id: LEAD }, leadOfferedTo: null });
    expect(await team.tasks(avise, id)).toEqual([]);
    await team.onConsortium(old, 'proposeHandOver', { memberId });
    await team.act(avise, 'leaveConsortium', { memberId });
    expect(await room.ask(old, `{ consortium(id: "${id}") { ... on Consortium { lead { id } leadOfferedTo { id } } } }`)).toEqual({ lead: { id: LEAD }, leadOfferedTo: null });
  });

  it('dissolves a consortium, with whatever was asked', async () => {
    const { id, lead: own } = await team.consortium('NCC-2023', LEAD, 'avise');
    const { id: invited } = await team.invite(own, id, 'vives');
    expect(await team.onConsortium(await team.person('avise'), 'dissolveConsortium', { consortiumId: id, reason: 'Enough' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await team.onConsortium(own, 'dissolveConsortium', { consortiumId: id, reason: 'No budget' })).toMatchObject({ state: 'DISSOLVED' });
    expect(await team.act(await team.person('vives'), 'acceptInvitation', { memberId: invited })).toMatchObject({ code: 'CONFLICT', now: 'DISSOLVED' });
    expect(await team.news(id)).toEqual(['DISSOLVED']);
    expect(await team.invite(own, id, 'vives')).toMatchObject({ code: 'CONFLICT', now: 'DISSOLVED' });
  });
});

describe('a ready consortium', () => {
  it('is a proposal again when somebody leaves', async () => {
    const { id } = await team.consortium('NCC-2023', LEAD, 'avise');
    await team.ready(id);
    const left = await team.act(await team.person('avise'), 'leaveConsortium', { memberId: await team.idIn(id, 'avise') });
    expect(left.state).toBe('LEFT');
    expect(await room.ask(lead, `{ consortium(id: "${id}") { ... on Consortium { state } } }`)).toEqual({ state: 'PROPOSAL' });
    expect(await team.audit(id)).toContain('REOPEN');
  });
});

describe('a list of consortia', () => {
  it('reads members, seats, links and letters in as many queries for four as for one', async () => {
    const viewer = await team.person('erasmus-university');
    const LIST = `{ myConsortia { nodes { members { organisation { id } consortium { id } } seats { id theme { id } } invitationLinks { id }
      endorsements { id } missingEndorsements { country canEndorse { id } } } } }`;
    const query = jest.spyOn(room.database, 'query');
    const managed = jest.spyOn(room.database.manager, 'query');
    const count = async (): Promise<number> => {
      query.mockClear();
      managed.mockClear();
      await room.ask(viewer, LIST);
      return query.mock.calls.length + managed.mock.calls.length;
    };
    await team.create(viewer, 'NCC-2023', 'erasmus-university');
    const one = await count();
    for (let more = 0; more < 3; more += 1) await team.create(viewer, 'NCC-2023', 'erasmus-university');
    expect(await count()).toBe(one);
  });
});
