import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actsFor, isKnown, type Viewer } from '#libs/accounts';
import { CallsService, type CallRecord } from '#libs/calls';
import { OrganisationsService } from '#libs/directory';
import type { Standing } from '#libs/eligibility';
import { matchCall, MODEL_VERSION, type Suggestion } from '#libs/matching';
import {
  connectionOf,
  enqueue,
  Forbidden,
  InvalidInput,
  NotFound,
  pageOf,
  Unauthenticated,
  type Connection,
  type Page,
  type PageArgs,
} from '#libs/platform';
import { admissionTo, matchingCallOf, standingOf } from './admission.js';
import { KEPT } from './matching.service.js';
import { NotEligible } from './not-eligible.js';
import type { Candidate, Snapshot } from './snapshot.js';
import { SnapshotsService } from './snapshots.service.js';

/** What an answer was computed from: equal stamps mean equal answers. */
export interface Stamps {
  readonly data: string;
  readonly ruleset: number;
  readonly model: string;
}

/** A partner with its place in the whole ranking, from 1. */
export interface RankedPartner extends Suggestion {
  readonly rank: number;
  /** The partner's id; `organisation` is its code. */
  readonly id: string;
}

export interface PartnerAnswer extends Connection<RankedPartner> {
  readonly call: CallRecord;
  readonly asker: Candidate;
  readonly standing: { readonly join: Standing; readonly lead: Standing };
  readonly stamps: Stamps;
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
    private readonly organisations: OrganisationsService,
    private readonly snapshots: SnapshotsService,
  ) {}

  /**
   * Partners for an organisation in a call: from the stored row when its stamps are current, else ranked now by the same
   * engine; the whole call is then computed in the background.
   * @throws Unauthenticated, NotFound, Forbidden, NotEligible, InvalidInput
   */
  async suggestedPartners(viewer: Viewer, callCode: string, organisationCode: string, pageArgs: PageArgs): Promise<PartnerAnswer> {
    const page = pageOf(pageArgs, 'number');
    const call = await this.callFor(callCode);
    const organisationId = await this.askerFor(viewer, organisationCode);
    const snapshot = await this.snapshots.current();
    const asker = snapshot.candidates.get(snapshot.codes.get(organisationId) ?? '');
    if (asker === undefined) throw new NotFound('organisationId', organisationCode);
    const standing = standingOf(call, asker);
    if (standing.join.verdict === 'NOT_MET') throw new NotEligible(call.code, asker.code, standing.join.reasons);

    const stamps = { data: snapshot.stamp, ruleset: call.ruleset.version, model: MODEL_VERSION };
    const start = startOf(page);
    const answer = matchCall(snapshot.index, matchingCallOf(call))([asker.code]);
    const ranked =
      (await this.stored(call, organisationId, stamps, snapshot, start + page.limit)) ??
      answer.rank({ k: Math.max(KEPT, start + page.limit), admit: admissionTo(call, snapshot) }).map(({ organisation }) => organisation);
    const rows = ranked.slice(start, start + page.limit).map((organisation, i) => ({ organisation, rank: start + i + 1 }));
    const partnerOf = ({ organisation, rank }: (typeof rows)[number]): RankedPartner => ({
      ...answer.explain(organisation),
      rank,
      id: snapshot.candidates.get(organisation)?.id ?? '',
    });
    return { ...connectionOf(rows, page, ({ rank }) => [rank], partnerOf), call, asker, standing, stamps };
  }

  /** What candidates' scores for an organisation are made of; nothing when the call or the organisation is not known. */
  async explain(callId: string, organisationId: string, candidateIds: readonly string[]): Promise<ExplainedScores | undefined> {
    const call = await this.calls.record(callId);
    const snapshot = await this.snapshots.current();
    const asker = snapshot.codes.get(organisationId);
    if (call === undefined || asker === undefined) return undefined;
    const answer = matchCall(snapshot.index, matchingCallOf(call))([asker]);
    const scores = new Map<string, Suggestion>();
    for (const id of candidateIds) {
      const code = snapshot.codes.get(id);
      if (code !== undefined && code !== asker) scores.set(id, answer.explain(code));
    }
    return { asker, scores };
  }

  private async callFor(code: string): Promise<CallRecord> {
    const id = await this.calls.resolveCallId(code);
    const call = id === undefined ? undefined : await this.calls.record(id);
    if (call === undefined) throw new NotFound('callId', code);
    return call;
  }

  private async askerFor(viewer: Viewer, code: string): Promise<string> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const organisation = await this.organisations.organisation(viewer, code);
    if (organisation === undefined) throw new NotFound('organisationId', code);
    if (!actsFor(viewer, organisation.uuid)) {
      throw new Forbidden('Only its own people and administrators may ask on behalf of an organisation.');
    }
    return organisation.uuid;
  }

  /** The stored ranking, as codes, when it is current and long enough; asking for a stale one has the call computed. */
  private async stored(call: CallRecord, organisationId: string, stamps: Stamps, snapshot: Snapshot, needed: number): Promise<string[] | undefined> {
    const [row] = await this.database.query<{ partners: string[] }[]>(
      `SELECT partners FROM suggestions WHERE call_id = $1 AND organisation_id = $2
         AND data_stamp = $3 AND ruleset_version = $4 AND model_version = $5`,
      [call.id, organisationId, stamps.data, stamps.ruleset, stamps.model],
    );
    if (row === undefined) {
      await this.database.transaction((manager) => enqueue(manager, 'matching', 'asked', { call: call.id }));
      return undefined;
    }
    if (row.partners.length === KEPT && needed > KEPT) return undefined;
    return row.partners.flatMap((id) => snapshot.codes.get(id) ?? []);
  }
}

/** How many partners stand before a page: the rank in its cursor. */
function startOf({ after }: Page): number {
  if (after === undefined) return 0;
  const [rank] = after;
  if (typeof rank !== 'number' || rank < 1) throw new InvalidInput('after', 'is not a cursor of this list.');
  return rank;
}
