import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what they may do for whom, and the keys they ask with. */
export class Accounts1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        name text NOT NULL,
        email citext NOT NULL UNIQUE,
        language text NOT NULL DEFAULT 'en' CHECK (language IN ('nl', 'fr', 'en', 'de')),
        zone text NOT NULL DEFAULT 'Europe/Brussels'
      );
      CREATE TABLE roles (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'MEMBER', 'REPRESENTATIVE', 'PROGRAMME_OFFICER')),
        organisation_id uuid REFERENCES organisations ON DELETE CASCADE,
        CHECK ((role = 'ADMINISTRATOR') = (organisation_id IS NULL)),
        UNIQUE NULLS NOT DISTINCT (person_id, role, organisation_id)
      );
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        hash bytea NOT NULL UNIQUE,
        label text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_used_at timestamptz,
        revoked_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_keys, roles, people;');
  }
}
