import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineUp, type Answered, type Somebody } from '../testing/line-up.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const NOW = new Date('2023-09-20T08:00:00Z');
const ROUNDS = [1, 2, 3];
const LEAD = 'sociale-innovatiefabriek';
const ORGANISATIONS = ['avise', 'vives', 'stad-gent', 'stad-brugge', 'stad-mechelen', 'rethink-ireland', 'uwv', 'erasmus-university'];
let room: PartnershipsRoom;
let team: ReturnType<typeof lineUp>;
let lead: Somebody;
const people = new Map<string, Somebody>();

beforeAll(async () => {
  room = await partnershipsRoom(NOW);
  team = lineUp(room);
  lead = await team.person(LEAD);
  for (const organisation of ORGANISATIONS) people.set(organisation, await team.person(organisation));
});
afterAll(() => room.close());

const somebody = (organisation: string): Somebody => {
  const found = people.get(organisation);
  if (found === undefined) throw new Error(`Nobody works for ${organisation}.`);
  return found;
};
const began = (): Promise<string> => team.create(lead, 'NCC-2023', LEAD);
const times = <T>(count: number, make: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, (_, i) => make(i)));
const winners = (answers: readonly Answered[]): Answered[] => answers.filter(({ code }) => code === undefined);
/** Whoever loses hears how it stands, and nobody hears of a deadlock. */
const losersHear = (answers: readonly Answered[]): void => {
  for (const { code, now } of answers.filter((one) => one.code !== undefined)) expect([code, now]).toEqual(['CONFLICT', expect.any(String)]);
};

