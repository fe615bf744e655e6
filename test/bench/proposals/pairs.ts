import fs from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { COMMAND_LINE } from '#libs/accounts';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { Clock, Failure, migrate, PlatformModule, readConfig } from '#libs/platform';
import { CannotLead, ProposalSearches, SuggestionsModule, type ReadQuestion, type ProposedConsortium } from '#libs/suggestions';
import { migrations } from '#migrations';
import { startServer } from '../ranking/server.js';

/** A call and a lead, and how the search for their consortia went; all but the time is of the first of them. */
export interface PairFigures {
  readonly call: string;
  readonly lead: string;
  readonly value: number | null;
  readonly gap: number | null;
  /** Of all consortia of the pair, judged anew. */
  readonly rulesMet: boolean;
  readonly members: number;
  /** Of the answer at once, below the bound; nothing when it had none. */
  readonly greedyGap: number | null;
  readonly greedyMilliseconds: number;
  /** For all consortia of the pair, from the question to the last proof. */
  readonly seconds: number;
}

/** When the bundled calls are told of for the first time: no project of the register begins later. */
const TODAY = new Date('2023-09-04T07:00:00Z');
const TRIES = 200;

export async function measureProposals(pairs: number, count: number, seed: number, say: (what: string) => void): Promise<PairFigures[]> {
  const server = await startServer();
  try {
    await migrate(server.url, migrations);
    const root = { module: SuggestionsModule, imports: [PlatformModule.forRoot(readConfig({}), server.url)] };
    const app = await NestFactory.createApplicationContext(root, { logger: ['error'] });
    try {
      const database = app.get(DataSource);
      await importFiles(database, [BUNDLED_DATA], [...directoryFormats, ...callFormats]);
      await app.get(Clock).set(TODAY);
      const calls = bundledCalls();
      const register = await database.query<{ code: string }[]>(`SELECT code FROM organisations WHERE code LIKE 'io-%' ORDER BY code`);
      const searches = app.get(ProposalSearches);
      const draw = drawn(seed);
      const figures: PairFigures[] = [];
      for (let pair = 0; pair < pairs; pair++) {
        const call = calls[pair % calls.length] ?? '';
        const question = await pairFor(searches, call, () => register[draw(register.length)]?.code ?? '', count, seed);
        const measured = await measure(searches, call, question);
        say(`${pair + 1} of ${pairs}: ${measured.call}, ${measured.lead}: gap ${measured.gap ?? '-'}, ${measured.seconds.toFixed(1)} s`);
        figures.push(measured);
      }
      return figures;
    } finally {
      await app.close();
    }
  } finally {
    await server.stop();
  }
}

/** The calls whose rules were read word by word. */
function bundledCalls(): string[] {
  const text = fs.readFileSync(path.join(BUNDLED_DATA, 'domain', 'calls.json'), 'utf8');
  const { calls } = JSON.parse(text) as { calls: { id: string }[] };
  return calls.map(({ id }) => id);
}

/** With the lead drawn, or who may lead in its place; drawn again where the rules know nobody. */
async function pairFor(searches: ProposalSearches, callId: string, drawLead: () => string, count: number, seed: number): Promise<ReadQuestion> {
  let lead = drawLead();
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const draft = { callId, members: [{ organisationId: lead, role: 'COORDINATOR' as const }] };
      return await searches.read(COMMAND_LINE, { draft, size: { min: 6, max: 10 }, excluded: [], apart: [], mix: 'PROVEN', count, wishes: [], seed });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      lead = (error instanceof CannotLead ? error.instead[0] : undefined) ?? drawLead();
    }
  }
  throw new Error(`Nobody among ${TRIES} drawn may lead in ${callId}.`);
}

async function measure(searches: ProposalSearches, call: string, question: ReadQuestion): Promise<PairFigures> {
  const started = performance.now();
  const proven: ProposedConsortium[] = [];
  let greedy: number | null = null;
  let greedyMilliseconds = 0;
  for await (const event of searches.search(question, new AbortController().signal)) {
    if (event.kind === 'end') break;
    if (event.kind === 'proposed' && event.consortium.bound !== null) {
      proven.push(event.consortium);
      continue;
    }
    if (event.nth > 1) continue;
    greedyMilliseconds = event.milliseconds ?? 0;
    if (event.kind === 'proposed') greedy = event.consortium.value;
  }
  const [first] = proven;
  const bound = first?.bound ?? null;
  return {
    call,
    lead: question.lead.id,
    value: first?.value ?? null,
    gap: first?.gap ?? null,
    rulesMet: proven.every(({ rulesMet }) => rulesMet),
    members: first?.members.length ?? 0,
    greedyGap: greedy === null || bound === null ? null : Math.max(0, (bound - greedy) / bound),
    greedyMilliseconds,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Park–Miller: the same numbers for the same seed. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
