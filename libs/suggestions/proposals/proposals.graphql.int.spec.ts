import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { DOMAIN_DATA } from '#libs/calls';
import { draftsApp, type DraftsApp } from '../testing/graphql-drafts.js';
import { ProposalsService } from './proposals.service.js';

let app: DraftsApp;
beforeAll(async () => {
  app = await draftsApp('2023-09-04T07:00:00Z', DOMAIN_DATA);
});
afterAll(() => app.close());

const FOUND = `__typename
  ... on Failure { code message }
  ... on ConsortiumProposals { id state limited call { id } lead { id } conflict { between { id message } relaxation { id message } members }
    proposals { value bound gap proven rulesMet countries newcomers rules { rule severity verdict message }
      openSteps { rule fact text member supplier designation country }
      members { organisation { id } role country given newcomer covers fits path { organisation project }
        alternatives { organisation value } why(language: NL) { signal contribution evidence { text } } } } }`;

const PROPOSE = `mutation ($draft: ConsortiumDraftInput!, $size: ConsortiumSizeInput, $wishes: [PartnerWishInput!]! = []) {
  proposeConsortia(draft: $draft, size: $size, count: 1, nodes: 1000, wishes: $wishes) { ${FOUND} ... on CannotLead { instead } ... on InvalidInput { field } } }`;
const READ = `query ($id: ID!, $language: Language! = EN) { consortiumProposals(id: $id, language: $language) { ${FOUND} } }`;

interface Told {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly proposals: readonly {
    readonly members: readonly {
      readonly organisation: { readonly id: string };
      readonly role: string;
      readonly why: readonly { readonly evidence: readonly { readonly text: string }[] }[];
    }[];
    readonly openSteps: readonly { readonly rule: string; readonly text: string; readonly supplier: string }[];
  }[];
  readonly conflict: { readonly between: readonly { readonly id: string; readonly message: string }[] } | null;
}

const led = (callId: string, lead: string) => ({ callId, members: [{ organisationId: lead, role: 'COORDINATOR' }] });

async function propose(variables: object, viewer: Viewer = COMMAND_LINE): Promise<Told> {
  const { data, errors } = await app.run(PROPOSE, { size: { min: 4, max: 6 }, ...variables }, viewer);
  expect(errors).toBeUndefined();
  return data?.['proposeConsortia'] as Told;
}

async function read(id: string, language = 'EN', viewer: Viewer = COMMAND_LINE): Promise<Told & { statements: number }> {
  const { data, errors, statements } = await app.run(READ, { id, language }, viewer);
  expect(errors).toBeUndefined();
  return { ...(data?.['consortiumProposals'] as Told), statements };
}

describe('proposeConsortia', () => {
  it('is answered at once, and with consortia when a worker has searched', async () => {
    const asked = await propose({ draft: led('2SEAS-SO13', 'stad-mechelen') });
    expect(asked).toMatchObject({ state: 'WAITING', proposals: [], call: { id: '2SEAS-SO13' }, lead: { id: 'stad-mechelen' } });
    await app.get(ProposalsService).compute(asked.id);
    const { proposals: [first], statements, ...told } = await read(asked.id);
    expect(told).toMatchObject({ state: 'DONE', limited: false, conflict: null });
    expect(first).toMatchObject({ proven: true, gap: 0, rulesMet: true });
    const partners = first?.members.filter(({ role }) => role !== 'COORDINATOR') ?? [];
    for (const { why } of partners) expect(why.flatMap(({ evidence }) => evidence.map(({ text }) => text))).not.toEqual([]);
    expect(first?.openSteps).toContainEqual(expect.objectContaining({ rule: 'challenge', supplier: 'LEAD' }));
    expect(statements).toBeLessThan(25);
  });

  it('says in the reader’s language why there is none', async () => {
    const wishes = [{ least: 5, countries: ['NL'] }];
    const { id } = await propose({ draft: led('2SEAS-SO13', 'stad-mechelen'), wishes });
    await app.get(ProposalsService).compute(id);
    const { conflict } = await read(id, 'NL');
    expect(conflict?.between).toContainEqual({ id: 'wish:1', message: 'wens 1' });
    expect(conflict?.between).toContainEqual({ id: 'uk-partner', message: expect.stringMatching(/\w/) });
  });

  it.each([
    ['CannotLead', { draft: led('ESF-NL-SITS', 'vives') }],
    ['InvalidInput', { draft: led('2SEAS-SO13', 'vives'), size: { min: 0, max: 3 } }],
    ['NotFound', { draft: led('2SEAS-SO13', 'nobody-at-all') }],
  ])('refuses with %s', async (type, variables) => {
    expect(await propose(variables)).toMatchObject({ __typename: type });
  });

  it('is for the lead’s people alone', async () => {
    const draft = led('2SEAS-SO13', 'stad-mechelen');
    const stranger: Viewer = { personId: 'somebody', administrator: false, mandates: [] };
    expect(await propose({ draft }, ANONYMOUS)).toMatchObject({ __typename: 'Unauthenticated' });
    expect(await propose({ draft }, stranger)).toMatchObject({ __typename: 'Forbidden' });
    const { id } = await propose({ draft });
    expect(await read(id, 'EN', stranger)).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('cancelProposals', () => {
  it('stops what nobody has begun', async () => {
    const { id } = await propose({ draft: led('2SEAS-SO13', 'stad-mechelen') });
    const { data } = await app.run(`mutation ($id: ID!) { cancelProposals(id: $id) { ... on ConsortiumProposals { state } } }`, { id });
    expect(data).toEqual({ cancelProposals: { state: 'CANCELLED' } });
  });
});

describe('seatReplacements', () => {
  it('names who could join those who stay', async () => {
    const draft = { callId: '2SEAS-SO13', members: [{ organisationId: 'stad-brugge', role: 'COORDINATOR' }, { organisationId: 'panier-de-la-mer' }] };
    const { data, errors } = await app.run(
      `query ($draft: ConsortiumDraftInput!) { seatReplacements(draft: $draft, first: 3) { ... on SeatReplacements { replacements { organisation value } } } }`,
      { draft },
    );
    expect(errors).toBeUndefined();
    const { replacements } = data?.['seatReplacements'] as { replacements: { organisation: string; value: number }[] };
    expect(replacements.map(({ organisation }) => organisation)).toEqual(expect.arrayContaining(['bhfp-uk', 'fareshare-sussex']));
    expect(replacements.map(({ value }) => value)).toEqual(replacements.map(({ value }) => value).sort((a, b) => b - a));
  });
});
