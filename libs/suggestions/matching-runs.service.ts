import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CallRecord } from '#libs/calls';
import { enqueue } from '#libs/platform';
import type { Stamps } from './answers.service.js';

/** Organisations that are computed and stored together. */
const CHUNK = 250;
/** Chunks wait for the questions that came after them. */
const CHUNK_PRIORITY = 1;

/** How far the computation of a call's suggestions is, in organisations. */
export interface MatchingProgress {
  readonly callId: string;
  readonly done: number;
  readonly total: number;
  readonly cancelled: boolean;
}

export interface ChunkPlace {
  readonly runId: string;
  readonly number: number;
  readonly callId: string;
}

export interface Chunk extends ChunkPlace {
  readonly organisations: readonly string[];
}

/**
 * What there is to compute, as rows: a run a call, cut into chunks. A job in the queue says only that there is something
 * to do; what is most urgent is decided when a worker comes, so that a call just asked about goes first.
 */
@Injectable()
export class MatchingRuns {
  constructor(private readonly database: DataSource) {}

  /**
   * Starts a run in the place of the call's earlier ones, unless one with these stamps is there, cancelled or not.
   * @param organisations asked for only when the run is new
   */
  async start(call: CallRecord, { data, ruleset, model, demand }: Stamps, asked: boolean, organisations: () => readonly string[]): Promise<void> {
    const stamps = [call.id, data, ruleset, model, demand];
    const found = await this.database.query<{ id: string; asked: boolean }[]>(
      `SELECT id, asked_at IS NOT NULL AS asked FROM matching_runs
       WHERE call_id = $1 AND data_stamp = $2 AND ruleset_version = $3 AND model_version = $4 AND demand_version = $5`,
      stamps,
    );
    if (found[0] !== undefined) {
      if (asked && !found[0].asked) await this.database.query('UPDATE matching_runs SET asked_at = clock_timestamp() WHERE id = $1', [found[0].id]);
      return;
    }
    await this.database.transaction(async (manager) => {
      const [run] = await manager.query<{ id: string }[]>(
        `INSERT INTO matching_runs (call_id, data_stamp, ruleset_version, model_version, demand_version, call_opens_at, asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN clock_timestamp() END) ON CONFLICT DO NOTHING RETURNING id`,
        [...stamps, call.dates.opensAt ?? null, asked],
      );
      if (run === undefined) return;
      await manager.query('DELETE FROM matching_runs WHERE call_id = $1 AND id <> $2', [call.id, run.id]);
      const ids = organisations();
      for (let start = 0, number = 0; start < ids.length; start += CHUNK, number += 1) {
        await manager.query('INSERT INTO matching_chunks (run_id, number, organisations) VALUES ($1, $2, $3)', [
          run.id,
          number,
          ids.slice(start, start + CHUNK),
        ]);
        await wakeUp(manager);
      }
    });
  }

  /** The most urgent chunk that nobody is at: of calls that somebody asked about, then of the newest. */
  async next(): Promise<ChunkPlace | undefined> {
    const [place] = await this.database.query<ChunkPlace[]>(
      `SELECT c.run_id AS "runId", c.number, r.call_id AS "callId" FROM matching_chunks c JOIN matching_runs r ON r.id = c.run_id
       WHERE c.done_at IS NULL AND r.cancelled_at IS NULL
       ORDER BY r.asked_at, r.call_opens_at DESC NULLS LAST, r.id, c.number LIMIT 1 FOR UPDATE OF c SKIP LOCKED`,
    );
    return place;
  }

  /** Locks a chunk until the transaction ends; nothing when it is done, or somebody else is at it. */
  async take(manager: EntityManager, place: ChunkPlace): Promise<Chunk | undefined> {
    const [row] = await manager.query<{ organisations: string[] }[]>(
      `SELECT organisations FROM matching_chunks WHERE run_id = $1 AND number = $2 AND done_at IS NULL FOR UPDATE SKIP LOCKED`,
      [place.runId, place.number],
    );
    return row && { ...place, organisations: row.organisations };
  }

  /** Marks a chunk as done. @returns false when its run was cancelled meanwhile */
  async finish(manager: EntityManager, { runId, number, callId }: Chunk): Promise<boolean> {
    const [, done] = await manager.query<[unknown[], number]>(
      `UPDATE matching_chunks c SET done_at = clock_timestamp() FROM matching_runs r
       WHERE c.run_id = $1 AND c.number = $2 AND r.id = c.run_id AND r.cancelled_at IS NULL`,
      [runId, number],
    );
    // The call alone: two chunks that end at once do not see each other, so how far it is is read after the commit.
    await manager.query(`SELECT pg_notify('matching_progress', $1)`, [callId]);
    return done === 1;
  }

  /** What is left of a call's run is not done, until it is resumed or a run of newer data takes its place. */
  cancel(callId: string): Promise<void> {
    return this.setCancelled(callId, 'clock_timestamp()');
  }

  resume(callId: string): Promise<void> {
    return this.setCancelled(callId, 'NULL');
  }

  private setCancelled(callId: string, at: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      await manager.query(`UPDATE matching_runs SET cancelled_at = ${at} WHERE call_id = $1`, [callId]);
      await manager.query(`SELECT pg_notify('matching_progress', $1)`, [callId]);
    });
  }

  /** Jobs may be lost, what there is to do may not: where nothing was done for a minute, workers are woken again. */
  async wakeForgotten(): Promise<void> {
    const [row] = await this.database.query<{ undone: number; idle: boolean }[]>(
      `SELECT count(*) FILTER (WHERE c.done_at IS NULL AND r.cancelled_at IS NULL)::int AS undone,
         max(greatest(c.done_at, r.started_at)) < clock_timestamp() - interval '1 minute' AS idle
       FROM matching_chunks c JOIN matching_runs r ON r.id = c.run_id`,
    );
    if (!row?.idle) return;
    await this.database.transaction(async (manager) => {
      for (let chunk = 0; chunk < row.undone; chunk += 1) await wakeUp(manager);
    });
  }

  /** How far the latest run of a call is; all zero when there was none. */
  async progress(callId: string): Promise<MatchingProgress> {
    const [row] = await this.database.query<Omit<MatchingProgress, 'callId'>[]>(
      `SELECT coalesce(sum(cardinality(c.organisations)) FILTER (WHERE c.done_at IS NOT NULL), 0)::int AS done,
         coalesce(sum(cardinality(c.organisations)), 0)::int AS total,
         coalesce(bool_or(r.cancelled_at IS NOT NULL), false) AS cancelled
       FROM matching_runs r LEFT JOIN matching_chunks c ON c.run_id = r.id WHERE r.call_id = $1`,
      [callId],
    );
    return { callId, done: 0, total: 0, cancelled: false, ...row };
  }
}

function wakeUp(manager: EntityManager): Promise<void> {
  return enqueue(manager, 'matching', 'chunk', {}, CHUNK_PRIORITY);
}
