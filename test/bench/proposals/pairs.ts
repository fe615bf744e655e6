import fs from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { COMMAND_LINE } from '#libs/accounts';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { Clock, Failure, migrate, PlatformModule, readConfig } from '#libs/platform';
import { CannotLead, ProposalSearches, ProposalsService, SuggestionsModule, SuggestionsService, type ProposalAsk, type ReadQuestion, type ProposedConsortium } from '#libs/suggestions';
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

/** What an ordinary question costs while others ask for consortia, in milliseconds. */
export interface AskerFigures {
  readonly askers: number;
  readonly p95Alone: number;
  readonly p95Meanwhile: number;
  /** How many times as long. */
  readonly ratio: number;
}

export interface Measured {
  readonly pairs: readonly PairFigures[];
  readonly askers: AskerFigures;
}

export async function measureProposals(pairs: number, count: number, seed: number, say: (what: string) => void): Promise<Measured> {
  const server = await startServer();
  try {
    await migrate(server.url, migrations);
    const root = { module: SuggestionsModule, imports: [PlatformModule.forRoot(readConfig({}), server.url)] };
    const app = await NestFactory.createApplicationContext(root, { logger: ['error'] });
    try {
      const database = app.get(DataSource);
      await importFiles(database, [BUNDLED_DATA], [...directoryFormats, ...callFormats]);
      await app.get(Clock).set(TODAY);
      const figures = await measurePairs(app, { pairs, count, seed }, say);
      say(`${ASKERS} askers at once`);
      return { pairs: figures, askers: await measureAskers(app, figures, seed) };
    } finally {
      await app.close();
    }
  } finally {
    await server.stop();
  }
}

interface Sample {
  readonly pairs: number;
  readonly count: number;
  readonly seed: number;
}

async function measurePairs(app: INestApplicationContext, { pairs, count, seed }: Sample, say: (what: string) => void): Promise<PairFigures[]> {
  const calls = bundledCalls();
  const register = await app.get(DataSource).query<{ code: string }[]>(`SELECT code FROM organisations ORDER BY code`);
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
}

const ASKERS = 20;
const QUESTIONS = 200;

/** Everything in one process, the least favourable of all: searches one after the other, as the queue gives them out. */
async function measureAskers(app: INestApplicationContext, pairs: readonly PairFigures[], seed: number): Promise<AskerFigures> {
  const proposals = app.get(ProposalsService);
  const suggestions = app.get(SuggestionsService);
  const ask = async (at: number): Promise<number> => {
    const { call, lead } = pairs[at % pairs.length] ?? { call: '', lead: '' };
    const started = performance.now();
    await suggestions.suggestedPartners(COMMAND_LINE, call, lead, { first: 20 });
    return performance.now() - started;
  };
  for (const at of pairs.keys()) await ask(at);
  const alone: number[] = [];
  for (let at = 0; at < QUESTIONS; at++) alone.push(await ask(at));
  const meanwhile: number[] = [];
  const searched = new AbortController();
  const searching = searchAll(proposals, pairs, seed).finally(() => { searched.abort(); });
  for (let at = 0; !searched.signal.aborted; at++) meanwhile.push(await ask(at));
  await searching;
  const [p95Alone, p95Meanwhile] = [p95(alone), p95(meanwhile)];
  return { askers: ASKERS, p95Alone, p95Meanwhile, ratio: p95Meanwhile / p95Alone };
}

async function searchAll(proposals: ProposalsService, pairs: readonly PairFigures[], seed: number): Promise<void> {
  const asked = Array.from({ length: ASKERS }, (_, at) => pairs[at % pairs.length]).filter((pair) => pair !== undefined);
  const runs = await Promise.all(asked.map(({ call, lead }) => proposals.propose(COMMAND_LINE, askFor(call, lead, 1, seed))));
  for (const { id } of runs) await proposals.compute(id);
}

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? 0;

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
      return await searches.read(COMMAND_LINE, askFor(callId, lead, count, seed));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      lead = (error instanceof CannotLead ? error.instead[0] : undefined) ?? drawLead();
    }
  }
  throw new Error(`Nobody among ${TRIES} drawn may lead in ${callId}.`);
}

function askFor(callId: string, lead: string, count: number, seed: number): ProposalAsk {
  const draft = { callId, members: [{ organisationId: lead, role: 'COORDINATOR' as const }] };
  return { draft, size: { min: 6, max: 10 }, excluded: [], apart: [], mix: 'PROVEN', count, wishes: [], seed };
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
