import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CallsService, type CallRecord } from '#libs/calls';
import { matchCall, MODEL_VERSION, type Ranked } from '#libs/matching';
import { enqueue } from '#libs/platform';
import { admissionTo, matchingCallOf } from './admission.js';
import type { Snapshot } from './snapshot.js';
import { SnapshotsService } from './snapshots.service.js';

/** Partners kept for each organisation: the largest page of the API. */
export const KEPT = 100;
const CHUNK = 250;

/** How far the computation of a call's suggestions is. */
export interface MatchingProgress {
  readonly callId: string;
  readonly done: number;
  readonly total: number;
}

interface StoredRow {
  organisation_id: string;
  partners: string[];
  scores: number[];
}

/**
 * Computes and stores the suggestions of whole calls. A run is a row and its chunks are rows: a worker that dies leaves
 * its chunk undone, and whoever gets the job again does it; doing it twice stores the same.
 */
@Injectable()
export class MatchingService {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly snapshots: SnapshotsService,
  ) {}

  /** Starts a run for every open call whose suggestions are older than the data; other calls wait until somebody asks. */
  async refreshStale(): Promise<void> {
    for (const callId of await this.calls.openCallIds()) await this.startRun(callId);
  }

  /** Starts a run unless one for the present data is there; its chunks reach the workers through the outbox. */
  async startRun(callId: string): Promise<void> {
    const call = await this.calls.record(callId);
    if (call === undefined) return;
    const snapshot = await this.snapshots.current();
    const stamps = [callId, snapshot.stamp, call.ruleset.version, MODEL_VERSION];
    if (await this.hasRun(stamps)) return;
    const admit = admissionTo(call, snapshot);
    const ids = [...snapshot.candidates.values()].filter(({ code }) => admit(code)).map(({ id }) => id);
    await this.database.transaction(async (manager) => {
      const [run] = await manager.query<{ id: string }[]>(
        `INSERT INTO matching_runs (call_id, data_stamp, ruleset_version, model_version) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        stamps,
      );
      if (run === undefined) return;
      await manager.query('DELETE FROM matching_runs WHERE call_id = $1 AND id <> $2', [callId, run.id]);
      for (let start = 0, number = 0; start < ids.length; start += CHUNK, number += 1) {
        await manager.query('INSERT INTO matching_chunks (run_id, number, organisations) VALUES ($1, $2, $3)', [
          run.id,
          number,
          ids.slice(start, start + CHUNK),
        ]);
        await enqueue(manager, 'matching', 'chunk', { run: run.id, number });
      }
    });
  }

  private async hasRun(stamps: readonly (string | number)[]): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT 1 FROM matching_runs WHERE call_id = $1 AND data_stamp = $2 AND ruleset_version = $3 AND model_version = $4',
      [...stamps],
    );
    return rows.length > 0;
  }

  /** Computes and stores one chunk; does nothing when it is done already or its run was replaced by a newer one. */
  async computeChunk(runId: string, number: number): Promise<void> {
    const [chunk] = await this.database.query<{ call_id: string; organisations: string[] }[]>(
      `SELECT r.call_id, c.organisations FROM matching_chunks c JOIN matching_runs r ON r.id = c.run_id
       WHERE c.run_id = $1 AND c.number = $2 AND c.done_at IS NULL`,
      [runId, number],
    );
    const call = chunk && (await this.calls.record(chunk.call_id));
    if (chunk === undefined || call === undefined) return;
    const snapshot = await this.snapshots.current();
    const rows = await this.rankAll(call, snapshot, chunk.organisations);
    await this.database.transaction(async (manager) => {
      await this.store(manager, call, snapshot.stamp, rows);
      await manager.query('UPDATE matching_chunks SET done_at = clock_timestamp() WHERE run_id = $1 AND number = $2', [runId, number]);
      // The call alone: two chunks that end at once do not see each other, so how far it is is read after the commit.
      await manager.query(`SELECT pg_notify('matching_progress', $1)`, [chunk.call_id]);
    });
  }

  /** How far the latest run of a call is; all zero when there was none. */
  async progress(callId: string): Promise<MatchingProgress> {
    const [row] = await this.database.query<{ done: number; total: number }[]>(
      `SELECT coalesce(sum(cardinality(c.organisations)) FILTER (WHERE c.done_at IS NOT NULL), 0)::int AS done,
         coalesce(sum(cardinality(c.organisations)), 0)::int AS total
       FROM matching_chunks c JOIN matching_runs r ON r.id = c.run_id WHERE r.call_id = $1`,
      [callId],
    );
    return { callId, done: row?.done ?? 0, total: row?.total ?? 0 };
  }

  /** Ranks one organisation after the other and lets other work through in between. */
  private async rankAll(call: CallRecord, snapshot: Snapshot, organisations: readonly string[]): Promise<StoredRow[]> {
    const admit = admissionTo(call, snapshot);
    const answerFor = matchCall(snapshot.index, matchingCallOf(call));
    const idOf = (ranked: Ranked): string => snapshot.candidates.get(ranked.organisation)?.id ?? '';
    const rows: StoredRow[] = [];
    for (const id of organisations) {
      const code = snapshot.codes.get(id);
      if (code === undefined) continue; // gone since the run began
      const ranked = answerFor([code]).rank({ k: KEPT, admit });
      rows.push({ organisation_id: id, partners: ranked.map(idOf), scores: ranked.map(({ score }) => score) });
      await setImmediate();
    }
    return rows;
  }

  private async store(manager: EntityManager, call: CallRecord, stamp: string, rows: readonly StoredRow[]): Promise<void> {
    await manager.query(
      `INSERT INTO suggestions (call_id, organisation_id, partners, scores, data_stamp, ruleset_version, model_version)
       SELECT $1, r.organisation_id, r.partners, r.scores, $2, $3, $4
       FROM jsonb_to_recordset($5) AS r (organisation_id uuid, partners uuid[], scores double precision[])
       JOIN organisations o ON o.id = r.organisation_id
       ON CONFLICT (call_id, organisation_id) DO UPDATE SET partners = excluded.partners, scores = excluded.scores,
         data_stamp = excluded.data_stamp, ruleset_version = excluded.ruleset_version,
         model_version = excluded.model_version, computed_at = excluded.computed_at`,
      [call.id, stamp, call.ruleset.version, MODEL_VERSION, JSON.stringify(rows)],
    );
  }
}
