import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { BUNDLED_DATA } from '#libs/directory';
import { Conflict, connect, Forbidden, InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { bundledDatabase, DOMAIN_DATA } from '../testing/bundled-database.js';
import { organisationId } from '../testing/organisation-id.js';
import { servicesOn } from '../testing/services.js';
import type { CallChanges } from './call-changes.js';
import { printCallFile } from './call-file.js';
import { normalised, type Json } from './call-document.js';
import { InvalidCall } from './invalid-call.js';
import type { DraftRecord } from './draft-rows.js';

const copy = await bundledDatabase(DOMAIN_DATA);
const database = await connect(copy.url);
const { calls, clock, drafts, exhaustion, milestones, mover, publications, publisher } = servicesOn(database);
await clock.set(new Date('2023-09-04T07:00:00Z'));
const [authorityId, flandersId, otherId] = await Promise.all(['esfa-lt', 'europa-wse', 'dg-empl'].map((code) => organisationId(database, code)));
const officerOf = (body = ''): Viewer => ({
  administrator: false,
  mandates: [{ organisationId: body, role: 'PROGRAMME_OFFICER' }],
  personId: PERSON,
});
const [{ id: PERSON }] = await database.query<[{ id: string }]>(
  `INSERT INTO people (name, email) VALUES ('Officer', 'officer@body.test') RETURNING id`,
);
const authority = officerOf(authorityId);
const flanders = officerOf(flandersId);
const stranger = officerOf(otherId);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});
beforeEach(() => database.query('DELETE FROM call_drafts; DELETE FROM outbox'));

const SUBMISSION = { key: 'submission', kind: 'SUBMISSION', actor: 'APPLICANTS', local: '2024-03-01T17:00', zone: 'Europe/Brussels' };
const TRACK = { id: 'T', territory: 'BE2', body: 'europa-wse', bodyRole: 'RECOMMENDER', bodyMayBeMember: true, expressionBy: 'PARTNERSHIP' };
const begin = (id: string) => drafts.begin(authority, 'esfa-lt', { id, programme: 'ESF-SI-PLUS-2021-2027', title: { en: 'A new call' } });
const edit = ({ id, version }: DraftRecord, changes: CallChanges) => drafts.edit(authority, id, version, changes);
const publish = ({ id, version }: DraftRecord, viewer = authority) => publisher.publish(viewer, id, version, 'Agreed by the board');
const open = () => drafts.open(authority, 'esfa-lt', 'NCC-2023');
const refusal = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'nothing', (error: unknown) => error);
const problemsOf = async (work: Promise<unknown>) => {
  const error = await refusal(work);
  return error instanceof InvalidCall ? error.problems : error;
};

