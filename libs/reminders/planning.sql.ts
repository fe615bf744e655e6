import { CALL_SUBJECT, CHANGED_CALL, DATE_TEMPLATE, FOUND, LEFT_REASONS, MILESTONE, MOVED, NOW_OPEN, TOLD_SECTIONS } from './kinds.js';
import { PLAN_LINES } from './plan-reader.service.js';

/*
 * Every statement knows `:now`, `:callId` and `:personId` (the part to be planned; null is all), those that post `:most`, and
 * those that begin with the plan its columns. In all of them d is what is reminded of, a its audience and x a message.
 */
const PLAN = `
  WITH plan AS (
    SELECT *, due_at = max(due_at) OVER (PARTITION BY subject_id, audience, zone, digest) AS last
    FROM ${PLAN_LINES}
  )`;
/** The living dates d, whom they concern a, and those people's hours r. */
export const AUDIENCE = `
  reminder_audience a JOIN reminder_subjects d ON d.id = a.subject_id AND d.call_id = a.call_id JOIN mail_readers r ON r.id = a.person_id`;
const IN_SCOPE = `(:callId::uuid IS NULL OR a.call_id = :callId) AND (:personId::uuid IS NULL OR a.person_id = :personId)`;

/** The plan's lines p for people of the audience. */
export const PLANNED_FOR = `p.subject_id = d.id AND p.audience = a.audience AND p.zone = r.zone AND p.digest = r.digest`;

/** A message about an earlier date went out, or may have: the same offset goes again only when the day is another. */
export const TOLD_OF_THIS_DAY = `
  EXISTS (
    SELECT FROM messages e JOIN milestone_revisions v ON v.milestone_id = e.subject_id AND v.revision = e.revision
    WHERE e.person_id = a.person_id AND e.subject_kind = '${MILESTONE}' AND e.subject_id = d.id AND e."offset" = p."offset"
      AND e.revision < d.revision AND e.state IN ('HANDED_OVER', 'SENT', 'IN_DOUBT') AND left(v.local, 10) = left(d.local, 10)
  )`;

/**
 * Reminders that are planned for later and not in the ledger, or there at another time. The last one before a date must not
 * be missed: in doubt, it goes again.
 */
export const MISSING = `${PLAN}
  SELECT a.person_id AS "personId", d.subject_kind AS "subjectKind", d.id AS "subjectId", d.revision, p."offset", p.due_at AS "dueAt",
    d.ends_at AS "expiresAt", CASE WHEN p.last THEN 'RESEND' ELSE 'HOLD' END AS "whenInDoubt"
  FROM ${AUDIENCE} JOIN plan p ON ${PLANNED_FOR}
    LEFT JOIN messages x ON x.person_id = a.person_id AND x.subject_kind = d.subject_kind AND x.subject_id = d.id
      AND x.revision = d.revision AND x."offset" = p."offset"
  WHERE p.due_at > :now AND ${IN_SCOPE}
    AND (x.id IS NULL OR x.state = 'SKIPPED' OR x.state = 'DUE' AND x.due_at <> p.due_at)
    AND (d.revision = 1 OR NOT ${TOLD_OF_THIS_DAY})
  LIMIT :most`;

/** Waiting messages that nobody should get any more, with the reason. */
export const STALE = `${PLAN}
  SELECT id, reason FROM (
    SELECT x.id, CASE
        WHEN d.ended IS NOT NULL THEN d.ended
        WHEN x.revision <> d.revision THEN 'moved'
        WHEN a.person_id IS NULL THEN coalesce(
          (SELECT min(e.reason) FROM reminder_ends e WHERE e.person_id = x.person_id AND e.subject_id = x.subject_id), '${LEFT_REASONS[0]}')
        WHEN p.subject_id IS NULL AND x."offset" NOT IN ('${NOW_OPEN}', '${MOVED}') THEN 'no longer planned'
      END AS reason
    FROM messages x JOIN reminder_subjects d ON d.subject_kind = x.subject_kind AND d.id = x.subject_id JOIN mail_readers r ON r.id = x.person_id
      LEFT JOIN reminder_audience a ON a.subject_id = d.id AND a.person_id = x.person_id
      LEFT JOIN plan p ON ${PLANNED_FOR} AND p."offset" = x."offset"
    WHERE x.template = '${DATE_TEMPLATE}' AND x.state IN ('DUE', 'CLAIMED') AND x.expires_at > :now
      AND (:callId::uuid IS NULL OR d.call_id = :callId) AND (:personId::uuid IS NULL OR x.person_id = :personId)
  ) AS waiting WHERE reason IS NOT NULL`;

