import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { actsFor, COMMAND_LINE, isKnown, type Viewer } from '#libs/accounts';
import { InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import type { ProposalAsk } from './proposal-ask.js';
import { ProposalRuns, type ProposalRun } from './proposal-runs.service.js';
import { ProposalSearches, type PreparedSearch, type ProposalEvent, type SeatReplacement } from './proposal-searches.service.js';

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
   * @throws as {@link ProposalSearches.prepare}
   */
  async propose(viewer: Viewer, ask: ProposalAsk): Promise<ProposalRun> {
    const { read, lead } = await this.searches.prepare(viewer, ask);
    return this.runs.ask(read.call.id, read.organisations.get(lead.id)?.uuid ?? '', ask);
  }

  /**
   * Who could take the place of a member that left, best first, all rules kept.
   * @param ask its draft has those who stay
   * @throws as {@link ProposalSearches.prepare}
   */
  async replacements(viewer: Viewer, ask: ProposalAsk, first: number): Promise<SeatReplacement[]> {
    if (!Number.isInteger(first) || first < 1 || first > MOST_REPLACEMENTS) throw new InvalidInput('first', `must be from 1 to ${MOST_REPLACEMENTS}.`);
    const members = ask.draft.members.length + 1;
    return this.searches.replacements(await this.searches.prepare(viewer, { ...ask, size: { min: members, max: members } }), first);
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
      const prepared = await this.searches.prepare(COMMAND_LINE, run.ask);
      for await (const event of this.searches.search(prepared, cancelled.signal)) await this.store(id, event, prepared);
    } catch (error) {
      if (cancelled.signal.aborted) return;
      this.log.error(`Proposals ${id} failed: ${error instanceof Error ? error.message : String(error)}`);
      await this.runs.finish(id, 'failed');
    } finally {
      ended.abort();
      await watch;
    }
  }

  private async store(id: string, event: ProposalEvent, { work }: PreparedSearch): Promise<void> {
    if (event.kind === 'proposed') await this.runs.found(id, event.nth, event.consortium);
    if (event.kind !== 'end') return;
    const { end, conflict } = event;
    const members = conflict?.members.flatMap((option) => work.options[option]?.id ?? []) ?? [];
    await this.runs.finish(id, end, conflict && { ...conflict, members });
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