describe('a new call', () => {
  it('is unknown to others until it is published, and then complete', async () => {
    const draft = await edit(await begin('NEW-1'), {
      budgetEur: 1_000_000,
      themes: ['inclusion.active'],
      predecessor: 'NCC-2023',
      milestones: [SUBMISSION],
      rules: JSON.stringify([{ id: 'three', severity: 'MANDATORY', message: { en: 'Three.' }, must: { fn: 'count', op: '>=', value: 3 } }]),
      activityMenu: [{ key: 'coach', title: { nl: 'Jobcoaching' }, reimbursable: true }],
      contacts: [{ key: 'desk', role: { en: 'Questions' }, email: 'desk@body.example' }],
      announcements: [{ key: 'soon', date: '2023-09-04', title: { en: 'Soon' } }],
    });
    expect(await calls.call('NEW-1')).toBeUndefined();
    for (const viewer of [stranger, flanders]) await expect(drafts.read(viewer, draft.id)).rejects.toThrow(NotFound);
    await expect(drafts.read(ANONYMOUS, draft.id)).rejects.toThrow(Unauthenticated);
    expect(await drafts.ofViewer(stranger)).toEqual([]);
    expect(await drafts.ofViewer(authority)).toMatchObject([{ id: draft.id }]);

    const call = await publish(draft);
    expect(call).toMatchObject({ id: 'NEW-1', budgetEur: 1_000_000, ruleset: { version: 1 }, facts: { activityMenu: [{ key: 'coach' }] } });
    expect((await milestones.ofCalls([call.uuid])).get(call.uuid)).toMatchObject([{ local: '2024-03-01T17:00:00', revision: 1, endsAt: new Date('2024-03-01T16:00:00Z') }]);
    expect(await drafts.ofViewer(authority)).toEqual([]);
    const jobs = await database.query<{ queue: string }[]>('SELECT queue FROM outbox ORDER BY queue');
    expect(jobs.map(({ queue }) => queue)).toEqual(['matching', 'partnerships', 'reminders']);
    expect(await publications.fileOf('NEW-1')).toBe(printCallFile(draft.document));
  });

  it('cannot take the code of a call, and of two that are published at once one wins', async () => {
    await expect(begin('NCC-2023')).rejects.toThrow(Conflict);
    const two = await Promise.all([begin('NEW-2'), begin('NEW-2')]);
    const results = await Promise.allSettled(two.map((draft) => publish(draft)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) });
  });

  it('is begun by officers of a body of its programme alone', async () => {
    const call = { id: 'NEW-3', programme: 'ESF-SI-PLUS-2021-2027', title: { en: 'New' } };
    await expect(drafts.begin(ANONYMOUS, 'esfa-lt', call)).rejects.toThrow(Unauthenticated);
    await expect(drafts.begin(stranger, 'esfa-lt', call)).rejects.toThrow(Forbidden);
    await expect(drafts.begin(stranger, 'dg-empl', call)).rejects.toThrow(Forbidden);
    await expect(drafts.begin(authority, 'esfa-lt', { ...call, programme: 'gone' })).rejects.toThrow(InvalidInput);
    expect(await drafts.begin(COMMAND_LINE, 'dg-empl', call)).toMatchObject({ version: 1 });
  });

  it('may not take more than is left of the budget of its programme', async () => {
    const draft = await edit(await begin('NEW-4'), { budgetEur: 190_000_000 });
    expect(await problemsOf(publish(draft))).toEqual([{ path: 'budgetEur', reason: expect.stringContaining('197000000') }]);
  });
});

