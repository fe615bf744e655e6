import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be reminded of what, and how long before. */
export class Reminders1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Audiences, the narrower first: who belongs to two for one date is told as the first of them.
      CREATE TYPE audience AS ENUM ('BODY_OFFICERS', 'ATTENDEES', 'FOLLOWERS');

      CREATE TABLE reminder_rules (
        milestone_kind text NOT NULL,
        audience audience NOT NULL,
        "offset" text NOT NULL,
        hour text,
        position integer NOT NULL,
        PRIMARY KEY (milestone_kind, audience, "offset")
      );
      INSERT INTO reminder_rules (milestone_kind, audience, "offset", position) VALUES
        ('SUBMISSION', 'FOLLOWERS', 'P60D', 1), ('SUBMISSION', 'FOLLOWERS', 'P30D', 2), ('SUBMISSION', 'FOLLOWERS', 'P14D', 3),
        ('SUBMISSION', 'FOLLOWERS', 'P7D', 4), ('SUBMISSION', 'FOLLOWERS', 'P3D', 5), ('SUBMISSION', 'FOLLOWERS', 'P1D', 6),
        ('SUBMISSION', 'FOLLOWERS', 'PT4H', 7),
        ('EXPRESSION_OF_INTEREST', 'FOLLOWERS', 'P21D', 1), ('EXPRESSION_OF_INTEREST', 'FOLLOWERS', 'P7D', 2),
        ('EXPRESSION_OF_INTEREST', 'FOLLOWERS', 'P2D', 3), ('EXPRESSION_OF_INTEREST', 'FOLLOWERS', 'P1D', 4),
        ('RECOMMENDATION', 'BODY_OFFICERS', 'P5D', 1), ('RECOMMENDATION', 'BODY_OFFICERS', 'P1D', 2),
        ('RECOMMENDATION', 'BODY_OFFICERS', 'PRECEDING_CLOSES', 3),
        ('EVENT', 'FOLLOWERS', 'P7D', 1), ('EVENT', 'FOLLOWERS', 'P1D', 2),
        ('EVENT', 'ATTENDEES', 'P7D', 1), ('EVENT', 'ATTENDEES', 'P1D', 2),
        ('OPENING', 'FOLLOWERS', 'P1D', 1);

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

      CREATE TABLE subscriptions (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        track_id uuid REFERENCES tracks ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        UNIQUE NULLS NOT DISTINCT (person_id, call_id, track_id)
      );
      CREATE INDEX subscriptions_call ON subscriptions (call_id, person_id) WHERE ended_at IS NULL;

      -- Calendars that people subscribe to: of all that concerns them, or of one call. Made again, a feed has another address.
      CREATE TABLE calendar_feeds (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        call_id uuid REFERENCES calls ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX calendar_feeds_living ON calendar_feeds (person_id, call_id) NULLS NOT DISTINCT WHERE revoked_at IS NULL;

      -- What somebody chose on the page behind their mails; without a row, the defaults.
      CREATE TABLE mail_wishes (
        person_id uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
        digest boolean NOT NULL DEFAULT false,
        opportunities boolean NOT NULL DEFAULT true
      );
      CREATE VIEW mail_readers AS
        SELECT p.id, p.zone, coalesce(w.digest, false) AS digest, coalesce(w.opportunities, true) AS opportunities
        FROM people p LEFT JOIN mail_wishes w ON w.person_id = p.id;

      -- Searches over calls that people keep: they are told of calls that were not there when they made it.
      CREATE TABLE saved_searches (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        theme_id text REFERENCES themes ON DELETE CASCADE,
        programme_id uuid REFERENCES programmes ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK (theme_id IS NOT NULL OR programme_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX saved_searches_living ON saved_searches (person_id, theme_id, programme_id) NULLS NOT DISTINCT
        WHERE ended_at IS NULL;
      CREATE TABLE known_calls (
        search_id uuid NOT NULL REFERENCES saved_searches ON DELETE CASCADE,
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        PRIMARY KEY (search_id, call_id)
      );
      -- Calls of which somebody wants to hear nothing, whatever finds them.
      CREATE TABLE dropped_calls (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
        dropped_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, call_id)
      );
      -- What the living searches find: calls of the programme, on the theme or a narrower one, in which there is still time.
      CREATE VIEW search_finds AS
        SELECT s.id AS search_id, s.person_id, c.id AS call_id, max(m.ends_at) AS closes_at
        FROM saved_searches s JOIN calls c ON NOT c.template AND (s.programme_id IS NULL OR s.programme_id = c.programme_id)
          JOIN milestones m ON m.call_id = c.id AND m.track_id IS NULL AND m.kind = 'SUBMISSION' AND m.withdrawn_at IS NULL
        WHERE s.ended_at IS NULL AND m.ends_at > verbond_now()
          AND (s.theme_id IS NULL OR EXISTS (SELECT FROM call_themes t
            WHERE t.call_id = c.id AND (t.theme_id = s.theme_id OR starts_with(t.theme_id, s.theme_id || '.'))))
          AND NOT EXISTS (SELECT FROM dropped_calls d WHERE d.person_id = s.person_id AND d.call_id = c.id)
        GROUP BY s.id, c.id;

      -- Who is reminded of what, and as whom. A track's followers follow its call too; what a body has to do concerns its
      -- officers, whether they follow or not.
      CREATE VIEW reminder_audience AS
        SELECT min(a.audience) AS audience, a.person_id, a.milestone_id, a.call_id, min(a.since) AS since
        FROM (
          SELECT 'FOLLOWERS'::audience AS audience, s.person_id, m.id AS milestone_id, m.call_id, m.kind, s.made_at AS since
          FROM subscriptions s JOIN milestones m ON m.call_id = s.call_id AND (m.track_id IS NULL OR m.track_id = s.track_id)
          WHERE s.ended_at IS NULL AND m.withdrawn_at IS NULL
          UNION ALL
          SELECT 'BODY_OFFICERS', r.person_id, m.id, m.call_id, m.kind, '-infinity'
          FROM roles r JOIN tracks t ON t.body_id = r.organisation_id JOIN milestones m ON m.track_id = t.id
          WHERE r.role = 'PROGRAMME_OFFICER' AND m.withdrawn_at IS NULL
          UNION ALL
          SELECT 'ATTENDEES', s.person_id, m.id, m.call_id, m.kind, s.signed_up_at
          FROM event_signups s JOIN milestones m ON m.id = s.milestone_id
          WHERE s.cancelled_at IS NULL AND m.withdrawn_at IS NULL
        ) a
        WHERE (a.kind, a.audience) IN (SELECT milestone_kind, audience FROM reminder_rules)
        GROUP BY a.person_id, a.milestone_id, a.call_id;

      -- What has changed since it was last planned: a call's dates, a person, both, or the rules (neither). Written by
      -- triggers, so that no writer can forget it; read and deleted by the planner's tick.
      CREATE TABLE reminder_changes (
        call_id uuid,
        person_id uuid
      );
      CREATE FUNCTION note_reminder_change() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE changed jsonb := to_jsonb(coalesce(NEW, OLD));
        BEGIN
          INSERT INTO reminder_changes VALUES ((changed ->> 'call_id')::uuid, (changed ->> coalesce(TG_ARGV[0], 'person_id'))::uuid);
          RETURN NULL;
        END $$;
      CREATE TRIGGER reminders_of_milestones AFTER INSERT OR DELETE ON milestones
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_moves AFTER UPDATE OF kind, revision, starts_at, ends_at, withdrawn_at ON milestones
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_tracks AFTER UPDATE OF body_id ON tracks FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_subscriptions AFTER INSERT OR UPDATE OR DELETE ON subscriptions
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_roles AFTER INSERT OR DELETE ON roles FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_publications AFTER INSERT ON call_publications
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_wishes AFTER INSERT OR UPDATE OF digest ON mail_wishes
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_zones AFTER UPDATE OF zone ON people FOR EACH ROW EXECUTE FUNCTION note_reminder_change('id');
      CREATE TRIGGER reminders_of_signups AFTER INSERT OR UPDATE OR DELETE ON event_signups
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();
      CREATE TRIGGER reminders_of_rules AFTER INSERT OR UPDATE OR DELETE ON reminder_rules
        FOR EACH ROW EXECUTE FUNCTION note_reminder_change();

      -- Up to when the planner has looked for openings, which make a notice due by themselves.
      CREATE TABLE reminder_clock (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        looked_at timestamptz NOT NULL
      );
      INSERT INTO reminder_clock (looked_at) VALUES ('-infinity');
      CREATE INDEX milestones_openings ON milestones (starts_at) WHERE kind = 'OPENING';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reminder_audience, search_finds, mail_readers;
      DROP INDEX milestones_openings;
      DROP TRIGGER reminders_of_milestones ON milestones;
      DROP TRIGGER reminders_of_moves ON milestones;
      DROP TRIGGER reminders_of_tracks ON tracks;
      DROP TRIGGER reminders_of_roles ON roles;
      DROP TRIGGER reminders_of_zones ON people;
      DROP TRIGGER reminders_of_publications ON call_publications;
      DROP TABLE dropped_calls, known_calls, saved_searches, mail_wishes, calendar_feeds, reminder_clock, reminder_changes, subscriptions, event_signups, reminder_rules;
      DROP FUNCTION note_reminder_change();
      DROP TYPE audience;
    `);
  }
}
