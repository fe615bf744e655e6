import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be reminded of what, and how long before. */
export class Reminders1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_rules (
        milestone_kind text NOT NULL,
        "offset" text NOT NULL,
        hour text,
        position integer NOT NULL,
        PRIMARY KEY (milestone_kind, "offset")
      );
      INSERT INTO reminder_rules (milestone_kind, "offset", position) VALUES
        ('SUBMISSION', 'P60D', 1), ('SUBMISSION', 'P30D', 2), ('SUBMISSION', 'P14D', 3), ('SUBMISSION', 'P7D', 4),
        ('SUBMISSION', 'P3D', 5), ('SUBMISSION', 'P1D', 6), ('SUBMISSION', 'PT4H', 7),
        ('EXPRESSION_OF_INTEREST', 'P21D', 1), ('EXPRESSION_OF_INTEREST', 'P7D', 2),
        ('EXPRESSION_OF_INTEREST', 'P2D', 3), ('EXPRESSION_OF_INTEREST', 'P1D', 4),
        ('RECOMMENDATION', 'P5D', 1), ('RECOMMENDATION', 'P1D', 2), ('RECOMMENDATION', 'PRECEDING_CLOSES', 3),
        ('EVENT', 'P7D', 1), ('EVENT', 'P1D', 2),
        ('OPENING', 'P1D', 1);

      CREATE TABLE subscriptions (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        track_id uuid REFERENCES tracks ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        UNIQUE NULLS NOT DISTINCT (person_id, call_id, track_id)
      );
      CREATE INDEX subscriptions_call ON subscriptions (call_id) WHERE ended_at IS NULL;

      -- Who is reminded of what. A track's followers follow its call too; what a body has to do concerns its officers alone.
      CREATE VIEW reminder_audience AS
        SELECT s.person_id, m.id AS milestone_id, m.call_id, min(s.made_at) AS since
        FROM subscriptions s JOIN milestones m ON m.call_id = s.call_id AND (m.track_id IS NULL OR m.track_id = s.track_id)
        WHERE s.ended_at IS NULL AND m.withdrawn_at IS NULL AND (
          m.kind <> 'RECOMMENDATION' OR EXISTS (
            SELECT FROM tracks t JOIN roles r ON r.organisation_id = t.body_id
            WHERE t.id = m.track_id AND r.person_id = s.person_id AND r.role = 'PROGRAMME_OFFICER'
          )
        )
        GROUP BY s.person_id, m.id, m.call_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reminder_audience; DROP TABLE subscriptions, reminder_rules;');
  }
}
