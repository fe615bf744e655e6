import { Injectable } from '@nestjs/common';
import { COMMAND_LINE, actsFor, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { checker, membership, type Member } from '#libs/eligibility';
import type { Choice, Conflict } from '#libs/matching';
import { Forbidden, InvalidInput, NotFound } from '#libs/platform';
import type { ConsortiumDraft } from '../drafts/draft.js';
import { DraftsService, type ReadDraft } from '../drafts/drafts.service.js';
import { candidatesFor, suitedTo } from '../drafts/team.js';
import { NotEligible } from '../not-eligible.js';
import { CannotLead } from './cannot-lead.js';
import { refuseSenseless, type ProposalAsk } from './proposal-ask.js';
import type { SearchEvent } from './proposal-search.js';
import { proposalWork, type ProposalGround, type ProposalWork } from './proposal-work.js';
import { proposedConsortium, type ProposedConsortium } from './proposal.js';
import { runSearch } from './run-search.js';
import { whoMayLead } from './who-may-lead.js';

/** A question with all that is known of it. */
export interface PreparedSearch {
  readonly ask: ProposalAsk;
  readonly read: ReadDraft;
  readonly lead: Member;
  readonly ground: ProposalGround;
  readonly work: ProposalWork;
}

/** What a search tells, with everything that readers want to know. */
export type ProposalEvent =
  | { readonly kind: 'proposed'; readonly nth: number; readonly consortium: ProposedConsortium; readonly milliseconds?: number }
  | { readonly kind: 'nothing yet'; readonly nth: number; readonly milliseconds: number }
  | { readonly kind: 'end'; readonly end: 'all' | 'none' | 'unknown'; readonly conflict?: Conflict };

export interface SeatReplacement {
  /** Its printed code. */
  readonly organisation: string;
  readonly id: string;
  /** Of the consortium with it. */
  readonly value: number;
}

const LEADS_TOLD = 3;

/** Makes searches of questions, and proposals of what they find. */
@Injectable()
export class ProposalSearches {
  constructor(
    private readonly drafts: DraftsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * @throws Unauthenticated; Forbidden for whoever does not act for the lead; NotFound, InvalidInput naming the field;
   * CannotLead, NotEligible where the rules refuse somebody of the draft
   */
  async prepare(viewer: Viewer, ask: ProposalAsk): Promise<PreparedSearch> {
    refuseSenseless(ask);
    const read = await this.drafts.read(viewer, ask.draft);
    const lead = leadOf(read);
    if (!actsFor(viewer, read.organisations.get(lead.id)?.uuid ?? '')) {
      throw new Forbidden('Only its own people and administrators may ask on behalf of the lead.');
    }
    const given = read.draft.members;
    const ranked = suitedTo(given.map(({ id }) => id), read).rank({ k: read.snapshot.index.organisations.length });
    const scores = new Map(ranked.map(({ organisation, score }) => [organisation, score]));
    const candidates = candidatesFor(read);
    refuseIneligible(read, lead, candidates);
    const { eligibility: call, snapshot, matching: { themes } } = read;
    const ground = { call, project: read.draft.project, given, candidates, index: snapshot.index, scores, themes };
    const named = await this.named(ask, read);
    return { ask, read, lead, ground, work: proposalWork(ground, named) };
  }

  /** Searches in a thread; each consortium is judged anew, by what the database says of its members. */
  async *search(prepared: PreparedSearch, signal: AbortSignal): AsyncGenerator<ProposalEvent> {
    for await (const event of runSearch(prepared.work, signal)) {
      if (event.kind !== 'replacements') yield await this.told(event, prepared);
    }
  }

  /** Who could join the draft's members so that all rules are kept, in a thread as well. */
  async replacements({ work, read: { snapshot } }: PreparedSearch, most: number): Promise<SeatReplacement[]> {
    const size = work.problem.given.length + 1;
    const seat: ProposalWork = { ...work, task: 'REPLACEMENTS', count: most, problem: { ...work.problem, size: { min: size, max: size } } };
    for await (const event of runSearch(seat, new AbortController().signal)) {
      if (event.kind !== 'replacements') continue;
      return event.replacements.map(({ option, value }) => {
        const organisation = work.options[option]?.id ?? '';
        return { organisation, id: snapshot.candidates.get(organisation)?.id ?? '', value };
      });
    }
    return [];
  }

  async described(prepared: PreparedSearch, found: Choice): Promise<ProposedConsortium> {
    const { read: { eligibility, snapshot }, work, ground } = prepared;
    const { draft } = await this.drafts.read(COMMAND_LINE, draftOf(prepared, found));
    return proposedConsortium(found, work, ground, snapshot.candidates, checker(eligibility)(draft));
  }

  private async told(event: Exclude<SearchEvent, { kind: 'replacements' }>, prepared: PreparedSearch): Promise<ProposalEvent> {
    if (event.kind === 'end') return event;
    const { nth } = event;
    if (event.kind === 'proved') return { kind: 'proposed', nth, consortium: await this.described(prepared, event.found) };
    const { choice, milliseconds } = event;
    if (choice === undefined) return { kind: 'nothing yet', nth, milliseconds };
    return { kind: 'proposed', nth, milliseconds, consortium: await this.described(prepared, choice) };
  }

  /** Codes for all organisations that the question names beside the draft. */
  private async named(ask: ProposalAsk, { organisations, snapshot }: ReadDraft): Promise<ProposalAsk & { mustCover: readonly string[] }> {
    const ids = await this.organisations.resolveOrganisationIds([...ask.excluded, ...ask.apart.flat()]);
    const codeOf = (field: string) => (name: string, at: number): string => {
      const code = snapshot.codes.get(ids.get(name) ?? '');
      if (code === undefined) throw new NotFound(`${field}[${at}]`, name);
      return code;
    };
    const excluded = ask.excluded.map(codeOf('excluded'));
    const apart = ask.apart.map((group, at) => group.map(codeOf(`apart[${at}]`)));
    const both = excluded.findIndex((code) => organisations.has(code));
    if (both >= 0) throw new InvalidInput(`excluded[${both}]`, `${ask.excluded[both] ?? ''} has a seat in the draft.`);
    const together = apart.findIndex((group) => group.filter((code) => organisations.has(code)).length > 1);
    if (together >= 0) throw new InvalidInput(`apart[${together}]`, 'more than one of them has a seat in the draft.');
    for (const [at, { themes }] of ask.wishes.entries()) {
      const unknown = themes?.find((theme) => !snapshot.index.tree.position.has(theme));
      if (unknown !== undefined) throw new InvalidInput(`wishes[${at}].themes`, `there is no theme "${unknown.slice(0, 100)}".`);
    }
    return { ...ask, excluded, apart, mustCover: ask.draft.project?.themes ?? [] };
  }
}

function leadOf({ draft }: ReadDraft): Member {
  const lead = draft.members.find(({ roles }) => roles.includes('COORDINATOR'));
  if (lead === undefined) throw new InvalidInput('draft.members', 'have no COORDINATOR.');
  return lead;
}

function refuseIneligible({ call, eligibility, draft }: ReadDraft, lead: Member, candidates: readonly Pick<Member, 'id' | 'facts'>[]): void {
  const standing = membership(eligibility, lead.facts).lead;
  if (standing.verdict === 'NOT_MET') {
    throw new CannotLead(call.code, lead.id, standing, whoMayLead(eligibility, lead, candidates, LEADS_TOLD));
  }
  for (const { id, roles, facts } of draft.members) {
    const { join } = membership(eligibility, facts);
    if (roles.includes('CO_APPLICANT') && join.verdict === 'NOT_MET') throw new NotEligible(call.code, id, join.reasons);
  }
}

/** The draft with all members of a consortium that was found; those given as they were given. */
function draftOf({ ask: { draft }, work }: PreparedSearch, { members }: Choice): ConsortiumDraft {
  const joining = members.filter((option) => !work.problem.given.includes(option)).flatMap((option) => work.options[option] ?? []);
  return {
    ...draft,
    members: [
      ...draft.members.map((member) => ({ ...member, invited: false })),
      ...joining.map(({ id, roles: [role] }) => ({ organisationId: id, ...(role !== undefined && { role }) })),
    ],
  };
}