describe('sixteen at once', () => {
  it.each(ROUNDS)('accept one invitation: one does (round %d)', async () => {
    const { id: memberId } = await team.invite(lead, await began(), 'avise');
    const answers = await times(16, () => team.act(somebody('avise'), 'acceptInvitation', { memberId }));
    expect(winners(answers)).toHaveLength(1);
    losersHear(answers);
  });

  it.each(ROUNDS)('accept different invitations to one seat: one has it (round %d)', async () => {
    const id = await began();
    const { id: seatId } = await team.act(lead, 'addSeat', { consortiumId: id, seat: {} }, '... on Seat { id }');
    const invited = await Promise.all(ORGANISATIONS.map(async (code) => ({ code, memberId: (await team.invite(lead, id, code, { seatId })).id })));
    const answers = await times(16, (i) => {
      const { code = '', memberId = '' } = invited[i % invited.length] ?? {};
      return team.act(somebody(code), 'acceptInvitation', { memberId });
    });
    expect(winners(answers)).toHaveLength(1);
    losersHear(answers);
    const states = await room.database.query<{ state: string; count: number }[]>(
      'SELECT state, count(*)::int AS count FROM memberships WHERE seat_id = $1 GROUP BY 1 ORDER BY 1', [seatId]);
    expect(states).toEqual([{ state: 'ACCEPTED', count: 1 }, { state: 'REVOKED', count: ORGANISATIONS.length - 1 }]);
  });

  it.each(ROUNDS)('accept and revoke one invitation: one of the two happens (round %d)', async () => {
    const { id: memberId } = await team.invite(lead, await began(), 'avise');
    const answers = await times(16, (i) => (i % 2 === 0 ? team.act(somebody('avise'), 'acceptInvitation', { memberId }) : team.act(lead, 'revokeInvitation', { memberId })));
    expect(winners(answers)).toHaveLength(1);
    losersHear(answers);
  });

  it.each(ROUNDS)('accept as an invitation expires: whoever does so in time is in, and nobody else (round %d)', async () => {
    const expiresAt = new Date('2023-10-01T08:00:00Z');
    const { id: memberId } = await team.invite(lead, await began(), 'avise', { expiresAt });
    const accept = (): Promise<Answered> => team.act(somebody('avise'), 'acceptInvitation', { memberId });
    const early = times(8, accept);
    const [, late] = await Promise.all([room.clock.set(expiresAt), times(8, accept)]);
    const answers = [...(await early), ...late];
    const [row] = await room.database.query<{ state: string; late: boolean | null }[]>('SELECT state, answered_at >= expires_at AS late FROM memberships WHERE id = $1', [memberId]);
    await room.clock.set(NOW);
    expect(winners(answers).length).toBeLessThanOrEqual(1);
    losersHear(answers);
    expect(row).toEqual(winners(answers).length === 1 ? { state: 'ACCEPTED', late: false } : { state: 'SENT', late: null });
  });

  it.each(ROUNDS)('are offered the lead: one is, and one accepts it (round %d)', async () => {
    const { id, lead: own } = await team.consortium('NCC-2023', LEAD, 'avise', 'vives', 'stad-gent');
    const candidates = await Promise.all(['avise', 'vives', 'stad-gent'].map((organisation) => team.idIn(id, organisation)));
    const offers = await times(16, (i) => team.onConsortium(own, 'proposeHandOver', { memberId: candidates[i % 3] ?? '' }));
    expect(winners(offers)).toHaveLength(1);
    const accepted = await times(16, (i) => team.onConsortium(somebody(['avise', 'vives', 'stad-gent'][i % 3] ?? ''), 'acceptHandOver', { consortiumId: id }));
    expect(winners(accepted)).toHaveLength(1);
    const [row] = await room.database.query<{ leads: boolean; offered: string | null }[]>(
      `SELECT EXISTS (SELECT FROM memberships m WHERE m.consortium_id = c.id AND m.organisation_id = c.lead_id AND m.state = 'CONFIRMED') AS leads, next_lead_id AS offered
       FROM consortia c WHERE id = $1`, [id]);
    expect(row).toEqual({ leads: true, offered: null });
  });

  it.each(ROUNDS)('leave while one of them takes the lead: whoever leads is in it (round %d)', async () => {
    const { id, lead: own } = await team.consortium('NCC-2023', LEAD, 'avise');
    const avise = await team.idIn(id, 'avise');
    await team.onConsortium(own, 'proposeHandOver', { memberId: avise });
    const first = await team.idIn(id, LEAD);
    await times(16, (i) => [
      () => team.onConsortium(somebody('avise'), 'acceptHandOver', { consortiumId: id }),
      () => team.act(somebody('avise'), 'leaveConsortium', { memberId: avise }),
      () => team.act(own, 'leaveConsortium', { memberId: first }),
      () => team.act(own, 'removeMember', { memberId: avise, reason: 'A race' }),
    ][i % 4]?.() ?? Promise.reject(new Error('There are four.')));
    const rows = await room.database.query<unknown[]>(
      `SELECT FROM consortia c JOIN memberships m ON m.consortium_id = c.id AND m.organisation_id = c.lead_id AND m.state = 'CONFIRMED' WHERE c.id = $1`, [id]);
    expect(rows).toHaveLength(1);
  });

  it.each(ROUNDS)('use one link: one does (round %d)', async () => {
    const id = await began();
    const made = (await team.act(lead, 'createInvitationLink', { consortiumId: id }, '... on InvitationLinkMade { token }')) as unknown as { token: string };
    const answers = await times(16, (i) => {
      const organisationId = ORGANISATIONS[i % ORGANISATIONS.length] ?? '';
      return team.act(somebody(organisationId), 'redeemInvitationLink', { token: made.token, organisationId });
    });
    expect(winners(answers)).toHaveLength(1);
    losersHear(answers);
  });

  it.each(ROUNDS)('invite an organisation that is deleted at that moment: it is invited and there, or gone and not (round %d)', async (round) => {
    const code = `short-lived-${round}`;
    const [{ id: organisationId }] = await room.database.query<[{ id: string }]>(
      `WITH made AS (INSERT INTO organisations (code, name, country, source) VALUES ($1, $1, 'BE', 'Verbond') RETURNING id),
         coded AS (INSERT INTO organisation_codes SELECT $1, id FROM made) SELECT id FROM made`, [code]);
    const consortia = await times(8, began);
    const answers = await Promise.all(consortia.flatMap((id) => [
      team.invite(lead, id, organisationId),
      room.database.query('DELETE FROM organisations WHERE id = $1', [organisationId]).then(() => undefined, (error: unknown) => {
        expect(String(error)).toContain('foreign key'); // somebody was invited before
      }),
    ]));
    const [{ there, invited }] = await room.database.query<[{ there: boolean; invited: number }]>(
      'SELECT EXISTS (SELECT FROM organisations WHERE id = $1) AS there, (SELECT count(*)::int FROM memberships WHERE organisation_id = $1) AS invited', [organisationId]);
    const sent = answers.filter((answer) => answer?.state === 'SENT');
    expect(sent).toHaveLength(invited);
    expect(there).toBe(invited > 0);
    for (const answer of answers) if (answer?.code !== undefined) expect(answer.code).toBe('NOT_FOUND');
  });
});
