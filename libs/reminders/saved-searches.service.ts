import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import type { WallTime } from '#libs/calendar';
import { isUuid } from '#libs/directory';
import { InvalidInput, NotFound, type Localised } from '#libs/platform';
import type { SavedSearch } from './saved-searches.types.js';
import type { SearchedFor } from './search-name.js';
import { personOf } from './subscriptions.service.js';

export interface NamedSearch extends SearchedFor {
  readonly id: string;
}

/** A call that somebody's search found. */
export interface Find {
  readonly search: SearchedFor;
  readonly callCode: string;
  readonly titles: Localised;
  readonly website: string | null;
  readonly closing: WallTime;
}

const SEARCHES = `
  SELECT s.id, s.theme_id AS "themeId", p.code AS "programmeId", s.made_at AS since, s.ended_at AS "endedAt",
    ARRAY(SELECT c.code FROM search_finds f JOIN calls c ON c.id = f.call_id WHERE f.search_id = s.id ORDER BY f.closes_at, c.code) AS "callIds"
  FROM saved_searches s LEFT JOIN programmes p ON p.id = s.programme_id`;

const NAMED = `
  SELECT s.id, t.labels AS theme, p.names AS programme
  FROM saved_searches s LEFT JOIN themes t ON t.id = s.theme_id LEFT JOIN programmes p ON p.id = s.programme_id
  WHERE s.person_id = $1 AND s.ended_at IS NULL ORDER BY s.made_at, s.id`;

const MAKE = `
  INSERT INTO saved_searches (person_id, theme_id, programme_id, made_at) VALUES ($1, $2, $3, verbond_now())
  ON CONFLICT DO NOTHING RETURNING id`;

const THE_SAME = `
  SELECT id FROM saved_searches
  WHERE person_id = $1 AND theme_id IS NOT DISTINCT FROM $2 AND programme_id IS NOT DISTINCT FROM $3 AND ended_at IS NULL`;

const KNOWN = 'INSERT INTO known_calls (search_id, call_id) SELECT search_id, call_id FROM search_finds WHERE search_id = $1';

const FIND = `
  SELECT json_build_object('theme', t.labels, 'programme', p.names) AS search, c.code AS "callCode", c.titles, c.website,
    json_build_object('local', m.local, 'zone', m.zone, 'precision', m.precision) AS closing
  FROM search_finds f JOIN saved_searches s ON s.id = f.search_id JOIN calls c ON c.id = f.call_id
    JOIN milestones m ON m.call_id = c.id AND m.track_id IS NULL AND m.kind = 'SUBMISSION' AND m.withdrawn_at IS NULL AND m.ends_at = f.closes_at
    LEFT JOIN themes t ON t.id = s.theme_id LEFT JOIN programmes p ON p.id = s.programme_id
  WHERE f.person_id = $1 AND f.call_id = $2
    AND NOT EXISTS (SELECT FROM subscriptions x WHERE x.person_id = $1 AND x.call_id = $2 AND x.ended_at IS NULL)
  ORDER BY s.made_at, s.id LIMIT 1`;

/** Searches over calls that people keep. */
@Injectable()
export class SavedSearches {
  constructor(private readonly database: DataSource) {}

  /** What the viewer keeps, the oldest first. @throws Unauthenticated */
  async ofViewer(viewer: Viewer): Promise<SavedSearch[]> {
    return this.database.query<SavedSearch[]>(`${SEARCHES} WHERE s.person_id = $1 AND s.ended_at IS NULL ORDER BY s.made_at, s.id`, [personOf(viewer)]);
  }

  /**
   * Keeps a search: of the calls it finds now nothing is told. The same one again is the one that is there.
   * @throws Unauthenticated, NotFound, InvalidInput when it would find every call
   */
  async save(viewer: Viewer, wanted: { theme: string | null; programme: string | null }): Promise<SavedSearch> {
    const personId = personOf(viewer);
    if (wanted.theme === null && wanted.programme === null) throw new InvalidInput('theme', 'give a theme, a programme or both.');
    const theme = await this.idOf('theme', 'SELECT id FROM themes WHERE id = $1', wanted.theme);
    const programme = await this.idOf('programme', 'SELECT id FROM programmes WHERE code = $1 OR id::text = lower($1)', wanted.programme);
    return this.database.transaction(async (manager) => {
      const [made] = await manager.query<{ id: string }[]>(MAKE, [personId, theme, programme]);
      if (made !== undefined) await manager.query(KNOWN, [made.id]);
      const [search] = made === undefined ? await manager.query<{ id: string }[]>(THE_SAME, [personId, theme, programme]) : [made];
      return this.one(manager, personId, search?.id ?? '');
    });
  }

  /** @throws Unauthenticated, NotFound when the viewer keeps no such search */
  async end(viewer: Viewer, id: string): Promise<SavedSearch> {
    const personId = personOf(viewer);
    await this.one(this.database.manager, personId, id);
    await this.database.query('UPDATE saved_searches SET ended_at = coalesce(ended_at, verbond_now()) WHERE id = $1', [id]);
    return this.one(this.database.manager, personId, id);
  }

  named(personId: string): Promise<NamedSearch[]> {
    return this.database.query<NamedSearch[]>(NAMED, [personId]);
  }

  async endOthers(manager: EntityManager, personId: string, kept: readonly string[]): Promise<void> {
    const end = 'UPDATE saved_searches SET ended_at = verbond_now() WHERE person_id = $1 AND ended_at IS NULL AND id::text <> ALL($2)';
    await manager.query(end, [personId, kept]);
  }

  /** What a notice of a found call says, as of now; undefined when no search of this person finds it any more. */
  async find(personId: string, callId: string): Promise<Find | undefined> {
    const [find] = await this.database.query<Find[]>(FIND, [personId, callId]);
    return find;
  }

  private async idOf(field: string, sql: string, given: string | null): Promise<string | null> {
    if (given === null) return null;
    const [row] = await this.database.query<{ id: string }[]>(sql, [given]);
    if (row === undefined) throw new NotFound(field, given);
    return row.id;
  }

  private async one(manager: EntityManager, personId: string, id: string): Promise<SavedSearch> {
    const sql = `${SEARCHES} WHERE s.id = $1 AND s.person_id = $2`;
    const [search] = isUuid(id) ? await manager.query<SavedSearch[]>(sql, [id, personId]) : [];
    if (search === undefined) throw new NotFound('searchId', id);
    return search;
  }
}
