import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { draftsApp, type DraftsApp } from '../testing/graphql-drafts.js';

let app: DraftsApp;
beforeAll(async () => {
  app = await draftsApp('2023-09-04T07:00:00Z');
  await app.database.query(`
    WITH made AS (INSERT INTO organisations (code, name, type, country, nuts, city, source) VALUES
      ('school-middelburg', 'School Middelburg', 'SCHOOL', 'NL', 'NL342', 'Middelburg', 'Verbond'),
      ('charles-uni', 'University in Prague', 'UNIVERSITY', 'CZ', NULL, NULL, 'Verbond') RETURNING code, id)
    INSERT INTO organisation_codes SELECT code, id FROM made`);
  await app.database.query('SELECT note_directory_change(NULL)');
});
afterAll(() => app.close());

const RULE = `id sentence message severity verdict have need { min max } shortfall counted values ifAllAccept breaksWithout
  missing { fact text member supplier { kind designation country organisations { id } } } sources { name url }`;
const CHECK = `query ($draft: ConsortiumDraftInput!, $language: Language! = EN) { checkConsortium(draft: $draft, language: $language) {
  __typename
  ... on ConsortiumCheck { verdict rulesetVersion overruled { found outcome reason } call { id } rules { ${RULE} }
    lead(language: $language) { mayLead { verdict reasons { rule verdict message } } leadInstead { centre { mayLead region organisation { id } } others { id } } }
    repair { steps { action role member document step candidates first { id } supplier { kind country organisations { id } } } open conflict } }
  ... on Failure { code message }
  ... on InvalidInput { field } ... on NotFound { field } } }`;

interface Rule {
  readonly id: string;
  readonly verdict: string;
  readonly breaksWithout: readonly string[];
  readonly values: readonly string[];
}
interface Step {
  readonly first: readonly { readonly id: string }[];
}
interface Checked {
  readonly verdict: string;
  readonly rules: readonly Rule[];
  readonly overruled: object | null;
  readonly repair: { readonly steps: readonly Step[]; readonly open: readonly string[] };
}

type MemberInput = Readonly<Record<string, unknown>>;
const lead = (organisationId: string, more: object = {}): MemberInput => ({ organisationId, role: 'COORDINATOR', ...more });
const members = (...ids: string[]): MemberInput[] => ids.map((organisationId) => ({ organisationId }));

/** What an operation of one field answers. */
async function answerTo(source: string, variables: Record<string, unknown>, viewer?: Viewer): Promise<unknown> {
  const { data, errors } = await app.run(source, variables, viewer);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0];
}
const check = async (draft: object, language = 'EN', viewer?: Viewer) => (await answerTo(CHECK, { draft, language }, viewer)) as Checked;
const ruleOf = ({ rules }: Checked, id: string): Rule | undefined => rules.find((rule) => rule.id === id);
const firstOf = ({ repair }: Checked, step = 0): string[] => repair.steps[step]?.first.map(({ id }) => id) ?? [];
const letter = (present: boolean) => ({ documents: [{ kind: 'LETTER_OF_ENDORSEMENT', present }] });

