import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { Composers, type Mail } from '#libs/mail';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

type Somebody = Viewer & { personId: string };

const NOW = new Date('2023-09-20T08:00:00Z');

let room: PartnershipsRoom;
let asker: Somebody;
let asked: Somebody;
let other: Somebody;
let administrator: Viewer;

beforeAll(async () => {
  room = await partnershipsRoom(NOW);
  asker = await room.viewer('avise', 'MEMBER');
  asked = await room.viewer('vives', 'MEMBER');
  other = await room.viewer('stad-gent', 'MEMBER');
  administrator = { personId: other.personId, administrator: true, mandates: [] };
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.clock.set(NOW);
  await room.database.query('DELETE FROM contact_requests');
  await room.database.query('UPDATE tasks SET ended_at = verbond_now() WHERE ended_at IS NULL');
});

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
  readonly message?: string;
}

const SHOWN = `... on ContactRequest { id identity text: message state possible reason blocked expiresAt answerIdentity call { id } idea { title }
  from { organisation { id } name email } to { organisation { id } name email } } ... on Failure { code message } ... on Conflict { now: presentState }`;

const send = (given: object = {}, viewer: Viewer = asker): Promise<Shown> =>
  room.ask(
    viewer,
    `mutation ($fromId: ID!, $toId: ID!, $message: String!, $identity: ContactIdentity!, $callId: ID, $ideaId: ID) {
       sendContactRequest(fromId: $fromId, toId: $toId, message: $message, identity: $identity, callId: $callId, ideaId: $ideaId) { ${SHOWN} } }`,
    { fromId: 'avise', toId: 'vives', message: 'Shall we talk?', identity: 'PERSON', ...given },
  );
const run = (viewer: Viewer, call: string): Promise<Shown> => room.ask(viewer, `mutation { ${call} { ${SHOWN} } }`);
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `{ contactRequest(id: "${id}") { ${SHOWN} } }`);
const accept = (id: string, identity = 'PERSON', viewer: Viewer = asked) => run(viewer, `acceptContactRequest(id: "${id}", identity: ${identity})`);
const decline = (id: string, reason = 'Too busy', viewer: Viewer = asked) => run(viewer, `declineContactRequest(id: "${id}", reason: "${reason}")`);
const withdraw = (id: string, viewer: Viewer = asker) => run(viewer, `withdrawContactRequest(id: "${id}")`);
const tasks = async (viewer: Viewer): Promise<string[]> =>
  (await room.ask<{ nodes: { text: string }[] }>(viewer, '{ myTasks { nodes { text } } }')).nodes.map(({ text }) => text);

const PERSON = { name: 'Person 1', email: 'person-1@partners.example', organisation: { id: 'avise' } };
const ANSWERER = { name: 'Person 2', email: 'person-2@partners.example', organisation: { id: 'vives' } };

