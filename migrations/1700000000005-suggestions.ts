import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row of suggested partners an organisation and call; a run recomputes them for a whole call, chunk by chunk. What
 * was answered is kept: whoever refers to an answer by foreign key keeps it for as long.
 */
export class Suggestions1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suggestions (
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        partners uuid[] NOT NULL,
        scores double precision[] NOT NULL,
        data_stamp text NOT NULL,
        ruleset_version integer NOT NULL,
        model_version text NOT NULL,
        demand_version integer NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (call_id, organisation_id),
        CHECK (cardinality(partners) = cardinality(scores))
      );

      CREATE TABLE answers (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        mix text NOT NULL CHECK (mix IN ('PROVEN', 'BALANCED', 'NEW_FACES')),
        partners uuid[] NOT NULL,
        scores double precision[] NOT NULL,
        data_stamp text NOT NULL,
        ruleset_version integer NOT NULL,
        model_version text NOT NULL,
        demand_version integer NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT verbond_now(),
        replaced_at timestamptz,
        CHECK (cardinality(partners) = cardinality(scores))
      );
      CREATE UNIQUE INDEX answers_latest ON answers (call_id, organisation_id, mix) WHERE replaced_at IS NULL;
      CREATE INDEX answers_then ON answers (call_id, organisation_id, mix, answered_at);
      CREATE INDEX answers_replaced ON answers (replaced_at);

      -- Who is sought after in a call, and how many it can answer, as of a version.
      CREATE TABLE call_demand (
        call_id uuid PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
        version integer NOT NULL,
        demand jsonb NOT NULL
      );

      CREATE TABLE matching_runs (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        data_stamp text NOT NULL,
        ruleset_version integer NOT NULL,
        model_version text NOT NULL,
        demand_version integer NOT NULL,
        -- Whoever is asked about goes first, then the newest call.
        call_opens_at timestamptz,
        asked_at timestamptz,
        cancelled_at timestamptz,
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (call_id, data_stamp, ruleset_version, model_version, demand_version)
      );
      CREATE TABLE matching_chunks (
        run_id uuid NOT NULL REFERENCES matching_runs ON DELETE CASCADE,
        number integer NOT NULL,
        organisations uuid[] NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (run_id, number)
      );

      -- What was asked, how far it is, and what was found; a search that was killed begins anew.
      CREATE TABLE proposal_runs (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        ask jsonb NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT verbond_now(),
        started_at timestamptz,
        finished_at timestamptz,
        cancelled_at timestamptz,
        proposals jsonb NOT NULL DEFAULT '[]',
        ending text CHECK (ending IN ('all', 'none', 'unknown', 'failed')),
        conflict jsonb,
        CHECK ((ending IS NULL) = (finished_at IS NULL))
      );
      CREATE INDEX proposal_runs_asked ON proposal_runs (asked_at);
      CREATE INDEX proposal_runs_organisation ON proposal_runs (organisation_id);
    `);
    await this.textVectors(runner);
  }

  /** What an embedding service told of texts. What is shown is of one model. */
  private async textVectors(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE text_vectors (
        -- Of model and text; see text_key.
        key bytea PRIMARY KEY,
        model text NOT NULL,
        vector real[] NOT NULL CHECK (cardinality(vector) > 0),
        shown boolean NOT NULL DEFAULT false
      );
      CREATE FUNCTION text_key(model text, text text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT sha256(convert_to(model || E'\\n' || text, 'UTF8'))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION text_key(text, text); DROP TABLE text_vectors;');
    await runner.query('DROP TABLE proposal_runs, matching_chunks, matching_runs, call_demand, answers, suggestions;');
  }
}
