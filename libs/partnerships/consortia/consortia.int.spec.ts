import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

let room: PartnershipsRoom;
let lead: Viewer & { personId: string };

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2023-09-20T08:00:00Z'));
  lead = await room.viewer('sociale-innovatiefabriek', 'MEMBER', 'REPRESENTATIVE');
});
afterAll(() => room.close());

const SHOWN = `... on Consortium { id name state possible stage closesAt version call { id } lead { id }
  members { organisation { id } role state } check { verdict rules { id verdict } } } ... on Failure { code message }`;

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
  readonly message?: string;
}

const create = (viewer: Viewer, name = 'INSISST', leadId = 'sociale-innovatiefabriek'): Promise<Shown> =>
  room.ask(viewer, `mutation ($name: String!, $leadId: ID!) { createConsortium(callId: "NCC-2023", leadId: $leadId, name: $name) { ${SHOWN} } }`, {
    name,
    leadId,
  });
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `query ($id: ID!) { consortium(id: $id) { ${SHOWN} } }`, { id });

describe('a consortium', () => {
  it('is begun by those who work for its lead, and shows how it stands under the rules', async () => {
    const made = await create(lead);
    expect(made).toMatchObject({
      name: 'INSISST',
      state: 'FORMING',
      possible: ['EXPRESS', 'START_PROPOSAL', 'DISSOLVE', 'PASS_DEADLINE'],
      stage: 'submission',
      closesAt: new Date('2023-11-30T16:00:00Z'),
      version: 1,
      call: { id: 'NCC-2023' },
      lead: { id: 'sociale-innovatiefabriek' },
      members: [{ organisation: { id: 'sociale-innovatiefabriek' }, role: 'COORDINATOR', state: 'ACCEPTED' }],
      check: { verdict: 'NOT_MET' },
    });
    expect(await read(lead, made.id)).toEqual(made);
    expect(await room.ask(lead, '{ myConsortia { nodes { id } } }')).toEqual({ nodes: [{ id: made.id }] });
  });

  it('is not begun for others, nor by visitors, nor without a name', async () => {
    const avise = await room.viewer('avise', 'MEMBER');
    expect(await create(avise)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await create({ administrator: false, mandates: [] })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await create(lead, '  ')).toMatchObject({ code: 'BAD_USER_INPUT', message: 'name: must not be empty.' });
  });

  it('does not exist for those whom it does not concern', async () => {
    const { id } = await create(lead, 'Hidden');
    for (const code of ['avise', 'europa-wse']) {
      expect(await read(await room.viewer(code, 'MEMBER', 'PROGRAMME_OFFICER'), id)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('created again with the same Idempotency-Key is created once, however many ask at the same time', async () => {
    const keyed = { ...lead, idempotencyKey: 'a-key' };
    const made = await Promise.all(Array.from({ length: 10 }, () => create(keyed, 'Once')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await create(keyed, 'Other words')).toMatchObject({ code: 'CONFLICT' });
    expect((await create({ ...keyed, idempotencyKey: 'another' }, 'Once')).id).not.toBe(made[0]?.id);
  });

  it('lapses when the submission passes, and is back when that is moved', async () => {
    const { id } = await create(lead, 'Late');
    const SUBMISSION = `(SELECT id FROM calls WHERE code = 'NCC-2023') AND key = 'submission'`;
    await room.database.query(`UPDATE milestones SET starts_at = verbond_now(), ends_at = verbond_now() WHERE call_id = ${SUBMISSION}`);
    expect(await read(lead, id)).toMatchObject({ state: 'LAPSED', possible: [] });
    await room.database.query(`UPDATE milestones SET ends_at = '2023-11-30T16:00:00Z' WHERE call_id = ${SUBMISSION}`);
    expect(await read(lead, id)).toMatchObject({ state: 'FORMING' });
  });
});
