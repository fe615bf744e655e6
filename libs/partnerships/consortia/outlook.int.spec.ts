import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineUp, type Somebody } from '../testing/line-up.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';
import { RuleReviews } from './rule-reviews.service.js';

let room: PartnershipsRoom;
let team: ReturnType<typeof lineUp>;

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2023-09-20T08:00:00Z'));
  team = lineUp(room);
  // The calls of these stories, as if they were open today.
  await room.database.query(`UPDATE milestones SET ends_at = '2023-11-30T16:00:00Z' WHERE kind = 'SUBMISSION' AND call_id IN (SELECT id FROM calls WHERE code IN ('2SEAS-SO13', 'ESF-VL-357'))`);
});
afterAll(() => room.close());

const RULES = `check { verdict rules { id verdict have need { min } values sentence } }`;
interface Rule { readonly id: string; readonly verdict: string; readonly have: number | null; readonly need: { min: number | null }; readonly values: string[] }
interface Shown {
  readonly state: string;
  readonly check: { verdict: string; rules: Rule[] };
  readonly fragileRules: { id: string; warning: string; members: { id: string }[] }[];
  readonly repair: { steps: { action: string; first: { id: string }[] }[] };
  readonly suggestedPartners: { nodes: { organisation: { id: string }; closes: string[]; parts: { signal: string; evidence: { text: string }[] }[] }[] };
}
const ruleOf = ({ check }: Shown, id: string): Rule | undefined => check.rules.find((rule) => rule.id === id);
const read = (viewer: Somebody, id: string, fields: string): Promise<Shown> => room.ask(viewer, `{ consortium(id: "${id}") { ... on Consortium { state ${fields} } } }`);
const themes = (id: string, ...ids: string[]): Promise<unknown> =>
  room.database.query('INSERT INTO idea_themes SELECT idea_id, unnest($2::text[]) FROM consortia WHERE id = $1', [id, ids]);
const british = (code: string, offers: string): Promise<unknown> => room.database.query(
  `WITH made AS (INSERT INTO organisations (code, name, type, country, source) VALUES ($1, $1, 'CIVIL_SOCIETY_ORGANISATION', 'GB', 'Verbond') RETURNING id),
     coded AS (INSERT INTO organisation_codes SELECT $1, id FROM made)
   INSERT INTO interests (organisation_id, direction, theme_id, strength) SELECT id, 'OFFERS', $2, 2 FROM made`, [code, offers]);