describe('a cross-border rule that is not met (scenario 4)', () => {
  const flemish = [lead('stad-brugge'), ...members('stad-mechelen', 'vives')];

  it('is told with what there is and what is wanted', async () => {
    const checked = await check({ callId: '2SEAS-SO13', members: flemish });
    expect(checked.verdict).toBe('NOT_MET');
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({
      verdict: 'NOT_MET', have: 1, need: { min: 2 }, shortfall: 1, values: ['BE'], counted: ['stad-brugge', 'stad-mechelen', 'vives'],
    });
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET', have: 0, need: { min: 1 }, counted: [] });
    expect(ruleOf(checked, 'sector-mix')).toMatchObject({ verdict: 'MET', severity: 'RECOMMENDED', have: 2 });
    expect(ruleOf(checked, 'challenge')).toMatchObject({
      verdict: 'UNKNOWN', missing: [{ fact: 'challenges', text: 'challenges', supplier: { kind: 'LEAD', organisations: [{ id: 'stad-brugge' }] } }],
    });
  });

  it('is closed with the other by one British partner, the food partners among the first', async () => {
    const checked = await check({ callId: '2SEAS-SO13', members: flemish, project: { themes: ['inclusion.poverty.food'] } });
    expect(checked.repair.steps).toEqual([expect.objectContaining({ action: 'ADD', role: 'CO_APPLICANT' })]);
    expect(firstOf(checked).filter((id) => ['bhfp-uk', 'feedback-uk', 'fareshare-sussex'].includes(id)).length).toBeGreaterThan(0);
    const british = await check({ callId: '2SEAS-SO13', members: [...flemish, ...members('fareshare-sussex')] });
    expect([ruleOf(british, 'two-member-states'), ruleOf(british, 'uk-partner')]).toMatchObject([{ verdict: 'MET' }, { verdict: 'MET' }]);
    const french = await check({ callId: '2SEAS-SO13', members: [...flemish, ...members('panier-de-la-mer')] });
    expect([ruleOf(french, 'two-member-states'), ruleOf(french, 'uk-partner')]).toMatchObject([{ verdict: 'MET' }, { verdict: 'NOT_MET' }]);
  });

  it('is met for those who are only invited, once all accept', async () => {
    const invited = { organisationId: 'fareshare-sussex', state: 'INVITED' };
    const checked = await check({ callId: '2SEAS-SO13', members: [...flemish, invited] });
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET', ifAllAccept: 'MET' });
    expect(checked.repair.steps).toEqual([]);
  });

  it.each([
    ['EN', 'At least 2'],
    ['NL', 'Minstens 2'],
    ['FR', 'Au moins 2'],
    ['DE', 'Mindestens 2'],
  ])('is said in %s', async (language, words) => {
    const checked = await check({ callId: '2SEAS-SO13', members: flemish }, language);
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({ sentence: expect.stringContaining(words) as unknown });
  });
});

describe('a classical inclusion project (scenario 7)', () => {
  const SCREEN = `query ($answers: ScreeningInput!, $language: Language! = EN) { screenProject(callId: "2SEAS-SO13", answers: $answers, language: $language) {
    ... on ScreeningResult { outcome rule { id verdict message sources { name url } } unanswered { id text } otherCalls { id state } otherObjectives { code } }
    ... on InvalidInput { field } } }`;

  it('hears so in the words of the call, with the guide and two ways on', async () => {
    const screened = await answerTo(SCREEN, { answers: { need: 'Longer waiting lists for the job club' }, language: 'NL' }, ANONYMOUS);
    expect(screened).toMatchObject({
      outcome: 'CLASSICAL',
      rule: {
        id: 'not-classical-inclusion', verdict: 'NOT_MET', message: 'Klassieke projecten rond sociale inclusie worden niet ondersteund.',
        sources: [{ name: 'SEED002' }, { name: '2SSO13', url: expect.stringMatching(/^http/) as unknown }],
      },
      unanswered: [{ id: 'novelty', text: expect.stringContaining('nieuw') as unknown }, { id: 'cooperation' }, { id: 'design' }, { id: 'ground' }, { id: 'evaluation' }],
      otherObjectives: expect.arrayContaining([{ code: '1.2' }, { code: '2.1' }]) as unknown,
    });
    const { otherCalls } = screened as { otherCalls: { id: string; state: string }[] };
    expect(otherCalls.length).toBeGreaterThan(0);
    expect(new Set(otherCalls.map(({ state }) => state))).toEqual(new Set(['OPEN']));
    expect(otherCalls.map(({ id }) => id)).not.toContain('2SEAS-SO13');
  });

  it('is innovative once the questions are answered, and for a person to look at in between', async () => {
    const answers = { novelty: 'A shop', cooperation: 'With grocers', need: 'Hunger', design: 'Customers' };
    expect(await answerTo(SCREEN, { answers })).toMatchObject({ outcome: 'INNOVATIVE', rule: { verdict: 'MET' }, otherCalls: [], otherObjectives: [] });
    expect(await answerTo(SCREEN, { answers: { novelty: 'A shop' } })).toMatchObject({ outcome: 'NEEDS_REVIEW', rule: { verdict: 'UNKNOWN' } });
    const project = { screening: answers };
    const checked = await check({ callId: '2SEAS-SO13', members: members('vives'), project });
    expect(ruleOf(checked, 'not-classical-inclusion')).toMatchObject({ verdict: 'MET' });
  });

  it('may be judged otherwise by a person who says why', async () => {
    const overruled = { outcome: 'INNOVATIVE', reason: 'The jury saw the prototype.' };
    const project = { screening: { novelty: 'A shop' }, overruled };
    const checked = await check({ callId: '2SEAS-SO13', members: members('vives'), project });
    expect(ruleOf(checked, 'not-classical-inclusion')).toMatchObject({ verdict: 'MET' });
    expect(checked.overruled).toEqual({ ...overruled, found: 'NEEDS_REVIEW' });
    const silent = await check({ callId: '2SEAS-SO13', members: members('vives'), project: { overruled: { ...overruled, reason: ' ' } } });
    expect(silent).toMatchObject({ __typename: 'InvalidInput', field: 'project.overruled.reason' });
  });

  it('counts a body of mixed nationality for the countries of its founders, and once', async () => {
    const founders = [{ country: 'BE' }, { country: 'GB' }];
    const checked = await check({ callId: '2SEAS-SO13', members: [lead('vives', { facts: { entities: founders } })] });
    expect(ruleOf(checked, 'two-member-states')?.values).toEqual(expect.arrayContaining(['BE', 'GB']));
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ counted: ['vives'] });
  });

  it('is not read from endless answers', async () => {
    expect(await answerTo(SCREEN, { answers: { novelty: 'a'.repeat(5001) } })).toEqual({ field: 'answers.novelty' });
  });
});

