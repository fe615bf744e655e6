import { Injectable } from '@nestjs/common';
import { actsFor, COMMAND_LINE, isKnown, type Viewer } from '#libs/accounts';
import type { CallRecord } from '#libs/calls';
import { OrganisationsService } from '#libs/directory';
import { MODEL_VERSION, type Answer, type CallFacts, type Conditions, type Mix } from '#libs/matching';
import { Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { conditionsIn, matchingCallOf, tierIn, type Tier } from './admission.js';
import type { Stamps } from './answers.service.js';
import { DemandService } from './demand.service.js';
import type { ConsortiumDraft } from './drafts/draft.js';
import { DraftsService, type ReadDraft } from './drafts/drafts.service.js';
import { closedBy, teamIn } from './drafts/team.js';
import { lookFrom } from './looks.js';
import type { Candidate, Snapshot } from './snapshot.js';
import { SnapshotsService } from './snapshots.service.js';

/** One organisation's question about one call, and what is known about both. */
export interface Asked {
  readonly call: CallRecord;
  readonly organisationId: string;
  readonly asker: Candidate;
  readonly snapshot: Snapshot;
  readonly mix: Mix;
  /** The call as scores see it, and what may be ranked in it. */
  readonly facts: CallFacts;
  readonly conditions: Conditions;
  /** What {@link scores} are made of. */
  readonly stamps: Stamps;
  readonly scores: Answer;
  readonly tier: (code: string) => Tier | undefined;
  /** By code: what somebody closes of a draft; nothing where the asker asks alone. */
  readonly closed?: ReadonlyMap<string, readonly string[]>;
}

/** How many newcomers are wanted, and who is in the asker's draft already, by id or code; or that draft, of whom the asker may know all. */
export interface QuestionTerms {
  readonly mix: Mix;
  readonly members: readonly string[];
  readonly draft?: ConsortiumDraft | undefined;
}

/** Reads what an organisation's question about a call needs: who asks, under which rules, among whom. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly snapshots: SnapshotsService,
    private readonly demand: DemandService,
    private readonly drafts: DraftsService,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden */
  async read(viewer: Viewer, callCode: string, organisationCode: string, { mix, members, draft: given }: QuestionTerms): Promise<Asked> {
    const call = await this.drafts.callFor(callCode);
    const organisationId = await this.askerFor(viewer, organisationCode);
    const snapshot = await this.snapshots.soon();
    const asker = snapshot.candidates.get(snapshot.codes.get(organisationId) ?? '');
    if (asker === undefined) throw new NotFound('organisationId', organisationCode);
    const { version, demand } = await this.demand.of(call.id);
    const stamps = { data: snapshot.stamp, ruleset: call.ruleset.version, model: MODEL_VERSION, demand: version };
    const draft = given === undefined ? await this.draftOf(viewer, callCode, organisationCode, members) : await this.drafts.read(COMMAND_LINE, given);
    const facts = given === undefined || draft === undefined ? matchingCallOf(call, demand, snapshot.callVectors.get(call.code)) : draft.matching;
    const closed = draft && closedBy(draft);
    const conditions = conditionsIn(call, snapshot, mix, closed);
    const scores = lookFrom(facts, snapshot.index)(draft ? teamIn(draft) : [asker.code], conditions);
    return { ...(closed && { closed }), call, organisationId, asker, snapshot, mix, facts, conditions, stamps, scores, tier: tierIn(call, snapshot) };
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

  private async draftOf(viewer: Viewer, callId: string, asker: string, members: readonly string[]): Promise<ReadDraft | undefined> {
    if (members.length === 0) return undefined;
    const joining = members.map((organisationId) => ({ organisationId }));
    return this.drafts.read(viewer, { callId, members: [{ organisationId: asker, role: 'COORDINATOR' }, ...joining] });
  }
}
