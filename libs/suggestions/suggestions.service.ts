import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { CallsService, type CallRecord } from '#libs/calls';
import type { Standing } from '#libs/eligibility';
import type { Mix, Part, Ranked, Suggestion } from '#libs/matching';
import { Clock, connectionOf, enqueue, InvalidInput, pageOf, type Connection, type Page, type PageArgs } from '#libs/platform';
import { conditionsIn, matchingCallOf, standingOf, type Tier } from './admission.js';
import { AnswersService, type GivenAnswer, type Ranking, type Stamps } from './answers.service.js';
import { DemandService } from './demand.service.js';
import type { ConsortiumDraft } from './drafts/draft.js';
import { lookFrom } from './looks.js';
import { KEPT, USUAL_MIX } from './matching.service.js';
import { NotEligible } from './not-eligible.js';
import { NothingKept } from './nothing-kept.js';
import { QuestionsService, type Asked } from './questions.service.js';
import type { Candidate } from './snapshot.js';
import { SnapshotsService } from './snapshots.service.js';

/** A partner with its place in the whole ranking, from 1. */
export interface RankedPartner extends Ranked {
  readonly rank: number;
  /** The partner's id; `organisation` is its code. */
  readonly id: string;
  /** None, as the following, in an answer of another moment or of an earlier model. */
  readonly parts: readonly Part[];
  readonly probability?: number;
  readonly tier?: Tier;
  /** For drafts: the rules that the draft fails and that this partner would close. */
  readonly closes?: readonly string[];
}

export interface PartnerAnswer extends Connection<RankedPartner> {
  readonly call: CallRecord;
  readonly asker: Candidate;
  readonly standing: { readonly join: Standing; readonly lead: Standing };
  readonly stamps: Stamps;
  readonly answeredAt: Date;
}

/** What may be said beside the question. */
export interface SuggestionOptions {
  /** {@link USUAL_MIX} when left out. */
  readonly mix?: Mix;
  /** The answer that was given then, to the last bit, but without parts. Of drafts none is kept. */
  readonly asOf?: Date | null;
  /** Who is in the asker's draft already, by id or code: partners are sought for all of them, and the rules look at all. */
  readonly members?: readonly string[];
  /** A consortium that the asker leads, in the place of its members: what its project wants counts too. */
  readonly draft?: ConsortiumDraft;
}

/** Scores for one organisation, by the id of the candidate. */
export interface ExplainedScores {
  /** The code of the organisation for which they were made. */
  readonly asker: string;
  readonly scores: ReadonlyMap<string, Suggestion>;
}

