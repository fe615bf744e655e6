import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isKnown, type Viewer } from '#libs/accounts';
import { CallsService, type CallRecord } from '#libs/calls';
import { MODEL_VERSION, type Mix } from '#libs/matching';
import { Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { conditionsIn, matchingCallOf, tierIn } from './admission.js';
import { DemandService, type CallDemand } from './demand.service.js';
import type { Stamps } from './answers.service.js';
import { lookFrom } from './looks.js';
import { MatchingRuns, type Chunk, type MatchingProgress } from './matching-runs.service.js';
import type { Snapshot } from './snapshot.js';
import { SnapshotsService } from './snapshots.service.js';

/** Partners kept for each organisation: the largest page of the API. */
export const KEPT = 100;
/** What is answered when nobody says otherwise, and stored. */
export const USUAL_MIX: Mix = 'BALANCED';

interface StoredRow {
  organisation_id: string;
  partners: string[];
  scores: number[];
}

/** Computes and stores the suggestions of whole calls, one chunk after the other, the most urgent first. */
@Injectable()
export class MatchingService {
  private readonly log = new Logger(MatchingService.name);

  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly snapshots: SnapshotsService,
    private readonly runs: MatchingRuns,
    private readonly demand: DemandService,
  ) {}

  /**
   * Has a call computed before all others, also if that was cancelled.
   * @throws Unauthenticated, Forbidden for all but administrators, NotFound
   */
  async start(viewer: Viewer, callCode: string): Promise<MatchingProgress> {
    const callId = await this.callFor(viewer, callCode);
    await this.runs.resume(callId);
    await this.startRun(callId, true);
    return this.runs.progress(callId);
  }

  /**
   * Stops the computation of a call within one chunk; a change of the data starts it anew.
   * @throws as {@link start}
   */
  async cancel(viewer: Viewer, callCode: string): Promise<MatchingProgress> {
    const callId = await this.callFor(viewer, callCode);
    await this.runs.cancel(callId);
    return this.runs.progress(callId);
  }

  private async callFor(viewer: Viewer, callCode: string): Promise<string> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    if (!viewer.administrator) throw new Forbidden('Only administrators direct the computation of suggestions.');
    const callId = await this.calls.resolveCallId(callCode);
    if (callId === undefined) throw new NotFound('callId', callCode);
    return callId;
  }

  /** Starts a run for every open call whose suggestions are older than the data; other calls wait until somebody asks. */
  async refreshStale(): Promise<void> {
    for (const callId of await this.calls.openCallIds()) await this.startRun(callId);
    await this.runs.wakeForgotten();
  }

  /** Starts a run unless one for the present data is there; one that somebody asked for goes before all others. */
  async startRun(callId: string, asked = false): Promise<void> {
    const call = await this.calls.record(callId);
    if (call === undefined) return;
    const snapshot = await this.snapshots.current();
    const { version } = await this.demand.refresh(callId);
    const stamps = { data: snapshot.stamp, ruleset: call.ruleset.version, model: MODEL_VERSION, demand: version };
    const tier = tierIn(call, snapshot);
    const admitted = () => [...snapshot.candidates.values()].filter(({ code }) => tier(code) !== undefined).map(({ id }) => id);
    await this.runs.start(call, stamps, asked, admitted);
  }

  /**
   * Computes and stores the most urgent chunk that nobody else is at. The chunk's row is locked meanwhile: a worker that
   * dies lets go of it, and whoever comes next does it. Nothing is stored of a run that was cancelled meanwhile.
   * @returns false when there is none
   */
  async computeNext(): Promise<boolean> {
    const snapshot = await this.snapshots.current();
    const next = await this.runs.next();
    const call = next && (await this.calls.record(next.callId));
    if (next === undefined || call === undefined) return false;
    const taken = await this.database.transaction(async (manager) => {
      const chunk = await this.runs.take(manager, next);
      if (chunk !== undefined) await this.compute(manager, call, snapshot, chunk);
      return chunk !== undefined;
    });
    return taken || this.computeNext(); // somebody else was faster: another one is left
  }

  private async compute(manager: EntityManager, call: CallRecord, snapshot: Snapshot, chunk: Chunk): Promise<void> {
    const demand = await this.demand.of(call.id);
    const rows = await this.rankAll(call, snapshot, demand, chunk.organisations);
    if (await this.runs.finish(manager, chunk)) await this.store(manager, call, { data: snapshot.stamp, demand: demand.version }, rows);
  }

  /** Ranks one organisation after the other and lets other work through in between. One that cannot be ranked is left out. */
  private async rankAll(call: CallRecord, snapshot: Snapshot, { demand }: CallDemand, organisations: readonly string[]): Promise<StoredRow[]> {
    const conditions = conditionsIn(call, snapshot, USUAL_MIX);
    const answerFor = lookFrom(matchingCallOf(call, demand, snapshot.callVectors.get(call.code)), snapshot.index);
    const rows: StoredRow[] = [];
    for (const id of organisations) {
      const code = snapshot.codes.get(id);
      if (code === undefined) continue; // gone since the run began
      try {
        const ranked = answerFor([code], conditions).rank(KEPT);
        if (!ranked.every(({ score }) => Number.isFinite(score))) throw new RangeError('a score is no number');
        const partners = ranked.map(({ organisation }) => snapshot.candidates.get(organisation)?.id ?? '');
        rows.push({ organisation_id: id, partners, scores: ranked.map(({ score }) => score) });
      } catch (error) {
        this.log.error(`Organisation ${code} cannot be ranked in ${call.code}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await setImmediate();
    }
    return rows;
  }

  private async store(manager: EntityManager, call: CallRecord, { data, demand }: Pick<Stamps, 'data' | 'demand'>, rows: readonly StoredRow[]): Promise<void> {
    await manager.query(
      `INSERT INTO suggestions (call_id, organisation_id, partners, scores, data_stamp, ruleset_version, model_version, demand_version)
       SELECT $1, r.organisation_id, r.partners, r.scores, $2, $3, $4, $5
       FROM jsonb_to_recordset($6) AS r (organisation_id uuid, partners uuid[], scores double precision[])
       JOIN organisations o ON o.id = r.organisation_id
       ON CONFLICT (call_id, organisation_id) DO UPDATE SET partners = excluded.partners, scores = excluded.scores,
         data_stamp = excluded.data_stamp, ruleset_version = excluded.ruleset_version,
         model_version = excluded.model_version, demand_version = excluded.demand_version, computed_at = excluded.computed_at`,
      [call.id, data, call.ruleset.version, MODEL_VERSION, demand, JSON.stringify(rows)],
    );
  }
}
