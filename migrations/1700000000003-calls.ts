import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls, tracks, milestones with every date they ever had, rules by version; and interests, which may name a call. */
export class Calls1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calls (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        code text NOT NULL UNIQUE,
        reference text,
        programme_id uuid NOT NULL REFERENCES programmes,
        predecessor_id uuid REFERENCES calls,
        titles jsonb NOT NULL,
        summary text,
        funds text[] NOT NULL DEFAULT '{}',
        objectives text[] NOT NULL DEFAULT '{}',
        granting_authority_id uuid REFERENCES organisations,
        action_type text,
        budget_eur numeric,
        grant_min_eur numeric,
        grant_max_eur numeric,
        max_rate numeric CHECK (max_rate BETWEEN 0 AND 1),
        months_max integer,
        expected_types text[] NOT NULL DEFAULT '{}',
        template boolean NOT NULL DEFAULT false,
        website text,
        exhausted_at timestamptz,
        facts jsonb NOT NULL DEFAULT '{}',
        source text NOT NULL REFERENCES attributions,
        search text NOT NULL DEFAULT ''
      );
      CREATE INDEX calls_search ON calls USING gin (fold(search) gin_trgm_ops);
      CREATE INDEX calls_programme ON calls (programme_id);

      CREATE TABLE call_themes (
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        theme_id text NOT NULL REFERENCES themes,
        PRIMARY KEY (call_id, theme_id)
      );
      CREATE INDEX call_themes_theme ON call_themes (theme_id);

      CREATE TABLE rulesets (
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        version integer NOT NULL,
        rules jsonb NOT NULL,
        country_sets jsonb NOT NULL DEFAULT '{}',
        published_on date,
        reason text,
        PRIMARY KEY (call_id, version)
      );
      CREATE FUNCTION refuse_changed_ruleset() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          -- A call that is deleted takes its rules with it: then it is gone before them.
          IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM calls WHERE id = OLD.call_id) THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'Version % of the rules of call % is published: a change is a new version.', OLD.version, OLD.call_id
            USING ERRCODE = 'restrict_violation';
        END $$;
      CREATE TRIGGER rulesets_are_immutable BEFORE UPDATE OR DELETE ON rulesets
        FOR EACH ROW EXECUTE FUNCTION refuse_changed_ruleset();

      CREATE TABLE tracks (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        code text NOT NULL UNIQUE,
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        territory text NOT NULL,
        body_id uuid NOT NULL REFERENCES organisations,
        body_role text NOT NULL,
        body_may_be_member boolean NOT NULL DEFAULT true,
        expression_by text NOT NULL CHECK (expression_by IN ('PARTNERSHIP', 'ORGANISATION')),
        facts jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX tracks_call ON tracks (call_id);

      CREATE TABLE milestones (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        track_id uuid REFERENCES tracks ON DELETE CASCADE,
        key text NOT NULL,
        kind text NOT NULL,
        actor text NOT NULL,
        local text NOT NULL,
        zone text NOT NULL,
        precision text NOT NULL CHECK (precision IN ('MINUTE', 'DAY', 'MONTH', 'SEASON', 'HALF_YEAR', 'YEAR')),
        revision integer NOT NULL DEFAULT 1,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at >= starts_at),
        note text,
        assumed boolean NOT NULL DEFAULT false,
        withdrawn_at timestamptz,
        UNIQUE NULLS NOT DISTINCT (call_id, track_id, key)
      );
      CREATE INDEX milestones_ends ON milestones (ends_at);

      CREATE TABLE milestone_revisions (
        milestone_id uuid NOT NULL REFERENCES milestones ON DELETE CASCADE,
        revision integer NOT NULL,
        local text NOT NULL,
        zone text NOT NULL,
        precision text NOT NULL,
        reason text,
        moved_at timestamptz,
        moved_by uuid,
        PRIMARY KEY (milestone_id, revision)
      );

      -- What a body is writing of a call; base is what was published when it began. A draft is no call yet.
      CREATE TABLE call_drafts (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        body_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        call_id uuid REFERENCES calls ON DELETE CASCADE,
        base jsonb NOT NULL,
        document jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by uuid,
        UNIQUE (call_id, body_id)
      );
      CREATE INDEX call_drafts_body ON call_drafts (body_id);

      CREATE TABLE call_publications (
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        number integer NOT NULL,
        body_id uuid NOT NULL REFERENCES organisations,
        published_at timestamptz NOT NULL,
        published_by uuid,
        reason text NOT NULL,
        changes jsonb NOT NULL,
        PRIMARY KEY (call_id, number)
      );

      CREATE TABLE interests (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        theme_id text NOT NULL REFERENCES themes,
        direction text NOT NULL CHECK (direction IN ('OFFERS', 'SEEKS')),
        strength smallint NOT NULL DEFAULT 2 CHECK (strength BETWEEN 1 AND 3),
        phases text[] NOT NULL DEFAULT '{}' CHECK (phases <@ '{RESEARCH,DEVELOP,TEST,EVALUATE}'),
        call_id uuid REFERENCES calls ON DELETE CASCADE,
        UNIQUE NULLS NOT DISTINCT (organisation_id, theme_id, direction, call_id)
      );
      CREATE INDEX interests_theme ON interests (theme_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE interests, call_publications, call_drafts, milestone_revisions, milestones, tracks, rulesets, call_themes, calls;
      DROP FUNCTION refuse_changed_ruleset();
    `);
  }
}
