import { CHANGED_CALL, FOUND, TOLD_SECTIONS } from './kinds.js';
import { PLAN_LINES } from './plan-reader.service.js';

/** $1-$6 the plan, $7 now, $8 a call or null, $9 a person or null. */
const PLAN = `
  WITH plan AS (
    SELECT *, due_at = max(due_at) OVER (PARTITION BY milestone_id, audience, zone, digest) AS last
    FROM ${PLAN_LINES}
  )`;
const IN_SCOPE = `($8::uuid IS NULL OR a.call_id = $8) AND ($9::uuid IS NULL OR a.person_id = $9)`;

/** A message about an earlier date went out, or may have: the same offset goes again only when the day is another. */
export const TOLD_OF_THIS_DAY = `
  EXISTS (
    SELECT FROM messages e JOIN milestone_revisions r ON r.milestone_id = e.subject_id AND r.revision = e.revision
    WHERE e.person_id = a.person_id AND e.subject_kind = 'MILESTONE' AND e.subject_id = m.id AND e."offset" = p."offset"
      AND e.revision < m.revision AND e.state IN ('HANDED_OVER', 'SENT', 'IN_DOUBT') AND left(r.local, 10) = left(m.local, 10)
  )`;

/**
 * Reminders that are planned for later and not in the ledger, or there at another time; at most $10. The last one before a
 * date must not be missed: in doubt, it goes again.
 */
export const MISSING = `${PLAN}
  SELECT a.person_id AS "personId", m.id AS "subjectId", m.revision, p."offset", p.due_at AS "dueAt", m.ends_at AS "expiresAt",
    CASE WHEN p.last THEN 'RESEND' ELSE 'HOLD' END AS "whenInDoubt"
  FROM plan p JOIN milestones m ON m.id = p.milestone_id JOIN reminder_audience a ON a.milestone_id = m.id AND a.audience = p.audience
    JOIN mail_readers r ON r.id = a.person_id AND r.zone = p.zone AND r.digest = p.digest
    LEFT JOIN messages x ON x.person_id = a.person_id AND x.subject_kind = 'MILESTONE' AND x.subject_id = m.id
      AND x.revision = m.revision AND x."offset" = p."offset"
  WHERE p.due_at > $7 AND ${IN_SCOPE}
    AND (x.id IS NULL OR x.state = 'SKIPPED' OR x.state = 'DUE' AND x.due_at <> p.due_at)
    AND (m.revision = 1 OR NOT ${TOLD_OF_THIS_DAY})
  LIMIT $10`;

/** Waiting messages that nobody should get any more, with the reason. */
export const STALE = `${PLAN}
  SELECT id, reason FROM (
    SELECT x.id, CASE
        WHEN m.withdrawn_at IS NOT NULL THEN 'milestone withdrawn'
        WHEN x.revision <> m.revision THEN 'moved'
        WHEN a.person_id IS NULL THEN 'unsubscribed'
        WHEN p.milestone_id IS NULL AND x."offset" NOT IN ('NOW_OPEN', 'MOVED') THEN 'no longer planned'
      END AS reason
    FROM messages x JOIN milestones m ON m.id = x.subject_id JOIN mail_readers r ON r.id = x.person_id
      LEFT JOIN reminder_audience a ON a.milestone_id = m.id AND a.person_id = x.person_id
      LEFT JOIN plan p ON p.milestone_id = m.id AND p.audience = a.audience AND p.zone = r.zone AND p.digest = r.digest AND p."offset" = x."offset"
    WHERE x.subject_kind = 'MILESTONE' AND x.state IN ('DUE', 'CLAIMED') AND x.expires_at > $7
      AND ($8::uuid IS NULL OR m.call_id = $8) AND ($9::uuid IS NULL OR x.person_id = $9)
  ) AS waiting WHERE reason IS NOT NULL`;

