import { Injectable } from '@nestjs/common';
import { closedRules, isOrganisationType, membership, sectorOf, type Draft, type MemberRole, type Membership } from '#libs/eligibility';
import { coveredBy, hashOf, lot, type Answer, type CallFacts, type Part } from '#libs/matching';
import { matchingCallOf } from '../admission.js';
import { DemandService } from '../demand.service.js';
import { lookFrom } from '../looks.js';
import type { Candidate, Snapshot } from '../snapshot.js';
import { SnapshotsService } from '../snapshots.service.js';
import { DraftsService } from './drafts.service.js';

/** An idea or a consortium that lacks somebody; organisations by their own ids. */
export interface Opening {
  readonly id: string;
  /** None for an idea that is for no call yet. */
  readonly callId: string | null;
  /** How many other things that it lacks the organisation would add, beside the rules it closes. */
  readonly adds: number;
  readonly members: readonly { readonly organisationId: string; readonly role: MemberRole; readonly confirmed: boolean }[];
}

/** An organisation that looks for openings, as the directory has it at one moment. */
export interface Seeker {
  readonly candidate: Candidate;
  readonly snapshot: Snapshot;
  readonly country: string;
  readonly nuts: string | null;
  /** The type and the sector, where these are known. */
  readonly types: readonly string[];
  /** Themes that it covers, with those above them. */
  readonly themes: readonly string[];
}

/** How an organisation would do in an opening. */
export interface Outlook<T extends Opening> {
  readonly opening: T;
  /** Under the rules of the call; everything is open where there is none. */
  readonly standing: Pick<Record<keyof Membership, string>, 'join' | 'observe'>;
  /** The mandatory rules that the opening fails and that it would close. */
  readonly closes: readonly string[];
  /** As those in the opening are shown it among suggested partners. */
  readonly score: number;
  /** The parts that add up to it: worked out when asked for. */
  readonly parts: () => readonly Part[];
}

interface CallGround {
  readonly facts: CallFacts;
  readonly standing: Outlook<Opening>['standing'];
  readonly closed: (draft: Draft) => readonly string[];
}

/** Ideas for no call yet are looked at as if one asked about nothing in particular. */
const NO_CALL: CallGround = { facts: { id: '', themes: [] }, standing: { join: 'UNKNOWN', observe: 'UNKNOWN' }, closed: () => [] };
const CLASSES = ['MET', 'UNKNOWN', 'NOT_MET'];

/** The question turned round: which openings an organisation would suit. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly drafts: DraftsService,
    private readonly demand: DemandService,
  ) {}

  /** @returns undefined for an organisation that came after the directory was last read */
  async seeker(organisationId: string): Promise<Seeker | undefined> {
    const snapshot = await this.snapshots.soon();
    const candidate = candidateIn(snapshot, organisationId);
    if (candidate === undefined) return undefined;
    const { code, country, nuts = null, type } = candidate;
    const types = type !== undefined && isOrganisationType(type) ? [type, sectorOf(type)] : [];
    return { candidate, snapshot, country, nuts, types, themes: coveredBy(snapshot.index, code) };
  }

  /**
   * Openings in the order of merit: by whether the organisation may join, by how many rules it would close, by what else it
   * adds, by score, and by lot. Milliseconds an opening, and five queries a call.
   */
  async outlooks<T extends Opening>(seeker: Seeker, openings: readonly T[]): Promise<Outlook<T>[]> {
    const grounds = await this.groundsOf(openings, seeker);
    const answers = new Map<string, Answer>();
    const seed = hashOf(seeker.candidate.code);
    return byCall(openings) // the directory is looked at from one call after the other
      .map((opening) => outlookOn(opening, grounds.get(opening.callId) ?? NO_CALL, seeker, answers))
      .sort((a, b) => classOf(a) - classOf(b) || b.closes.length - a.closes.length || b.opening.adds - a.opening.adds || b.score - a.score || lotOf(seed, a) - lotOf(seed, b));
  }

  private async groundsOf(openings: readonly Opening[], seeker: Seeker): Promise<Map<string | null, CallGround>> {
    const calls = [...new Set(openings.map(({ callId }) => callId))].filter((id) => id !== null);
    return new Map(await Promise.all(calls.map(async (id) => [id, await this.groundOf(id, seeker)] as const)));
  }

  private async groundOf(callId: string, { candidate, snapshot }: Seeker): Promise<CallGround> {
    const call = await this.drafts.callFor(callId);
    const eligibility = await this.drafts.rulesOf(call);
    const { demand } = await this.demand.of(call.id);
    const { join, observe } = membership(eligibility, candidate);
    const closed = closedRules(eligibility, [{ id: candidate.code, facts: candidate }]);
    return {
      facts: matchingCallOf(call, demand, snapshot.callVectors.get(call.code)),
      standing: { join: join.verdict, observe: observe.verdict },
      closed: (draft) => closed(draft).get(candidate.code) ?? [],
    };
  }
}

function byCall<T extends Opening>(openings: readonly T[]): T[] {
  return openings.toSorted(({ callId: one }, { callId: other }) => ((one ?? '') < (other ?? '') ? -1 : Number(one !== other)));
}

function candidateIn({ candidates, codes }: Snapshot, organisationId: string): Candidate | undefined {
  return candidates.get(codes.get(organisationId) ?? '');
}

/** @param answers those made already, by call and team */
function outlookOn<T extends Opening>(opening: T, { facts, standing, closed }: CallGround, { candidate: { code }, snapshot }: Seeker, answers: Map<string, Answer>): Outlook<T> {
  const members = opening.members.flatMap(({ organisationId, role, confirmed }) => {
    const member = candidateIn(snapshot, organisationId);
    return member === undefined ? [] : [{ id: member.code, roles: [role], confirmed, facts: member }];
  });
  const team = members.map(({ id }) => id).filter((id) => id !== code);
  const key = [facts.id, ...team].join('\n');
  const answer = answers.get(key) ?? lookFrom(facts, snapshot.index)(team);
  answers.set(key, answer);
  const closes = closed({ members, project: { fields: {} } });
  return { opening, standing, closes, score: answer.scoreOf(code) ?? 0, parts: () => answer.explain(code).parts };
}

const classOf = ({ standing }: Outlook<Opening>): number => CLASSES.indexOf(standing.join);
const lotOf = (seed: number, { opening }: Outlook<Opening>): number => lot(seed, hashOf(opening.id));
