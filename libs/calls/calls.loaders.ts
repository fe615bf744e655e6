import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#libs/accounts';
import { deriveCallState, type CallState } from '#libs/calendar';
import { oncePerRequest, requestLoader } from '#libs/directory';
import { Clock } from '#libs/platform';
import type { Call } from './call.type.js';
import { CallsService } from './calls.service.js';
import type { Milestone } from './milestone.type.js';
import { MilestonesService } from './milestones.service.js';
import type { Programme } from './programme.type.js';
import { ProgrammesService } from './programmes.service.js';

type Uuids = readonly string[];

/** Calls and what belongs to them for nested GraphQL fields, of any room: each kind is one query a request. */
@Injectable()
export class CallsLoaders {
  constructor(
    private readonly clock: Clock,
    private readonly allCalls: CallsService,
    private readonly allMilestones: MilestonesService,
    private readonly allProgrammes: ProgrammesService,
  ) {}

  /** One time for all that a request asks. */
  now(context: RequestContext): Promise<Date> {
    return oncePerRequest(context, 'calls.now', () => this.clock.now());
  }

  /** @param uuid the call's own id, not a code */
  async call(context: RequestContext, uuid: string): Promise<Call | null> {
    return (await requestLoader(context, 'calls.call', (uuids: Uuids) => this.allCalls.byUuid(uuids)).load(uuid)) ?? null;
  }

  /** @param uuid the programme's own id, not a code */
  async programme(context: RequestContext, uuid: string): Promise<Programme | null> {
    const batch = (uuids: Uuids) => this.allProgrammes.byUuid(uuids);
    return (await requestLoader(context, 'calls.programme', batch).load(uuid)) ?? null;
  }

  /** The dates of a call, or of one of its tracks. */
  async milestones(context: RequestContext, call: string, track: string | null = null): Promise<readonly Milestone[]> {
    const batch = (calls: Uuids) => this.allMilestones.ofCalls(calls);
    const all = (await requestLoader(context, 'calls.milestones', batch).load(call)) ?? [];
    return all.filter(({ trackUuid }) => trackUuid === track);
  }

  /** Where a call stands now. */
  async state(context: RequestContext, call: string): Promise<CallState> {
    const milestones = await this.milestones(context, call);
    const dated = milestones.map(({ kind, startsAt, endsAt, exact }) => ({ kind, start: startsAt, end: endsAt, exact }));
    return deriveCallState(dated, await this.now(context));
  }
}
