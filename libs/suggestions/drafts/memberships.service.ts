import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ANONYMOUS, isKnown, type Viewer } from '#libs/accounts';
import type { CallRecord } from '#libs/calls';
import { OrganisationsService, type Organisation } from '#libs/directory';
import { membership, type Candidate, type EligibilityCall, type Membership } from '#libs/eligibility';
import { NotFound, Unauthenticated } from '#libs/platform';
import { matchingCallOf } from '../admission.js';
import { SnapshotsService } from '../snapshots.service.js';
import { DraftsService, type ReadDraft } from './drafts.service.js';
import { memberFactsOf, readPastProjects } from './member-facts.js';
import { candidatesFor, only, suitedTo } from './team.js';

/** Who applies for a labour-market region. */
export interface CentreMunicipality {
  readonly region: string;
  readonly municipality: string;
  /** How we know which municipality that is. */
  readonly basis: string;
  /** The municipality's own id, where the directory has it. */
  readonly uuid: string | null;
}

/** What an organisation may be in a call. */
export interface FoundMembership extends Membership {
  readonly call: CallRecord;
  readonly eligibility: EligibilityCall;
  readonly organisation: Organisation;
}

/** Whom to turn to who may lead. */
export interface LeadInstead {
  readonly centre: (CentreMunicipality & { readonly lead: Membership['lead']['verdict'] }) | undefined;
  /** Own ids of those who suit best, best first. */
  readonly others: readonly string[];
}

/** How many of those who may lead are named. */
const NAMED = 5;

/**
 * An organisation's labour-market region is known where its town is the centre municipality of one, or where the name
 * of a region it lies in by NUTS is that of one.
 */
const CENTRES = `
  SELECT r.name AS region, r.centre_municipality AS municipality, r.basis,
    (SELECT organisation_id FROM designations WHERE kind = 'CENTRE_MUNICIPALITY' AND scope = r.name
      ORDER BY valid_to DESC NULLS FIRST, organisation_id LIMIT 1) AS uuid
  FROM organisations o JOIN labour_market_regions r ON r.country = o.country
  WHERE o.id = $1 AND (fold(r.centre_municipality) = fold(o.city) OR fold(r.name) IN (
    SELECT fold(regexp_replace(name, ' \\(.*\\)$', '')) FROM territories WHERE o.nuts LIKE code || '%' AND length(code) > 2))
  ORDER BY fold(r.centre_municipality) = fold(o.city) DESC NULLS LAST, r.name LIMIT 1`;

/** Who may lead, who may only join, who may only observe, and whom to turn to instead. */
@Injectable()
export class MembershipsService {
  private readonly leaders = new WeakMap<readonly Candidate[], ReadonlySet<string>>();

  constructor(
    private readonly database: DataSource,
    private readonly drafts: DraftsService,
    private readonly organisations: OrganisationsService,
    private readonly snapshots: SnapshotsService,
  ) {}

  /** @throws Unauthenticated, NotFound */
  async membership(viewer: Viewer, callId: string, organisationId: string): Promise<FoundMembership> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const call = await this.drafts.callFor(callId);
    const organisation = await this.organisations.organisation(viewer, organisationId);
    if (organisation === undefined) throw new NotFound('organisationId', organisationId);
    return this.of(call, await this.drafts.rulesOf(call), organisation);
  }

  /** The membership of whoever leads a draft. */
  async leadOf({ call, eligibility, draft, organisations }: ReadDraft): Promise<FoundMembership | undefined> {
    const lead = draft.members.find(({ roles }) => roles.includes('COORDINATOR'));
    const organisation = organisations.get(lead?.id ?? '');
    return organisation === undefined ? undefined : this.of(call, eligibility, organisation);
  }

  /** Whom to turn to, of an organisation that may not lead. */
  async insteadOf({ call, eligibility, organisation, lead }: FoundMembership): Promise<LeadInstead | undefined> {
    if (lead.verdict !== 'NOT_MET') return undefined;
    const snapshot = await this.snapshots.soon();
    const leaders = this.leadersAmong(candidatesFor({ call, eligibility, snapshot }), eligibility);
    const matching = matchingCallOf(call, [], snapshot.callVectors.get(call.code));
    const suited = suitedTo([organisation.id], { matching, snapshot }, only(leaders)).rank(NAMED);
    const others = suited.flatMap(({ organisation: code }) => snapshot.candidates.get(code)?.id ?? []);
    return { centre: await this.centreFor(organisation, eligibility), others };
  }

  private async of(call: CallRecord, eligibility: EligibilityCall, organisation: Organisation): Promise<FoundMembership> {
    const projects = await readPastProjects((sql, values) => this.database.query(sql, values), [organisation.uuid]);
    const facts = memberFactsOf(organisation, projects.get(organisation.uuid) ?? []);
    return { call, eligibility, organisation, ...membership(eligibility, facts) };
  }

  private async centreFor(organisation: Organisation, eligibility: EligibilityCall): Promise<LeadInstead['centre']> {
    const [centre] = await this.database.query<CentreMunicipality[]>(CENTRES, [organisation.uuid]);
    if (centre === undefined) return undefined;
    const holder = (await this.organisations.byUuid(ANONYMOUS, [centre.uuid ?? ''].filter(Boolean))).get(centre.uuid ?? '');
    if (holder === undefined) return { ...centre, uuid: null, lead: 'UNKNOWN' };
    return { ...centre, lead: membership(eligibility, memberFactsOf(holder, [])).lead.verdict };
  }

  private leadersAmong(candidates: readonly Candidate[], eligibility: EligibilityCall): ReadonlySet<string> {
    const known = this.leaders.get(candidates);
    if (known !== undefined) return known;
    const found = new Set(candidates.filter(({ facts }) => membership(eligibility, facts).lead.verdict === 'MET').map(({ id }) => id));
    this.leaders.set(candidates, found);
    return found;
  }
}
