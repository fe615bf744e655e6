import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be reminded of what, and how long before. */
export class Reminders1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Audiences, those that hear more first: who belongs to two for one date is told as the first of them.
      CREATE TYPE audience AS ENUM ('INVITEES', 'LEADS', 'BODY_OFFICERS', 'ATTENDEES', 'FOLLOWERS', 'TASK_OWNERS');

      CREATE TABLE reminder_rules (
        -- Of the subject.
        kind text NOT NULL,
        audience audience NOT NULL,
        "offset" text NOT NULL,
        hour text,
        position integer NOT NULL,
        PRIMARY KEY (kind, audience, "offset")
      );
      INSERT INTO reminder_rules (kind, audience, "offset", position)
        SELECT kind, audience::audience, "offset", position
        FROM (VALUES
          ('SUBMISSION', 'LEADS', '{P60D,P30D,P14D,P7D,P3D,P1D,PT4H}'),
          ('SUBMISSION', 'FOLLOWERS', '{P60D,P30D,P14D,P7D,P3D,P1D,PT4H}'),
          ('SUBMISSION', 'TASK_OWNERS', '{P14D,P3D}'),
          ('EXPRESSION_OF_INTEREST', 'LEADS', '{P21D,P7D,P2D,P1D}'),
          ('EXPRESSION_OF_INTEREST', 'FOLLOWERS', '{P21D,P7D,P2D,P1D}'),
          ('RECOMMENDATION', 'BODY_OFFICERS', '{P5D,P1D,PRECEDING_CLOSES}'),
          ('EVENT', 'ATTENDEES', '{P7D,P1D}'),
          ('EVENT', 'FOLLOWERS', '{P7D,P1D}'),
          ('OPENING', 'FOLLOWERS', '{P1D}'),
          ('INVITATION', 'INVITEES', '{P3D,P1D}')
        ) AS plan (kind, audience, offsets), unnest(offsets::text[]) WITH ORDINALITY AS o ("offset", position);

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

      -- Calendars that people subscribe to: of all that concerns them, of one call or of one consortium. Made again, a feed
      -- has another address.
      CREATE TABLE calendar_feeds (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        call_id uuid REFERENCES calls ON DELETE CASCADE,
        consortium_id uuid REFERENCES consortia ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CHECK (num_nonnulls(call_id, consortium_id) <= 1)
      );
      CREATE UNIQUE INDEX calendar_feeds_living ON calendar_feeds (person_id, call_id, consortium_id) NULLS NOT DISTINCT
        WHERE revoked_at IS NULL;

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

      -- What people are reminded of: things with a date in wall time. Its kind chooses the rules; its name says of what it is,
      -- where that is no call or track; once it has ended, it says why. A new kind of subject is a branch.
      CREATE VIEW reminder_subjects AS
        SELECT m.id, 'MILESTONE' AS subject_kind, m.kind, m.key, NULL AS name, m.call_id, m.track_id, m.local, m.zone, m.precision,
          m.revision, m.starts_at, m.ends_at, m.withdrawn_at,
          CASE WHEN m.withdrawn_at IS NOT NULL THEN 'milestone withdrawn' END AS ended
        FROM milestones m
        UNION ALL
        SELECT i.id, 'INVITATION', 'INVITATION', 'invitation', c.name, c.call_id, NULL,
          to_char(i.expires_at AT TIME ZONE z.zone, 'YYYY-MM-DD"T"HH24:MI'), z.zone, 'MINUTE',
          1, i.expires_at, i.expires_at, CASE WHEN i.state <> 'SENT' THEN coalesce(i.answered_at, i.ended_at, i.begun_at) END,
          CASE WHEN i.state <> 'SENT' THEN 'invitation answered or taken back' END
        FROM memberships i JOIN consortia c ON c.id = i.consortium_id CROSS JOIN LATERAL (
          SELECT coalesce((SELECT zone FROM milestones WHERE call_id = c.call_id ORDER BY ends_at DESC, id LIMIT 1), 'Europe/Brussels')) z (zone)
        WHERE i.expires_at IS NOT NULL AND i.state <> 'DRAFT';

      -- The dates that consortia work towards: their submission, and before it the expression of interest of tracks that cover
      -- their lead. Open until the consortium is ready, or has told the body of its interest.
      CREATE VIEW consortium_dates AS
        SELECT c.id AS consortium_id, c.name, m.call_id, m.id AS milestone_id, m.kind, CASE m.kind
            WHEN 'SUBMISSION' THEN c.state IN ('FORMING', 'EXPRESSED', 'RECOMMENDED', 'PROPOSAL')
            ELSE c.state = 'FORMING' AND NOT EXISTS (SELECT FROM expressions e
              WHERE e.track_id = m.track_id AND e.organisation_id = c.lead_id AND e.state NOT IN ('DRAFT', 'WITHDRAWN'))
          END AS open
        FROM consortium_standings c JOIN milestones m ON m.call_id = c.call_id
        WHERE m.withdrawn_at IS NULL AND (m.id = c.milestone_id OR m.kind = 'EXPRESSION_OF_INTEREST' AND starts_with(
          (SELECT nuts FROM organisations WHERE id = c.lead_id), (SELECT territory FROM tracks WHERE id = m.track_id)));

      -- Who has to act for a consortium: those who work for its lead, and whoever is asked to do something, until that is done.
      CREATE VIEW consortium_duties AS
        SELECT 'LEADS'::audience AS audience, c.id AS consortium_id, r.person_id, NULL::jsonb AS task, c.made_at AS since, NULL::timestamptz AS ended_at
        FROM consortia c JOIN roles r ON r.organisation_id = c.lead_id
        UNION ALL
        SELECT 'TASK_OWNERS', coalesce(i.consortium_id, t.subject_id), coalesce(t.person_id, r.person_id),
          jsonb_build_object('kind', t.kind, 'facts', t.facts), t.made_at, t.ended_at
        FROM tasks t LEFT JOIN memberships i ON t.subject_kind = 'MEMBERSHIP' AND i.id = t.subject_id
          LEFT JOIN roles r ON r.organisation_id = t.organisation_id AND (t.role IS NULL OR r.role = t.role)
        WHERE t.subject_kind IN ('CONSORTIUM', 'MEMBERSHIP') AND num_nonnulls(t.person_id, r.person_id) > 0;

      -- Who belongs to the lead or a member of a consortium.
      CREATE VIEW consortium_people AS
        SELECT i.consortium_id, r.person_id FROM memberships i JOIN roles r ON r.organisation_id = i.organisation_id
        WHERE i.state IN ('ACCEPTED', 'CONFIRMED')
        UNION
        SELECT c.id, r.person_id FROM consortia c JOIN roles r ON r.organisation_id = c.lead_id;

      -- Who is reminded of what, and as whom. A track's followers follow its call too; what a body has to do concerns its
      -- officers, whether they follow or not.
      CREATE VIEW reminder_audience AS
        SELECT min(a.audience) AS audience, a.person_id, a.subject_id, a.call_id, min(a.since) AS since
        FROM (
          SELECT 'FOLLOWERS'::audience AS audience, s.person_id, m.id AS subject_id, m.call_id, m.kind, s.made_at AS since
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
          UNION ALL
          SELECT w.audience, w.person_id, d.milestone_id, d.call_id, d.kind, w.since
          FROM consortium_dates d JOIN consortium_duties w ON w.consortium_id = d.consortium_id WHERE d.open AND w.ended_at IS NULL
          UNION ALL
          SELECT 'INVITEES', r.person_id, i.id, c.call_id, 'INVITATION', i.begun_at
          FROM memberships i JOIN consortia c ON c.id = i.consortium_id JOIN roles r ON r.organisation_id = i.organisation_id
          WHERE i.state = 'SENT'
        ) a
        WHERE (a.kind, a.audience) IN (SELECT kind, audience FROM reminder_rules)
        GROUP BY a.person_id, a.subject_id, a.call_id;

      -- Who was reminded of what, and why no longer as such.
      CREATE VIEW reminder_ends AS
        SELECT s.person_id, m.id AS subject_id, 'unsubscribed' AS reason
        FROM subscriptions s JOIN milestones m ON m.call_id = s.call_id AND (m.track_id IS NULL OR m.track_id = s.track_id)
        WHERE s.ended_at IS NOT NULL
        UNION ALL
        SELECT w.person_id, d.milestone_id, 'target reached'
        FROM consortium_dates d JOIN consortium_duties w ON w.consortium_id = d.consortium_id
        WHERE NOT d.open OR w.ended_at IS NOT NULL;

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
      -- The same of what is about a consortium, or a body's track: its call, and the call that it was for.
      CREATE FUNCTION note_consortium_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO reminder_changes (call_id)
          SELECT DISTINCT concerned.call_id FROM (VALUES (to_jsonb(OLD)), (to_jsonb(NEW))) AS v (changed) CROSS JOIN LATERAL (
            SELECT (changed ->> 'call_id')::uuid
            UNION SELECT call_id FROM tracks WHERE id = (changed ->> 'track_id')::uuid
            UNION SELECT call_id FROM consortia
            WHERE id IN ((changed ->> 'consortium_id')::uuid, (changed ->> 'subject_id')::uuid)
              OR id = (SELECT consortium_id FROM memberships WHERE id = (changed ->> 'subject_id')::uuid)) AS concerned (call_id)
          WHERE concerned.call_id IS NOT NULL;
          RETURN NULL;
        END $$;
      CREATE TRIGGER reminders_of_consortia AFTER INSERT OR DELETE OR UPDATE OF call_id, lead_id, state, submission_id ON consortia
        FOR EACH ROW EXECUTE FUNCTION note_consortium_change();
      CREATE TRIGGER reminders_of_memberships AFTER INSERT OR DELETE OR UPDATE OF state, expires_at ON memberships
        FOR EACH ROW EXECUTE FUNCTION note_consortium_change();
      CREATE TRIGGER reminders_of_tasks AFTER INSERT OR DELETE OR UPDATE OF role, ended_at ON tasks
        FOR EACH ROW EXECUTE FUNCTION note_consortium_change();
      CREATE TRIGGER reminders_of_expressions AFTER INSERT OR DELETE OR UPDATE OF state ON expressions
        FOR EACH ROW EXECUTE FUNCTION note_consortium_change();

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
      DROP VIEW reminder_ends, reminder_audience, consortium_people, consortium_duties, consortium_dates, reminder_subjects, search_finds,
        mail_readers;
      DROP INDEX milestones_openings;
      DROP TABLE dropped_calls, known_calls, saved_searches, mail_wishes, calendar_feeds, reminder_clock, reminder_changes, subscriptions,
        reminder_rules;
      DROP FUNCTION note_reminder_change(), note_consortium_change() CASCADE; -- with the triggers on other rooms' tables
      DROP TYPE audience;
    `);
  }
}
