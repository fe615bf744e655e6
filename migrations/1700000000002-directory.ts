import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, themes, offers and seeks, and the projects they have been in. */
export class Directory1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attributions (
        source text PRIMARY KEY,
        text text NOT NULL,
        url text
      );

      CREATE TABLE themes (
        id text PRIMARY KEY,
        parent_id text REFERENCES themes,
        labels jsonb NOT NULL,
        scope_notes jsonb NOT NULL DEFAULT '{}',
        position integer NOT NULL
      );

      CREATE TABLE territories (
        code text PRIMARY KEY,
        country char(2) NOT NULL,
        level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
        name text NOT NULL,
        longitude real NOT NULL,
        latitude real NOT NULL
      );

      CREATE TABLE labour_market_regions (
        name text PRIMARY KEY,
        country char(2) NOT NULL,
        centre_municipality text NOT NULL,
        basis text NOT NULL
      );

      CREATE TABLE organisations (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        code text NOT NULL UNIQUE CHECK (length(code) <= 200),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500 AND name !~ '[[:cntrl:]]'),
        acronym text CHECK (length(acronym) <= 500),
        pic text UNIQUE,
        type text,
        legal_nature text CHECK (legal_nature IN ('PUBLIC', 'PRIVATE')),
        country char(2) NOT NULL,
        nuts text,
        nuts_version smallint,
        city text CHECK (length(city) <= 500),
        website text CHECK (length(website) <= 2000),
        capacity integer CHECK (capacity BETWEEN 0 AND 1000),
        public boolean NOT NULL DEFAULT true,
        normalised_name text,
        source text NOT NULL REFERENCES attributions,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (normalised_name, country)
      );
      CREATE INDEX organisations_name ON organisations (fold(name), code);
      CREATE INDEX organisations_country ON organisations (country, id);
      CREATE INDEX organisations_nuts ON organisations (nuts text_pattern_ops);

      CREATE TABLE organisation_codes (
        code text PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE
      );
      CREATE INDEX organisation_codes_organisation ON organisation_codes (organisation_id);

      CREATE TABLE organisation_names (
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) <= 500),
        language text NOT NULL DEFAULT '',
        valid_from date,
        valid_to date,
        PRIMARY KEY (organisation_id, name, language)
      );
      CREATE INDEX organisation_names_search ON organisation_names USING gin (fold(name) gin_trgm_ops);

      CREATE TABLE designations (
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        kind text NOT NULL,
        scope text NOT NULL DEFAULT '',
        valid_from date,
        valid_to date,
        note text,
        PRIMARY KEY (organisation_id, kind, scope)
      );
      CREATE UNIQUE INDEX one_centre_municipality ON designations (scope) WHERE kind = 'CENTRE_MUNICIPALITY' AND valid_to IS NULL;

      CREATE TABLE programmes (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        code text NOT NULL UNIQUE,
        names jsonb NOT NULL,
        funds text[] NOT NULL DEFAULT '{}',
        cci text,
        period_start smallint,
        period_end smallint,
        budget_eur numeric,
        area text[] NOT NULL DEFAULT '{}',
        facts jsonb NOT NULL DEFAULT '{}'
      );
      CREATE TABLE programme_bodies (
        programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations,
        role text NOT NULL,
        PRIMARY KEY (programme_id, organisation_id, role)
      );
      CREATE TABLE objectives (
        programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
        code text NOT NULL,
        parent_code text,
        label jsonb NOT NULL,
        PRIMARY KEY (programme_id, code),
        FOREIGN KEY (programme_id, parent_code) REFERENCES objectives
      );

      CREATE TABLE projects (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        code text NOT NULL UNIQUE,
        acronym text,
        title text CHECK (length(title) <= 100000),
        text text CHECK (length(text) <= 100000),
        language text,
        programme text,
        call text,
        objective text,
        specific_objective text,
        topics text[] NOT NULL DEFAULT '{}',
        starts_on date,
        ends_on date,
        website text,
        members_complete boolean,
        source text NOT NULL REFERENCES attributions
      );
      CREATE INDEX projects_search ON projects USING gin (fold(coalesce(acronym, '') || ' ' || coalesce(title, '')) gin_trgm_ops);
      CREATE INDEX projects_call ON projects (call);
      CREATE INDEX projects_starts ON projects (starts_on);
      CREATE INDEX projects_ends ON projects (ends_on);

      CREATE TABLE project_themes (
        project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE,
        theme_id text NOT NULL REFERENCES themes,
        PRIMARY KEY (project_id, theme_id)
      );
      CREATE INDEX project_themes_theme ON project_themes (theme_id);

      CREATE TABLE participations (
        project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        role text NOT NULL,
        note text,
        position integer NOT NULL,
        PRIMARY KEY (project_id, organisation_id)
      );
      CREATE INDEX participations_organisation ON participations (organisation_id);

      -- Which themes a source's own topic words stand for.
      CREATE TABLE topic_themes (
        topic text NOT NULL,
        theme_id text NOT NULL REFERENCES themes,
        PRIMARY KEY (topic, theme_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE topic_themes, participations, project_themes, projects, objectives, programme_bodies, programmes,
        designations, organisation_names, organisation_codes, organisations, labour_market_regions,
        territories, themes, attributions;
    `);
  }
}