describe('scenario 4: cross-border rule unmet', () => {
  const FOOD = ['bhfp-uk', 'fareshare-sussex', 'feedback-uk'];

  it('names the rules, suggests British food partners that close both, and is met once one is confirmed', async () => {
    const { id, lead } = await team.consortium('2SEAS-SO13', 'stad-brugge', 'stad-mechelen', 'vives');
    await themes(id, 'inclusion.poverty.food');
    const shown = await read(lead, id, `${RULES} suggestedPartners(first: 10) { ... on SuggestedPartnerConnection { nodes { organisation { id } closes parts { signal evidence { text } } } } }`);
    expect(ruleOf(shown, 'two-member-states')).toMatchObject({ verdict: 'NOT_MET', have: 1, need: { min: 2 }, values: ['BE'] });
    expect(ruleOf(shown, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET', have: 0, need: { min: 1 } });
    expect(ruleOf(shown, 'sector-mix')).toMatchObject({ verdict: 'MET' });
    const { nodes } = shown.suggestedPartners;
    const first = nodes.slice(0, 4);
    expect(first.map(({ organisation }) => organisation.id).sort()).toEqual([...FOOD, 'marjon-uk']); // all four were in FLAVOUR, on food surplus
    for (const { closes } of first) expect(closes).toEqual(expect.arrayContaining(['two-member-states', 'uk-partner']));
    for (const { parts } of first.filter(({ organisation }) => FOOD.includes(organisation.id))) {
      expect(parts.find(({ signal }) => signal === 'THEMES')?.evidence[0]?.text).toMatch(/[Ff]ood/);
    }

    await team.join(lead, id, 'fareshare-sussex');
    const after = await read(lead, id, RULES);
    expect([ruleOf(after, 'two-member-states')?.verdict, ruleOf(after, 'uk-partner')?.verdict]).toEqual(['MET', 'MET']);
  });

  it('a French partner closes one of the two alone', async () => {
    const { id, lead } = await team.consortium('2SEAS-SO13', 'stad-brugge', 'stad-mechelen', 'vives');
    await themes(id, 'inclusion.poverty.food');
    const { suggestedPartners: { nodes } } = await read(lead, id, `suggestedPartners(first: 50) { ... on SuggestedPartnerConnection { nodes { organisation { id } closes } } }`);
    expect(nodes.find(({ organisation }) => organisation.id === 'panier-de-la-mer')?.closes).toEqual(['two-member-states']);
    const member = await team.person('vives');
    expect(await read(member, id, `suggestedPartners { ... on Failure { code } }`)).toMatchObject({ suggestedPartners: { code: 'FORBIDDEN' } });
  });

  it('puts a partner from the bench first in the repair, whoever suits better', async () => {
    const { id, lead } = await team.consortium('2SEAS-SO13', 'stad-brugge', 'stad-mechelen', 'vives');
    const before = await read(lead, id, 'repair { steps { action first { id } } }');
    expect(before.repair.steps[0]?.first[0]?.id).not.toBe('gcu-uk');
    const { id: memberId } = await team.invite(lead, id, 'gcu-uk', { standby: true });
    await team.act(await team.person('gcu-uk'), 'acceptInvitation', { memberId });
    const after = await read(lead, id, 'repair { steps { action first { id } } }');
    expect(after.repair.steps[0]?.action).toBe('ADD');
    expect(after.repair.steps[0]?.first[0]?.id).toBe('gcu-uk');
  });
});

describe('scenario 10: partner leaves', () => {
  const OTHERS = ['ville-amiens', 'eho', 'stad-sint-niklaas', 'pro-work', 'stad-gent', 'acsw-wattrelos', 'centre-social-salengro', 'jong-ondernemen'];
  const BRITISH = ['wsx', 'bournemouth-uni', 'devon-mind', 'digital-peninsula'];
  let id: string;
  let lead: Somebody;

  beforeAll(async () => {
    await british('devon-mind', 'inclusion');
    await british('digital-peninsula', 'skills.entrepreneurial');
    await room.database.query('SELECT note_directory_change(NULL)');
    ({ id, lead } = await team.consortium('2SEAS-SO13', 'arteveldehogeschool', ...OTHERS, ...BRITISH));
    await room.database.query(`UPDATE consortia SET state = 'PROPOSAL' WHERE id = $1`, [id]);
  });

  it('thirteen partners stand on four British ones; when three leave, one more departure breaks the rule', async () => {
    const before = await read(lead, id, 'fragileRules { id } members { id }');
    expect(before.fragileRules.map((rule) => rule.id)).not.toContain('uk-partner');
    for (const leaver of ['bournemouth-uni', 'devon-mind', 'digital-peninsula']) {
      const left = await team.act(await team.person(leaver), 'leaveConsortium', { memberId: await team.idIn(id, leaver), reason: 'Other plans' });
      expect(left.state).toBe('LEFT');
    }
    const after = await read(lead, id, 'fragileRules(language: NL) { id warning members { id } } check { rules { id verdict } }');
    expect(ruleOf(after, 'uk-partner')).toMatchObject({ verdict: 'MET' });
    expect(after.fragileRules.find((rule) => rule.id === 'uk-partner')).toEqual({
      id: 'uk-partner', members: [{ id: 'wsx' }], warning: 'Als er nog één partner vertrekt, is deze regel niet meer vervuld: Minstens één Engelse partner.',
    });
  });

  it('British organisations are suggested for the themes of who left, Plymouth Marjon University for Bournemouth University', async () => {
    const memberId = await team.idIn(id, 'bournemouth-uni');
    const found = await room.ask<{ keepsRules: boolean; organisations: { id: string; country: string }[] }>(
      lead, `{ replacementsFor(memberId: "${memberId}") { ... on MemberReplacements { keepsRules organisations { id country } } ... on Failure { code message } } }`);
    expect(found.keepsRules).toBe(true);
    expect(new Set(found.organisations.map(({ country }) => country))).toEqual(new Set(['GB']));
    expect(found.organisations.map((one) => one.id)).toContain('marjon-uk');
    expect(found.organisations.map((one) => one.id)).not.toContain('bournemouth-uni');
    const stranger = await team.person('avise');
    expect(await room.ask(stranger, `{ replacementsFor(memberId: "${memberId}") { ... on Failure { code } } }`)).toEqual({ code: 'NOT_FOUND' });
  });

  it('the lead goes to Stad Gent with the yes of both, and at no moment is there none or two', async () => {
    const gent = await team.person('stad-gent');
    const coordinators = async (): Promise<string[]> => {
      const { members } = await room.ask<{ members: { role: string; organisation: { id: string } }[] }>(gent, `{ consortium(id: "${id}") { ... on Consortium { members { role organisation { id } } } } }`);
      return members.flatMap(({ role, organisation }) => (role === 'COORDINATOR' ? [organisation.id] : []));
    };
    expect(await coordinators()).toEqual(['arteveldehogeschool']);
    await team.onConsortium(lead, 'proposeHandOver', { memberId: await team.idIn(id, 'stad-gent') });
    expect(await coordinators()).toEqual(['arteveldehogeschool']);
    const [, ...seen] = await Promise.all([team.onConsortium(gent, 'acceptHandOver', { consortiumId: id }), ...Array.from({ length: 20 }, coordinators)]);
    expect(new Set(seen.map((leads) => leads.length))).toEqual(new Set([1]));
    expect(await coordinators()).toEqual(['stad-gent']);
    const { check } = await read(gent, id, 'check { rules { id verdict } }');
    expect(check.rules.find((rule) => rule.id === 'one-coordinator')?.verdict ?? 'MET').toBe('MET');
  });
});

describe('new rules of a call', () => {
  const publish = (version: number, least: number): Promise<unknown> => room.database.query(
    `INSERT INTO rulesets (call_id, version, rules, published_on, reason) SELECT id, $2, $3, '2023-09-01', 'A test.' FROM calls WHERE code = $1`,
    ['ESF-VL-357', version, JSON.stringify([{ id: 'members', level: 'consortium', severity: 'MANDATORY', message: { en: 'Members' }, must: { fn: 'count', op: '>=', value: least } }])]);

  it('look at open consortia again: one that was ready and is not any more is a proposal, and its members hear once', async () => {
    await publish(2, 1);
    const { id, lead } = await team.consortium('ESF-VL-357', 'stad-gent', 'vives');
    const other = await team.consortium('ESF-VL-357', 'stad-mechelen', 'stad-brugge', 'vives');
    await team.ready(id);
    await publish(3, 3);
    const reviews = room.app.get(RuleReviews);
    const callId = await room.idOf('calls', 'ESF-VL-357');
    await Promise.all([reviews.review(callId), reviews.review(callId), reviews.review(null)]);
    expect([(await read(lead, id, '')).state, (await read(other.lead, other.id, '')).state]).toEqual(['PROPOSAL', 'FORMING']);
    expect([await team.news(id), await team.news(other.id)]).toEqual([['NEW_RULES'], []]);
    const [told] = await room.database.query<{ count: number; revision: number }[]>('SELECT count(*)::int AS count, max(revision) AS revision FROM messages WHERE subject_id = $1', [id]);
    expect(told).toMatchObject({ revision: 3 });
    expect((await team.audit(id)).filter((action) => action === 'REOPEN')).toHaveLength(1);
    await team.ready(id);
    await reviews.review(callId);
    expect((await read(lead, id, '')).state).toBe('READY');
  });
});

describe('consortiumChanged', () => {
  it('tells what a consortium is, each change, and ends when the viewer may not see it any more', async () => {
    const { id, lead } = await team.consortium('2SEAS-SO13', 'stad-brugge', 'vives');
    const vives = await team.person('vives');
    const next = await room.follow<{ version: number; members: { state: string }[] }>(vives, `subscription { consortiumChanged(consortiumId: "${id}") { version members { state } } }`);
    const first = await next();
    expect(first?.members).toHaveLength(2);
    await team.invite(lead, id, 'stad-mechelen');
    const second = await next();
    expect(second?.members.map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED', 'SENT']);
    expect(second?.version).toBeGreaterThan(first?.version ?? 0);
    await team.act(lead, 'removeMember', { memberId: await team.idIn(id, 'vives'), reason: 'Not heard of' });
    expect(await next()).toBeUndefined();
    const stranger = await room.follow(await team.person('avise'), `subscription { consortiumChanged(consortiumId: "${id}") { id } }`);
    await expect(stranger()).rejects.toThrow('Nothing was found');
  });
});
