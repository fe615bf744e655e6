import type { EntityManager } from 'typeorm';
import { countryFilter, regionFilter } from '#libs/directory';
import { isOrganisationType, isSector, type MemberRole } from '#libs/eligibility';
import { InvalidInput, textOf } from '#libs/platform';

export const SLOT_ROLES = ['CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER'] as const satisfies readonly MemberRole[];

/** A partner that is looked for. What is null does not matter. */
export interface Slot {
  readonly role: (typeof SLOT_ROLES)[number];
  /** A type of organisation, or a sector. */
  readonly type: string | null;
  /** A country (ISO 3166), a NUTS code, or DOMESTIC or FOREIGN as the owner sees it. */
  readonly place: string | null;
  readonly themeId: string | null;
  readonly note: string;
}

export interface GivenSlot {
  readonly role: Slot['role'];
  readonly type?: string | null;
  readonly place?: string | null;
  readonly themeId?: string | null;
  readonly note: string;
}

const MOST_SLOTS = 30;
const LONGEST_NOTE = 500;
const LONGEST_PLACE = 8;

/** @throws InvalidInput naming the field at fault; whether themes exist is for the caller to ask */
export function slotsOf(given: readonly GivenSlot[]): Slot[] {
  if (given.length > MOST_SLOTS) throw new InvalidInput('slots', `are ${given.length}: at most ${MOST_SLOTS}.`);
  return given.map(({ role, type = null, place = null, themeId = null, note }, i) => {
    if (type !== null && !isOrganisationType(type) && !isSector(type)) {
      throw new InvalidInput(`slots[${i}].type`, 'is neither a type of organisation, such as UNIVERSITY, nor a sector, such as ACADEMIA.');
    }
    return { role, type, place: place === null ? null : placeOf(`slots[${i}].place`, place), themeId, note: textOf(`slots[${i}].note`, note, LONGEST_NOTE) };
  });
}

function placeOf(field: string, given: string): string {
  const place = textOf(field, given, LONGEST_PLACE).toUpperCase();
  if (place === 'DOMESTIC' || place === 'FOREIGN') return place;
  try {
    return place.length === 2 ? countryFilter(place) : regionFilter(place);
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(field, 'is a country, a NUTS code, DOMESTIC or FOREIGN.') : error;
  }
}

/** The slots of an idea, in place of those that it had. */
export async function writeSlots(manager: EntityManager, ideaId: string, slots: readonly Slot[]): Promise<void> {
  await manager.query('DELETE FROM idea_slots WHERE idea_id = $1', [ideaId]);
  await manager.query(
    `INSERT INTO idea_slots (idea_id, position, role, type, place, theme_id, note)
     SELECT $1, row_number() OVER (), role, type, place, "themeId", note
     FROM jsonb_to_recordset($2) AS given (role text, type text, place text, "themeId" text, note text)`,
    [ideaId, JSON.stringify(slots)],
  );
}

/** SQL, each: the country, NUTS code, types and themes of a `Seeker`, and the country of whoever looks for somebody. */
interface FitTerms {
  readonly country: string;
  readonly nuts: string;
  readonly types: string;
  readonly themes: string;
  readonly home: string;
}

/** SQL: whether an organisation fits a place `p` (type, place, theme_id). */
export const fitsPlace = ({ country, nuts, types, themes, home }: FitTerms): string => `
  ((p.type IS NULL OR p.type = ANY(${types}::text[]))
    AND (p.theme_id IS NULL OR p.theme_id = ANY(${themes}::text[]))
    AND CASE WHEN p.place IS NULL THEN true
      WHEN p.place = 'DOMESTIC' THEN ${home} = ${country}
      WHEN p.place = 'FOREIGN' THEN ${home} <> ${country}
      WHEN length(p.place) = 2 THEN p.place = ${country}
      ELSE coalesce(starts_with(${nuts}, p.place), false) END)`;
