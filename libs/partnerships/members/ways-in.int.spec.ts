import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import type { MessageToCompose } from '#libs/mail';
import { NEWS_KINDS, type NewsKind, type NewsSubject } from '../news/news-kinds.js';
import { NewsLetters } from '../news/news-letters.service.js';
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

describe('an invitation link', () => {
  interface Made { readonly token: string; readonly url: string; readonly link: { readonly id: string; readonly state: string; readonly role: string } }
  const make = (viewer: Viewer, consortiumId: string, more: object = {}): Promise<Made> =>
    team.act(viewer, 'createInvitationLink', { consortiumId, ...more }, '... on InvitationLinkMade { token url link { id state role } }') as unknown as Promise<Made>;
  const redeem = (viewer: Viewer, token: string, organisationId: string): Promise<Answered> => team.act(viewer, 'redeemInvitationLink', { token, organisationId });
  const newcomer = (more: object = {}): object => ({
    organisation: { name: 'Dům naděje', country: 'CZ', type: 'CIVIL_SOCIETY_ORGANISATION', city: 'Praha', website: 'https://dum.example', ...more },
    person: { name: 'A Person', email: 'somebody@dum.example', zone: 'Europe/Prague' },
  });
  const register = (token: string, given: object): Promise<{ memberId?: string; code?: string; field?: string }> => room.ask(
    ANONYMOUS, `mutation ($token: String!, $newcomer: NewcomerInput!) { registerByInvitation(token: $token, newcomer: $newcomer) {
      ... on NewcomerRegistered { memberId } ... on Failure { code } ... on InvalidInput { field } } }`, { token, newcomer: given });

  it('invites a registered organisation, once', async () => {
    const id = await began();
    const { token, url, link } = await make(lead, id, { role: 'ASSOCIATED' });
    expect(url.endsWith(`/invitation/${token}`)).toBe(true);
    const kept = await room.database.query<Record<string, unknown>[]>('SELECT * FROM invitation_links WHERE id = $1', [link.id]);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await room.ask(ANONYMOUS, `{ invitationByLink(token: "${token}") { ... on InvitationOffer { consortium role call { id } lead { id } } } }`))
      .toEqual({ consortium: 'Together', role: 'ASSOCIATED', call: { id: 'NCC-2023' }, lead: { id: LEAD } });
    const avise = await team.person('avise');
    expect(await redeem(avise, token, 'vives')).toMatchObject({ code: 'FORBIDDEN' });
    const invited = await redeem(avise, token, 'avise');
    expect(invited).toMatchObject({ state: 'SENT', role: 'ASSOCIATED' });
    expect(await team.act(avise, 'acceptInvitation', { memberId: invited.id })).toMatchObject({ state: 'ACCEPTED' });
    expect(await redeem(await team.person('vives'), token, 'vives')).toMatchObject({ code: 'CONFLICT', now: 'USED' });
    const LINKS = `{ consortium(id: "${id}") { ... on Consortium { invitationLinks { state membershipId } } } }`;
    expect(await room.ask(lead, LINKS)).toEqual({ invitationLinks: [{ state: 'USED', membershipId: invited.id }] });
    expect(await room.ask(avise, LINKS)).toEqual({ invitationLinks: [] });
  });

  it('registers an organisation that is not here yet, which nobody else sees', async () => {
    const id = await began();
    const { token } = await make(lead, id);
    expect(await register(token, newcomer({ country: 'Czechia' }))).toMatchObject({ field: 'organisation.country' });
    expect(await register(token, newcomer({ website: 'javascript:alert(1)' }))).toMatchObject({ field: 'organisation.website' });
    const { memberId } = await register(token, newcomer());
    const [made] = await room.database.query<{ public: boolean; code: string; email: string; role: string; state: string }[]>(
      `SELECT o.public, o.code, p.email, r.role, m.state FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN roles r ON r.organisation_id = o.id
       JOIN people p ON p.id = r.person_id WHERE m.id = $1`, [memberId]);
    expect(made).toMatchObject({ public: false, email: 'somebody@dum.example', role: 'MEMBER', state: 'SENT' });
    expect(await team.news(memberId ?? '')).toEqual(['INVITED']);
    expect(await register(token, newcomer())).toMatchObject({ code: 'CONFLICT' });
    expect(await register('nothing', newcomer())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves somebody whose address a stranger brings as they are', async () => {
    const [known] = await room.database.query<{ id: string; name: string; email: string }[]>('SELECT id, name, email FROM people WHERE id = $1', [lead.personId]);
    const { token } = await make(lead, await began());
    await register(token, { ...newcomer(), person: { name: 'Somebody else', email: known?.email ?? '' } });
    expect(await room.database.query('SELECT id, name, email FROM people WHERE id = $1', [lead.personId])).toEqual([known]);
  });

  it('ends when it is revoked, or expires; and is made once under one Idempotency-Key', async () => {
    const id = await began();
    const keyed = { ...lead, idempotencyKey: 'a-link' };
    const [one, again] = [await make(keyed, id), await make(keyed, id)];
    expect(again).toEqual(one);
    const avise = await team.person('avise');
    expect(await team.act(avise, 'revokeInvitationLink', { linkId: one.link.id }, '... on InvitationLink { state }')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await team.act(lead, 'revokeInvitationLink', { linkId: one.link.id }, '... on InvitationLink { state }')).toEqual({ state: 'REVOKED' });
    expect(await redeem(avise, one.token, 'avise')).toMatchObject({ code: 'CONFLICT', now: 'REVOKED' });
    const late = await make(lead, id);
    await room.clock.set(new Date('2023-10-05T08:00:00Z'));
    expect(await redeem(avise, late.token, 'avise')).toMatchObject({ code: 'CONFLICT', now: 'EXPIRED' });
    await room.clock.set(NOW);
  });
});

