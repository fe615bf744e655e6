import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actsFor, type Viewer } from '#libs/accounts';
import { Conflict, enqueue, Forbidden, InvalidInput, NotFound } from '#libs/platform';
import type { InnovationPhase } from './innovation-phase.js';
import { LARGEST_CAPACITY, MOST_INTERESTS } from './limits.js';
import type { Organisation } from './organisation.type.js';
import { OrganisationsService } from './organisations.service.js';
import type { ThemeTree } from './theme-tree.js';
import { ThemesService } from './themes.service.js';

export interface InterestChange {
  readonly theme: string;
  readonly strength: number;
  /** None when left out. */
  readonly phases?: readonly InnovationPhase[];
}

/** What is left out stays as it is; a list that is given replaces the one there was. */
export interface OrganisationChange {
  readonly expectedVersion: number;
  /** `null` takes an earlier answer back. */
  readonly capacity?: number | null;
  readonly offers?: readonly InterestChange[] | null;
  readonly seeks?: readonly InterestChange[] | null;
}

/** What members of an organisation change of its profile. */
@Injectable()
export class OrganisationEditor {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly themes: ThemesService,
  ) {}

  /**
   * Changes the organisation; suggestions follow.
   * @throws NotFound, Forbidden, InvalidInput naming the field, Conflict when somebody else changed it since
   */
  async update(viewer: Viewer, idOrCode: string, change: OrganisationChange): Promise<Organisation> {
    const organisation = await this.organisations.organisation(viewer, idOrCode);
    if (organisation === undefined) throw new NotFound('id', idOrCode);
    const { uuid } = organisation;
    if (!actsFor(viewer, uuid)) throw new Forbidden('Only members of the organisation change its profile.');
    this.check(change, await this.themes.tree());
    await this.database.transaction(async (manager) => {
      await changeRow(manager, uuid, change);
      if (change.offers != null) await replaceInterests(manager, uuid, 'OFFERS', change.offers);
      if (change.seeks != null) await replaceInterests(manager, uuid, 'SEEKS', change.seeks);
      await manager.query('SELECT note_directory_change(ARRAY[$1::uuid])', [uuid]);
      await enqueue(manager, 'matching', 'data-changed');
    });
    const changed = (await this.organisations.byUuid(viewer, [uuid])).get(uuid);
    if (changed === undefined) throw new NotFound('id', idOrCode);
    return changed;
  }

  private check({ capacity, offers, seeks }: OrganisationChange, themes: ThemeTree): void {
    if (capacity != null && (!Number.isInteger(capacity) || capacity < 0 || capacity > LARGEST_CAPACITY)) {
      throw new InvalidInput('capacity', `is a whole number from 0 to ${LARGEST_CAPACITY}.`);
    }
    checkInterests('offers', offers ?? [], themes);
    checkInterests('seeks', seeks ?? [], themes);
  }
}

function checkInterests(field: 'offers' | 'seeks', interests: readonly InterestChange[], themes: ThemeTree): void {
  if (interests.length > MOST_INTERESTS) throw new InvalidInput(field, `has at most ${MOST_INTERESTS} themes.`);
  const seen = new Set<string>();
  interests.forEach(({ theme, strength }, i) => {
    if (themes.get(theme) === undefined) {
      throw new InvalidInput(`${field}[${i}].theme`, `there is no theme "${theme.slice(0, 100)}".`);
    }
    if (seen.has(theme)) throw new InvalidInput(`${field}[${i}].theme`, `"${theme}" is there twice.`);
    if (![1, 2, 3].includes(strength)) throw new InvalidInput(`${field}[${i}].strength`, 'is 1, 2 or 3.');
    seen.add(theme);
  });
}

async function changeRow(manager: EntityManager, uuid: string, change: OrganisationChange): Promise<void> {
  const { expectedVersion, capacity } = change;
  const [rows] = await manager.query<[{ version: number }[], number]>(
    `UPDATE organisations SET version = version + 1, capacity = CASE WHEN $3 THEN $4::int ELSE capacity END
     WHERE id = $1 AND version = $2 RETURNING version`,
    [uuid, expectedVersion, capacity !== undefined, capacity ?? null],
  );
  if (rows.length === 0) throw new Conflict('Somebody else changed this organisation since you read it: read it again.');
}

async function replaceInterests(
  manager: EntityManager,
  uuid: string,
  direction: 'OFFERS' | 'SEEKS',
  interests: readonly InterestChange[],
): Promise<void> {
  await manager.query(
    'DELETE FROM interests WHERE organisation_id = $1 AND direction = $2 AND call_id IS NULL',
    [uuid, direction],
  );
  await manager.query(
    `INSERT INTO interests (organisation_id, direction, theme_id, strength, phases)
     SELECT $1, $2, theme, strength, coalesce(phases, '{}') FROM jsonb_to_recordset($3) AS given (theme text, strength smallint, phases text[])`,
    [uuid, direction, JSON.stringify(interests)],
  );
}