/** Suggested partners, ranked and explained. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly questions: QuestionsService,
    private readonly snapshots: SnapshotsService,
    private readonly answers: AnswersService,
    private readonly demand: DemandService,
    private readonly clock: Clock,
  ) {}

  /**
   * Partners for an organisation in a call: from the stored row when it is of the present data and rules, else ranked now
   * by the same engine; the whole call is then computed in the background. A row of an earlier model answers, without
   * parts, until its successor is there.
   * @throws Unauthenticated, NotFound, Forbidden, NotEligible, NothingKept, InvalidInput
   */
  async suggestedPartners(
    viewer: Viewer,
    callCode: string,
    organisationCode: string,
    pageArgs: PageArgs,
    { mix = USUAL_MIX, asOf, members = [], draft }: SuggestionOptions = {},
  ): Promise<PartnerAnswer> {
    const page = pageOf(pageArgs, 'number');
    if (asOf != null && members.length > 0) throw new InvalidInput('asOf', 'answers for drafts are not kept.');
    const asked = await this.questions.read(viewer, callCode, organisationCode, { mix, members, draft });
    const { call, asker } = asked;
    const standing = standingOf(call, asker);
    const answer = asOf == null ? await this.answerNow(asked, standing, startOf(page) + page.limit) : await this.answerThen(asked, asOf);
    const { stamps, answeredAt } = answer;
    return { ...this.pageOf(answer, page, asked), call, asker, standing, stamps, answeredAt };
  }

  /** What candidates' scores for an organisation are made of; nothing when the call or the organisation is not known. */
  async explain(callId: string, organisationId: string, candidateIds: readonly string[]): Promise<ExplainedScores | undefined> {
    const call = await this.calls.record(callId);
    const snapshot = await this.snapshots.soon();
    const asker = snapshot.codes.get(organisationId);
    if (call === undefined || asker === undefined) return undefined;
    const { demand } = await this.demand.of(callId);
    const answer = lookFrom(matchingCallOf(call, demand, snapshot.callVectors.get(call.code)), snapshot.index)([asker], conditionsIn(call, snapshot, USUAL_MIX));
    const scores = new Map<string, Suggestion>();
    for (const id of candidateIds) {
      const code = snapshot.codes.get(id);
      if (code !== undefined && code !== asker) scores.set(id, answer.explain(code));
    }
    return { asker, scores };
  }

  private async answerNow(asked: Asked, standing: PartnerAnswer['standing'], needed: number): Promise<GivenAnswer> {
    const { call, asker, organisationId } = asked;
    if (standing.join.verdict === 'NOT_MET') throw new NotEligible(call.code, asker.code, standing.join.reasons);
    if (asked.closed !== undefined) return { ...rankNow(asked, needed), answeredAt: await this.clock.now() };
    const ranking = (await this.stored(asked, needed)) ?? rankNow(asked, needed);
    const kept = { ...ranking, partners: ranking.partners.slice(0, KEPT), scores: ranking.scores.slice(0, KEPT) };
    return { ...ranking, answeredAt: await this.answers.given(call.id, organisationId, kept) };
  }

  private async answerThen({ call, asker, organisationId, mix }: Asked, asOf: Date): Promise<GivenAnswer> {
    const answer = await this.answers.at(call.id, organisationId, mix, asOf);
    if (answer === undefined) throw new NothingKept(call.code, asker.code, asOf);
    return answer;
  }

  /** The stored ranking, when it is long enough; asking where none is of the present data, rules and model has the call computed. */
  private async stored({ call, organisationId, mix, stamps }: Asked, needed: number): Promise<Ranking | undefined> {
    if (mix !== USUAL_MIX) return undefined;
    const [row] = await this.database.query<{ partners: string[]; scores: number[]; model: string }[]>(
      `SELECT partners, scores, model_version AS model FROM suggestions
       WHERE call_id = $1 AND organisation_id = $2 AND data_stamp = $3 AND ruleset_version = $4 AND demand_version = $5`,
      [call.id, organisationId, stamps.data, stamps.ruleset, stamps.demand],
    );
    if (row?.model !== stamps.model) {
      await this.database.transaction((manager) => enqueue(manager, 'matching', 'asked', { call: call.id }));
    }
    if (row === undefined || (row.partners.length === KEPT && needed > KEPT)) return undefined;
    const { partners, scores, model } = row;
    return { mix, partners, scores, stamps: { ...stamps, model } };
  }

  /** A page of an answer, explained if it is of the present scores. */
  private pageOf({ partners, scores, stamps }: GivenAnswer, page: Page, asked: Asked): Connection<RankedPartner> {
    const { snapshot, tier, closed } = asked;
    const present = isDeepStrictEqual(stamps, asked.stamps) ? asked.scores : undefined;
    const start = startOf(page);
    const rows = partners.slice(start, start + page.limit).map((id, i) => ({ id, score: scores[start + i] ?? 0, rank: start + i + 1 }));
    const partnerOf = ({ id, score, rank }: (typeof rows)[number]): RankedPartner => {
      const organisation = snapshot.codes.get(id);
      if (organisation === undefined || present === undefined) return { organisation: organisation ?? id, score, parts: [], rank, id };
      const known = tier(organisation);
      const closes = closed && { closes: closed.get(organisation) ?? [] };
      return { ...present.explain(organisation), rank, id, ...(known !== undefined && { tier: known }), ...closes };
    };
    return connectionOf(rows, page, ({ rank }) => [rank], partnerOf);
  }
}

function rankNow({ snapshot, mix, stamps, scores }: Asked, needed: number): Ranking {
  const ranked = scores.rank(Math.max(KEPT, needed));
  const idOf = (code: string): string => snapshot.candidates.get(code)?.id ?? '';
  return { partners: ranked.map(({ organisation }) => idOf(organisation)), scores: ranked.map(({ score }) => score), mix, stamps };
}

/** How many partners stand before a page: the rank in its cursor. */
function startOf({ after }: Page): number {
  if (after === undefined) return 0;
  const [rank] = after;
  if (typeof rank !== 'number' || rank < 1) throw new InvalidInput('after', 'is not a cursor of this list.');
  return rank;
}
