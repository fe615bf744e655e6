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

      -- What was created under a key that the client chose: asked again, the same answer. Keys of others are others.
      CREATE TABLE idempotency_keys (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
        mutation text NOT NULL,
        given jsonb NOT NULL,
        made_id uuid,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, key, mutation)
      );

      -- Decisions and changes of dates, each subject's in order, never changed. The person is an id: it names nobody once
      -- the person is gone, and what was decided stays with the role.
      CREATE TABLE audit_entries (
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        person_id uuid,
        organisation_id uuid,
        role text,
        facts jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (subject_kind, subject_id, number)
      );
      CREATE FUNCTION refuse_changed_audit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'restrict_violation';
        END $$;
      CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_changed_audit();
      -- One writer a subject at a time, so that the numbers have no gap.
      CREATE FUNCTION write_audit(kind text, subject uuid, happened text, person uuid, organisation uuid, acted_as text, told jsonb)
        RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtextextended(subject::text, 7));
          INSERT INTO audit_entries (subject_kind, subject_id, number, at, action, person_id, organisation_id, role, facts)
          SELECT kind, subject, count(*) + 1, verbond_now(), happened, person, organisation, acted_as, told
          FROM audit_entries WHERE subject_kind = kind AND subject_id = subject;
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION write_audit(text, uuid, text, uuid, uuid, text, jsonb);
      DROP TABLE audit_entries, idempotency_keys, api_keys, roles, people;
      DROP FUNCTION refuse_changed_audit();
    `);
  }
}