describe('hidden interest', () => {
  interface Interest { readonly id: string; readonly mutualAt: Date | null; readonly code?: string }
  const note = (viewer: Viewer, given: object): Promise<Interest> =>
    team.act(viewer, 'noteHiddenInterest', given, '... on HiddenInterest { id mutualAt organisation { id } partner { id } }') as unknown as Promise<Interest>;
  const mine = (viewer: Viewer): Promise<Interest[]> => room.ask(viewer, '{ hiddenInterests { id mutualAt } }');

  it('of two organisations is shown to neither until both have noted it', async () => {
    const [avise, vives] = [await team.person('avise'), await team.person('vives')];
    const one = await note(avise, { organisationId: 'avise', partnerId: 'vives' });
    expect([one.mutualAt, await mine(vives), await team.tasks(vives, one.id)]).toEqual([null, [], []]);
    expect((await note(avise, { organisationId: 'avise', partnerId: 'vives' })).id).toBe(one.id);
    const other = await note(vives, { organisationId: 'vives', partnerId: 'avise' });
    expect(other.mutualAt).toEqual(expect.any(Date));
    expect((await mine(avise)).find(({ id }) => id === one.id)?.mutualAt).toEqual(other.mutualAt);
    expect([await team.tasks(avise, other.id), await team.tasks(vives, other.id), await team.news(other.id)]).toEqual([['MEET_MUTUAL_INTEREST'], ['MEET_MUTUAL_INTEREST'], ['MUTUAL_INTEREST']]);
    expect(await team.act(avise, 'dropHiddenInterest', { interestId: one.id }, '... on HiddenInterest { id }')).toMatchObject({ code: 'CONFLICT' });
  });

  it('of a consortium and an organisation is mutual once the lead and the organisation have noted it', async () => {
    const id = await began();
    await room.database.query(`UPDATE ideas SET visibility = 'PUBLIC' WHERE id = (SELECT idea_id FROM consortia WHERE id = $1)`, [id]);
    const avise = await team.person('avise');
    expect(await note(avise, { organisationId: 'avise', consortiumId: id })).toMatchObject({ mutualAt: null });
    expect(await note(await team.person('vives'), { organisationId: 'vives', partnerId: 'avise', consortiumId: id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await note(lead, { organisationId: LEAD, partnerId: 'avise', consortiumId: id })).toMatchObject({ mutualAt: expect.any(Date) as unknown });
  });

  it('is taken back unseen, and noted by one’s own people alone', async () => {
    const esf = await team.person('stad-gent');
    const { id } = await note(esf, { organisationId: 'stad-gent', partnerId: 'vives' });
    expect(await team.act(await team.person('vives'), 'dropHiddenInterest', { interestId: id }, '... on HiddenInterest { id }')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await team.act(esf, 'dropHiddenInterest', { interestId: id }, '... on HiddenInterest { id }')).toEqual({ id });
    expect(await note(esf, { organisationId: 'vives', partnerId: 'avise' })).toMatchObject({ code: 'FORBIDDEN' });
    for (const wrong of [{ organisationId: 'stad-gent' }, { organisationId: 'stad-gent', partnerId: 'stad-gent' }]) expect(await note(esf, wrong)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await note(esf, { organisationId: 'stad-gent', consortiumId: await began() })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('noted by both at the same moment is mutual, with one task for each', async () => {
    const [brugge, mechelen] = [await team.person('stad-brugge'), await team.person('stad-mechelen')];
    const noted = await Promise.all(Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? note(brugge, { organisationId: 'stad-brugge', partnerId: 'stad-mechelen' }) : note(mechelen, { organisationId: 'stad-mechelen', partnerId: 'stad-brugge' }))));
    expect(new Set(noted.map(({ id }) => id)).size).toBe(2);
    expect([...await mine(brugge), ...await mine(mechelen)].every(({ mutualAt }) => mutualAt !== null)).toBe(true);
    const tasks = await room.database.query<unknown[]>(`SELECT FROM tasks WHERE kind = 'MEET_MUTUAL_INTEREST' AND subject_id = ANY($1::uuid[])`, [noted.map(({ id }) => id)]);
    expect(tasks).toHaveLength(2);
  });
});

describe('mails', () => {
  const reader = (language: 'nl' | 'fr' | 'en' | 'de') => ({ name: 'A Person', email: 'a@person.example', language, zone: 'Europe/Brussels' });
  const message = (subjectKind: NewsSubject, subjectId: string, offset: string, personId: string): MessageToCompose => ({
    id: subjectId, template: 'consortium-news', personId, subjectKind, subjectId, revision: 0, offset, dueAt: NOW, toldWith: null,
  });

  it('say what happened in the reader’s language, and are not sent when it is over', async () => {
    const letters = room.app.get(NewsLetters);
    const id = await began();
    const avise = await team.person('avise');
    const { id: memberId } = await team.invite(lead, id, 'avise', { message: 'Please come.' });
    const told = await letters.compose(message('MEMBERSHIP', memberId, 'INVITED', avise.personId), reader('nl'));
    expect(told).toMatchObject({ subject: 'Sociale InnovatieFabriek nodigt Avise uit voor Together', text: expect.stringContaining('Please come.') as unknown });
    expect(told).toMatchObject({ text: expect.stringContaining('Antwoord uiterlijk: woensdag 4 oktober 2023') as unknown });
    const stranger = await team.person('vives');
    expect(await letters.compose(message('MEMBERSHIP', memberId, 'INVITED', stranger.personId), reader('nl'))).toEqual({ skip: 'it does not concern this person any more' });
    await team.act(avise, 'acceptInvitation', { memberId });
    expect(await letters.compose(message('MEMBERSHIP', memberId, 'INVITED', avise.personId), reader('nl'))).toEqual({ skip: 'it is ACCEPTED by now' });
  });

  it.each(['nl', 'fr', 'en', 'de'] as const)('have a sentence for each kind in %s', async (language) => {
    const letters = room.app.get(NewsLetters);
    const { id } = await team.consortium('NCC-2023', LEAD, 'avise');
    const memberId = await team.idIn(id, 'avise');
    const closed: readonly NewsKind[] = ['INVITED', 'REQUESTED', 'ENDORSEMENT_ASKED', 'ENDORSEMENT_CLAIMED'];
    for (const kind of NEWS_KINDS.filter((one) => !closed.includes(one))) {
      const composed = await letters.compose(message('MEMBERSHIP', memberId, kind, lead.personId), reader(language));
      expect(composed).toMatchObject({ subject: expect.not.stringMatching(/^news\.|[{}]/) as unknown, html: expect.stringContaining('<html') as unknown });
    }
  });
});
