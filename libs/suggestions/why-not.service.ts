import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { prospectsOf, type Mix, type Part, type Raise } from '#libs/matching';
import { InvalidInput, localised, NotFound, type Language } from '#libs/platform';
import { standingOf, type Tier } from './admission.js';
import { USUAL_MIX } from './matching.service.js';
import { NamesService } from './names.service.js';
import { fullOf, raiseOf } from './reasons.js';
import { QuestionsService, type Asked } from './questions.service.js';

/** A part of a score beside what the first twenty have of it on average. */
export interface Gap {
  readonly signal: string;
  readonly contribution: number;
  readonly firstTwenty: number;
}

/** Why a candidate is not among the first, or not suggested at all. */
export interface WhyNot {
  readonly candidateId: string;
  /** Why it is not suggested at all, in the language asked for; none when it is ranked. */
  readonly leftOut: readonly string[];
  /** Its place from 1, with its tier and score; nothing when it is left out. */
  readonly rank?: number;
  readonly tier?: Tier;
  readonly score?: number;
  /** What it lacks most beside the first twenty, the widest gap first. */
  readonly gaps: readonly Gap[];
  readonly raises: readonly (Raise & { readonly text: string })[];
}

const FIRST = 20;
const GAPS = 5;
const RAISES = 3;

/** Who is left out of an answer, or far down, and why. */
@Injectable()
export class WhyNotService {
  constructor(
    private readonly questions: QuestionsService,
    private readonly organisations: OrganisationsService,
    private readonly names: NamesService,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden, InvalidInput for the asker itself */
  async whyNot(viewer: Viewer, callCode: string, organisationCode: string, candidateCode: string, language: Language, mix: Mix = USUAL_MIX): Promise<WhyNot> {
    const asked = await this.questions.read(viewer, callCode, organisationCode, { mix, members: [] });
    const candidate = await this.organisations.organisation(viewer, candidateCode);
    const code = candidate && asked.snapshot.codes.get(candidate.uuid);
    if (candidate === undefined || code === undefined) throw new NotFound('candidateId', candidateCode);
    if (code === asked.asker.code) throw new InvalidInput('candidateId', 'is the organisation that asks.');
    const leftOut = reasonsAgainst(asked, code, language);
    const { rank, raises } = prospectsOf(asked.snapshot.index, { call: asked.facts, team: [asked.asker.code] }, code, asked.conditions);
    if (rank === undefined) return { candidateId: candidate.uuid, leftOut, gaps: [], raises: [] };
    const tier = asked.tier(code);
    const { score, parts } = asked.scores.explain(code);
    return {
      candidateId: candidate.uuid,
      leftOut,
      rank,
      ...(tier && { tier }),
      score,
      gaps: gapsOf(asked, parts),
      raises: await this.inWords(raises.slice(0, RAISES), rank, language),
    };
  }

  private async inWords(raises: readonly Raise[], rank: number, language: Language): Promise<WhyNot['raises']> {
    const names = await this.names.of(raises.map(({ theme: id }) => ({ kind: 'theme', id, role: 'call' })), language);
    return raises.map((raise) => ({ ...raise, text: raiseOf(raise, rank, names, language) }));
  }
}

function reasonsAgainst({ call, snapshot }: Asked, code: string, language: Language): string[] {
  const candidate = snapshot.candidates.get(code);
  if (candidate === undefined) return [];
  const { verdict, reasons } = standingOf(call, candidate).join;
  const refusing = verdict === 'NOT_MET' ? reasons.filter((reason) => reason.verdict === 'NOT_MET') : [];
  return [...refusing.map(({ message, rule }) => localised(message, language) ?? rule), ...(candidate.full ? [fullOf(language)] : [])];
}

/** gap_s = mean contribution of s among the first twenty - its own, where that is above 0 */
function gapsOf({ scores }: Asked, parts: readonly Part[]): Gap[] {
  const first = scores.rank(FIRST).map(({ organisation }) => scores.explain(organisation).parts);
  const mean = (signal: string) =>
    first.reduce((sum, each) => sum + (each.find((part) => part.signal === signal)?.contribution ?? 0), 0) / Math.max(1, first.length);
  return parts
    .map(({ signal, contribution }) => ({ signal, contribution, firstTwenty: mean(signal) }))
    .filter(({ contribution, firstTwenty }) => firstTwenty > contribution)
    .sort((a, b) => b.firstTwenty - b.contribution - (a.firstTwenty - a.contribution))
    .slice(0, GAPS);
}