describe('a published call', () => {
  it('shows what a draft would change, moves dates with a reason and makes rules a new version', async () => {
    const { document } = await open();
    const dates = (document['milestones'] as (typeof SUBMISSION & { tz: string; note?: string })[]).map(
      ({ key, kind, actor, local, tz, note = null }) => ({ key, kind, actor, local, zone: tz, note }),
    );
    const moved = dates.map((date) => (date.key === 'submission' ? { ...date, local: '2023-12-07T17:00:00' } : date)).filter(({ key }) => key !== 'kick-off');
    const draft = await edit(await open(), { milestones: moved, rules: '[]' });
    const changes = await publisher.changes(draft);
    expect(changes).toContainEqual({ path: 'milestones.submission.local', before: '"2023-11-30T17:00:00"', after: '"2023-12-07T17:00:00"' });
    expect(changes).toContainEqual({ path: 'milestones.kick-off', before: expect.stringContaining('EVENT'), after: null });
    const before = (await calls.call('NCC-2023'))?.ruleset?.rules;

    const call = await publish(draft);
    expect(call.ruleset).toMatchObject({ version: 2, rules: [] });
    const now = (await milestones.ofCalls([call.uuid])).get(call.uuid) ?? [];
    expect(now.map(({ key }) => key)).not.toContain('kick-off');
    expect(now.find(({ key }) => key === 'submission')).toMatchObject({ revision: 2, history: [{ local: '2023-11-30T17:00:00' }, { reason: 'Agreed by the board' }] });
    expect(await database.query('SELECT rules, published_on IS NOT NULL AS dated, reason FROM rulesets WHERE call_id = $1 ORDER BY version', [call.uuid])).toEqual([
      { rules: before, dated: false, reason: null },
      { rules: [], dated: true, reason: 'Agreed by the board' },
    ]);
  });

  it('keeps its published rules even from the database’s own statements', async () => {
    await expect(database.query(`UPDATE rulesets SET rules = '[]'`)).rejects.toThrow('a change is a new version');
    await expect(database.query('DELETE FROM rulesets')).rejects.toThrow('a change is a new version');
  });

  it('is not changed twice from one version, and keeps what others did meanwhile', async () => {
    const draft = await open();
    const results = await Promise.allSettled([edit(draft, { summary: 'One' }), edit(draft, { summary: 'Two' })]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) });

    const edited = await drafts.read(authority, draft.id);
    const { uuid } = (await calls.call('NCC-2023'))!;
    const opening = (await milestones.ofCalls([uuid])).get(uuid)!.find(({ key }) => key === 'opening')!;
    await mover.move(authority, { milestoneId: opening.id, local: '2023-08-18', zone: opening.zone, reason: 'Later', expectedRevision: opening.revision });
    expect((await publisher.changes(edited)).map(({ path }) => path)).toEqual(['summary']);
    await publish(edited);
    expect((await milestones.ofCalls([uuid])).get(uuid)!.find(({ key }) => key === 'opening')).toMatchObject({ local: '2023-08-18' });
  });

  it('refuses a draft that changes what somebody else changed since', async () => {
    const draft = await edit(await open(), { summary: 'Mine' });
    const other = await drafts.open(COMMAND_LINE, 'dg-empl', 'NCC-2023');
    await publisher.publish(COMMAND_LINE, (await drafts.edit(COMMAND_LINE, other.id, other.version, { summary: 'Theirs' })).id, 2, 'First');
    expect(await refusal(publish(draft))).toMatchObject({ name: 'Conflict', message: expect.stringContaining('summary') });
  });

  it('lets a track’s body change its own track and nothing else', async () => {
    const draft = await drafts.open(flanders, 'europa-wse', 'NCC-2023');
    const track = { ...TRACK, id: 'NCC-2023-VL', bodyMayBeMember: false };
    const contacts = [{ key: 'desk', role: { nl: 'Vragen' }, url: 'https://body.example/desk' }];
    const edited = await drafts.edit(flanders, draft.id, draft.version, { tracks: [{ ...track, contacts }] });
    expect(await publish(edited, flanders)).toMatchObject({ tracks: [{ facts: { contacts } }] });

    const again = await drafts.open(flanders, 'europa-wse', 'NCC-2023');
    const greedy = await drafts.edit(flanders, again.id, again.version, { budgetEur: 9 });
    await expect(publish(greedy, flanders)).rejects.toThrow(Forbidden);
    await expect(drafts.open(stranger, 'dg-empl', 'NCC-2023')).rejects.toThrow(Forbidden);
  });

  it('does not lose a track, take one from another call, or end one after its submission', async () => {
    const gone = await edit(await open(), { tracks: [] });
    expect(await problemsOf(publish(gone))).toEqual([{ path: 'tracks.NCC-2023-VL', reason: expect.stringContaining('a published track stays') }]);
    const track = { ...TRACK, id: 'NCC-2023-VL' };
    const stolen = await edit(await begin('NEW-5'), { tracks: [track] });
    expect(await problemsOf(publish(stolen))).toEqual([{ path: 'tracks.NCC-2023-VL', reason: 'another call has a track of that code' }]);
    const late = { ...SUBMISSION, key: 'late', kind: 'EXPRESSION_OF_INTEREST', local: '2030-01-01' };
    const behind = await edit(await begin('NEW-6'), { milestones: [SUBMISSION], tracks: [{ ...track, id: 'NEW-6-VL', milestones: [late] }] });
    expect(await problemsOf(publish(behind))).toEqual([{ path: 'tracks.milestones.late', reason: expect.stringContaining('must end before') }]);
  });
});