describe('a request for contact', () => {
  it('is relayed without an address, and opens both sides when it is accepted', async () => {
    const sent = await send({ callId: 'NCC-2023' });
    expect(sent).toMatchObject({ state: 'SENT', possible: ['ACCEPT', 'DECLINE', 'EXPIRE', 'WITHDRAW'], call: { id: 'NCC-2023' }, from: PERSON, to: { organisation: { id: 'vives' }, name: null, email: null } });
    expect(await tasks(asked)).toEqual([`Answer the request for contact to ${await nameOf('vives')}.`]);
    expect(await read(asked, sent.id)).toMatchObject({ text: 'Shall we talk?', from: { ...PERSON, email: null } });
    expect(await accept(sent.id)).toMatchObject({ state: 'ACCEPTED', possible: [], answerIdentity: 'PERSON', from: PERSON, to: ANSWERER });
    expect(await read(asker, sent.id)).toMatchObject({ from: PERSON, to: ANSWERER });
    expect(await tasks(asked)).toEqual([]);
  });

  it.each([
    ['ORGANISATION', { organisation: { id: 'avise' } }],
    ['ANONYMOUS', { organisation: null }],
  ])('of %s shows what was chosen, then the organisation alone, and so does whoever accepts', async (identity, before) => {
    const { id } = await send({ identity });
    expect(await read(asked, id)).toMatchObject({ from: { ...before, name: null, email: null } });
    expect(await read(asker, id)).toMatchObject({ from: { organisation: { id: 'avise' }, name: null } });
    await accept(id, 'ORGANISATION');
    expect(await read(asked, id)).toMatchObject({ from: { organisation: { id: 'avise' }, name: null, email: null } });
    expect(await read(asker, id)).toMatchObject({ to: { organisation: { id: 'vives' }, name: null, email: null } });
  });

  it('is declined with a reason, and opens nothing', async () => {
    const { id } = await send({ identity: 'ANONYMOUS' });
    expect(await decline(id, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await decline(id)).toMatchObject({ state: 'DECLINED', reason: 'Too busy', from: { organisation: null } });
    expect(await read(asker, id)).toMatchObject({ state: 'DECLINED', reason: 'Too busy', to: { name: null, email: null } });
    expect(await accept(id)).toMatchObject({ code: 'CONFLICT', now: 'DECLINED' });
  });

  it('is nobody else’s, and answered by the other side alone', async () => {
    const { id } = await send();
    for (const viewer of [other, administrator]) {
      expect(await read(viewer, id)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await accept(id, 'PERSON', viewer)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await accept(id, 'PERSON', asker)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await withdraw(id, asked)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await read(ANONYMOUS, id)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const listed = (viewer: Viewer, direction: string) => room.ask<{ nodes: Shown[] }>(viewer, `{ myContactRequests(direction: ${direction}) { nodes { id } } }`);
    expect([await listed(asked, 'RECEIVED'), await listed(asker, 'SENT'), await listed(asked, 'SENT')]).toEqual([{ nodes: [{ id }] }, { nodes: [{ id }] }, { nodes: [] }]);
  });

  it('expires after thirty days, and its task with it', async () => {
    const { id } = await send();
    await room.clock.set(new Date('2023-10-20T08:01:00Z'));
    expect(await accept(id)).toMatchObject({ code: 'CONFLICT', now: 'EXPIRED' });
    expect(await read(asked, id)).toMatchObject({ state: 'EXPIRED', possible: [] });
    expect(await tasks(asked)).toEqual([]);
  });

  it('is about an idea of the organisation asked, and of no other', async () => {
    const idea = async (viewer: Viewer, organisation: string) =>
      (await room.ask<{ id: string }>(viewer, `mutation { createIdea(organisationId: "${organisation}", idea: { title: "Of ${organisation}", visibility: PUBLIC }) { ... on Idea { id } } }`)).id;
    expect(await send({ ideaId: await idea(asked, 'vives') })).toMatchObject({ idea: { title: 'Of vives' } });
    expect(await send({ ideaId: await idea(other, 'stad-gent') })).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('ideaId: ') as unknown });
    expect(await send({ ideaId: 'nothing' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['to oneself', { toId: 'avise' }, 'BAD_USER_INPUT'],
    ['to nobody', { toId: 'nobody' }, 'NOT_FOUND'],
    ['for others', { fromId: 'stad-gent' }, 'FORBIDDEN'],
    ['without words', { message: ' \n ' }, 'BAD_USER_INPUT'],
    ['with a hundred thousand characters', { message: 'x'.repeat(100_000) }, 'BAD_USER_INPUT'],
    ['about no call', { callId: 'NOTHING' }, 'NOT_FOUND'],
    ['where nobody could answer', { toId: 'rethink-ireland' }, 'CONFLICT'],
  ])('is refused %s', async (_, given, code) => {
    expect(await send(given)).toMatchObject({ code });
  });

  it('is sent once under one Idempotency-Key', async () => {
    const sent = await Promise.all(Array.from({ length: 8 }, () => send({}, { ...asker, idempotencyKey: 'contact' })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });
});

async function nameOf(code: string): Promise<string> {
  const [row] = await room.database.query<{ name: string }[]>('SELECT name FROM organisations WHERE code = $1', [code]);
  return row?.name ?? '';
}

describe('sixteen at once', () => {
  it('accept and withdraw: one of them happens, the others hear the state', async () => {
    const events = [accept, withdraw, decline].map((event) => (id: string) => event(id));
    for (let round = 0; round < 4; round += 1) {
      const { id } = await send();
      const answers = await Promise.all(Array.from({ length: 16 }, async (_, i) => events[(i + round) % 3]?.(id)));
      const happened = new Set(answers.filter((answer) => answer?.code === undefined).map((answer) => answer?.state));
      const { state } = await read(asker, id);
      expect([...happened]).toEqual([state]);
      const entries = await room.database.query<{ action: string }[]>(`SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY number`, [id]);
      expect(entries).toHaveLength(2);
      for (const refused of answers.filter((answer) => answer?.code !== undefined)) expect(refused).toMatchObject({ code: 'CONFLICT', now: state });
    }
  });

  it('send the last five of twenty a day', async () => {
    for (let i = 0; i < 15; i += 1) await send();
    const sent = await Promise.all(Array.from({ length: 16 }, () => send()));
    expect(sent.filter(({ state }) => state === 'SENT')).toHaveLength(5);
    expect(sent.filter(({ code }) => code === 'CONFLICT')).toHaveLength(11);
    await room.clock.set(new Date('2023-09-21T08:05:00Z'));
    expect(await send()).toMatchObject({ state: 'SENT' });
  });
});

describe('whoever is bothered', () => {
  it('takes no more requests of a sender, until it does again; the others do', async () => {
    const { id } = await send({ identity: 'ANONYMOUS' });
    const named = await send();
    expect(await run(asked, `blockContactSender(id: "${id}")`)).toMatchObject({ blocked: true, from: { organisation: null } });
    expect(await read(asked, named.id)).toMatchObject({ blocked: false, from: { organisation: { id: 'avise' } } });
    expect(await send()).toMatchObject({ code: 'FORBIDDEN', message: `${await nameOf('vives')} does not take requests from you.` });
    expect(await send({ toId: 'stad-gent' })).toMatchObject({ state: 'SENT' });
    expect(await run(asked, `blockContactSender(id: "${id}", blocked: false)`)).toMatchObject({ blocked: false });
    expect(await send()).toMatchObject({ state: 'SENT' });
    expect(await run(asker, `blockContactSender(id: "${id}")`)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('reports a request to the administrators, who dismiss it or block its sender everywhere', async () => {
    const queue = (viewer: Viewer) => room.ask<{ nodes: { id: string }[] }>(viewer, '{ contactReports { nodes { id reason message from { id } to { id } outcome } } }');
    const handle = (viewer: Viewer, id: string, outcome: string) =>
      room.ask(viewer, `mutation { handleContactReport(id: "${id}", outcome: ${outcome}) { ... on ContactReport { outcome } ... on Failure { code } } }`);
    for (const outcome of ['DISMISSED', 'SENDER_BLOCKED']) {
      const { id } = await send({ identity: 'ANONYMOUS', message: 'Buy now' });
      for (let again = 0; again < 2; again += 1) await run(asked, `reportContactRequest(id: "${id}", reason: "Advertising")`);
      const { nodes } = await queue(administrator);
      expect(nodes).toMatchObject([{ reason: 'Advertising', message: 'Buy now', from: { id: 'avise' }, to: { id: 'vives' }, outcome: null }]);
      const report = nodes[0]?.id ?? '';
      expect(await handle(asked, report, outcome)).toEqual({ code: 'FORBIDDEN' });
      const handled = await Promise.all([1, 2, 3, 4].map(() => handle(administrator, report, outcome)));
      expect(handled.filter((answer) => JSON.stringify(answer) === JSON.stringify({ outcome }))).toHaveLength(1);
      expect(await queue(administrator)).toEqual({ nodes: [] });
    }
    expect(await send({ toId: 'stad-gent' })).toMatchObject({ code: 'FORBIDDEN', message: 'Your organisation may send no requests.' });
    await expect(queue(asked)).rejects.toThrow('administrators');
  });
});

describe('its mails', () => {
  const compose = (id: string, { personId }: Somebody, offset: string, language: 'nl' | 'en' | 'fr' | 'de' = 'en') =>
    room.app.get(Composers).of('contact-request').compose(
      { id, personId, subjectKind: 'CONTACT_REQUEST', subjectId: id, revision: 1, offset, template: 'contact-request', dueAt: NOW, toldWith: null },
      { name: 'Nel', email: 'nel@partners.example', language, zone: 'Europe/Brussels' },
    );
  const posted = (id: string) => room.database.query(`SELECT person_id AS "personId", "offset" FROM messages WHERE subject_id = $1 ORDER BY id`, [id]);

  it('go to the organisation asked, with the message and no address', async () => {
    const { id } = await send({ message: 'First <line>\n\nSecond line', callId: 'NCC-2023' });
    expect(await posted(id)).toEqual([{ personId: asked.personId, offset: 'SENT' }]);
    const mail = (await compose(id, asked, 'SENT')) as Mail;
    expect(mail.subject).toBe(`${await nameOf('vives')} is asked for contact`);
    expect(mail.text).toContain('First <line>\n\nSecond line');
    expect(mail.html).toContain('First &lt;line&gt;');
    expect(mail.text).toContain(`From: Person 1, ${await nameOf('avise')}`);
    expect(mail.text).toContain('Answer by: October 20, 2023');
    expect(mail.text).not.toContain('person-1@');
    for (const language of ['nl', 'fr', 'de'] as const) expect(((await compose(id, asked, 'SENT', language)) as Mail).text).not.toContain('Somebody');
    expect(await compose(id, other, 'SENT')).toEqual({ skip: 'no longer of the organisation' });
  });

  it('name nobody for whoever is anonymous, and are not sent once it is answered', async () => {
    const { id } = await send({ identity: 'ANONYMOUS' });
    const { text } = (await compose(id, asked, 'SENT')) as Mail;
    expect(text).toContain('From: somebody who is not named unless you accept');
    expect(text).not.toContain(await nameOf('avise'));
    await decline(id, 'No room');
    expect(await compose(id, asked, 'SENT')).toEqual({ skip: 'already DECLINED' });
    expect(await posted(id)).toEqual([{ personId: asked.personId, offset: 'SENT' }, { personId: asker.personId, offset: 'ANSWERED' }]);
    const answer = (await compose(id, asker, 'ANSWERED', 'nl')) as Mail;
    expect(answer.subject).toBe(`Afgewezen: uw verzoek om contact met ${await nameOf('vives')}`);
    expect(answer.text).toContain('Reden: No room');
  });
});
