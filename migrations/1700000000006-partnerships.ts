import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk of a regional body: named shortlists of organisations for a call. */
export class Partnerships1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shortlists (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        track_id uuid NOT NULL REFERENCES tracks ON DELETE CASCADE,
        name text NOT NULL,
        made_by uuid REFERENCES people ON DELETE SET NULL,
        made_at timestamptz NOT NULL,
        UNIQUE (track_id, name)
      );
      CREATE TABLE shortlist_entries (
        shortlist_id uuid NOT NULL REFERENCES shortlists ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        suggested_for uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        note text NOT NULL DEFAULT '',
        added_at timestamptz NOT NULL,
        -- The answer that stood when the organisation was found: it is kept while the entry is.
        answer_id uuid REFERENCES answers,
        PRIMARY KEY (shortlist_id, organisation_id),
        UNIQUE (shortlist_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX shortlist_entries_answer ON shortlist_entries (answer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shortlist_entries, shortlists;');
  }
}
