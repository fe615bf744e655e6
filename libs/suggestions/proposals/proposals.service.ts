import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { actsFor, COMMAND_LINE, isKnown, type Viewer } from '#libs/accounts';
import { InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import type { SeatCandidate } from './found-consortium.js';
import type { ProposalAsk } from './proposal-ask.js';
import { ProposalRuns, type ProposalRun } from './proposal-runs.service.js';
import { ProposalSearches, type ProposalEvent } from './proposal-searches.service.js';

/** A cancelled search ends within a second. */
const LOOK_MILLISECONDS = 300;
const MOST_REPLACEMENTS = 20;

/** Whole consortia, proposed in the background. */
@Injectable()
export class ProposalsService {
  private readonly log = new Logger(ProposalsService.name);

  constructor(
    private readonly searches: ProposalSearches,
    private readonly runs: ProposalRuns,
  ) {}

  /**
   * Stores the question and has a worker search.
   * @throws as {@link ProposalSearches.read}
   */
  async propose(viewer: Viewer, ask: ProposalAsk): Promise<ProposalRun> {
    const { read, lead } = await this.searches.read(viewer, ask);
    return this.runs.ask(read.call.id, read.organisations.get(lead.id)?.uuid ?? '', ask);
  }

  /**
   * Who could take the place of a member that left, best first, all rules kept.
   * @param ask its draft has those who stay
   * @throws as {@link ProposalSearches.read}
   */
  async replacements(viewer: Viewer, ask: ProposalAsk, first: number): Promise<readonly SeatCandidate[]> {
    if (!Number.isInteger(first) || first < 1 || first > MOST_REPLACEMENTS) throw new InvalidInput('first', `must be from 1 to ${MOST_REPLACEMENTS}.`);
    const members = ask.draft.members.length + 1;
    return this.searches.seat(await this.searches.read(viewer, { ...ask, size: { min: members, max: members } }), first);
  }

  /** What was found so far. @throws Unauthenticated, NotFound */
  async run(viewer: Viewer, id: string): Promise<ProposalRun> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const run = await this.runs.find(id);
    if (run === undefined || !actsFor(viewer, run.organisationUuid)) throw new NotFound('id', id);
    return run;
  }

  /** Stops the search within a second; what was found stays. @throws as {@link run} */
  async cancel(viewer: Viewer, id: string): Promise<ProposalRun> {
    await this.run(viewer, id);
    await this.runs.cancel(id);
    return this.run(viewer, id);
  }

  /** Searches what a run asks for; the same run may be given to it again. */
  async compute(id: string): Promise<void> {
    const run = await this.runs.start(id);
    if (run === undefined) return;
    const ended = new AbortController();
    const cancelled = new AbortController();
    const watch = this.watch(id, cancelled, ended.signal);
    try {
      const question = await this.searches.read(COMMAND_LINE, run.ask);
      for await (const event of this.searches.search(question, cancelled.signal)) await this.store(id, event);
    } catch (error) {
      if (cancelled.signal.aborted) return;
      this.log.error(`Proposals ${id} failed: ${error instanceof Error ? error.message : String(error)}`);
      await this.runs.finish(id, 'failed');
    } finally {
      ended.abort();
      await watch;
    }
  }

  private async store(id: string, event: ProposalEvent): Promise<void> {
    if (event.kind === 'proposed') await this.runs.found(id, event.nth, event.consortium);
    if (event.kind === 'end') await this.runs.finish(id, event.end, event.conflict);
  }

  private async watch(id: string, cancelled: AbortController, signal: AbortSignal): Promise<void> {
    try {
      while (await this.runs.isOpen(id)) await setTimeout(LOOK_MILLISECONDS, undefined, { signal });
      cancelled.abort();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
