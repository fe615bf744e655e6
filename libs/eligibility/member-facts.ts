import type { OrganisationType } from './organisation-types.js';

/** What is known of an organisation that asks to join or lead. */
export interface MemberFacts {
  /** Every code it goes by: 'uwv', a PIC. */
  readonly codes: readonly string[];
  /** ISO 3166 code, or EL and UK as the EU writes them; empty when not known. */
  readonly country: string;
  readonly type?: OrganisationType;
  /** PUBLIC, PUBLIC_LAW, PRIVATE or NOT_FOR_PROFIT. */
  readonly legalNature?: string;
  readonly nuts?: string;
  /** All designations it holds, kind first: 'CENTRE_MUNICIPALITY:Zeeland'. The list is complete: none means none. */
  readonly designations: readonly string[];
}

/** Whether it holds a designation, of any scope when none is asked: MANAGING_AUTHORITY:ESF covers ...:ESF:BE2. */
export function holdsDesignation({ designations }: MemberFacts, wanted: string): boolean {
  return designations.some((held) => held === wanted || held.startsWith(`${wanted}:`));
}