describe('mistakes', () => {
  const condition = { fn: 'count', op: '>=', value: 3 };
  const rule = { id: 'r', severity: 'MANDATORY', message: { en: 'R.' }, must: condition as object };
  const circle = [{ ...rule, must: { rule: 's' } }, { ...rule, id: 's', must: { rule: 'r' } }];
  it.each<[string, CallChanges, string]>([
    ['an unknown operator', { rules: JSON.stringify([{ ...rule, must: { ...condition, op: '=>' } }]) }, 'rules[0].must.op'],
    ['rules in a circle', { rules: JSON.stringify(circle) }, 'rules[0]'],
    ['rules of a megabyte', { rules: JSON.stringify([{ ...rule, note: 'x'.repeat(1_000_000) }]) }, ''],
    ['rules that are not JSON', { rules: '[{' }, 'rules'],
    ['31 November', { milestones: [{ ...SUBMISSION, local: '2030-11-31' }] }, 'milestones[0].local'],
    ['rules nested without end', { rules: '['.repeat(100_000) + ']'.repeat(100_000) }, 'rules'],
    ['a track twice', { tracks: [TRACK, TRACK] }, 'tracks'],
    ['a date twice', { milestones: [SUBMISSION, SUBMISSION] }, 'milestones'],
    ['a rate above 1', { maxRate: 1.5 }, 'maxRate.value'],
    ['a contact without a way to reach it', { contacts: [{ key: 'desk', role: { en: 'Desk' } }] }, 'contacts[0]'],
    ['an address that runs a script', { documents: [{ key: 'd', title: { en: 'D' }, kind: 'GUIDE', url: 'javascript:alert(1)', requiredReading: false }] }, 'documents[0].url'],
  ])('are told with their place: %s', async (_, changes, place) => {
    const draft = await begin('NEW-7');
    expect(await problemsOf(edit(draft, changes))).toEqual([{ path: expect.stringContaining(place), reason: expect.any(String) }]);
    expect(await drafts.read(authority, draft.id)).toMatchObject({ version: 1 });
  });

  it('name what does not exist when the draft is published', async () => {
    const draft = await edit(await begin('NEW-8'), { themes: ['gone'] });
    expect(await problemsOf(publish(draft))).toEqual([{ path: 'themes', reason: 'there is no theme gone' }]);
    expect(await calls.call('NEW-8')).toBeUndefined();
  });
});

describe('a call as one file', () => {
  const bundled = JSON.parse(fs.readFileSync(path.join(BUNDLED_DATA, 'domain/calls.json'), 'utf8')) as { sources: Json; countrySets: Json; calls: Json[] };
  it.each(bundled.calls.map((call) => String(call['id'])).filter((id) => id !== 'NCC-2023'))('is for %s what calls.json says, and the same after import and export', async (id) => {
    const entry = bundled.calls.find((call) => call['id'] === id) ?? {};
    const predecessor = bundled.calls.find((call) => call['successor'] === id)?.['id'];
    const file = (await publications.fileOf(id)) ?? '';
    expect(JSON.parse(file)).toEqual(JSON.parse(printCallFile(normalised({ predecessor, ...entry, sources: bundled.sources, countrySets: bundled.countrySets }))));
    await database.query(`DELETE FROM call_drafts`);
    const draft = await drafts.importFile(COMMAND_LINE, 'esfa-lt', file);
    expect(printCallFile(draft.document)).toBe(file);
    await expect(publish(draft, COMMAND_LINE)).rejects.toThrow('changes nothing');
  });

  it('makes an equal call under another code', async () => {
    const file = ((await publications.fileOf('NCC-2023')) ?? '').replaceAll('"NCC-2023', '"COPY-2023');
    await publish(await drafts.importFile(authority, 'esfa-lt', file));
    expect(await publications.fileOf('COPY-2023')).toBe(file);
  });

  it.each(['', '[]', '{"calls": []}', '{"calls": [{}, {}]}', 'x'.repeat(600_000)])('is refused when it is none: %.20s', async (file) => {
    await expect(drafts.importFile(authority, 'esfa-lt', file)).rejects.toThrow(InvalidCall);
  });
});

describe('a budget that is gone', () => {
  it('closes an open call at once, keeps the old closing, and ends what its tracks had ahead', async () => {
    await expect(exhaustion.exhaust(stranger, 'NCC-2023', 'Gone')).rejects.toThrow(Forbidden);
    const call = await exhaustion.exhaust(authority, 'NCC-2023', 'Budget gone');
    expect(call.exhaustedSince?.toISOString()).toMatch(/^2023-09-04T07:/);
    expect(await calls.record(call.uuid)).toMatchObject({ dates: { state: 'CLOSED' } });
    const dates = (await milestones.ofCalls([call.uuid])).get(call.uuid) ?? [];
    expect(dates.find(({ key }) => key === 'submission')?.history.at(-1)).toMatchObject({ reason: 'Budget gone' });
    expect(dates.map(({ key }) => key)).not.toContain('expression-of-interest');
    await expect(exhaustion.exhaust(authority, 'NCC-2023', 'Gone')).rejects.toThrow(Conflict);
  });
});
