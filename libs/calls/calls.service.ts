import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deriveCallState } from '#libs/calendar';
import { resolveIds, ThemesService } from '#libs/directory';
import { Clock, connectionOf, InvalidInput, pageOf, type Connection, type PageArgs } from '#libs/platform';
import { callsMatching, type CallFilter, type FilterIds } from './call-filter.js';
import { compareKeys, placeOf, type PlacedCall } from './call-place.js';
import { SELECT_RECORD, type CallRecord, type RecordRow } from './call-record.js';
import { SELECT_CALL, selectDatedCalls, toDatedCall, type DatedCallRow } from './call-rows.js';
import type { Call } from './call.type.js';
import { ProgrammesService } from './programmes.service.js';
import { rulesetOf, type StoredRuleset } from './ruleset.js';

export interface OpenCall {
  /** The call's own id. */
  readonly id: string;
  readonly code: string;
  /** Absent when no closing is known. */
  readonly closesAt: Date | undefined;
}

/** Calls are public. Their states are derived from their dates at the clock's time, never stored. */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly themes: ThemesService,
    private readonly programmes: ProgrammesService,
  ) {}

  /** A call or a template. @param idOrCode the call's own id or its code */
  async call(idOrCode: string): Promise<Call | undefined> {
    const uuid = await this.resolveCallId(idOrCode);
    return uuid === undefined ? undefined : (await this.byUuid([uuid])).get(uuid);
  }

  /**
   * Calls in the order of {@link placeOf}, templates left out.
   * @param now the time at which states are asked for
   * @throws InvalidInput naming the filter at fault
   */
  async calls(filter: CallFilter, args: PageArgs, now: Date): Promise<Connection<Call>> {
    const page = pageOf(args, 'number', 'number', 'text');
    const after = page.after;
    const placed = await this.placed(filter, now);
    const following = after === undefined ? placed : placed.filter(({ key }) => compareKeys(key, after) > 0);
    const shown = following.slice(0, page.limit);
    const calls = await this.byUuid(shown.map(({ uuid }) => uuid));
    const rows = shown.flatMap(({ uuid, key }) => {
      const call = calls.get(uuid);
      return call === undefined ? [] : [{ call, key }];
    });
    return connectionOf(rows, page, ({ key }) => key, ({ call }) => call);
  }

  /** Those among the given that exist, by their own id. */
  async byUuid(uuids: readonly string[]): Promise<Map<string, Call>> {
    const rows = await this.database.query<Call[]>(`${SELECT_CALL} WHERE c.id = ANY($1::uuid[])`, [uuids]);
    return new Map(rows.map((row) => [row.uuid, row]));
  }

  /** A call's own id, from that or its code. */
  async resolveCallId(idOrCode: string): Promise<string | undefined> {
    return (await resolveIds(this.database, 'calls', [idOrCode])).get(idOrCode);
  }

  /** A track's own id, from that or its code. */
  async resolveTrackId(idOrCode: string): Promise<string | undefined> {
    return (await resolveIds(this.database, 'tracks', [idOrCode])).get(idOrCode);
  }

  /** Calls that are open at a time, the soonest to close first. */
  async openCalls(now: Date): Promise<readonly OpenCall[]> {
    const open = await this.placed({ state: 'OPEN' }, now);
    return open.map(({ uuid, code, dates }) => ({ id: uuid, code, closesAt: dates.closesAt }));
  }

  /** The own ids of the calls that are open now. */
  async openCallIds(): Promise<string[]> {
    return (await this.openCalls(await this.clock.now())).map(({ id }) => id);
  }

  /**
   * A call for rooms that judge and match, as it stands now.
   * @param callId the call's own id
   */
  async record(callId: string): Promise<CallRecord | undefined> {
    const call = (await this.byUuid([callId])).get(callId);
    const [row] = await this.database.query<RecordRow[]>(SELECT_RECORD, [callId]);
    const [dated] = await this.database.query<DatedCallRow[]>(selectDatedCalls('WHERE c.id = $1'), [callId]);
    if (call === undefined || row === undefined || dated === undefined) return undefined;
    const { predecessor, ...around } = row;
    return {
      id: callId,
      code: call.id,
      themes: call.themeIds,
      ...around,
      ...(predecessor !== null && { predecessor }),
      ruleset: rulesetOf(call.ruleset),
      facts: call.facts,
      dates: deriveCallState(toDatedCall(dated).milestones, await this.clock.now()),
    };
  }

  /** The same call under the rules before its latest; undefined where these are its first. */
  underFormerRules(call: CallRecord): Promise<CallRecord | undefined> {
    return this.underRules(call, call.ruleset.version - 1);
  }

  /** The same call under an earlier version of its rules, or the last one before that; undefined where there is none. */
  async underRules(call: CallRecord, version: number): Promise<CallRecord | undefined> {
    const [stored] = await this.database.query<StoredRuleset[]>(
      `SELECT version, rules, country_sets AS "countrySets" FROM rulesets
       WHERE call_id = $1 AND version <= $2 ORDER BY version DESC LIMIT 1`,
      [call.id, version],
    );
    return stored && { ...call, ruleset: rulesetOf(stored) };
  }

  private async placed(filter: CallFilter, now: Date): Promise<PlacedCall[]> {
    const { sql, parameters } = callsMatching(filter, await this.idsIn(filter));
    const rows = await this.database.query<DatedCallRow[]>(selectDatedCalls(sql), parameters);
    const { state, openAt } = filter;
    return rows
      .map(toDatedCall)
      .filter(({ milestones }) => openAt == null || deriveCallState(milestones, openAt).state === 'OPEN')
      .map((call) => placeOf(call, now))
      .filter(({ dates }) => state == null || dates.state === state)
      .sort((one, other) => compareKeys(one.key, other.key));
  }

  private async idsIn({ theme, programme }: CallFilter): Promise<FilterIds> {
    return {
      ...(theme != null && { themes: await this.themes.filteredBy(theme) }),
      ...(programme != null && { programme: await this.programmeNamed(programme) }),
    };
  }

  private async programmeNamed(programme: string): Promise<string> {
    const id = await this.programmes.resolveProgrammeId(programme);
    if (id === undefined) throw new InvalidInput('programme', `there is no programme "${programme.slice(0, 100)}".`);
    return id;
  }
}
