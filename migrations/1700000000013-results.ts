import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far consortia are prepared, what they submitted, and the results that they owe afterwards. */
export class Results1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who of a consortium takes care of something on its check list, where it is not whose it is by itself.
      CREATE TABLE readiness_assignments (
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        item text NOT NULL,
        organisation_id uuid NOT NULL REFERENCES organisations,
        PRIMARY KEY (consortium_id, item)
      );

      -- Whatever may change how a consortium stands, by version: its state, itself and its members, its idea, rules and date.
      CREATE VIEW consortium_stamps AS
        SELECT c.id, concat_ws(' ', s.state, c.version, i.version, d.terms) AS stamp
        FROM consortia c JOIN ideas i ON i.id = c.idea_id JOIN consortium_deadlines d ON d.id = c.id JOIN consortium_states s ON s.id = c.id;

      -- The stamp under which a consortium's tasks were last made. Where it differs, they are to be made anew.
      CREATE TABLE readiness_reviews (
        consortium_id uuid PRIMARY KEY REFERENCES consortia ON DELETE CASCADE,
        stamp text NOT NULL
      );

      -- One for each stage or round of a call; without a date where the call has none that is exact.
      CREATE TABLE submissions (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        milestone_id uuid REFERENCES milestones,
        reference text NOT NULL,
        submitted_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (consortium_id, milestone_id)
      );

      CREATE TABLE dissemination_results (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('REPORT', 'GUIDE', 'TOOL', 'TRAINING', 'DATA', 'EVENT', 'OTHER')),
        audience text NOT NULL,
        -- Whoever makes it public: as a rule the body that the call names, or the lead.
        publisher_id uuid NOT NULL REFERENCES organisations,
        due_on text NOT NULL,
        zone text NOT NULL,
        -- The end of that day there.
        due_at timestamptz NOT NULL,
        url text,
        published_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        made_at timestamptz NOT NULL,
        CHECK ((url IS NULL) = (published_at IS NULL))
      );
      CREATE INDEX dissemination_results_consortium ON dissemination_results (consortium_id);
      CREATE INDEX dissemination_results_due ON dissemination_results (due_at) WHERE published_at IS NULL;

      -- A result is due from thirty days before its day, which is when its first reminder goes.
      CREATE VIEW result_states AS
        SELECT r.id, CASE
            WHEN r.published_at IS NOT NULL THEN 'PUBLISHED'
            WHEN r.due_at <= verbond_now() THEN 'OVERDUE'
            WHEN r.due_at - interval '30 days' <= verbond_now() THEN 'DUE'
            ELSE 'PLANNED' END AS state
        FROM dissemination_results r;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW result_states, consortium_stamps;
      DROP TABLE dissemination_results, submissions, readiness_reviews, readiness_assignments;
    `);
  }
}
