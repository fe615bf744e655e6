import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to expressions of interest: who is in them, what was submitted, links, and the desk that decides. */
export class Expressions1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who comes to an event, for which organisation; attendance is noted afterwards.
      CREATE TABLE event_signups (
        milestone_id uuid NOT NULL REFERENCES milestones ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        signed_up_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        attended boolean,
        PRIMARY KEY (milestone_id, organisation_id, person_id)
      );
      CREATE INDEX event_signups_organisation ON event_signups (organisation_id);

      -- Who is in an expression, the lead first: an organisation that is known here, or one that is only named.
      CREATE TABLE expression_members (
        expression_id uuid NOT NULL REFERENCES expressions ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        organisation_id uuid REFERENCES organisations,
        name text,
        country char(2),
        -- Whether it said yes itself: it leads, or had accepted to be in the consortium when this was written.
        agreed boolean NOT NULL DEFAULT false,
        PRIMARY KEY (expression_id, position),
        UNIQUE (expression_id, organisation_id),
        CHECK (num_nonnulls(organisation_id, name) = 1)
      );
      CREATE INDEX expression_members_organisation ON expression_members (organisation_id);

      -- Every version that was submitted, word by word.
      CREATE TABLE expression_versions (
        expression_id uuid NOT NULL REFERENCES expressions ON DELETE CASCADE,
        version integer NOT NULL,
        content jsonb NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by uuid,
        PRIMARY KEY (expression_id, version)
      );
      CREATE TRIGGER expression_versions_are_append_only BEFORE UPDATE OR DELETE ON expression_versions
        FOR EACH ROW EXECUTE FUNCTION refuse_changed_audit();

      -- Who came too late. Nothing else of it is kept.
      CREATE TABLE expression_attempts (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        track_id uuid NOT NULL REFERENCES tracks ON DELETE CASCADE,
        organisation_id uuid REFERENCES organisations ON DELETE SET NULL,
        person_id uuid,
        attempted_at timestamptz NOT NULL,
        closed_at timestamptz NOT NULL
      );
      CREATE INDEX expression_attempts_track ON expression_attempts (track_id);

      -- Public links by which newcomers express interest: the token is this id, signed.
      CREATE TABLE expression_links (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        track_id uuid NOT NULL REFERENCES tracks ON DELETE CASCADE,
        label text NOT NULL DEFAULT '',
        uses integer NOT NULL DEFAULT 0,
        most_uses integer NOT NULL CHECK (most_uses > 0),
        made_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CHECK (uses <= most_uses)
      );
      CREATE INDEX expression_links_track ON expression_links (track_id);

      CREATE TABLE desk_criteria (
        track_id uuid NOT NULL REFERENCES tracks ON DELETE CASCADE,
        key text NOT NULL,
        name text NOT NULL,
        weight numeric NOT NULL CHECK (weight > 0),
        position integer NOT NULL,
        PRIMARY KEY (track_id, key)
      );
      -- What each officer thinks. The person is an id: it names nobody once the person is gone.
      CREATE TABLE expression_scores (
        expression_id uuid NOT NULL REFERENCES expressions ON DELETE CASCADE,
        track_id uuid NOT NULL,
        criterion text NOT NULL,
        person_id uuid NOT NULL,
        score numeric NOT NULL CHECK (score BETWEEN 0 AND 10),
        PRIMARY KEY (expression_id, criterion, person_id),
        FOREIGN KEY (track_id, criterion) REFERENCES desk_criteria (track_id, key) ON DELETE CASCADE
      );
      CREATE INDEX expression_scores_criterion ON expression_scores (track_id, criterion);
      CREATE TABLE expression_notes (
        expression_id uuid NOT NULL REFERENCES expressions ON DELETE CASCADE,
        track_id uuid NOT NULL REFERENCES tracks ON DELETE CASCADE,
        person_id uuid NOT NULL,
        note text NOT NULL,
        noted_at timestamptz NOT NULL,
        PRIMARY KEY (expression_id, person_id)
      );

      -- Where a call allows one recommendation a state: whose it is.
      CREATE TABLE recommended_states (
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        country char(2) NOT NULL,
        expression_id uuid NOT NULL UNIQUE REFERENCES expressions ON DELETE CASCADE,
        PRIMARY KEY (call_id, country)
      );

      -- Recommendations as they were handed out, each for a few minutes.
      CREATE TABLE recommendation_exports (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        track_id uuid NOT NULL REFERENCES tracks ON DELETE CASCADE,
        format text NOT NULL CHECK (format IN ('PDF', 'DOCX', 'CSV', 'JSON')),
        language text NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
        content bytea NOT NULL,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX recommendation_exports_track ON recommendation_exports (track_id);

      -- Whatever changes at a desk tells whoever watches it.
      CREATE FUNCTION tell_desk_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('desks', NEW.track_id::text);
          RETURN NULL;
        END $$;
      CREATE TRIGGER expressions_change AFTER INSERT OR UPDATE ON expressions
        FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION tell_desk_change();
      CREATE TRIGGER desk_criteria_change AFTER INSERT OR UPDATE ON desk_criteria FOR EACH ROW EXECUTE FUNCTION tell_desk_change();
      CREATE TRIGGER expression_scores_change AFTER INSERT OR UPDATE ON expression_scores FOR EACH ROW EXECUTE FUNCTION tell_desk_change();
      CREATE TRIGGER expression_notes_change AFTER INSERT OR UPDATE ON expression_notes FOR EACH ROW EXECUTE FUNCTION tell_desk_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER expressions_change ON expressions;
      DROP TABLE recommendation_exports, recommended_states, expression_notes, expression_scores, desk_criteria, expression_links,
        expression_attempts, expression_versions, expression_members, event_signups;
      DROP FUNCTION tell_desk_change();
    `);
  }
}
