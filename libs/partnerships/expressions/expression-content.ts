import { InvalidInput, requiredText, textOf } from '#libs/platform';
import type { ActionInterest, InterestDirection } from './expression-record.js';
import { actionsOf, type TrackRecord } from './track-record.js';

const LONGEST_MOTIVATION = 10_000;
const LONGEST_NAME = 300;
const MOST_PARTNERS = 100;
const MOST_DOCUMENTS = 20;

/** A partner as somebody names it: by the id or a code of one that is known here, or by its name. */
export interface GivenPartner {
  readonly organisationId?: string | null;
  readonly name?: string | null;
  readonly country?: string | null;
}

/** What an expression says, as somebody writes it. */
export interface ExpressionContent {
  readonly motivation: string;
  readonly interests: readonly ActionInterest[];
  readonly partners: readonly GivenPartner[];
  readonly documentIds: readonly string[];
  /** A person of the lead; left out: whoever writes it. */
  readonly contactId?: string | null;
}

/** @throws InvalidInput naming the field */
export const motivationOf = ({ motivation }: ExpressionContent): string => textOf('motivation', motivation, LONGEST_MOTIVATION);

/** @throws InvalidInput for an action that the track has not, or one that is there twice in the same direction */
export function interestsOf({ interests }: ExpressionContent, track: TrackRecord): ActionInterest[] {
  const known = actionsOf(track).map(({ key }) => key);
  const seen = new Set<string>();
  return interests.map(({ action, direction }, i) => {
    if (!known.includes(action)) {
      const instead = known.length === 0 ? 'this track has no actions' : `the actions are ${known.join(', ')}`;
      throw new InvalidInput(`interests[${i}].action`, `${instead}.`);
    }
    const key = `${direction} ${action}`;
    if (seen.has(key)) throw new InvalidInput(`interests[${i}]`, 'is there twice.');
    seen.add(key);
    return { action, direction: direction satisfies InterestDirection };
  });
}

/** A named partner with a name, or the id of a known one; not both. @throws InvalidInput */
export function partnersOf({ partners }: ExpressionContent, { expressionBy }: TrackRecord): GivenPartner[] {
  if (expressionBy === 'ORGANISATION' && partners.length > 0) {
    throw new InvalidInput('partners', 'on this track single organisations express their interest.');
  }
  if (partners.length > MOST_PARTNERS) throw new InvalidInput('partners', `are at most ${MOST_PARTNERS}.`);
  return partners.map(({ organisationId, name, country }, i) => {
    if ((organisationId == null) === (name == null)) throw new InvalidInput(`partners[${i}]`, 'has either an organisationId or a name.');
    if (organisationId != null) return { organisationId };
    return { name: requiredText(`partners[${i}].name`, name ?? '', LONGEST_NAME), country: countryOf(country ?? null, i) };
  });
}

/** @throws InvalidInput */
export function documentsOf({ documentIds }: ExpressionContent): string[] {
  if (documentIds.length > MOST_DOCUMENTS) throw new InvalidInput('documentIds', `are at most ${MOST_DOCUMENTS}.`);
  return [...new Set(documentIds.map((id) => id.toLowerCase()))];
}

function countryOf(country: string | null, i: number): string | null {
  if (country === null || /^[A-Z]{2}$/.test(country)) return country;
  throw new InvalidInput(`partners[${i}].country`, 'is an ISO 3166 code of two letters, such as BE.');
}
