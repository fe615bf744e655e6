import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import type { Check, Draft, MemberRole } from '#libs/eligibility';
import type { Answer } from '#libs/matching';
import { InvalidInput } from '#libs/platform';
import { ChecksService } from './checks.service.js';
import type { ConsortiumDraft } from './draft.js';
import { DraftsService, type ReadDraft } from './drafts.service.js';
import { meanScore, suitedTo } from './team.js';
import { coverageOf, type ThemeCoverage } from './theme-coverage.js';
import { refuseTwoLeads } from './unfit-drafts.js';
import { changed, MOST_CHANGES, newcomersIn, type DraftChange } from './what-if.js';

/** How a draft stands, in all that a change may move. */
export interface DraftStanding {
  readonly check: Check;
  readonly themes: readonly ThemeCoverage[];
  readonly roles: readonly { readonly role: MemberRole; readonly members: readonly string[] }[];
  /** Mean score of the others as partners of the lead, from 0 to 1; null without a lead or without others. */
  readonly score: number | null;
}

export interface WhatIfAnswer {
  readonly read: ReadDraft;
  readonly before: DraftStanding;
  readonly after: DraftStanding;
}

/** What changes of a draft would come to. Reads as often as a check does, however many changes. */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly checks: ChecksService,
  ) {}

  /** @throws as {@link DraftsService.read}, and InvalidInput for a change that cannot be made */
  async whatIf(viewer: Viewer, given: ConsortiumDraft, changes: readonly DraftChange[]): Promise<WhatIfAnswer> {
    if (changes.length > MOST_CHANGES) throw new InvalidInput('changes', `are ${changes.length}: ${MOST_CHANGES} at most.`);
    const read = await this.drafts.read(viewer, { ...given, members: [...given.members, ...newcomersIn(changes)] });
    const size = given.members.length;
    const before = { ...read.draft, members: read.draft.members.slice(0, size) };
    const newcomers = new Map(read.draft.members.slice(size).map((member) => [member.id, member]));
    const after = changed(before, changes, newcomers, namesIn(read));
    refuseTwoLeads('changes', leadsOf(after));
    const scoresOf = oncePerLead((lead) => suitedTo([lead], read));
    return { read, before: this.standing(before, read, scoresOf), after: this.standing(after, read, scoresOf) };
  }

  private standing(draft: Draft, read: ReadDraft, scoresOf: (lead: string) => Answer): DraftStanding {
    const [lead] = leadsOf(draft);
    const others = draft.members.flatMap(({ id }) => (id === lead ? [] : [id]));
    const roles = new Set(draft.members.flatMap((member) => member.roles));
    return {
      check: this.checks.judge(read.eligibility, draft),
      themes: coverageOf(draft, read),
      roles: [...roles].map((role) => ({ role, members: draft.members.filter((member) => member.roles.includes(role)).map(({ id }) => id) })),
      score: lead === undefined ? null : meanScore(others, scoresOf(lead)),
    };
  }
}

const leadsOf = ({ members }: Draft): string[] => members.flatMap(({ id, roles }) => (roles.includes('COORDINATOR') ? [id] : []));

/** Mostly the same organisation leads before and after. */
function oncePerLead(ask: (lead: string) => Answer): (lead: string) => Answer {
  const asked = new Map<string, Answer>();
  return (lead) => {
    const answer = asked.get(lead) ?? ask(lead);
    asked.set(lead, answer);
    return answer;
  };
}

/** The code by which the draft has an organisation that goes by any of its names. */
function namesIn({ organisations }: ReadDraft): (name: string) => string {
  const codes = new Map([...organisations].flatMap(([code, { uuid, codes: others }]) => [uuid, code, ...others].map((name) => [name, code] as const)));
  return (name) => codes.get(name) ?? name;
}
