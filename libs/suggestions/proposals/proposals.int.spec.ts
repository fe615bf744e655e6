import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { DOMAIN_DATA } from '#libs/calls';
import { Forbidden, InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { NotEligible } from '../not-eligible.js';
import { suggestionsApp, type SuggestionsApp } from '../testing/suggestions-app.js';
import { CannotLead } from './cannot-lead.js';
import type { ProposalAsk } from './proposal-ask.js';
import type { ProposalRun } from './proposal-runs.service.js';
import { ProposalsService } from './proposals.service.js';

let running: SuggestionsApp;
let proposals: ProposalsService;

beforeAll(async () => {
  running = await suggestionsApp(DOMAIN_DATA);
  proposals = running.app.get(ProposalsService);
});
afterAll(() => running.close());

const CALL = '2SEAS-SO13';
const nobody: Viewer = { personId: 'somebody', administrator: false, mandates: [] };

const asking = (lead: string, changes: Partial<ProposalAsk> = {}, callId = CALL): ProposalAsk => ({
  draft: { callId, members: [{ organisationId: lead, role: 'COORDINATOR' }] },
  size: { min: 4, max: 6 },
  excluded: [],
  apart: [],
  mix: 'PROVEN',
  count: 2,
  wishes: [],
  seed: 1,
  nodes: 1000,
  ...changes,
});

async function found(ask: ProposalAsk): Promise<ProposalRun> {
  const { id } = await proposals.propose(COMMAND_LINE, ask);
  await proposals.compute(id);
  return proposals.run(COMMAND_LINE, id);
}

describe('a search for consortia', () => {
  it('finds different ones that keep all mandatory rules, each proven best', async () => {
    const { proposals: [first, second], ending } = await found(asking('stad-mechelen'));
    expect(ending).toBe('all');
    for (const each of [first, second]) {
      expect(each).toMatchObject({ rulesMet: true, proven: true, gap: 0 });
      expect(each?.members.filter(({ role }) => role === 'COORDINATOR').map(({ organisation }) => organisation)).toEqual(['stad-mechelen']);
      expect(each?.rules.filter(({ severity, verdict }) => severity === 'MANDATORY' && verdict === 'NOT_MET')).toEqual([]);
    }
    const codes = first?.members.map(({ organisation }) => organisation) ?? [];
    expect(codes.length).toBeLessThanOrEqual(6);
    expect(second?.members.filter(({ organisation }) => !codes.includes(organisation)).length).toBeGreaterThanOrEqual(2);
    expect(second?.value).toBeLessThanOrEqual(first?.value ?? 0);
  });

  it('tells of every partner how the lead knows it, what it covers and who else could have its seat', async () => {
    const { proposals: [first] } = await found(asking('stad-mechelen', { count: 1 }));
    const partners = first?.members.filter(({ role }) => role !== 'COORDINATOR') ?? [];
    expect(partners.length).toBeGreaterThan(2);
    for (const { path, alternatives, organisation } of partners) {
      expect(path.at(-1)?.organisation).toBe(organisation);
      expect(alternatives.length).toBeLessThanOrEqual(2);
    }
    expect(partners.flatMap(({ covers }) => covers)).toContain('inclusion.poverty');
    expect(partners.flatMap(({ alternatives }) => alternatives)).not.toEqual([]);
  });

  it('keeps to the wishes, the mix, and who is to be in, out or apart', async () => {
    const { proposals: [first] } = await found(
      asking('stad-mechelen', {
        count: 1,
        mix: 'BALANCED',
        draft: { callId: CALL, members: [{ organisationId: 'stad-mechelen', role: 'COORDINATOR' }, { organisationId: 'vives' }] },
        excluded: ['stad-brugge'],
        apart: [['bhfp-uk', 'fareshare-sussex']],
        wishes: [{ least: 1, role: 'CO_APPLICANT', countries: ['FR'] }],
      }),
    );
    const codes = first?.members.map(({ organisation }) => organisation) ?? [];
    expect(codes).toContain('vives');
    expect(codes).not.toContain('stad-brugge');
    expect(codes.filter((code) => ['bhfp-uk', 'fareshare-sussex'].includes(code)).length).toBeLessThanOrEqual(1);
    expect(first?.members.some(({ country, fits }) => country === 'FR' && fits.includes(1))).toBe(true);
    expect(first?.members.some(({ newcomer }) => newcomer)).toBe(true);
  });

  it('lists what only papers can settle, with who supplies it', async () => {
    const { proposals: [first] } = await found(asking('uafse-es', { count: 1 }, 'NCC-2023'));
    const open = first?.rules.find(({ rule }) => rule === 'endorsement-per-state');
    expect(open?.verdict).toBe('UNKNOWN');
    expect(open?.missing.map(({ supplier }) => supplier.who)).toContain('DESIGNATED');
    expect(first?.rulesMet).toBe(true);
  });

  it('gives equal answers to equal questions', async () => {
    const [once, again] = [await found(asking('stad-gent')), await found(asking('stad-gent'))];
    expect(again.proposals).toEqual(once.proposals);
  });

  it('names the demands that cannot be kept together, and what to give up', async () => {
    const run = await found(asking('stad-mechelen', { wishes: [{ least: 5, role: 'CO_APPLICANT', countries: ['NL'] }] }));
    expect(run).toMatchObject({ proposals: [], ending: 'none' });
    expect(run.conflict?.between).toEqual(expect.arrayContaining(['wish:1', 'size', 'uk-partner']));
    expect(run.conflict?.relaxation).toHaveLength(1);
    expect(run.conflict?.members.length).toBeGreaterThan(3);
  });

  it('ends within a second of being cancelled, and is not taken up again', async () => {
    const { id } = await proposals.propose(COMMAND_LINE, asking('stad-mechelen', { count: 5 }));
    const computing = proposals.compute(id);
    await proposals.cancel(COMMAND_LINE, id);
    const started = performance.now();
    await computing;
    expect(performance.now() - started).toBeLessThan(1000);
    await proposals.compute(id);
    expect(await proposals.run(COMMAND_LINE, id)).toMatchObject({ ending: null, finishedAt: null, cancelledAt: expect.any(Date) });
  });
});

describe('whoever asks', () => {
  it('acts for the lead', async () => {
    const id = await running.idOf('organisations', 'stad-mechelen');
    const member: Viewer = { ...nobody, mandates: [{ organisationId: id, role: 'MEMBER' }] };
    const run = await proposals.propose(member, asking('stad-mechelen'));
    expect(run).toMatchObject({ organisationUuid: id, startedAt: null });
    await expect(proposals.propose(nobody, asking('stad-mechelen'))).rejects.toThrow(Forbidden);
    await expect(proposals.propose(ANONYMOUS, asking('stad-mechelen'))).rejects.toThrow(Unauthenticated);
    await expect(proposals.run(nobody, run.id)).rejects.toThrow(NotFound);
    await expect(proposals.cancel(nobody, run.id)).rejects.toThrow(NotFound);
    await expect(proposals.run(ANONYMOUS, run.id)).rejects.toThrow(Unauthenticated);
  });

  it('is told who may lead where the lead may not', async () => {
    const refused = proposals.propose(COMMAND_LINE, asking('vives', {}, 'ESF-NL-SITS'));
    await expect(refused).rejects.toThrow(CannotLead);
    await expect(refused).rejects.toMatchObject({ rules: ['lead-applicant'], instead: expect.arrayContaining([expect.stringMatching(/^(gemeente-|uwv)/)]) });
  });

  it('is told whom the rules refuse', async () => {
    const members = [{ organisationId: 'stad-mechelen', role: 'COORDINATOR' as const }, { organisationId: 'uafse-es' }];
    await expect(proposals.propose(COMMAND_LINE, asking('', { draft: { callId: CALL, members } }))).rejects.toThrow(NotEligible);
  });

  it.each<[string, Partial<ProposalAsk>]>([
    ['size.min', { size: { min: 0, max: 5 } }],
    ['size.max', { size: { min: 3, max: 1_000_000 } }],
    ['size.min', { size: { min: NaN, max: 5 } }],
    ['size', { size: { min: 5, max: 3 } }],
    ['size', { size: { min: 1, max: 1 }, draft: { callId: CALL, members: [{ organisationId: 'vives', role: 'COORDINATOR' }, { organisationId: 'stad-gent' }] } }],
    ['count', { count: 0 }],
    ['count', { count: 6 }],
    ['seed', { seed: -1 }],
    ['nodes', { nodes: 0 }],
    ['draft.members', { draft: { callId: CALL, members: [{ organisationId: 'vives' }] } }],
    ['excluded[0]', { excluded: ['stad-mechelen'] }],
    ['apart[0]', { apart: [['vives', 'stad-mechelen']], draft: { callId: CALL, members: [{ organisationId: 'stad-mechelen', role: 'COORDINATOR' }, { organisationId: 'vives' }] } }],
    ['wishes[0].least', { wishes: [{ least: 0, role: 'CO_APPLICANT' }] }],
    ['wishes[0].role', { wishes: [{ least: 1, role: 'COORDINATOR' }] }],
    ['wishes[0].themes', { wishes: [{ least: 1, role: 'CO_APPLICANT', themes: ['no.theme'] }] }],
  ])('is told that %s is at fault', async (field, changes) => {
    const refused = proposals.propose(COMMAND_LINE, asking('stad-mechelen', changes));
    await expect(refused).rejects.toThrow(InvalidInput);
    await expect(refused).rejects.toMatchObject({ field });
  });

  it('is told of organisations and calls that there are not', async () => {
    await expect(proposals.propose(COMMAND_LINE, asking('stad-mechelen', { excluded: ['nobody'] }))).rejects.toMatchObject({ field: 'excluded[0]' });
    await expect(proposals.propose(COMMAND_LINE, asking('stad-mechelen', {}, 'NO-CALL'))).rejects.toThrow(NotFound);
  });
});

describe('after a loss', () => {
  it('British universities could take the seat of Bournemouth in SPEED-You-UP', async () => {
    const [row] = await running.database.query<{ codes: string[] }[]>(
      `SELECT array_agg(o.code) AS codes FROM participations m JOIN projects p ON p.id = m.project_id JOIN organisations o ON o.id = m.organisation_id
       WHERE p.code = '2S-SPEED-YOU-UP' AND o.country <> 'GB' AND m.role <> 'REPLACED'`,
    );
    const members = (row?.codes ?? []).map((organisationId) => ({
      organisationId,
      role: organisationId === 'stad-gent' ? ('COORDINATOR' as const) : ('CO_APPLICANT' as const),
    }));
    const started = performance.now();
    const replacements = await proposals.replacements(COMMAND_LINE, asking('', { draft: { callId: CALL, members } }), 10);
    expect(performance.now() - started).toBeLessThan(3000);
    const [{ countries } = { countries: [] }] = await running.database.query<{ countries: string[] }[]>(
      'SELECT array_agg(DISTINCT country) AS countries FROM organisations WHERE code = ANY($1)',
      [replacements.map(({ organisation }) => organisation)],
    );
    expect(countries).toEqual(['GB']);
    expect(replacements.map(({ organisation }) => organisation)).toContain('marjon-uk');
  });
});
