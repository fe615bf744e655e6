import { afterAll, describe, expect, it } from '@jest/globals';
import { isObjectType, printSchema } from 'graphql';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { connect } from '#libs/platform';
import { bundledDatabase, DOMAIN_DATA } from './testing/bundled-database.js';
import { graphqlApp } from './testing/graphql-app.js';
import { multiply } from './testing/multiply.js';

const copy = await bundledDatabase(DOMAIN_DATA);
const database = await connect(copy.url);
const app = await graphqlApp(copy.url);
afterAll(async () => {
  await app.close();
  await database.destroy();
  await copy.drop();
});

const LISTS = {
  organisations: `{ organisations(first: 100, search: "multiplied") { nodes {
    id name(language: NL) names { name } codes sector designations { kind } seeks { strength } attribution { text }
    offers { theme { label path { id } children { id } } }
    projects { role project { title themes { label } members { organisation { name } } } } } } }`,
  projects: `{ projects(first: 100, search: "multiplied") { nodes {
    id themes { label } members { role organisation { name offers { theme { label } } } } } } }`,
  calls: `{ calls(first: 100, search: "multiplied", theme: "inclusion") { nodes {
    id title state closesAt programme { name bodies { role } objectives { code } } objectives { label } themes { label }
    milestones { startsAt history { local } } rules { message } grantingAuthority { name }
    tracks { body { name(language: FR) } milestones { endsAt } } } } }`,
};

describe('the schema of this room and those above it', () => {
  it('says of every type, field and argument what it is', () => {
    const types = Object.values(app.schema.getTypeMap()).filter(isObjectType);
    const silent = types.filter(({ name }) => !name.startsWith('__')).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => [
        ...(field.description ? [] : [`${type.name}.${field.name}`]),
        ...field.args.filter(({ description }) => !description).map(({ name }) => `${type.name}.${field.name}(${name})`),
      ]),
    );
    expect(silent).toEqual([]);
  });

  it('shows ids that people can read and hides those of the rows', () => {
    const text = printSchema(app.schema);
    expect(text).toContain('type Call {');
    expect(text).not.toMatch(/uuid/i);
  });
});

describe('a list', () => {
  it('costs at most 8 SQL statements, as many for 1,000 rows as for 10', async () => {
    await multiply(database, 1, 10);
    const few = await askAll(10);
    await multiply(database, 11, 1000);
    expect(await askAll(100)).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(8);
  });

  /** @returns the SQL statements of each list, once it was seen to have so many rows */
  async function askAll(rows: number): Promise<number[]> {
    const statements: number[] = [];
    for (const [name, source] of Object.entries(LISTS)) {
      const answer = await app.run(source);
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.[name]).toMatchObject({ nodes: { length: rows } });
      statements.push(answer.statements);
    }
    return statements;
  }
});

describe('an answer', () => {
  it('has everything of a call', async () => {
    const { data, errors } = await app.run(`{ call(id: "NCC-2023") { id title(language: NL) programme { id } grantingAuthority { id }
      predecessor { id state successor { id } } tracks { id territoryName body { id } bodyMayBeMember milestones { key } }
      milestones { key } rules { id severity message(language: NL) version sources { name url } } } }`);
    expect(errors).toBeUndefined();
    expect(data?.['call']).toMatchObject({
      id: 'NCC-2023',
      title: expect.stringContaining('Nationale competentiecentra'),
      programme: { id: 'ESF-SI-PLUS-2021-2027' },
      grantingAuthority: { id: 'esfa-lt' },
      predecessor: { id: 'NCC-2020', state: 'AWARDED', successor: { id: 'NCC-2023' } },
      milestones: ['opening', 'submission', 'project-start', 'kick-off', 'project-end'].map((key) => ({ key })),
      tracks: [{ id: 'NCC-2023-VL', body: { id: 'europa-wse' }, bodyMayBeMember: false }],
      rules: expect.arrayContaining([
        expect.objectContaining({ id: 'min-member-states', message: expect.stringContaining('minstens 3'), version: 1 }),
      ]),
    });
  });

  it('has the challenges, measures and objectives that a call names', async () => {
    const seas = '{ call(id: "2SEAS-SO13") { challenges actionTypes expectedTypes objectives { code label } } }';
    const { data } = await app.run(seas);
    expect(data?.['call']).toMatchObject({
      challenges: ['HEALTH_DEMOGRAPHY_WELLBEING', 'INCLUSIVE_INNOVATIVE_REFLECTIVE', 'SECURE_SOCIETIES'],
      actionTypes: expect.arrayContaining(['SMALL_SCALE_INFRASTRUCTURE']),
      expectedTypes: expect.arrayContaining(['PUBLIC_AUTHORITY', 'RESEARCH_CENTRE']),
      objectives: [{ code: '1.3', label: 'Social innovation' }],
    });
  });

  it('has themes in the reader’s language, with the way down to them', async () => {
    const themes = '{ themes { id } theme(id: "inclusion.active") { label(language: NL) parent { id } path { id } } }';
    const { data } = await app.run(themes);
    const path = [{ id: 'inclusion' }, { id: 'inclusion.active' }];
    expect(data?.['theme']).toEqual({ label: 'Actieve inclusie', parent: { id: 'inclusion' }, path });
    expect(data?.['themes']).toHaveLength(11);
  });

  it('has the sources and the labour-market regions', async () => {
    const { data } = await app.run('{ attributions { source text } labourMarketRegions { name centreMunicipality } }');
    expect(data?.['labourMarketRegions']).toHaveLength(35);
    expect(data?.['attributions']).toContainEqual(expect.objectContaining({ source: 'Verbond' }));
  });

  it('is nothing for what is not there', async () => {
    const kinds = ['call', 'organisation', 'project', 'programme', 'theme'];
    const { data } = await app.run(`{ ${kinds.map((kind) => `${kind}(id: "nowhere") { id }`).join(' ')} }`);
    expect(data).toEqual(Object.fromEntries(kinds.map((kind) => [kind, null])));
  });

  it('to a change is the changed thing or the reason why not', async () => {
    const change = `mutation { updateOrganisation(id: "vives", input: { capacity: 3, expectedVersion: 1 }) {
      __typename ... on Organisation { capacity version } ... on Failure { code } } }`;
    const answerTo = async (viewer: Viewer) => (await app.run(change, viewer)).data?.['updateOrganisation'];
    expect(await answerTo(ANONYMOUS)).toEqual({ __typename: 'Forbidden', code: 'FORBIDDEN' });
    expect(await answerTo(COMMAND_LINE)).toEqual({ __typename: 'Organisation', capacity: 3, version: 2 });
    expect(await answerTo(COMMAND_LINE)).toEqual({ __typename: 'Conflict', code: 'CONFLICT' });
  });

  it('to a move is the moved date or the reason why not', async () => {
    const { data } = await app.run(`mutation { moveMilestone(milestoneId: "nowhere", local: "2023", zone: "Europe/Brussels",
      reason: "A test", expectedRevision: 1) { __typename ... on NotFound { field } } }`);
    expect(data).toEqual({ moveMilestone: { __typename: 'NotFound', field: 'milestoneId' } });
  });
});
