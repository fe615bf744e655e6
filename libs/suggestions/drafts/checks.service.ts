import { Injectable } from '@nestjs/common';
import { COMMAND_LINE, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { checker, repairer, solver, type Candidate, type Check, type Draft, type EligibilityCall, type Repair } from '#libs/eligibility';
import type { ConsortiumDraft } from './draft.js';
import { DraftsService, type ReadDraft } from './drafts.service.js';
import { candidatesFor, suitedTo } from './team.js';

type CheckDraft = (draft: Draft) => Check;
type RepairDraft = ReturnType<typeof repairer>;

/** A draft with how it stands. */
export interface CheckedDraft {
  readonly read: ReadDraft;
  readonly check: Check;
}

/** How drafts stand under the rules of their call, and the smallest change that would repair them. */
@Injectable()
export class ChecksService {
  private readonly checkers = new WeakMap<EligibilityCall, CheckDraft>();
  /** By the candidates for a call, which are the same until the directory changes. */
  private readonly repairers = new WeakMap<readonly Candidate[], RepairDraft>();

  constructor(
    private readonly drafts: DraftsService,
    private readonly calls: CallsService,
  ) {}

  /** @throws as {@link DraftsService.read} */
  async check(viewer: Viewer, given: ConsortiumDraft): Promise<CheckedDraft> {
    const read = await this.drafts.read(viewer, given);
    return { read, check: this.judge(read.eligibility, read.draft) };
  }

  judge(call: EligibilityCall, draft: Draft): Check {
    const check = this.checkers.get(call) ?? checker(call);
    this.checkers.set(call, check);
    return check(draft);
  }

  /**
   * The verdict of a draft under the latest rules of its call, and under an earlier version of them.
   * @throws as {@link DraftsService.read}
   */
  async underFormer(given: ConsortiumDraft, version: number): Promise<{ before: Check['verdict']; now: Check['verdict'] } | undefined> {
    const read = await this.drafts.read(COMMAND_LINE, given);
    const former = await this.calls.underRules(read.call, version);
    if (former === undefined) return undefined;
    const eligibility = await this.drafts.rulesOf(former);
    return { before: this.judge(eligibility, read.draft).verdict, now: this.judge(read.eligibility, read.draft).verdict };
  }

  /**
   * The smallest repair, whoever is invited counted as a member; the first candidates of a step suit the team best.
   * @param ready codes of those who agreed to stand by: before all others where they fit, in their order
   */
  async repair(read: ReadDraft, ready: readonly string[] = []): Promise<Repair> {
    const candidates = candidatesFor(read);
    const repair = this.repairers.get(candidates) ?? repairer(read.eligibility, candidates, await solver());
    this.repairers.set(candidates, repair);
    let order: string[] | undefined; // asked once, and only where somebody is to be chosen
    return repair(read.draft, (ids, most) => {
      const fitting = new Set(ids);
      order ??= suitedTo([...read.organisations.keys()], read).rank(read.snapshot.index.organisations.length).map(({ organisation }) => organisation);
      return [...new Set([...ready, ...order])].filter((code) => fitting.has(code)).slice(0, most);
    });
  }
}
