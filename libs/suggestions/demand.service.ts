import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { doublings, type SoughtAfter } from '#libs/matching';

/** Being among so many first of an answer is being suggested. */
const FIRST = 20;
/** So many askers an organisation can answer for each project that it can carry; and who does not say, carries two. */
const ANSWERS = 10;
const USUAL_CAPACITY = 2;

/** Who is sought after in a call, as of a version: equal versions mean equal prices. */
export interface CallDemand {
  readonly version: number;
  /** By code. */
  readonly demand: readonly SoughtAfter[];
}

/**
 * How often organisations were suggested in a call, of the answers that were given and are kept: whoever was shown to more
 * askers than it can answer has a price in the scores.
 */
@Injectable()
export class DemandService {
  constructor(private readonly database: DataSource) {}

  async of(callId: string): Promise<CallDemand> {
    const [row] = await this.database.query<CallDemand[]>('SELECT version, demand FROM call_demand WHERE call_id = $1', [callId]);
    return row ?? { version: 0, demand: [] };
  }

  /** Counts anew. Only a change of prices makes a new version, so that not every question makes all answers stale. */
  async refresh(callId: string): Promise<CallDemand> {
    const known = await this.of(callId);
    const rows = await this.database.query<SoughtAfter[]>(COUNTED, [callId, FIRST, ANSWERS, USUAL_CAPACITY]);
    const demand = rows.filter(({ askers, capacity }) => doublings(askers, capacity) > 0);
    if (isDeepStrictEqual(pricesOf(demand), pricesOf(known.demand))) return known;
    await this.database.query(
      `INSERT INTO call_demand AS known (call_id, version, demand) VALUES ($1, $2 + 1, $3)
       ON CONFLICT (call_id) DO UPDATE SET version = excluded.version, demand = excluded.demand WHERE known.version = $2`,
      [callId, known.version, JSON.stringify(demand)],
    );
    return this.of(callId);
  }
}

const pricesOf = (demand: readonly SoughtAfter[]) => demand.map(({ organisation, askers, capacity }) => [organisation, doublings(askers, capacity)]);

const COUNTED = `
  SELECT o.code AS organisation, count(DISTINCT a.organisation_id)::int AS askers, $3::int * greatest(1, coalesce(o.capacity, $4))::int AS capacity
  FROM answers a CROSS JOIN unnest(a.partners[1:$2]) AS partner (id) JOIN organisations o ON o.id = partner.id
  WHERE a.call_id = $1 GROUP BY o.id ORDER BY o.code`;