/** Notices that are owed and not in the ledger: the rules stand in README.md. */
export const OWED_NOTICES = `${PLAN},
  dates AS (
    SELECT a.person_id, a.audience, a.since, r.zone AS reader_zone, r.digest, d.*, v.moved_at,
      (SELECT max(o.starts_at) FROM milestones o
        WHERE o.call_id = d.call_id AND o.track_id IS NULL AND o.kind = 'OPENING' AND o.withdrawn_at IS NULL
          AND o.precision IN ('MINUTE', 'DAY') AND o.starts_at < d.ends_at) AS opens_at
    FROM ${AUDIENCE} LEFT JOIN milestone_revisions v ON v.milestone_id = d.id AND v.revision = d.revision
    WHERE d.ends_at > :now AND ${IN_SCOPE}
  ), owed AS (
    SELECT d.*, '${NOW_OPEN}' AS "offset", greatest(since, opens_at) AS happened_at FROM dates d
    WHERE kind IN ('SUBMISSION', 'EXPRESSION_OF_INTEREST') AND precision IN ('MINUTE', 'DAY')
      AND coalesce(opens_at <= :now, true) AND coalesce(moved_at <= since, true)
      AND EXISTS (SELECT FROM plan p WHERE p.subject_id = d.id AND p.audience = d.audience AND p.zone = d.reader_zone
        AND p.digest = d.digest AND p.due_at <= d.since)
    UNION ALL
    SELECT d.*, '${MOVED}', moved_at FROM dates d
    WHERE moved_at > since
  )
  SELECT o.person_id AS "personId", o.subject_kind AS "subjectKind", o.id AS "subjectId", o.revision, o."offset",
    o.happened_at AS "happenedAt", o.ends_at AS "expiresAt", o.reader_zone AS zone, o.digest
  FROM owed o LEFT JOIN messages x ON x.person_id = o.person_id AND x.subject_kind = o.subject_kind AND x.subject_id = o.id
    AND x.revision = o.revision AND x."offset" = o."offset"
  WHERE x.id IS NULL OR x.state = 'SKIPPED' AND x.reason = ANY('{${LEFT_REASONS.join(',')}}')
  LIMIT :most`;

/** So long a change of a call is news. */
const NEWS = `interval '30 days'`;

/**
 * What was changed in a call by publications and concerns whoever follows it: not its dates, of which MOVED tells, nor words
 * that were put better.
 */
export const OWED_CHANGES = `
  SELECT DISTINCT s.person_id AS "personId", '${CALL_SUBJECT}' AS "subjectKind", p.call_id AS "subjectId", p.number AS revision, '${CHANGED_CALL}' AS "offset",
    p.published_at AS "happenedAt", p.published_at + ${NEWS} AS "expiresAt", r.zone, r.digest
  FROM call_publications p JOIN subscriptions s ON s.call_id = p.call_id AND s.ended_at IS NULL AND s.made_at < p.published_at
    JOIN mail_readers r ON r.id = s.person_id LEFT JOIN tracks t ON t.id = s.track_id,
    jsonb_to_recordset(p.changes) AS c (path text)
  WHERE p.published_at > :now::timestamptz - ${NEWS}
    AND (:callId::uuid IS NULL OR p.call_id = :callId) AND (:personId::uuid IS NULL OR s.person_id = :personId)
    AND (split_part(c.path, '.', 1) = ANY('{${TOLD_SECTIONS.join(',')}}') OR starts_with(c.path, 'tracks.' || t.code || '.announcements'))
    AND NOT EXISTS (SELECT FROM messages x WHERE x.person_id = s.person_id AND x.subject_kind = '${CALL_SUBJECT}' AND x.subject_id = p.call_id
      AND x.revision = p.number AND x."offset" = '${CHANGED_CALL}')
  LIMIT :most`;

/** Calls that somebody's searches find, that were not there when they were made, and that are not followed anyway. */
export const OWED_FINDS = `
  SELECT DISTINCT f.person_id AS "personId", '${CALL_SUBJECT}' AS "subjectKind", f.call_id AS "subjectId", 1 AS revision,
    '${FOUND}' AS "offset", :now::timestamptz AS "happenedAt", f.closes_at AS "expiresAt", r.zone, r.digest
  FROM search_finds f JOIN mail_readers r ON r.id = f.person_id
  WHERE (:callId::uuid IS NULL OR f.call_id = :callId) AND (:personId::uuid IS NULL OR f.person_id = :personId)
    AND NOT EXISTS (SELECT FROM known_calls k WHERE k.search_id = f.search_id AND k.call_id = f.call_id)
    AND NOT EXISTS (SELECT FROM subscriptions s WHERE s.person_id = f.person_id AND s.call_id = f.call_id AND s.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM messages x WHERE x.person_id = f.person_id AND x.subject_kind = '${CALL_SUBJECT}' AND x.subject_id = f.call_id
      AND x."offset" = '${FOUND}')
  LIMIT :most`;

/**
 * What the planner has to look at since it last did: calls and people that changed, and calls that have opened since.
 * Nothing changed: two index look-ups.
 */
export const CHANGED = `
  WITH changed AS (
    DELETE FROM reminder_changes RETURNING call_id, person_id
  ), looked AS (
    UPDATE reminder_clock SET looked_at = :now
  )
  SELECT DISTINCT call_id AS "callId", person_id AS "personId" FROM changed
  UNION
  SELECT m.call_id, NULL FROM milestones m JOIN reminder_clock c ON m.starts_at > c.looked_at
  WHERE m.kind = 'OPENING' AND m.starts_at <= :now`;
