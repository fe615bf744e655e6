import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas, the consortia that form around them, who is in them, what they tell a regional body, and what waits for whom. */
export class Consortia1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ideas (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        call_id uuid REFERENCES calls,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        summary text NOT NULL DEFAULT '' CHECK (length(summary) <= 20000),
        language text CHECK (language IN ('nl', 'fr', 'en', 'de')),
        phases text[] NOT NULL DEFAULT '{}' CHECK (phases <@ '{RESEARCH,DEVELOP,TEST,EVALUATE}'),
        ambition text CHECK (ambition IN ('DEVELOP', 'REPLICATE', 'SCALE_UP')),
        purposes text[] NOT NULL DEFAULT '{}' CHECK (purposes <@ '{MUTUAL_LEARNING,JOINT_DEVELOPMENT,TRANSFER,TESTING}'),
        intended_result text CHECK (length(intended_result) <= 20000),
        objectives text[],
        challenges text[],
        action_types text[],
        target_groups text[],
        activity_countries text[],
        total_budget_eur numeric CHECK (total_budget_eur >= 0),
        grant_eur numeric CHECK (grant_eur >= 0),
        months integer CHECK (months > 0),
        starts_on date,
        ends_on date,
        dissemination_plan text CHECK (length(dissemination_plan) <= 20000),
        joint_preparatory_phase text CHECK (length(joint_preparatory_phase) <= 20000),
        -- Answers to the check for social innovation with the version of its questions and what came of them; and a person's
        -- judgement over that.
        screening jsonb,
        visibility text NOT NULL DEFAULT 'PRIVATE' CHECK (visibility IN ('PRIVATE', 'PARTNERS', 'PUBLIC')),
        version integer NOT NULL DEFAULT 1,
        made_at timestamptz NOT NULL,
        -- Until then it is open, unless it is renewed.
        expires_at timestamptz NOT NULL,
        renewals integer NOT NULL DEFAULT 0,
        withdrawn_at timestamptz
      );
      CREATE INDEX ideas_organisation ON ideas (organisation_id);
      CREATE INDEX ideas_call ON ideas (call_id);
      CREATE INDEX ideas_search ON ideas USING gin (fold(title || ' ' || summary || ' ' || coalesce(intended_result, '')) gin_trgm_ops);
      CREATE TABLE idea_themes (
        idea_id uuid NOT NULL REFERENCES ideas ON DELETE CASCADE,
        theme_id text NOT NULL REFERENCES themes,
        PRIMARY KEY (idea_id, theme_id)
      );
      CREATE INDEX idea_themes_theme ON idea_themes (theme_id);

      -- Partners that an idea looks for; once a consortium forms around it, its seats say what is looked for.
      CREATE TABLE idea_slots (
        idea_id uuid NOT NULL REFERENCES ideas ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        role text NOT NULL DEFAULT 'CO_APPLICANT' CHECK (role IN ('CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER')),
        -- A type of organisation, or a sector.
        type text,
        -- A country, a NUTS code, or DOMESTIC or FOREIGN as the owner sees it.
        place text,
        theme_id text REFERENCES themes,
        note text NOT NULL DEFAULT '',
        PRIMARY KEY (idea_id, position)
      );

      -- What the clock makes of an idea.
      CREATE VIEW idea_states AS
        SELECT id, CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN expires_at <= verbond_now() THEN 'EXPIRED' ELSE 'OPEN' END AS state
        FROM ideas;

      CREATE TABLE consortia (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        call_id uuid NOT NULL REFERENCES calls,
        idea_id uuid NOT NULL UNIQUE REFERENCES ideas,
        name text NOT NULL,
        -- Who leads is one column, so that there is never none nor two.
        lead_id uuid NOT NULL REFERENCES organisations,
        -- The member to whom the lead is offered, until it answers.
        next_lead_id uuid REFERENCES organisations,
        -- What people did; what dates and expressions make of it stands in consortium_states.
        state text NOT NULL DEFAULT 'FORMING' CHECK (state IN ('FORMING', 'PROPOSAL', 'READY', 'SUBMITTED', 'AWARDED', 'REJECTED',
          'RESERVE', 'RUNNING', 'COMPLETED', 'RESULTS_PUBLISHED', 'DISSOLVED')),
        -- The submission that it works towards: a call may have rounds and stages. Until it is chosen, the call's last.
        submission_id uuid REFERENCES milestones,
        -- Of a READY one: the rules and the date that it was found ready for (terms of consortium_deadlines).
        ready_for text,
        -- The version of the call's rules under which it was last looked at; none before the first.
        rules_version integer,
        -- Whether it chose to be found by organisations that offer what its seats ask for.
        open_to_requests boolean NOT NULL DEFAULT false,
        -- Goes up with whatever is done to it or its members.
        version integer NOT NULL DEFAULT 1,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX consortia_call ON consortia (call_id);
      CREATE INDEX consortia_lead ON consortia (lead_id);

      -- Places to be filled: what is looked for.
      CREATE TABLE seats (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        role text NOT NULL DEFAULT 'CO_APPLICANT' CHECK (role IN ('CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER')),
        type text,
        place text,
        theme_id text REFERENCES themes,
        note text NOT NULL DEFAULT '',
        UNIQUE (consortium_id, position) DEFERRABLE INITIALLY DEFERRED,
        UNIQUE (id, consortium_id)
      );

      CREATE TABLE memberships (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations,
        seat_id uuid,
        -- Whoever leads is the coordinator, whatever stands here.
        role text NOT NULL CHECK (role IN ('CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER')),
        standby boolean NOT NULL DEFAULT false,
        state text NOT NULL CHECK (state IN ('DRAFT', 'SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED', 'DECLINED', 'REVOKED', 'LEFT',
          'REPLACED', 'REMOVED', 'EXPIRED')),
        message text NOT NULL DEFAULT '',
        reason text,
        -- An invitation that was sent and not answered by then has expired; that is written when another one follows it.
        expires_at timestamptz,
        begun_at timestamptz NOT NULL,
        answered_at timestamptz,
        ended_at timestamptz,
        replaced_by uuid REFERENCES memberships,
        -- Of an invitation: the member that it replaces once it is accepted.
        replaces uuid REFERENCES memberships,
        -- Consent: who gave it, in which right, to which version of the text, when.
        consent_by uuid,
        consent_text text,
        consented_at timestamptz,
        mandate_document_id uuid REFERENCES documents,
        budget_eur numeric CHECK (budget_eur >= 0),
        CHECK ((state = 'CONFIRMED') <= (consented_at IS NOT NULL)),
        CHECK ((state = 'SENT') <= (expires_at IS NOT NULL)),
        FOREIGN KEY (seat_id, consortium_id) REFERENCES seats (id, consortium_id) ON DELETE SET NULL (seat_id)
      );
      CREATE INDEX memberships_organisation ON memberships (organisation_id);
      -- No organisation twice, and nobody beside another on one seat.
      CREATE UNIQUE INDEX memberships_once ON memberships (consortium_id, organisation_id)
        WHERE state IN ('DRAFT', 'SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED');
      CREATE UNIQUE INDEX memberships_seat ON memberships (seat_id) WHERE state IN ('ACCEPTED', 'CONFIRMED') AND NOT standby;

      -- Documents that a consortium (no organisation) or a member owes: there or not; a kind without a row was never asked for.
      CREATE TABLE consortium_documents (
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        organisation_id uuid REFERENCES organisations,
        kind text NOT NULL,
        present boolean NOT NULL,
        document_id uuid REFERENCES documents,
        noted_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (consortium_id, organisation_id, kind)
      );

      CREATE TABLE expressions (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        track_id uuid NOT NULL REFERENCES tracks,
        -- A partnership is a consortium; a single organisation has none.
        consortium_id uuid REFERENCES consortia,
        organisation_id uuid NOT NULL REFERENCES organisations,
        state text NOT NULL DEFAULT 'DRAFT'
          CHECK (state IN ('DRAFT', 'SUBMITTED', 'SHORTLISTED', 'NOT_SHORTLISTED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'WITHDRAWN')),
        -- Goes up with every change of what it says; what was submitted stays in expression_versions.
        version integer NOT NULL DEFAULT 1,
        -- The actions of the call that it offers something for or seeks something in: [{ action, direction }].
        interests jsonb NOT NULL DEFAULT '[]',
        motivation text NOT NULL DEFAULT '',
        documents uuid[] NOT NULL DEFAULT '{}',
        -- Whom it names beside those in the consortium: [{ organisationId }] or [{ name, country }].
        partners jsonb NOT NULL DEFAULT '[]',
        contact_id uuid REFERENCES people ON DELETE SET NULL,
        made_at timestamptz NOT NULL,
        submitted_at timestamptz,
        CHECK ((state IN ('DRAFT', 'WITHDRAWN')) OR submitted_at IS NOT NULL)
      );
      -- One living expression a lead and track, and one a consortium, whoever leads it by then.
      CREATE UNIQUE INDEX expressions_once ON expressions (track_id, organisation_id) WHERE state <> 'WITHDRAWN';
      CREATE UNIQUE INDEX expressions_partnership_once ON expressions (track_id, consortium_id) WHERE state <> 'WITHDRAWN';
      CREATE INDEX expressions_consortium ON expressions (consortium_id);

      -- When a track's gate closes: an exact expression of interest date, or never.
      CREATE VIEW track_gates AS
        SELECT t.id AS track_id, m.id AS milestone_id, m.ends_at AS closes_at
        FROM tracks t LEFT JOIN LATERAL (
          SELECT id, ends_at FROM milestones
          WHERE track_id = t.id AND kind = 'EXPRESSION_OF_INTEREST' AND withdrawn_at IS NULL AND precision IN ('MINUTE', 'DAY')
          ORDER BY ends_at DESC LIMIT 1) m ON true;

      -- What the clock makes of an expression: a draft lapses when the gate closes, and what was submitted is under review.
      CREATE VIEW expression_states AS
        SELECT e.id, g.closes_at, CASE
            WHEN e.state = 'DRAFT' AND g.closes_at <= verbond_now() THEN 'LAPSED'
            WHEN e.state = 'SUBMITTED' AND g.closes_at <= verbond_now() THEN 'UNDER_REVIEW'
            ELSE e.state END AS state
        FROM expressions e JOIN track_gates g ON g.track_id = e.track_id;

      -- The submission that a consortium works towards, where its date is exact: the chosen one, or the call's last. And its
      -- terms: by version, the rules and the date that hold for it now.
      CREATE VIEW consortium_deadlines AS
        SELECT c.*, m.id AS milestone_id, m.key, m.ends_at AS closes_at,
          concat_ws(' ', (SELECT max(version) FROM rulesets WHERE call_id = c.call_id), m.id, m.revision) AS terms
        FROM consortia c LEFT JOIN LATERAL (
          SELECT id, key, ends_at, revision FROM milestones
          WHERE call_id = c.call_id AND track_id IS NULL AND kind = 'SUBMISSION' AND withdrawn_at IS NULL
            AND precision IN ('MINUTE', 'DAY') AND (c.submission_id IS NULL OR id = c.submission_id)
          ORDER BY ends_at DESC LIMIT 1) m ON true;

      -- How a consortium stands by what people did: it, and the body with its living expression in the call's tracks. One that
      -- was ready for other rules or another date is not ready any more.
      CREATE VIEW consortium_standings AS
        SELECT c.id, c.call_id, c.lead_id, c.name, c.made_at, c.milestone_id, c.closes_at, CASE
            WHEN c.state = 'READY' AND c.ready_for IS DISTINCT FROM c.terms THEN 'PROPOSAL'
            WHEN c.state = 'FORMING' AND e.state IN ('RECOMMENDED', 'NOT_RECOMMENDED') THEN e.state
            WHEN c.state = 'FORMING' AND e.state IN ('SUBMITTED', 'SHORTLISTED') THEN 'EXPRESSED'
            ELSE c.state END AS state
        FROM consortium_deadlines c LEFT JOIN LATERAL (
          SELECT e.state FROM expressions e JOIN tracks t ON t.id = e.track_id
          WHERE e.consortium_id = c.id AND t.call_id = c.call_id AND e.state NOT IN ('DRAFT', 'WITHDRAWN', 'NOT_SHORTLISTED')
          ORDER BY e.submitted_at DESC LIMIT 1) e ON true;

      -- And what the clock makes of that. Where the clock does not matter, the view above is looked up faster: a view that
      -- asks for the time is worked out as a whole.
      CREATE VIEW consortium_states AS
        SELECT id, milestone_id, closes_at, CASE
            WHEN state IN ('FORMING', 'EXPRESSED', 'RECOMMENDED', 'PROPOSAL', 'READY') AND closes_at <= verbond_now() THEN 'LAPSED'
            ELSE state END AS state
        FROM consortium_standings;

      -- Members as they stand: an invitation that nobody answered in time has expired.
      CREATE VIEW membership_states AS
        SELECT m.id, CASE WHEN m.state = 'SENT' AND m.expires_at <= verbond_now() THEN 'EXPIRED' ELSE m.state END AS state
        FROM memberships m;

      -- Whatever is done to a consortium or those in it raises its version, and tells whoever watches.
      CREATE FUNCTION tell_consortium_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('consortia', json_build_object('id', NEW.id, 'version', NEW.version)::text);
          RETURN NULL;
        END $$;
      CREATE TRIGGER consortia_change AFTER INSERT OR UPDATE ON consortia FOR EACH ROW EXECUTE FUNCTION tell_consortium_change();

      CREATE TABLE tasks (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        kind text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        -- Whose it is: a person's, or of all who hold this role in an organisation, or of all who belong to it.
        person_id uuid REFERENCES people ON DELETE CASCADE,
        organisation_id uuid REFERENCES organisations ON DELETE CASCADE,
        role text,
        facts jsonb NOT NULL DEFAULT '{}',
        due_at timestamptz,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        done_by uuid,
        CHECK (num_nonnulls(person_id, organisation_id) = 1),
        CHECK ((role IS NOT NULL) <= (organisation_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX tasks_once ON tasks (subject_kind, subject_id, kind, person_id, organisation_id) NULLS NOT DISTINCT
        WHERE ended_at IS NULL;
      CREATE INDEX tasks_organisation ON tasks (organisation_id) WHERE ended_at IS NULL;
      CREATE INDEX tasks_person ON tasks (person_id) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW membership_states, consortium_states, consortium_standings, consortium_deadlines, expression_states, track_gates, idea_states;
      DROP TABLE tasks, expressions, consortium_documents, memberships, seats, consortia, idea_slots, idea_themes, ideas;
      DROP FUNCTION tell_consortium_change();
    `);
  }
}
