import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every room stands on: ids, the clock, text folding, the outbox. */
export class Platform1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS citext;

      -- RFC 9562 version 7: 48 bits of milliseconds, then random; PostgreSQL 18 has its own, 15 has not.
      CREATE FUNCTION verbond_uuid() RETURNS uuid LANGUAGE sql VOLATILE AS $$
        SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          52, 1), 53, 1), 'hex')::uuid
      $$;

      -- One row in demo and tests, none in production: there the clock is the server's.
      CREATE TABLE clock (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        offset_by interval NOT NULL
      );
      CREATE FUNCTION verbond_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
        SELECT date_trunc('milliseconds', clock_timestamp() + coalesce((SELECT offset_by FROM clock), interval '0'))
      $$;

      -- Case and accents do not matter in a search.
      CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1))
      $$;

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        queue text NOT NULL,
        name text NOT NULL,
        data jsonb NOT NULL,
        priority integer NOT NULL DEFAULT 0,
        written_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      -- The version of all that suggestions depend on: one row, so that a version is seen with its data or not at all.
      CREATE TABLE directory_version (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        version bigint NOT NULL
      );
      INSERT INTO directory_version (version) VALUES (1);
      -- What changed with each version: these organisations and nothing else, or, without a list, anything.
      CREATE TABLE directory_changes (
        version bigint PRIMARY KEY,
        organisations uuid[]
      );
      CREATE FUNCTION note_directory_change(changed uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql AS $$
        UPDATE directory_version SET version = version + 1;
        INSERT INTO directory_changes SELECT version, changed FROM directory_version;
        DELETE FROM directory_changes WHERE version <= (SELECT version - 1000 FROM directory_version);
        SELECT pg_notify('directory', '');
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION note_directory_change(uuid[]);
      DROP TABLE directory_changes;
      DROP TABLE directory_version;
      DROP TABLE outbox;
      DROP FUNCTION fold(text);
      DROP FUNCTION verbond_now();
      DROP TABLE clock;
      DROP FUNCTION verbond_uuid();
      DROP EXTENSION citext;
      DROP EXTENSION pg_trgm;
      DROP EXTENSION unaccent;
    `);
  }
}
