import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { describeProject, formedConsortium } from '../testing/formed-consortium.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';
import type { Application } from './application.js';

type Somebody = Viewer & { personId: string };

interface File {
  readonly fileName: string;
  readonly content: string;
  readonly code?: string;
}

let room: PartnershipsRoom;
let goes: Somebody;
let id: string;

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2018-05-01T08:00:00Z'));
  goes = await room.viewer('gemeente-goes', 'MEMBER', 'REPRESENTATIVE');
  id = await formedConsortium(room, goes, 'ESF-NL-SITS', ['gemeente-goes', 'vives', 'avise']);
  await describeProject(room, id, { summary: 'Jobs for all.', objectives: ['TC'], grant_eur: 100_000, months: 24 });
  await room.database.query('UPDATE memberships SET consent_by = $2 WHERE consortium_id = $1 AND organisation_id = (SELECT lead_id FROM consortia WHERE id = $1)', [id, goes.personId]);
});
afterAll(() => room.close());

const write = (viewer: Viewer, consortiumId: string, format = 'JSON'): Promise<File> =>
  room.ask(viewer, `query ($id: ID!) { application(consortiumId: $id, format: ${format}) { ... on ApplicationFile { fileName mediaType content } ... on Failure { code } } }`, { id: consortiumId });
const bring = (viewer: Viewer, format: string, content: string): Promise<{ id: string; state: string; code?: string; members: object[] }> =>
  room.ask(
    viewer,
    `mutation ($content: String!) { importApplication(format: ${format}, content: $content) {
      ... on Consortium { id state members { role state organisation { id } } } ... on Failure { code message } } }`,
    { content },
  );
const inside = ({ content }: File): Application => JSON.parse(Buffer.from(content, 'base64').toString()) as Application;

describe('an application', () => {
  it('has codes, roles and regions of all, and the contact of who consented', async () => {
    expect(inside(await write(goes, id))).toMatchObject({
      call: 'ESF-NL-SITS',
      consortium: 'Formed',
      project: { title: 'Formed', summary: 'Jobs for all.', objectives: ['TC'], grantEur: 100_000, months: 24 },
      partners: [
        { id: 'gemeente-goes', role: 'COORDINATOR', country: 'NL', contactName: 'Person 1', contactEmail: 'person-1@partners.example' },
        { id: 'vives', role: 'CO_APPLICANT', nuts: 'BE254', contactName: '', contactEmail: '' },
        { id: 'avise' },
      ],
    });
  });

  it('is for those who work for a member', async () => {
    expect(await write(await room.viewer('stad-gent', 'MEMBER'), id)).toEqual({ code: 'NOT_FOUND' });
    await room.database.query(
      `INSERT INTO memberships (consortium_id, organisation_id, role, state, expires_at, begun_at)
       VALUES ($1, $2, 'OBSERVER', 'SENT', verbond_now() + interval '1 day', verbond_now())`,
      [id, await room.idOf('organisations', 'stad-gent')],
    );
    expect(await write(await room.viewer('stad-gent', 'MEMBER'), id)).toEqual({ code: 'FORBIDDEN' });
    expect((await write(await room.viewer('vives', 'MEMBER'), id)).fileName).toBe(`application-${id}.json`);
  });

  it.each(['JSON', 'XLSX', 'CSV'])('in %s begins a consortium of the same partners, who are not asked yet', async (format) => {
    const { content } = await write(goes, id, format);
    const made = await bring(goes, format, content);
    expect(made).toMatchObject({
      state: 'FORMING',
      members: expect.arrayContaining([
        { organisation: { id: 'gemeente-goes' }, role: 'COORDINATOR', state: 'ACCEPTED' },
        { organisation: { id: 'vives' }, role: 'CO_APPLICANT', state: 'DRAFT' },
        { organisation: { id: 'avise' }, role: 'CO_APPLICANT', state: 'DRAFT' },
      ]),
    });
    expect(made.members).toHaveLength(3);
    const { project, partners } = inside(await write(goes, made.id));
    expect(partners).toHaveLength(1);
    expect(project).toEqual(format === 'CSV' ? { title: 'Formed' } : { title: 'Formed', summary: 'Jobs for all.', objectives: ['TC'], grantEur: 100_000, months: 24 });
    expect(await bring(await room.viewer('vives', 'MEMBER'), format, content)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('that names nobody known, or no coordinator, is refused', async () => {
    const file = inside(await write(goes, id));
    const bringing = (changed: object) => bring(goes, 'JSON', Buffer.from(JSON.stringify({ ...file, ...changed })).toString('base64'));
    const [lead, ...others] = file.partners;
    expect(await bringing({ partners: others })).toMatchObject({ code: 'BAD_USER_INPUT', message: 'partners: have one coordinator.' });
    expect(await bringing({ partners: [lead, { ...others[0], id: 'nobody', name: 'Nobody' }] })).toMatchObject({ message: 'partners[1]: Nobody is not known here: register it first.' });
    expect(await bringing({ partners: [lead, others[0], others[0]] })).toMatchObject({ message: 'partners[2]: is there twice.' });
    expect(await bringing({ call: 'NO-CALL' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bring(goes, 'JSON', 'bm90aGluZw==')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
