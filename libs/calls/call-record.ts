import type { CallState } from '#libs/calendar';
import type { Localised } from '#libs/platform';
import type { Facts } from './call-facts.js';
import type { Ruleset } from './ruleset.js';

/** A call as later rooms need it to judge, match and gather. */
export interface CallRecord {
  /** The call's own id. */
  readonly id: string;
  readonly code: string;
  readonly themes: readonly string[];
  /** Its titles and summary, in whatever languages they are in. */
  readonly text: string;
  readonly programme: { readonly id: string; readonly code: string; readonly names: Localised };
  /** Code of the call it builds on. */
  readonly predecessor?: string;
  /** The programme's area, as the beginnings of NUTS codes; empty when none is stated. */
  readonly area: readonly string[];
  readonly ruleset: Ruleset;
  /** What else is known of it, with the addresses of the sources. */
  readonly facts: Facts;
  /** Codes of the bodies that may not be members: the granting authority, and those of its tracks that say so. */
  readonly bodies: readonly string[];
  /** Where it stands now, with the dates that say so. */
  readonly dates: CallState;
}

/** What of a {@link CallRecord} stands outside the call's own row. */
export type RecordRow = Pick<CallRecord, 'programme' | 'area' | 'bodies' | 'text'> & { readonly predecessor: string | null };

/** SQL: see {@link RecordRow}, by the call's own id. */
export const SELECT_RECORD = `
  SELECT json_build_object('id', p.id, 'code', p.code, 'names', p.names) AS programme, p.area, b.code AS predecessor,
    concat_ws(E'\\n', (SELECT string_agg(t.value, E'\\n' ORDER BY t.key) FROM jsonb_each_text(c.titles) t), c.summary) AS text,
    ARRAY(SELECT o.code FROM organisations o WHERE o.id = c.granting_authority_id
      OR o.id IN (SELECT t.body_id FROM tracks t WHERE t.call_id = c.id AND NOT t.body_may_be_member) ORDER BY o.code) AS bodies
  FROM calls c JOIN programmes p ON p.id = c.programme_id LEFT JOIN calls b ON b.id = c.predecessor_id
  WHERE c.id = $1`;
