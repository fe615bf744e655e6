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
        when_in_doubt text NOT NULL DEFAULT 'HOLD' CHECK (when_in_doubt IN ('HOLD', 'RESEND')),
        doubts integer NOT NULL DEFAULT 0,
        message_id text,
        mailbox text,
        handed_over_at timestamptz,
        settled_at timestamptz,
        bounced_at timestamptz,
        -- The message that told of this one too, since that was handed over last.
        told_with uuid REFERENCES messages ON DELETE SET NULL,
        UNIQUE (person_id, subject_kind, subject_id, revision, "offset"),
        CHECK ((state IN ('SKIPPED', 'FAILED')) <= (reason IS NOT NULL))
      );
      CREATE INDEX messages_waiting ON messages (due_at) WHERE state IN ('DUE', 'CLAIMED', 'HANDED_OVER');
      CREATE INDEX messages_leased ON messages (lease_until) WHERE state IN ('CLAIMED', 'HANDED_OVER');
      -- With the person, lest a look-up for one walk past all others, whatever the statistics say.
      CREATE INDEX messages_subject ON messages (subject_kind, subject_id, person_id);
      CREATE INDEX messages_told_with ON messages (told_with) WHERE told_with IS NOT NULL;
      CREATE INDEX messages_message_id ON messages (message_id) WHERE message_id IS NOT NULL;

      -- Mailboxes that nothing is sent to any more; keyed hashes, no addresses.
      CREATE TABLE suppressions (
        mailbox text PRIMARY KEY,
        reason text NOT NULL,
        since timestamptz NOT NULL
      );

      -- Which database this is: server, its timeline, database and table. A restored dump or backup differs in one of them.
      CREATE FUNCTION ledger_fingerprint() RETURNS text LANGUAGE sql STABLE AS $$
        SELECT concat_ws('/', s.system_identifier, c.timeline_id, d.oid, 'messages'::regclass::oid)
        FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()
      $$;
      CREATE TABLE mail_gate (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        fingerprint text NOT NULL,
        held_since timestamptz,
        reason text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_gate, suppressions; DROP FUNCTION ledger_fingerprint(); DROP TABLE messages;');
  }
}
