import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isKnown, type Viewer } from '#libs/accounts';
import { CallsService, type CallRecord } from '#libs/calls';
import { OrganisationsService, type Organisation } from '#libs/directory';
import type { Draft, EligibilityCall, Member } from '#libs/eligibility';
import type { CallFacts } from '#libs/matching';
import { InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { matchingCallOf } from '../admission.js';
import { DemandService } from '../demand.service.js';
import type { Snapshot } from '../snapshot.js';
import { SnapshotsService } from '../snapshots.service.js';
import { SOCIAL_INNOVATION_CHECK, type ConsortiumDraft, type DraftMember, type DraftProject } from './draft.js';
import { memberFactsOf, readPastProjects, type PastProjects } from './member-facts.js';
import { readRuleFacts } from './rule-facts.js';
import { refuseUnfit } from './unfit-drafts.js';

/** A draft with all that is known of its call and its members. Members go by the codes of their organisations. */
export interface ReadDraft {
  readonly call: CallRecord;
  /** The rules, with everything that they refer to. Equal calls are one object. */
  readonly eligibility: EligibilityCall;
  /** What scores are made for: the call, and what the project wants beside it. */
  readonly matching: CallFacts;
  readonly draft: Draft;
  /** The members, by code, in the order given. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly snapshot: Snapshot;
}

/** Reads drafts that are given as arguments: about ten queries each, however many members. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
    private readonly snapshots: SnapshotsService,
    private readonly demand: DemandService,
  ) {}

  /**
   * @throws Unauthenticated for visitors
   * @throws NotFound for a call or member that there is not, or that the viewer may not know of
   * @throws InvalidInput naming the field at fault, such as `members[2].organisationId`
   */
  async read(viewer: Viewer, given: ConsortiumDraft): Promise<ReadDraft> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    refuseUnfit(given);
    const call = await this.callFor(given.callId);
    const eligibility = await this.rulesOf(call);
    const named = await this.named(viewer, given.members);
    const projects = await readPastProjects((sql, values) => this.database.query(sql, values), named.ids);
    const snapshot = await this.snapshots.soon();
    const draft = { members: membersOf(given.members, named, projects), project: projectOf(given.project) };
    const organisations = new Map(given.members.map(({ organisationId }) => {
      const organisation = named.get(organisationId);
      return [organisation.id, organisation];
    }));
    const { demand } = await this.demand.of(call.id);
    const vector = given.project?.text ? undefined : snapshot.callVectors.get(call.code); // it is of the call's words alone
    const matching = matchingOf(matchingCallOf(call, demand, vector), given.project, snapshot);
    return { call, eligibility, matching, draft, organisations, snapshot };
  }

  /** @throws NotFound */
  async callFor(idOrCode: string): Promise<CallRecord> {
    const id = await this.calls.resolveCallId(idOrCode);
    const call = id === undefined ? undefined : await this.calls.record(id);
    if (call === undefined) throw new NotFound('callId', idOrCode);
    return call;
  }

  /** The rules of a call, with everything that they refer to. */
  rulesOf(call: CallRecord): Promise<EligibilityCall> {
    return readRuleFacts((sql, values) => this.database.query(sql, values), call);
  }

  /** Looks up everybody whom members name, as far as the viewer may know of them. */
  private async named(viewer: Viewer, members: readonly DraftMember[]): Promise<Named> {
    const names = members.flatMap(({ organisationId, controlledBy }) => [organisationId, ...(controlledBy == null ? [] : [controlledBy])]);
    const ids = await this.organisations.resolveOrganisationIds([...new Set(names)]);
    const visible = await this.organisations.byUuid(viewer, [...new Set(ids.values())]);
    const named = new Named(new Map(names.map((name) => [name, visible.get(ids.get(name) ?? '')])));
    named.refuseUnknown(members);
    return named;
  }
}

/** Organisations by the names under which a draft has them. */
class Named {
  constructor(private readonly organisations: ReadonlyMap<string, Organisation | undefined>) {}

  get ids(): string[] {
    return [...this.organisations.values()].flatMap((organisation) => organisation?.uuid ?? []);
  }

  get(name: string): Organisation {
    const organisation = this.organisations.get(name);
    if (organisation === undefined) throw new RangeError(`${name} is not among the members.`);
    return organisation;
  }

  /** @throws NotFound, InvalidInput for an organisation that is there twice */
  refuseUnknown(members: readonly DraftMember[]): void {
    const seen = new Map<string, number>();
    for (const [i, { organisationId, controlledBy, field = `members[${i}].organisationId` }] of members.entries()) {
      const organisation = this.organisations.get(organisationId);
      if (organisation === undefined) throw new NotFound(field, organisationId);
      if (controlledBy != null && this.organisations.get(controlledBy) === undefined) {
        throw new NotFound(`members[${i}].controlledBy`, controlledBy);
      }
      const before = seen.get(organisation.uuid);
      if (before !== undefined) {
        throw new InvalidInput(field, `${organisation.id} is there already, as members[${before}]: a member has one role.`);
      }
      seen.set(organisation.uuid, i);
    }
  }
}

function membersOf(members: readonly DraftMember[], named: Named, projects: PastProjects): Member[] {
  return members.map(({ organisationId, role = 'CO_APPLICANT', invited = false, budgetEur, controlledBy, documents, facts: further }) => {
    const organisation = named.get(organisationId);
    const facts = memberFactsOf(organisation, projects.get(organisation.uuid) ?? []);
    const controller = controlledBy == null ? controlledBy : named.get(controlledBy).id;
    return {
      id: organisation.id,
      roles: [role],
      confirmed: !invited,
      facts: { ...facts, ...further, ...(controller !== undefined && { controller }) },
      ...(budgetEur !== undefined && { budgetEur }),
      ...(documents !== undefined && { documents }),
    };
  });
}

function projectOf({ fields = {}, documents, screening, overruled }: DraftProject = {}): Draft['project'] {
  const outcome = overruled?.outcome ?? screening;
  return {
    fields,
    ...(documents !== undefined && { documents }),
    ...(outcome !== undefined && { screening: { [SOCIAL_INNOVATION_CHECK]: outcome } }),
  };
}

/** @throws InvalidInput for a theme that there is not */
function matchingOf(facts: CallFacts, { themes = [], text }: DraftProject = {}, { index }: Snapshot): CallFacts {
  const unknown = themes.find((theme) => !index.tree.position.has(theme));
  if (unknown !== undefined) throw new InvalidInput('project.themes', `there is no theme "${unknown.slice(0, 100)}".`);
  return {
    ...facts,
    themes: [...new Set([...facts.themes, ...themes])],
    ...(text !== undefined && { text: [facts.text, text].filter(Boolean).join('\n') }),
  };
}
