import type { FileImport } from '#libs/directory';

/**
 * Writes the milestones of the staged calls. A file moves a milestone when it says something else than the last file
 * did; then the new date becomes the next revision. What an officer has moved since stays until a file brings news.
 */
export async function mergeMilestones(file: FileImport): Promise<void> {
  await file.query(STAGE);
  await file.merge('call_id', INSERT);
  await file.query(HISTORY_OF_NEW);
  await file.query(COMPARE);
  await file.merge('call_id', MOVE);
  await file.query(HISTORY_OF_MOVED);
  await file.merge('call_id', DESCRIBE);
}

const STAGE = `
  CREATE TEMP TABLE staged_milestones ON COMMIT DROP AS
  SELECT DISTINCT ON (s.call_id, t.id, m.key) s.call_id, t.id AS track_id, m.*, NULL::uuid AS id, false AS moves, false AS current
  FROM staged s CROSS JOIN jsonb_to_recordset(s.milestones) AS m (track text, key text, kind text, actor text, local text,
    zone text, precision text, revision integer, starts_at timestamptz, ends_at timestamptz, note text, assumed boolean,
    history jsonb)
  LEFT JOIN tracks t ON t.code = m.track ORDER BY s.call_id, t.id, m.key, s.line`;

const FACTS = 'call_id, track_id, key, kind, actor, local, zone, precision, revision, starts_at, ends_at, note, assumed';

const INSERT = `
  INSERT INTO milestones (${FACTS}) SELECT ${FACTS} FROM staged_milestones
  ON CONFLICT (call_id, track_id, key) DO NOTHING RETURNING call_id, false AS created`;

const HISTORY_OF_NEW = `
  INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision)
  SELECT m.id, h.revision, h.local, h.zone, h.precision
  FROM staged_milestones s
    JOIN milestones m ON m.call_id = s.call_id AND m.key = s.key AND m.track_id IS NOT DISTINCT FROM s.track_id
    CROSS JOIN jsonb_to_recordset(s.history) AS h (revision integer, local text, zone text, precision text)
  WHERE NOT EXISTS (SELECT FROM milestone_revisions r WHERE r.milestone_id = m.id)`;

/**
 * moves: this file says something new; current: no officer has moved the milestone since the last file.
 * Files give no reasons for a date and have no name; officers do.
 */
const COMPARE = `
  UPDATE staged_milestones s
  SET id = m.id, current = last.revision = m.revision,
    moves = (last.local, last.zone, last.precision) IS DISTINCT FROM (s.local, s.zone, s.precision)
  FROM milestones m JOIN LATERAL (
    SELECT * FROM milestone_revisions r WHERE r.milestone_id = m.id AND r.moved_by IS NULL AND r.reason IS NULL
    ORDER BY revision DESC LIMIT 1
  ) AS last ON true
  WHERE m.call_id = s.call_id AND m.key = s.key AND m.track_id IS NOT DISTINCT FROM s.track_id`;

const MOVE = `
  UPDATE milestones m SET local = s.local, zone = s.zone, precision = s.precision, starts_at = s.starts_at, ends_at = s.ends_at,
    assumed = s.assumed, revision = m.revision + 1
  FROM staged_milestones s WHERE s.id = m.id AND s.moves
  RETURNING m.call_id, false AS created`;

const HISTORY_OF_MOVED = `
  INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision, moved_at)
  SELECT m.id, m.revision, m.local, m.zone, m.precision, verbond_now()
  FROM staged_milestones s JOIN milestones m USING (id) WHERE s.moves`;

/** The instants change without a move when the rules of a time zone did. */
const DESCRIBE = `
  UPDATE milestones m
  SET kind = s.kind, actor = s.actor, note = s.note, assumed = s.assumed, starts_at = s.starts_at, ends_at = s.ends_at
  FROM staged_milestones s WHERE s.id = m.id AND (s.current OR s.moves)
    AND (m.kind, m.actor, m.note, m.assumed, m.starts_at, m.ends_at)
      IS DISTINCT FROM (s.kind, s.actor, s.note, s.assumed, s.starts_at, s.ends_at)
  RETURNING m.call_id, false AS created`;
