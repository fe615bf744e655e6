import { z } from 'zod';
import { InvalidWallTime, momentsOf, parseWallTime, type WallTime } from '#libs/calendar';
import { code, text } from './fields.js';

const REVISION = z.looseObject({ rev: z.int().min(1).max(10_000), local: text, precision: text.optional() });

/** A milestone of calls.json as a row of `milestones`, with every date it has had. */
export const MILESTONE = z
  .looseObject({
    key: code,
    kind: code,
    actor: code,
    local: text,
    tz: text,
    precision: text.optional(),
    note: text.optional(),
    assumed: z.boolean().default(false),
    tzAssumed: z.boolean().default(false),
    revisions: z.array(REVISION).optional(),
  })
  .transform(({ key, kind, actor, note, assumed, tzAssumed, local, tz, precision, revisions = [] }, context) => {
    const wall = wallTime(local, tz, precision, context);
    const history = revisions.flatMap(({ rev, ...given }) => {
      const past = wallTime(given.local, tz, given.precision, context);
      return past === undefined ? [] : [{ revision: rev, ...past }];
    });
    if (wall === undefined) return z.NEVER;
    if (history.length === 0) history.push({ revision: 1, ...wall });
    const revision = Math.max(...history.map((past) => past.revision));
    const { start, end } = momentsOf(wall);
    return { key, kind, actor, note, assumed: assumed || tzAssumed, ...wall, starts_at: start, ends_at: end, revision, history };
  });

/** Checked by the calendar, which also derives the instants. */
function wallTime(local: string, zone: string, precision: string | undefined, context: z.RefinementCtx): WallTime | undefined {
  try {
    return parseWallTime(local, zone, precision);
  } catch (error) {
    if (!(error instanceof InvalidWallTime)) throw error;
    context.addIssue({ code: 'custom', path: [error.field === 'zone' ? 'tz' : error.field], message: error.reason });
    return undefined;
  }
}