describe('who may lead (scenario 8)', () => {
  const MEMBERSHIP = `query ($organisationId: ID!) { callMembership(callId: "ESF-NL-SITS", organisationId: $organisationId, language: NL) {
    ... on CallMembership { organisation { id } call { id } mayJoin { verdict } mayLead { verdict reasons { rule verdict message } } mayObserve { verdict }
      leadInstead { centre { mayLead region municipality basis organisation { id } } others { id } } }
    ... on Failure { code } } }`;
  const membership = (organisationId: string, viewer?: Viewer) => answerTo(MEMBERSHIP, { organisationId }, viewer);

  it('is the centre municipality of its region, not a school, which may join', async () => {
    expect(await membership('school-middelburg')).toMatchObject({
      mayJoin: { verdict: 'MET' },
      mayLead: { verdict: 'NOT_MET', reasons: expect.arrayContaining([expect.objectContaining({ rule: 'lead-applicant', verdict: 'NOT_MET' })]) as unknown },
      mayObserve: { verdict: 'MET' },
      leadInstead: { centre: { mayLead: 'MET', region: 'Zeeland', municipality: 'Goes', organisation: { id: 'gemeente-goes' } } },
    });
    expect(await membership('gemeente-goes')).toMatchObject({ mayLead: { verdict: 'MET' }, leadInstead: null });
  });

  it('is not known of a region that we cannot tell', async () => {
    const answer = await membership('stad-mechelen');
    expect(answer).toMatchObject({ leadInstead: { centre: { mayLead: 'UNKNOWN', region: null, organisation: null } } });
    expect((answer as { leadInstead: { others: { id: string }[] } }).leadInstead.others.map(({ id }) => id)).toContain('uwv');
  });

  it('is told of a draft whose lead may not', async () => {
    const checked = await check({ callId: 'ESF-NL-SITS', members: [lead('school-middelburg')] });
    expect(checked).toMatchObject({
      verdict: 'NOT_MET',
      lead: { mayLead: { verdict: 'NOT_MET' }, leadInstead: { centre: { organisation: { id: 'gemeente-goes' } } } },
    });
  });

  it('depends on no objective; the transnational one adds two rules', async () => {
    const draft = (objectives: string[]) => ({ callId: 'ESF-NL-SITS', members: [lead('gemeente-goes'), ...members('school-middelburg')], project: { objectives, documents: [{ kind: 'TRANSNATIONAL_PARTNERSHIP_AGREEMENT', present: false }] } });
    const [social, transnational] = [await check(draft(['SI'])), await check(draft(['SI', 'TC']))];
    const added = ['transnational-partner', 'partnership-agreement'];
    expect(added.map((id) => ruleOf(social, id)?.verdict)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
    expect(added.map((id) => ruleOf(transnational, id)?.verdict)).toEqual(['NOT_MET', 'NOT_MET']);
    expect(transnational.repair.steps).toMatchObject([{ action: 'ADD' }, { action: 'SUPPLY', document: 'TRANSNATIONAL_PARTNERSHIP_AGREEMENT' }]);
  });

  it('is told to people with a key', async () => {
    expect(await membership('vives', ANONYMOUS)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await membership('nobody')).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('a letter of endorsement (scenario 9)', () => {
  const draft = (czech: object) => ({
    callId: 'NCC-2023',
    members: [lead('sociale-innovatiefabriek', letter(true)), { organisationId: 'rethink-ireland', ...letter(true) }, { organisationId: 'charles-uni', ...czech }],
  });
  it('that is not there fails its state and names who can give it', async () => {
    const checked = await check(draft(letter(false)));
    expect(ruleOf(checked, 'endorsement-per-state')).toMatchObject({ verdict: 'NOT_MET', have: 2, need: { min: 3 }, values: ['CZ'] });
    expect(checked.repair.steps).toMatchObject([
      { action: 'SUPPLY', document: 'LETTER_OF_ENDORSEMENT', member: 'charles-uni', supplier: { kind: 'DESIGNATED', country: 'CZ', organisations: [{ id: 'mpsv-cz' }] } },
    ]);
  });

  it('that nobody was asked for is UNKNOWN, a matter of who can give it', async () => {
    const checked = await check(draft({}));
    expect(checked.verdict).toBe('UNKNOWN');
    expect(ruleOf(checked, 'endorsement-per-state')).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{
        fact: 'document:LETTER_OF_ENDORSEMENT', text: 'letter of endorsement', member: 'charles-uni',
        supplier: { kind: 'DESIGNATED', designation: 'MANAGING_AUTHORITY:ESF', country: 'CZ', organisations: [{ id: 'mpsv-cz' }] },
      }],
    });
  });
});

describe('a partner that leaves (scenario 10)', () => {
  const others = members('ville-amiens', 'eho', 'stad-sint-niklaas', 'wsx', 'pro-work', 'stad-gent', 'acsw-wattrelos', 'centre-social-salengro', 'jong-ondernemen');

  it('leaves one departure between the consortium and a broken rule', async () => {
    const checked = await check({ callId: '2SEAS-SO13', members: [lead('arteveldehogeschool'), ...others] });
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ verdict: 'MET', breaksWithout: ['wsx'] });
    const without = await check({ callId: '2SEAS-SO13', members: [lead('arteveldehogeschool'), ...others.filter(({ organisationId }) => organisationId !== 'wsx')] });
    expect(ruleOf(without, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET' });
    expect(without.repair.steps).toHaveLength(1);
    expect(firstOf(without).some((id) => ['wsx', 'bournemouth-uni', 'marjon-uk'].includes(id))).toBe(true);
  });

  it('hands over the lead in one step, never without a coordinator nor with two', async () => {
    const WHAT_IF = `query ($draft: ConsortiumDraftInput!, $changes: [DraftChangeInput!]!) { whatIf(draft: $draft, changes: $changes) {
      ... on WhatIf { before { ...standing } after { ...standing } } ... on InvalidInput { field message } ... on NotFound { field } } }
      fragment standing on DraftStanding { verdict score roles { role members } themes { theme members } rules { id verdict breaksWithout } }`;
    const draft = { callId: '2SEAS-SO13', members: [lead('arteveldehogeschool'), ...others] };
    const ask = (...changes: object[]) => answerTo(WHAT_IF, { draft, changes });
    const handOver = [
      { action: 'CHANGE_ROLE', organisationId: 'stad-gent', role: 'COORDINATOR' },
      { action: 'CHANGE_ROLE', organisationId: 'arteveldehogeschool', role: 'CO_APPLICANT' },
    ];
    expect(await ask(...handOver)).toMatchObject({
      before: { roles: [{ role: 'COORDINATOR', members: ['arteveldehogeschool'] }, { role: 'CO_APPLICANT' }], score: expect.any(Number) as unknown },
      after: { roles: [{ role: 'CO_APPLICANT' }, { role: 'COORDINATOR', members: ['stad-gent'] }], score: expect.any(Number) as unknown },
    });
    expect(await ask(handOver[0]!)).toMatchObject({ field: 'changes', message: expect.stringContaining('arteveldehogeschool and stad-gent') as unknown });
    const swapped = await ask({ action: 'SWAP', organisationId: 'wsx', withId: 'marjon-uk' }, { action: 'ADD', organisationId: 'bournemouth-uni', role: 'ASSOCIATED' }, { action: 'REMOVE', organisationId: 'eho' });
    const rulesAfter = (swapped as { after: { rules: Rule[] } }).after.rules;
    expect(rulesAfter.find(({ id }) => id === 'uk-partner')).toMatchObject({ verdict: 'MET', breaksWithout: ['marjon-uk'] });
    expect(await ask({ action: 'REMOVE', organisationId: 'vives' })).toMatchObject({ field: 'changes[0].organisationId' });
    expect(await ask({ action: 'ADD', organisationId: 'eho' })).toMatchObject({ field: 'changes[0].organisationId' });
    expect(await ask({ action: 'ADD', organisationId: 'nobody' })).toEqual({ field: 'changes[0].organisationId' });
    expect(await ask({ action: 'SWAP', organisationId: 'eho' })).toMatchObject({ field: 'changes[0].withId' });
    expect(await ask({ action: 'CHANGE_ROLE', organisationId: 'eho' })).toMatchObject({ field: 'changes[0].role' });
    expect(await ask(...Array.from({ length: 21 }, () => ({ action: 'REMOVE', organisationId: 'eho' })))).toMatchObject({ field: 'changes' });
  });
});

describe('new rules (scenario 12)', () => {
  it('admit whom the old ones refused; the answer says by which version it was made, and is the same twice', async () => {
    const draft = { callId: 'ESF-NL-SITS', members: [lead('vives')] };
    const before = await check(draft);
    expect(before).toMatchObject({ rulesetVersion: 1, lead: { mayLead: { verdict: 'NOT_MET' } } });
    await app.database.query(`
      INSERT INTO rulesets (call_id, version, rules, country_sets, published_on, reason)
      SELECT call_id, 2, jsonb_set(rules, '{0,value}', rules #> '{0,value}' || '["TYPE:UNIVERSITY_OF_APPLIED_SCIENCES"]'), country_sets, '2019-01-01', 'A test.'
      FROM rulesets WHERE call_id = (SELECT id FROM calls WHERE code = 'ESF-NL-SITS')`);
    const after = await check(draft);
    expect(after).toMatchObject({ rulesetVersion: 2, lead: { mayLead: { verdict: 'MET' }, leadInstead: null } });
    expect(await check(draft)).toEqual(after);
  });
});

describe('rules that no change can keep together', () => {
  it('are named, without steps', async () => {
    const french = (id: string, op: string, value: number) => ({
      id, level: 'consortium', severity: 'MANDATORY', message: { en: id }, must: { where: { countryIn: ['FR'] }, fn: 'count', op, value },
    });
    await app.database.query(
      `INSERT INTO rulesets (call_id, version, rules, published_on, reason)
       SELECT id, 2, $1, '2023-09-01', 'A test.' FROM calls WHERE code = 'ESF-VL-357'`,
      [JSON.stringify([french('one-french', '<=', 1), french('two-french', '>=', 2), { ...french('a-member', '>=', 1), must: { fn: 'count', op: '>=', value: 1 } }])],
    );
    const checked = await check({ callId: 'ESF-VL-357', members: members('vives') });
    expect(checked.repair).toEqual({ steps: [], open: [], conflict: ['one-french', 'two-french'] });
  });
});

describe('a check', () => {
  it.each<[string, object, object]>([
    ['an unknown call', { callId: 'nowhere', members: [] }, { code: 'NOT_FOUND', field: 'callId' }],
    ['an unknown member', { callId: 'NCC-2023', members: members('vives', 'nobody') }, { code: 'NOT_FOUND', field: 'members[1].organisationId' }],
    ['a member that is there twice', { callId: 'NCC-2023', members: [lead('vives'), ...members('vives')] }, { code: 'BAD_USER_INPUT', field: 'members[1].organisationId' }],
    ['two coordinators', { callId: 'NCC-2023', members: [lead('vives'), lead('avise')] }, { code: 'BAD_USER_INPUT', field: 'members' }],
    ['an unknown owner', { callId: 'NCC-2023', members: [{ organisationId: 'vives', controlledBy: 'nobody' }] }, { field: 'members[0].controlledBy' }],
    ['a negative budget', { callId: 'NCC-2023', members: [{ organisationId: 'vives', budgetEur: -1 }] }, { field: 'members[0].budgetEur' }],
    ['a negative grant', { callId: 'NCC-2023', members: [], project: { grantEur: -1 } }, { field: 'project.grantEur' }],
    ['an unknown theme', { callId: 'NCC-2023', members: [], project: { themes: ['nothing'] } }, { field: 'project.themes' }],
    ['500 members', { callId: 'NCC-2023', members: members(...Array.from({ length: 500 }, (_, i) => `m${i}`)) }, { field: 'members', message: expect.stringContaining('100') as unknown }],
  ])('refuses %s, naming the field', async (_what, draft, refusal) => {
    expect(await check(draft)).toMatchObject(refusal);
  });

  it('refuses an unknown role before anything runs', async () => {
    const { errors } = await app.run(CHECK, { draft: { callId: 'NCC-2023', members: [{ organisationId: 'vives', role: 'KING' }] } });
    expect(errors?.[0]?.message).toContain('KING');
  });

  it('needs a key, and knows nothing of what is hidden from who asks', async () => {
    const draft = { callId: 'NCC-2023', members: members('vives') };
    expect(await check(draft, 'EN', ANONYMOUS)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const somebody: Viewer = { personId: 'somebody', administrator: false, mandates: [] };
    await app.database.query(`UPDATE organisations SET public = false WHERE code = 'vives'`);
    expect(await check(draft, 'EN', somebody)).toMatchObject({ code: 'NOT_FOUND', message: 'Nothing was found for members[0].organisationId "vives".' });
    await app.database.query(`UPDATE organisations SET public = true WHERE code = 'vives'`);
  });

  it('takes an organisation for independent of others unless one controls it', async () => {
    const draft = (controlledBy: string | null) => ({
      callId: 'TEMPLATE-HE-RIA',
      members: [lead('vives', { controlledBy: null }), { organisationId: 'avise', controlledBy: null }, { organisationId: 'uwv', controlledBy }],
    });
    expect(ruleOf(await check(draft(null)), 'three-independent')).toMatchObject({ verdict: 'MET', have: 3 });
    expect(ruleOf(await check(draft('vives')), 'three-independent')).toMatchObject({ verdict: 'NOT_MET', have: 2 });
  });

  it('of nobody says what the smallest consortium needs', async () => {
    const checked = await check({ callId: 'TEMPLATE-HE-RIA', members: [] });
    expect(checked.repair.steps).toHaveLength(3);
  });

  it('costs at most 14 SQL statements, for 60 members as for 3', async () => {
    const { codes } = (await app.database.query<{ codes: string[] }[]>(
      `SELECT array_agg(code) AS codes FROM (SELECT code FROM organisations WHERE public AND country IN ('BE', 'NL') ORDER BY code LIMIT 60) o`,
    ))[0]!;
    const statements = async (size: number) => (await app.run(CHECK, { draft: { callId: 'ESFSI-NEET', members: members(...codes.slice(0, size)) } })).statements;
    expect(Math.max(await statements(3), await statements(60))).toBeLessThanOrEqual(14);
  });
});
