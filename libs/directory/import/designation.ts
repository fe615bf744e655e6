import { firstDay, lastDay } from './partial-date.js';

/** What an organisation has been named to be: a row of `designations`. */
export interface Designation {
  readonly kind: string;
  /** Where or for what: a state, `fund:territory`, a labour-market region; empty when the kind says it all. */
  readonly scope: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly note: string | null;
}

/** KIND, KIND:scope, and then words or a remark in brackets. */
const FORM = /^([A-Z][A-Z_]+)(?::([^()]*[^()\s]))?\s*([^()]*?)\s*(?:\((.*)\))?$/;
const PERIOD = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/;
/** A semicolon, save inside brackets. */
const BETWEEN = /\s*;\s*(?![^(]*\))/;
/** Named per state: without a scope it is the organisation's own. */
const OF_A_STATE = new Set(['NCC']);

/**
 * Reads "NCC:BE (2024-2027)", "MANAGING_AUTHORITY:ESF:BE2 (territory: Flanders)" or "NCC endorsed by … (2020)"; several
 * have semicolons between them. A period in brackets is the time it holds, a single year its start; the rest is a note.
 * @returns undefined when a part does not begin with a KIND in capitals
 */
export function parseDesignations(text: string, country: string): Designation[] | undefined {
  const parts = text.split(BETWEEN).filter((part) => part !== '');
  const read = parts.map((part) => parseOne(part, country));
  return read.every((one) => one !== undefined) ? read : undefined;
}

function parseOne(text: string, country: string): Designation | undefined {
  const [, kind, scope, words = '', bracket = ''] = FORM.exec(text) ?? [];
  if (kind === undefined) return undefined;
  const [, from, to] = PERIOD.exec(bracket) ?? [];
  const remarks = [words, from === undefined ? bracket : ''].filter((remark) => remark !== '');
  return {
    kind,
    scope: scope ?? (OF_A_STATE.has(kind) ? country : ''),
    valid_from: firstDay(from ?? '') ?? null,
    valid_to: lastDay(to ?? '') ?? null,
    note: remarks.join('; ') || null,
  };
}
