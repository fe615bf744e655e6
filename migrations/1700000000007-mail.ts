import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one ledger of every outgoing message, whatever it is about. */
export class Mail1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        template text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        revision integer NOT NULL,
        "offset" text NOT NULL,
        due_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'DUE'
          CHECK (state IN ('DUE', 'CLAIMED', 'HANDED_OVER', 'SENT', 'IN_DOUBT', 'SKIPPED', 'FAILED')),
        reason text,
        claim uuid,
        lease_until timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        handed_over_at timestamptz,
        settled_at timestamptz,
        UNIQUE (person_id, subject_kind, subject_id, revision, "offset"),
        CHECK ((state IN ('SKIPPED', 'FAILED')) <= (reason IS NOT NULL))
      );
      CREATE INDEX messages_waiting ON messages (due_at) WHERE state IN ('DUE', 'CLAIMED', 'HANDED_OVER');
      CREATE INDEX messages_subject ON messages (subject_kind, subject_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE messages;');
  }
}
