import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import type { Mix } from '#libs/matching';
import { Clock, InvalidInput } from '#libs/platform';

/** Days for which an answer is kept after another took its place. */
export const KEPT_DAYS = 90;
const BATCH = 500;
const FOREIGN_KEY_VIOLATION = '23503';

/** What an answer was computed from: equal stamps mean equal answers. */
export interface Stamps {
  readonly data: string;
  readonly ruleset: number;
  readonly model: string;
  readonly demand: number;
}

/** Partners by their ids, best first, each with its score. */
export interface Ranking {
  readonly mix: Mix;
  readonly partners: readonly string[];
  readonly scores: readonly number[];
  readonly stamps: Stamps;
}

/** A ranking that somebody was given. */
export interface GivenAnswer extends Ranking {
  readonly answeredAt: Date;
}

interface AnswerRow extends Stamps {
  partners: string[];
  scores: number[];
  answered_at: Date;
}

/**
 * What organisations were answered, and when. An answer stands from the moment it is first given until another takes its
 * place, and is kept for 90 days after that; whoever refers to it by foreign key keeps it for as long.
 */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Notes that an organisation is given an answer. @returns since when this answer stands */
  async given(callId: string, organisationId: string, { mix, partners, scores, stamps }: Ranking): Promise<Date> {
    const values = [callId, organisationId, mix, stamps.data, stamps.ruleset, stamps.model, stamps.demand];
    const [standing] = await this.database.query<{ answered_at: Date }[]>(STANDING, values);
    if (standing !== undefined) return standing.answered_at;
    return this.database.transaction(async (manager) => {
      await manager.query(REPLACE, values);
      // Of two who are given it at once, the second finds it there.
      const [row] = await manager.query<{ answered_at: Date }[]>(
        `INSERT INTO answers (call_id, organisation_id, mix, data_stamp, ruleset_version, model_version, demand_version, partners, scores)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING answered_at`,
        [...values, partners, scores],
      );
      return row?.answered_at ?? this.clock.now(manager);
    });
  }

  /**
   * The answer that stood at a moment, to the last bit as it was given; nothing when none did or it is no longer kept.
   * @throws InvalidInput for a moment that is still to come
   */
  async at(callId: string, organisationId: string, mix: Mix, moment: Date): Promise<GivenAnswer | undefined> {
    if (moment > (await this.clock.now())) throw new InvalidInput('asOf', 'is still to come.');
    const [row] = await this.database.query<AnswerRow[]>(
      `SELECT partners, scores, data_stamp AS data, ruleset_version AS ruleset, model_version AS model, demand_version AS demand, answered_at
       FROM answers WHERE call_id = $1 AND organisation_id = $2 AND mix = $3 AND answered_at <= $4 AND coalesce(replaced_at > $4, true)
       ORDER BY answered_at DESC LIMIT 1`,
      [callId, organisationId, mix, moment],
    );
    if (row === undefined) return undefined;
    const { partners, scores, answered_at: answeredAt, ...stamps } = row;
    return { mix, partners, scores, stamps, answeredAt };
  }

  /** The answer that an organisation was given last: what a decision made now rests on. @returns its id */
  async latest(manager: EntityManager, callId: string, organisationId: string): Promise<string | undefined> {
    const [row] = await manager.query<{ id: string }[]>(
      'SELECT id FROM answers WHERE call_id = $1 AND organisation_id = $2 AND replaced_at IS NULL ORDER BY answered_at DESC LIMIT 1',
      [callId, organisationId],
    );
    return row?.id;
  }

  /** Deletes, batch by batch, the answers whose time is over and to which nobody refers. @returns how many */
  async prune(): Promise<number> {
    let deleted = 0;
    for (let last = NIL; ; ) {
      const rows = await this.database.query<{ id: string }[]>(
        `SELECT id FROM answers WHERE replaced_at < verbond_now() - make_interval(days => $1) AND id > $2 ORDER BY id LIMIT $3`,
        [KEPT_DAYS, last, BATCH],
      );
      const ids = rows.map(({ id }) => id);
      deleted += await this.deleteFree(ids);
      last = ids.at(-1) ?? last;
      if (ids.length < BATCH) return deleted;
    }
  }

  /** Foreign keys say which answers are referred to: a batch that holds one is halved until it stands alone. */
  private async deleteFree(ids: readonly string[]): Promise<number> {
    try {
      await this.database.query('DELETE FROM answers WHERE id = ANY($1)', [ids]);
      return ids.length;
    } catch (error) {
      if (!isReferredTo(error)) throw error;
      if (ids.length === 1) return 0;
      const half = ids.length >> 1;
      return (await this.deleteFree(ids.slice(0, half))) + (await this.deleteFree(ids.slice(half)));
    }
  }
}

const NIL = '00000000-0000-0000-0000-000000000000';

const STANDING = `
  SELECT answered_at FROM answers WHERE call_id = $1 AND organisation_id = $2 AND mix = $3 AND replaced_at IS NULL
    AND data_stamp = $4 AND ruleset_version = $5 AND model_version = $6 AND demand_version = $7`;

const REPLACE = `
  UPDATE answers SET replaced_at = verbond_now() WHERE call_id = $1 AND organisation_id = $2 AND mix = $3 AND replaced_at IS NULL
    AND (data_stamp, ruleset_version, model_version, demand_version) <> ($4, $5, $6, $7)`;

function isReferredTo(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === FOREIGN_KEY_VIOLATION;
}
