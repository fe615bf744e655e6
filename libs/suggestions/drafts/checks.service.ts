import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
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

  constructor(private readonly drafts: DraftsService) {}

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

  /** The smallest repair, whoever is invited counted as a member; the first candidates of a step suit the team best. */
  async repair(read: ReadDraft): Promise<Repair> {
    const candidates = candidatesFor(read);
    const repair = this.repairers.get(candidates) ?? repairer(read.eligibility, candidates, await solver());
    this.repairers.set(candidates, repair);
    let order: string[] | undefined; // asked once, and only where somebody is to be chosen
    return repair(read.draft, (ids, most) => {
      const fitting = new Set(ids);
      order ??= suitedTo([...read.organisations.keys()], read).rank(read.snapshot.index.organisations.length).map(({ organisation }) => organisation);
      return order.filter((code) => fitting.has(code)).slice(0, most);
    });
  }
}
