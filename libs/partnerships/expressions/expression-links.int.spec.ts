import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const OPEN = new Date('2023-09-20T08:00:00Z');

let room: PartnershipsRoom;
let officer: Viewer;

beforeAll(async () => {
  room = await partnershipsRoom(OPEN);
  officer = await room.viewer('europa-wse', 'PROGRAMME_OFFICER');
});
afterAll(() => room.close());
beforeEach(() => room.clock.set(OPEN));

interface Link {
  readonly id: string;
  readonly token: string;
  readonly code?: string;
}
interface Receipt {
  readonly __typename: string;
  readonly expressionId: string;
  readonly code?: string;
}

const makeLink = (viewer: Viewer, mostUses = 100): Promise<Link> =>
  room.ask(viewer, `mutation ($mostUses: Int!) { makeExpressionLink(trackId: "NCC-2023-VL", label: "Website", mostUses: $mostUses) {
    ... on ExpressionLink { id token uses mostUses revokedAt } ... on Failure { code message } } }`, { mostUses });
const express = (token: string, organisation: string, email = 'ines@newcomers.example', content: object = {}): Promise<Receipt> =>
  room.ask(ANONYMOUS, `mutation ($token: String!, $newcomer: NewcomerInput!, $content: LinkedExpressionInput!) {
    expressInterestByLink(token: $token, newcomer: $newcomer, content: $content) {
      __typename ... on ExpressionReceipt { expressionId name submittedAt } ... on Failure { code message } ... on DeadlinePassed { deadline(language: FR) } } }`, {
    token,
    newcomer: {
      organisation: { name: organisation, country: 'BE', type: 'SOCIAL_ENTERPRISE', city: 'Aalst' },
      person: { name: 'Ines', email, language: 'NL', zone: 'Europe/Brussels' },
    },
    content: { name: `Samen met ${organisation}`, motivation: 'Wij willen mee.', interests: [{ action: 'regional', direction: 'OFFERS' }], partners: [{ organisationId: 'vives' }, { name: 'Buurthuis' }], ...content },
  });

describe('a public link', () => {
  it('lets an organisation that is not known express interest; the body alone sees it until an officer has looked', async () => {
    const { token } = await makeLink(officer);
    const receipt = await express(token, 'De Nieuwkomer');
    expect(receipt).toMatchObject({ __typename: 'ExpressionReceipt', name: 'Samen met De Nieuwkomer' });
    const seen: { members: object[]; contact: object } = await room.ask(officer, `query ($id: ID!) { expression(id: $id) { ... on Expression {
      state lead { id } members { name agreed } contact { name email } } } }`, { id: receipt.expressionId });
    expect(seen).toMatchObject({
      state: 'SUBMITTED',
      lead: null,
      members: [{ name: 'De Nieuwkomer', agreed: true }, { name: 'VIVES Hogeschool', agreed: false }, { name: 'Buurthuis' }],
      contact: { name: 'Ines', email: 'ines@newcomers.example' },
    });
    const [{ id, code }] = await room.database.query<[{ id: string; code: string }]>(`SELECT id, code FROM organisations WHERE name = 'De Nieuwkomer' AND NOT public`);
    const publish = (viewer: Viewer): Promise<object> =>
      room.ask(viewer, `mutation ($id: ID!) { publishNewcomer(organisationId: $id) { ... on Organisation { id } ... on Failure { code } } }`, { id });
    const waiting: { nodes: object[] } = await room.ask(officer, '{ myTasks { nodes { kind subjectId text } } }');
    expect(waiting.nodes).toContainEqual({ kind: 'REVIEW_NEWCOMER', subjectId: id, text: expect.stringContaining('De Nieuwkomer') });
    expect(await publish(await room.viewer('esfa-lt', 'PROGRAMME_OFFICER'))).toEqual({ code: 'NOT_FOUND' });
    expect(await publish(officer)).toEqual({ id: code });
    expect(await room.ask(ANONYMOUS, 'query ($id: ID!) { organisation(id: $id) { id } }', { id })).toEqual({ id: code });
  });

  it('sent twice is one expression, and a stranger renames nobody', async () => {
    const { token } = await makeLink(officer);
    const vives = await room.viewer('vives', 'MEMBER');
    const [{ email, name }] = await room.database.query<[{ email: string; name: string }]>('SELECT email, name FROM people WHERE id = $1', [vives.personId]);
    expect(await express(token, 'Dubbel', email)).toMatchObject({ __typename: 'ExpressionReceipt' });
    expect(await express(token, 'Dubbel', email)).toMatchObject({ code: 'CONFLICT' });
    expect(await room.database.query('SELECT name FROM people WHERE email = $1', [email])).toEqual([{ name }]);
  });

  it('works so many times, however many come at once', async () => {
    const { id, token } = await makeLink(officer, 3);
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => express(token, `Groep ${i}`, `groep-${i}@newcomers.example`)));
    expect(answers.filter(({ __typename }) => __typename === 'ExpressionReceipt')).toHaveLength(3);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(13);
    const made = await room.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM organisations WHERE name LIKE 'Groep %'`);
    expect(made).toEqual([{ n: 3 }]);
    const links: { id: string; uses: number }[] = await room.ask(officer, '{ expressionLinks(trackId: "NCC-2023-VL") { id uses } }');
    expect(links.find((link) => link.id === id)).toEqual({ id, uses: 3 });
  });

  it('opens nothing once it is revoked, or after the gate has closed', async () => {
    const { id, token } = await makeLink(officer);
    await room.clock.set(new Date('2023-10-14T22:00:00Z'));
    expect(await express(token, 'Te laat')).toMatchObject({ code: 'DEADLINE_PASSED', deadline: 'samedi 14 octobre 2023, jusqu’à la fin de la journée à Bruxelles' });
    expect(await room.database.query('SELECT organisation_id AS organisation, person_id AS person FROM expression_attempts')).toEqual([{ organisation: null, person: null }]);
    expect(await room.database.query(`SELECT FROM organisations WHERE name = 'Te laat'`)).toEqual([]);
    await room.clock.set(OPEN);
    const revoke = (viewer: Viewer): Promise<object> =>
      room.ask(viewer, 'mutation ($id: ID!) { revokeExpressionLink(linkId: $id) { ... on ExpressionLink { revokedAt } ... on Failure { code } } }', { id });
    expect(await revoke(await room.viewer('vives', 'MEMBER'))).toEqual({ code: 'FORBIDDEN' });
    expect(await revoke(officer)).toEqual({ revokedAt: expect.any(Date) });
    expect(await express(token, 'Ingetrokken')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await express(`${token.slice(0, -1)}_`, 'Vals')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is made by officers of the body, for so many uses; what is wrong with a form is said', async () => {
    expect(await makeLink(await room.viewer('vives', 'REPRESENTATIVE'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await makeLink(officer, 0)).toMatchObject({ code: 'BAD_USER_INPUT' });
    const keyed = { ...officer, idempotencyKey: 'one link' };
    expect((await makeLink(keyed)).id).toBe((await makeLink(keyed)).id);
    const { token } = await makeLink(officer);
    expect(await express(token, 'Zonder partners', 'a@newcomers.example', { partners: [] })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await express(token, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await express(token, 'Met de instantie', 'b@newcomers.example', { partners: [{ organisationId: 'europa-wse' }] })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
