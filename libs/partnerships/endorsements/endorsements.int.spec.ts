import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { lineUp, type Answered, type Somebody } from '../testing/line-up.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const LEAD = 'sociale-innovatiefabriek';
let room: PartnershipsRoom;
let team: ReturnType<typeof lineUp>;
let flemish: Viewer;
let irish: Viewer;
let czech: Viewer;

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2023-09-20T08:00:00Z'));
  team = lineUp(room);
  await add('charles-uni', 'UNIVERSITY', 'CZ');
  await add('esf-ie', 'ESF_MANAGING_AUTHORITY', 'IE');
  await room.database.query(`INSERT INTO designations (organisation_id, kind, scope) SELECT id, 'MANAGING_AUTHORITY', 'ESF:IE' FROM organisations WHERE code = 'esf-ie'`);
  await room.database.query('SELECT note_directory_change(NULL)');
  const officer = (authority: string): Promise<Viewer> => room.viewer(authority, 'PROGRAMME_OFFICER');
  [flemish, irish, czech] = [await officer('europa-wse'), await officer('esf-ie'), await officer('mpsv-cz')];
});
afterAll(() => room.close());

const add = (code: string, type: string, country: string): Promise<unknown> => room.database.query(
  `WITH made AS (INSERT INTO organisations (code, name, type, country, source) VALUES ($1, $1, $2, $3, 'Verbond') RETURNING id)
   INSERT INTO organisation_codes SELECT $1, id FROM made`, [code, type, country]);
const SHOWN = '... on Endorsement { id country state reason authority { id } }';
const ask = (lead: Viewer, consortiumId: string, country: string, more: object = {}): Promise<Answered> => team.act(lead, 'askEndorsement', { consortiumId, country, ...more }, SHOWN);
const give = (officer: Viewer, endorsementId: string): Promise<Answered> => team.act(officer, 'giveEndorsement', { endorsementId }, SHOWN);
const refuse = (officer: Viewer, endorsementId: string, reason = 'Not in our plans'): Promise<Answered> =>
  team.act(officer, 'refuseEndorsement', { endorsementId, reason }, SHOWN);

interface Rule { readonly id: string; readonly verdict: string; readonly missing: { member: string; supplier: { country: string; organisations: { id: string }[] } }[] }
interface Shown { readonly state: string; readonly check: { readonly verdict: string; readonly rules: Rule[] }; readonly missingEndorsements: object[] }
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `{ consortium(id: "${id}") { ... on Consortium { state
  check { verdict rules { id verdict values missing { member supplier { country organisations { id } } } } } missingEndorsements { country state canEndorse { id } } } } }`);
const letters = ({ check }: Shown): Rule | undefined => check.rules.find(({ id }) => id === 'endorsement-per-state');
const team3 = (): Promise<{ id: string; lead: Somebody }> => team.consortium('NCC-2023', LEAD, 'rethink-ireland', 'charles-uni');

describe('scenario 9: endorsement unknown is not failure', () => {
  it('is UNKNOWN with a task where nobody was asked, NOT_MET naming who can endorse where a letter is asked and not given, and MET once all are given', async () => {
    const { id, lead } = await team3();
    expect(await team.tasks(lead, id)).toEqual(['ASK_ENDORSEMENT']);
    for (const [country, officer] of [['BE', flemish], ['IE', irish]] as const) await give(officer, (await ask(lead, id, country)).id);

    const unknown = await read(lead, id);
    expect(letters(unknown)).toMatchObject({ verdict: 'UNKNOWN', missing: [{ member: 'charles-uni', supplier: { country: 'CZ', organisations: [{ id: 'mpsv-cz' }] } }] });
    const { nodes } = await room.ask<{ nodes: { text: string; subjectId: string }[] }>(lead, '{ myTasks { nodes { text(language: EN) subjectId } } }');
    expect(nodes.find(({ subjectId }) => subjectId === id)?.text).toBe('Ask for letters of endorsement for Together in: CZ.');

    const asked = await ask(lead, id, 'CZ');
    expect(asked).toMatchObject({ state: 'ASKED', authority: { id: 'mpsv-cz' } });
    const failing = await read(lead, id);
    expect(letters(failing)).toMatchObject({ verdict: 'NOT_MET', values: ['CZ'] });
    expect(failing.missingEndorsements).toEqual([{ country: 'CZ', state: 'ASKED', canEndorse: [{ id: 'mpsv-cz' }] }]);
    expect([await team.tasks(lead, id), await team.tasks(czech, asked.id)]).toEqual([[], ['VERIFY_ENDORSEMENT']]);
    expect(await team.news(asked.id)).toEqual(['ENDORSEMENT_ASKED']);

    expect(await give(czech, asked.id)).toMatchObject({ state: 'GIVEN' });
    expect(letters(await read(lead, id))).toMatchObject({ verdict: 'MET' });
    expect(await team.tasks(czech, asked.id)).toEqual([]);
    expect(await team.news(asked.id)).toEqual(['ENDORSEMENT_ASKED', 'ENDORSEMENT_GIVEN']);
    expect((await team.audit(id)).filter((action) => action.startsWith('ENDORSEMENT'))).toHaveLength(6);
  });
});

