import { Injectable } from '@nestjs/common';
import { actsFor, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { checker, membership, type Member } from '#libs/eligibility';
import { consortiumIndexOf } from '#libs/matching';
import { Forbidden, InvalidInput, NotFound } from '#libs/platform';
import type { ConsortiumDraft } from '../drafts/draft.js';
import { DraftsService, type ReadDraft } from '../drafts/drafts.service.js';
import { MembershipsService } from '../drafts/memberships.service.js';
import { candidatesFor, suitedTo } from '../drafts/team.js';
import { NotEligible } from '../not-eligible.js';
import { CannotLead } from './cannot-lead.js';
import type { FoundConsortium, SeatCandidate } from './found-consortium.js';
import { refuseSenseless, type ProposalAsk } from './proposal-ask.js';
import type { FoundConflict, SearchEvent, SearchOrder } from './proposal-search.js';
import type { ReadAsk } from './proposal-work.js';
import { proposedConsortium, type ProposedConsortium } from './proposal.js';
import { runSearch } from './run-search.js';

/** A question that makes sense, with what it names. */
export interface ReadQuestion {
  readonly draft: ConsortiumDraft;
  readonly ask: ReadAsk;
  readonly read: ReadDraft;
  readonly lead: Member;
}

/** What a search tells, with everything that readers want to know. */
export type ProposalEvent =
  | { readonly kind: 'proposed'; readonly nth: number; readonly consortium: ProposedConsortium; readonly milliseconds?: number }
  | { readonly kind: 'nothing yet'; readonly nth: number; readonly milliseconds: number }
  | { readonly kind: 'end'; readonly end: 'all' | 'none' | 'unknown'; readonly conflict?: FoundConflict };

/** Makes searches of questions, and proposals of what they find. The event loop only ranks and hands over. */
@Injectable()
export class ProposalSearches {
  constructor(
    private readonly drafts: DraftsService,
    private readonly memberships: MembershipsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * @throws Unauthenticated; Forbidden for whoever does not act for the lead; NotFound, InvalidInput naming the field;
   * CannotLead, NotEligible where the rules refuse somebody of the draft
   */
  async read(viewer: Viewer, given: ProposalAsk): Promise<ReadQuestion> {
    refuseSenseless(given);
    const { draft, ...asked } = given;
    const read = await this.drafts.read(viewer, draft);
    const lead = leadOf(read);
    if (!actsFor(viewer, read.organisations.get(lead.id)?.uuid ?? '')) {
      throw new Forbidden('Only its own people and administrators may ask on behalf of the lead.');
    }
    await this.refuseLead(read);
    refuseIneligible(read);
    const named = await this.named(given, read);
    return { draft, read, lead, ask: { ...asked, ...named, mustCover: given.mustCover ?? draft.project?.themes ?? [] } };
  }

  /** Searches in a thread; each consortium is judged anew, by what the database says of its members. */
  async *search(question: ReadQuestion, signal: AbortSignal): AsyncGenerator<ProposalEvent> {
    for await (const event of runSearch(orderOf(question, 'CONSORTIA', question.ask.count), signal)) {
      if (event.kind !== 'seat') yield await this.told(event, question);
    }
  }

  /** Who could join the draft's members so that all rules are kept, best first; in a thread as well. */
  async seat(question: ReadQuestion, most: number): Promise<readonly SeatCandidate[]> {
    for await (const event of runSearch(orderOf(question, 'SEAT', most), new AbortController().signal)) {
      if (event.kind === 'seat') return event.candidates;
    }
    return [];
  }

  private async told(event: Exclude<SearchEvent, { kind: 'seat' }>, question: ReadQuestion): Promise<ProposalEvent> {
    if (event.kind === 'end') return event;
    const { nth, found } = event;
    const passed = event.kind === 'at once' ? { milliseconds: event.milliseconds } : {};
    if (found === undefined) return { kind: 'nothing yet', nth, milliseconds: 0, ...passed };
    return { kind: 'proposed', nth, ...passed, consortium: await this.judged(question, found) };
  }

  private async judged({ draft: given, read: { eligibility, snapshot } }: ReadQuestion, found: FoundConsortium): Promise<ProposedConsortium> {
    const joining = found.members.filter((member) => !member.given).map(({ organisation, role }) => ({ organisationId: organisation, role }));
    const members = [...given.members.map((member) => ({ ...member, invited: false })), ...joining];
    const { draft } = await this.drafts.read(COMMAND_LINE, { ...given, members });
    return proposedConsortium(found, snapshot.candidates, checker(eligibility)(draft));
  }

  /** @throws CannotLead, with who may: the centre municipality of its region first, where that is known */
  private async refuseLead(read: ReadDraft): Promise<void> {
    const found = await this.memberships.leadOf(read);
    const instead = found && (await this.memberships.insteadOf(found));
    if (found === undefined || instead === undefined) return;
    const { codes } = read.snapshot;
    const ids = [instead.centre?.lead === 'MET' ? instead.centre.uuid : null, ...instead.others];
    throw new CannotLead(read.call.code, found.organisation.id, found.lead, [...new Set(ids.flatMap((id) => codes.get(id ?? '') ?? []))]);
  }

  /** Codes for all organisations that the question names beside the draft. */
  private async named(ask: ProposalAsk, { organisations, snapshot }: ReadDraft): Promise<Pick<ProposalAsk, 'excluded' | 'apart'>> {
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
    return { excluded, apart };
  }
}

function leadOf({ draft }: ReadDraft): Member {
  const lead = draft.members.find(({ roles }) => roles.includes('COORDINATOR'));
  if (lead === undefined) throw new InvalidInput('draft.members', 'have no COORDINATOR.');
  return lead;
}

function refuseIneligible({ call, eligibility, draft }: ReadDraft): void {
  for (const { id, roles, facts } of draft.members) {
    const { join } = membership(eligibility, facts);
    if (roles.includes('CO_APPLICANT') && join.verdict === 'NOT_MET') throw new NotEligible(call.code, id, join.reasons);
  }
}

const written = new WeakMap<readonly object[], string>();

/** The same candidates are written once. */
function candidatesIn(read: ReadDraft): string {
  const candidates = candidatesFor(read);
  const text = written.get(candidates) ?? JSON.stringify(candidates);
  written.set(candidates, text);
  return text;
}

function orderOf({ ask, read }: ReadQuestion, task: SearchOrder['task'], count: number): SearchOrder {
  const { eligibility: call, draft: { members: given, project }, snapshot: { index }, matching: { themes } } = read;
  const ranked = suitedTo(given.map(({ id }) => id), read).rank(index.organisations.length);
  // What is best is the greatest sum: a price may not make it less than nothing.
  const scores = new Map(ranked.map(({ organisation, score }) => [organisation, Math.max(0, score)]));
  return { task, count, ask, candidates: candidatesIn(read), ground: { call, project, given, index: consortiumIndexOf(index), scores, themes } };
}
