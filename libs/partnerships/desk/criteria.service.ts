import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog, type Viewer } from '#libs/accounts';
import { InvalidInput, requiredText } from '#libs/platform';
import type { TrackRecord } from '../expressions/track-record.js';
import { DeskAccess } from './desk-access.service.js';
import type { Weighted } from './weighted-mean.js';

const MOST_CRITERIA = 30;
const MOST_WEIGHT = 1_000_000;

export interface Criterion extends Weighted {
  readonly name: string;
}

/** What the officers of a desk look at, and how much each of it counts. */
@Injectable()
export class Criteria {
  constructor(
    private readonly database: DataSource,
    private readonly access: DeskAccess,
    private readonly audit: AuditLog,
  ) {}

  /** In their order. The caller has read the desk as its viewer. */
  async of(trackId: string): Promise<Criterion[]> {
    return this.database.query('SELECT key, name, weight::float AS weight FROM desk_criteria WHERE track_id = $1 ORDER BY position', [trackId]);
  }

  /** Sets them anew; of a criterion that stays, by its key, the scores stay. @throws Unauthenticated, NotFound, Forbidden, InvalidInput */
  async set(viewer: Viewer, trackId: string, given: readonly Criterion[]): Promise<TrackRecord> {
    const track = await this.access.track(viewer, trackId);
    const criteria = checked(given);
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT FROM tracks WHERE id = $1 FOR NO KEY UPDATE', [track.id]);
      await manager.query('DELETE FROM desk_criteria WHERE track_id = $1 AND key <> ALL($2)', [track.id, criteria.map(({ key }) => key)]);
      await manager.query(
        `INSERT INTO desk_criteria (track_id, key, name, weight, position)
         SELECT $1, key, name, weight, row_number() OVER () FROM jsonb_to_recordset($2) AS c (key text, name text, weight numeric)
         ON CONFLICT (track_id, key) DO UPDATE SET name = excluded.name, weight = excluded.weight, position = excluded.position`,
        [track.id, JSON.stringify(criteria)],
      );
      const { id, bodyId: organisationId } = track;
      await this.audit.write(manager, viewer, { kind: 'TRACK', id, action: 'SET_CRITERIA', organisationId, facts: { criteria } });
    });
    return track;
  }
}

function checked(given: readonly Criterion[]): Criterion[] {
  if (given.length > MOST_CRITERIA) throw new InvalidInput('criteria', `are at most ${MOST_CRITERIA}.`);
  const seen = new Set<string>();
  return given.map(({ key, name, weight }, i) => {
    const tidy = requiredText(`criteria[${i}].key`, key, 60);
    if (seen.has(tidy)) throw new InvalidInput(`criteria[${i}].key`, 'is there twice.');
    seen.add(tidy);
    if (!(weight > 0 && weight <= MOST_WEIGHT)) throw new InvalidInput(`criteria[${i}].weight`, `is above 0 and at most ${MOST_WEIGHT}.`);
    return { key: tidy, name: requiredText(`criteria[${i}].name`, name, 200), weight };
  });
}