/** Notices that are owed and not in the ledger: the rules stand in README.md. */
export const OWED_NOTICES = `${PLAN},
  dates AS (
    SELECT a.person_id, a.audience, a.since, r.zone AS reader_zone, r.digest, m.*, v.moved_at,
      (SELECT max(o.starts_at) FROM milestones o
        WHERE o.call_id = m.call_id AND o.track_id IS NULL AND o.kind = 'OPENING' AND o.withdrawn_at IS NULL
          AND o.precision IN ('MINUTE', 'DAY') AND o.starts_at < m.ends_at) AS opens_at
    FROM reminder_audience a JOIN milestones m ON m.id = a.milestone_id JOIN mail_readers r ON r.id = a.person_id
      LEFT JOIN milestone_revisions v ON v.milestone_id = m.id AND v.revision = m.revision
    WHERE m.ends_at > $7 AND ${IN_SCOPE}
  ), owed AS (
    SELECT d.*, 'NOW_OPEN' AS "offset", greatest(since, opens_at) AS happened_at FROM dates d
    WHERE kind IN ('SUBMISSION', 'EXPRESSION_OF_INTEREST') AND precision IN ('MINUTE', 'DAY')
      AND coalesce(opens_at <= $7, true) AND coalesce(moved_at <= since, true)
      AND EXISTS (SELECT FROM plan p WHERE p.milestone_id = d.id AND p.audience = d.audience AND p.zone = d.reader_zone AND p.digest = d.digest AND p.due_at <= d.since)
    UNION ALL
    SELECT d.*, 'MOVED', moved_at FROM dates d
    WHERE moved_at > since
  )
  SELECT o.person_id AS "personId", o.id AS "subjectId", o.revision, o."offset", o.happened_at AS "happenedAt",
    o.ends_at AS "expiresAt", o.reader_zone AS zone, o.digest
  FROM owed o LEFT JOIN messages x ON x.person_id = o.person_id AND x.subject_kind = 'MILESTONE' AND x.subject_id = o.id
    AND x.revision = o.revision AND x."offset" = o."offset"
  WHERE x.id IS NULL OR x.state = 'SKIPPED' AND x.reason = 'unsubscribed'
  LIMIT $10`;

/** So long a change of a call is news. */
const NEWS = `interval '30 days'`;

/**
 * What was changed in a call by publications and concerns whoever follows it: not its dates, of which MOVED tells, nor words
 * that were put better. $1 now, $2 a call or null, $3 a person or null, $4 at most.
 */
export const OWED_CHANGES = `
  SELECT DISTINCT s.person_id AS "personId", p.call_id AS "subjectId", p.number AS revision, '${CHANGED_CALL}' AS "offset",
    p.published_at AS "happenedAt", p.published_at + ${NEWS} AS "expiresAt", r.zone, r.digest
  FROM call_publications p JOIN subscriptions s ON s.call_id = p.call_id AND s.ended_at IS NULL AND s.made_at < p.published_at
    JOIN mail_readers r ON r.id = s.person_id LEFT JOIN tracks t ON t.id = s.track_id,
    jsonb_to_recordset(p.changes) AS c (path text)
  WHERE p.published_at > $1::timestamptz - ${NEWS} AND ($2::uuid IS NULL OR p.call_id = $2) AND ($3::uuid IS NULL OR s.person_id = $3)
    AND (split_part(c.path, '.', 1) = ANY('{${TOLD_SECTIONS.join(',')}}') OR starts_with(c.path, 'tracks.' || t.code || '.announcements'))
    AND NOT EXISTS (SELECT FROM messages x WHERE x.person_id = s.person_id AND x.subject_kind = 'CALL' AND x.subject_id = p.call_id
      AND x.revision = p.number AND x."offset" = '${CHANGED_CALL}')
  LIMIT $4`;

/**
 * Calls that somebody's searches find, that were not there when they were made, and that are not followed anyway.
 * $1 now, $2 a call or null, $3 a person or null, $4 at most.
 */
export const OWED_FINDS = `
  SELECT DISTINCT f.person_id AS "personId", f.call_id AS "subjectId", 1 AS revision, '${FOUND}' AS "offset", $1::timestamptz AS "happenedAt",
    f.closes_at AS "expiresAt", r.zone, r.digest
  FROM search_finds f JOIN mail_readers r ON r.id = f.person_id
  WHERE ($2::uuid IS NULL OR f.call_id = $2) AND ($3::uuid IS NULL OR f.person_id = $3)
    AND NOT EXISTS (SELECT FROM known_calls k WHERE k.search_id = f.search_id AND k.call_id = f.call_id)
    AND NOT EXISTS (SELECT FROM subscriptions s WHERE s.person_id = f.person_id AND s.call_id = f.call_id AND s.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM messages x WHERE x.person_id = f.person_id AND x.subject_kind = 'CALL' AND x.subject_id = f.call_id
      AND x."offset" = '${FOUND}')
  LIMIT $4`;

/**
 * What the planner has to look at since it last did: calls and people that changed, and calls that have opened since.
 * Nothing changed: two index look-ups. $1 now.
 */
export const CHANGED = `
  WITH changed AS (
    DELETE FROM reminder_changes RETURNING call_id, person_id
  ), looked AS (
    UPDATE reminder_clock SET looked_at = $1
  )
  SELECT DISTINCT call_id AS "callId", person_id AS "personId" FROM changed
  UNION
  SELECT m.call_id, NULL FROM milestones m JOIN reminder_clock c ON m.starts_at > c.looked_at
  WHERE m.kind = 'OPENING' AND m.starts_at <= $1`;
