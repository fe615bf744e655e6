import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { draftsApp, type DraftsApp } from '../testing/graphql-drafts.js';
import { DOMAIN_DATA } from '../testing/suggestions-app.js';

let app: DraftsApp;
beforeAll(async () => {
  app = await draftsApp('2019-09-04T07:00:00Z', DOMAIN_DATA);
});
afterAll(() => app.close());

const CHECK = `query ($draft: ConsortiumDraftInput!, $language: Language! = EN) { checkConsortium(draft: $draft, language: $language) {
  __typename
  ... on ConsortiumCheck { verdict rulesetVersion call { id } rules { id sentence message severity verdict have need { min max } shortfall
      counted values missing { fact text member supplier { kind designation country organisations { id } } } ifAllAccept breaksWithout
      sources { name url } }
    repair { steps { action role member document candidates first { id } supplier { kind country organisations { id } } } open conflict } }
  ... on Failure { code message } } }`;

interface Rule {
  readonly id: string;
  readonly verdict: string;
}
interface Checked {
  readonly __typename: string;
  readonly verdict: string;
  readonly message: string;
  readonly rules: readonly Rule[];
  readonly repair: { readonly steps: readonly { readonly first: readonly { readonly id: string }[] }[] };
}

const lead = (organisationId: string, more: object = {}) => ({ organisationId, role: 'COORDINATOR', ...more });
const members = (...ids: string[]) => ids.map((organisationId) => ({ organisationId }));

async function check(draft: object, language = 'EN', viewer?: Viewer): Promise<Checked> {
  const { data, errors } = await app.run(CHECK, { draft, language }, viewer);
  expect(errors).toBeUndefined();
  return data?.['checkConsortium'] as Checked;
}
const ruleOf = ({ rules }: Checked, id: string) => rules.find((rule) => rule.id === id);

describe('a cross-border rule that is not met (scenario 4)', () => {
  const flemish = [lead('stad-brugge'), ...members('stad-mechelen', 'vives')];

  it('is told with what there is and what is wanted; the first candidates to repair it are British food partners', async () => {
    const checked = await check({ callId: '2SEAS-SO13', members: flemish });
    expect(checked.verdict).toBe('NOT_MET');
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({ verdict: 'NOT_MET', have: 1, need: { min: 2 }, shortfall: 1, values: ['BE'] });
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET', have: 0, need: { min: 1 }, counted: [] });
    expect(ruleOf(checked, 'sector-mix')).toMatchObject({ verdict: 'MET', severity: 'RECOMMENDED' });
    const food = ['brighton-hove-food', 'fareshare-sussex', 'feedback-global'];
    const [step, ...others] = checked.repair.steps;
    expect(step).toMatchObject({ action: 'ADD', role: 'CO_APPLICANT' });
    expect(others).toEqual([]);
    expect(step?.first.map(({ id }) => id)).toEqual(expect.arrayContaining(food));
  });
});
