import { afterAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { connect } from '#libs/platform';
import { bundledDatabase, DOMAIN_DATA } from '../testing/bundled-database.js';
import { organisationId } from '../testing/organisation-id.js';
import { graphqlApp } from '../testing/graphql-app.js';

const copy = await bundledDatabase(DOMAIN_DATA);
const database = await connect(copy.url);
const app = await graphqlApp(copy.url);
afterAll(async () => {
  await app.close();
  await database.destroy();
  await copy.drop();
});

const officerOf = async (body: string): Promise<Viewer> => {
  const [{ id: personId }] = await database.query<[{ id: string }]>(`INSERT INTO people (name, email) VALUES ($1, $2) RETURNING id`, [body, `${body}@body.test`]);
  return { personId, administrator: false, mandates: [{ organisationId: await organisationId(database, body), role: 'PROGRAMME_OFFICER' }] };
};
const own = await officerOf('esfa-lt');
const foreign = await officerOf('dg-empl');

async function ask(source: string, viewer: Viewer): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await app.run(source, viewer);
  expect(errors).toBeUndefined();
  const [answer] = Object.values(data ?? {});
  return answer as Readonly<Record<string, unknown>>;
}

const FAILURE = '__typename ... on Failure { code message }';
const BEGIN = `mutation { beginCall(bodyId: "esfa-lt", id: "GQL-1", programmeId: "ESF-SI-PLUS-2021-2027", title: { nl: "Nieuw" }) {
  ${FAILURE} ... on CallDraft { id version call { id } body { id } } } }`;
const draft = await ask(BEGIN, own);
const draftId = String(draft['id']);
const rules = JSON.stringify([
  { id: 'states', severity: 'MANDATORY', message: { nl: 'Drie landen.' }, must: { fn: 'countDistinct', field: 'country', op: '>=', value: 3 } },
]);
const edit = (id: string, changes: string, version = 1) => `mutation { editCallDraft(draftId: "${id}", expectedVersion: ${version}, changes: { ${changes} }) {
  ${FAILURE} ... on InvalidCall { problems { path reason } } ... on CallDraft { version changes { path after } rules(language: NL) { id sentence } file } } }`;

describe('writing a call', () => {
  it('is a draft with its differences, its rules in words, and its file', async () => {
    expect(draft).toMatchObject({ __typename: 'CallDraft', version: 1, call: null, body: { id: 'esfa-lt' } });
    const edited = await ask(edit(draftId, `budgetEur: 5, rules: ${JSON.stringify(rules)}, announcements: [{ key: "a", date: "2023-09-04", title: { nl: "Nieuws" } }]`), own);
    expect(edited).toMatchObject({
      version: 2,
      changes: expect.arrayContaining([{ path: 'budgetEur', after: '{"value":5}' }]),
      rules: [{ id: 'states', sentence: expect.stringContaining('3 verschillende landen') }],
      file: expect.stringContaining('"id": "GQL-1"'),
    });
  });

  it('tells mistakes with their place', async () => {
    const wrong = JSON.stringify(rules.replace('>=', '=>'));
    expect(await ask(edit(draftId, `rules: ${wrong}`, 2), own)).toMatchObject({
      __typename: 'InvalidCall',
      problems: [{ path: 'rules[0].must.op', reason: expect.any(String) }],
    });
    expect(await ask(edit(draftId, 'summary: "Late"', 1), own)).toMatchObject({ __typename: 'Conflict' });
  });

  it.each<[string, Viewer, string]>([
    ['a visitor', ANONYMOUS, 'Unauthenticated'],
    ['another body’s officer', foreign, 'NotFound'],
    ['its own officer', own, 'CallDraft'],
    ['an administrator', COMMAND_LINE, 'CallDraft'],
  ])('is for %s what they may know', async (_, viewer, answer) => {
    const read = (id: string) => `{ callDraft(draftId: "${id}") { ${FAILURE} } }`;
    const missing = '01a20d76-9bb2-7101-abfc-7fb57633c6b8';
    const given = await ask(read(draftId), viewer);
    expect(given['__typename']).toBe(answer);
    const named = (text: unknown) => JSON.stringify(text).replace(draftId, missing);
    if (answer !== 'CallDraft') {
      for (const source of [read, (id: string) => edit(id, 'summary: "X"'), publication, (id: string) => `mutation { discardCallDraft(draftId: "${id}", expectedVersion: 2) { ${FAILURE} } }`]) {
        expect(named(await ask(source(draftId), viewer))).toBe(named(await ask(source(missing), viewer)));
      }
    }
    const body = await ask(BEGIN.replace('GQL-1', `GQL-${answer}`), viewer);
    expect(body['__typename']).toBe({ Unauthenticated: 'Unauthenticated', NotFound: 'Forbidden' }[answer] ?? 'CallDraft');
  });

  const publication = (id: string) => `mutation { publishCallDraft(draftId: "${id}", expectedVersion: 2, reason: "Agreed") {
    ${FAILURE} ... on Call { id announcements { title(language: NL) } publications { number reason body { id } changes { path } } programme { budgetEur callsBudgetEur } } } }`;

  it('ends with all being able to read it', async () => {
    const nothing = await app.run('{ call(id: "GQL-1") { id } }');
    expect(nothing.data).toEqual({ call: null });
    expect(await ask(publication(draftId), own)).toMatchObject({
      id: 'GQL-1',
      announcements: [{ title: 'Nieuws' }],
      publications: [{ number: 1, reason: 'Agreed', body: { id: 'esfa-lt' }, changes: expect.arrayContaining([{ path: 'budgetEur' }]) }],
      programme: { budgetEur: 197_000_000, callsBudgetEur: 62_000_005 },
    });
    expect(await ask('{ call(id: "GQL-1") { id rules { message(language: NL) } } }', ANONYMOUS)).toMatchObject({ rules: [{ message: 'Drie landen.' }] });
    expect((await app.run('{ callFile(callId: "GQL-1") }')).data?.['callFile']).toContain('"Nieuws"');
  });

  it('has documents of the body alone, which all can read once the call is published', async () => {
    const made = await ask(`mutation { createDocument(ownerId: "esfa-lt", title: "Gids", kind: "GUIDE") { ... on UploadLink { url document { id } } } }`, own);
    const { id } = made['document'] as { id: string };
    const opened = await ask('mutation { openCallDraft(bodyId: "esfa-lt", callId: "GQL-1") { ... on CallDraft { id } } }', own);
    const document = `documents: [{ key: "gids", kind: "GUIDE", title: { nl: "Gids" }, document: "${id}", requiredReading: true }]`;
    expect(await ask(edit(String(opened['id']), document), own)).toMatchObject({ version: 2 });
    expect(await ask(publication(String(opened['id'])), own)).toMatchObject({ __typename: 'InvalidCall' });
    await database.query(
      `INSERT INTO document_versions (document_id, version, checksum, bytes, format, uploaded_at) VALUES ($1, 1, $2, 9, 'PDF', now())`,
      [id, 'a'.repeat(64)],
    );
    expect(await ask(publication(String(opened['id'])), own)).toMatchObject({ id: 'GQL-1' });
    expect(await ask('{ call(id: "GQL-1") { documents { requiredReading title(language: NL) kept { public versions { label } } } } }', ANONYMOUS)).toMatchObject({
      documents: [{ requiredReading: true, title: 'Gids', kept: { public: true, versions: [{ label: 'PDF / 1 Kb' }] } }],
    });
  });
});
