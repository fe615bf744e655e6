import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for contact between organisations, who takes none from whom, and what was reported. */
export class Contacts1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contact_requests (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        from_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        from_person_id uuid REFERENCES people ON DELETE SET NULL,
        to_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        -- As what the sender is shown before it is accepted.
        identity text NOT NULL CHECK (identity IN ('PERSON', 'ORGANISATION', 'ANONYMOUS')),
        message text NOT NULL CHECK (length(message) BETWEEN 1 AND 5000),
        call_id uuid REFERENCES calls,
        idea_id uuid REFERENCES ideas ON DELETE SET NULL,
        state text NOT NULL DEFAULT 'SENT' CHECK (state IN ('SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
        sent_at timestamptz NOT NULL,
        -- A request that was not answered by then has expired.
        expires_at timestamptz NOT NULL,
        answered_at timestamptz,
        answered_by uuid REFERENCES people ON DELETE SET NULL,
        -- As what whoever accepted is shown.
        answer_identity text CHECK (answer_identity IN ('PERSON', 'ORGANISATION')),
        reason text CHECK (length(reason) <= 2000),
        CHECK (from_id <> to_id),
        CHECK ((state = 'ACCEPTED') = (answer_identity IS NOT NULL)),
        CHECK ((state = 'SENT') = (answered_at IS NULL))
      );
      CREATE INDEX contact_requests_to ON contact_requests (to_id);
      CREATE INDEX contact_requests_from ON contact_requests (from_id, sent_at);

      -- What the clock makes of a request for contact.
      CREATE VIEW contact_request_states AS
        SELECT id, CASE WHEN state = 'SENT' AND expires_at <= verbond_now() THEN 'EXPIRED' ELSE state END AS state
        FROM contact_requests;

      -- Whose further requests are refused, by the request for which they are: that several were of one anonymous sender
      -- shows nowhere. Where nobody's name stands, all refuse them.
      CREATE TABLE contact_blocks (
        request_id uuid NOT NULL REFERENCES contact_requests ON DELETE CASCADE,
        blocked_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        by_id uuid REFERENCES organisations ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (request_id, by_id)
      );
      CREATE INDEX contact_blocks_blocked ON contact_blocks (blocked_id);

      CREATE TABLE contact_reports (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        request_id uuid NOT NULL REFERENCES contact_requests ON DELETE CASCADE,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
        made_by uuid REFERENCES people ON DELETE SET NULL,
        made_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('DISMISSED', 'SENDER_BLOCKED')),
        handled_at timestamptz,
        handled_by uuid REFERENCES people ON DELETE SET NULL,
        CHECK ((outcome IS NULL) = (handled_at IS NULL))
      );
      -- A request is reported once.
      CREATE UNIQUE INDEX contact_reports_once ON contact_reports (request_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW contact_request_states;
      DROP TABLE contact_reports, contact_blocks, contact_requests;
    `);
  }
}