describe('a letter of endorsement', () => {
  it('that the lead shows counts once the authority has verified it', async () => {
    const { id, lead } = await team3();
    const [{ id: documentId }] = await room.database.query<[{ id: string }]>(
      `INSERT INTO documents (owner_id, kind, title, made_at) SELECT id, 'LETTER', 'Letter', verbond_now() FROM organisations WHERE code = $1 RETURNING id`, [LEAD]);
    expect(await ask(lead, id, 'CZ', { documentId })).toMatchObject({ code: 'BAD_USER_INPUT' });
    await room.database.query(`INSERT INTO document_versions (document_id, version, checksum, bytes, format, uploaded_at) VALUES ($1, 1, repeat('a', 64), 10, 'PDF', verbond_now())`, [documentId]);
    const claimed = await ask(lead, id, 'CZ', { documentId });
    expect(claimed).toMatchObject({ state: 'CLAIMED' });
    expect(letters(await read(lead, id))?.verdict).toBe('NOT_MET');
    const seen = await room.ask<{ state: string; letterUrl: string }>(czech, `{ endorsement(endorsementId: "${claimed.id}") { ... on Endorsement { state letterUrl } } }`);
    expect(seen).toEqual({ state: 'CLAIMED', letterUrl: expect.stringContaining(`/documents/${documentId}/1?`) as unknown });
    expect(await room.ask(czech, `{ consortium(id: "${id}") { ... on Consortium { name } } }`)).toEqual({ name: 'Together' });
    await give(czech, claimed.id);
    expect(letters(await read(lead, id))?.verdict).toBe('UNKNOWN'); // of Belgium and Ireland nothing is known
  });

  it('that is refused, or taken back, with a reason makes a ready consortium a proposal again, and may be asked for anew', async () => {
    const { id, lead } = await team3();
    const { id: letter } = await ask(lead, id, 'CZ');
    await give(czech, letter);
    await team.ready(id);
    expect(await refuse(czech, letter, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refuse(czech, letter)).toMatchObject({ state: 'REFUSED', reason: 'Not in our plans' });
    expect((await read(lead, id)).state).toBe('PROPOSAL');
    expect(letters(await read(lead, id))?.verdict).toBe('NOT_MET');
    expect(await give(czech, letter)).toMatchObject({ code: 'CONFLICT', now: 'REFUSED', possible: ['ASK', 'CLAIM'] });
    expect(await ask(lead, id, 'CZ')).toMatchObject({ id: letter, state: 'ASKED', reason: null });
    expect(await ask(lead, id, 'CZ')).toMatchObject({ code: 'CONFLICT', now: 'ASKED' });
  });

  it('is for the lead to ask and for officers of that authority to decide, who work for no member', async () => {
    const { id, lead } = await team3();
    expect(await ask(await team.person('charles-uni'), id, 'CZ')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask(lead, id, 'FR')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await ask(lead, id, 'CZ', { authorityId: 'europa-wse' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const { id: letter } = await ask(lead, id, 'CZ');
    expect(await give(irish, letter)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await give(lead, letter)).toMatchObject({ code: 'FORBIDDEN' });
    const both = { ...czech, mandates: [...czech.mandates, { organisationId: await room.idOf('organisations', 'charles-uni'), role: 'MEMBER' as const }] };
    expect(await give(both, letter)).toMatchObject({ code: 'FORBIDDEN' });
    await room.database.query(`UPDATE designations SET valid_to = '2023-01-01' WHERE organisation_id = (SELECT id FROM organisations WHERE code = 'mpsv-cz')`);
    expect(await give(czech, letter)).toMatchObject({ code: 'CONFLICT' });
    await room.database.query(`UPDATE designations SET valid_to = NULL WHERE organisation_id = (SELECT id FROM organisations WHERE code = 'mpsv-cz')`);
  });
});
