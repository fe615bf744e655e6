import type { ExperienceRole } from '../language/rule.js';
import type { OrganisationType } from './organisation-types.js';

/** A place and a kind: the organisation itself, or a part or founder of it. What is absent is not known. */
export interface EntityFacts {
  /** ISO 3166 code, or EL and UK as the EU writes them; empty when not known. */
  readonly country: string;
  readonly type?: OrganisationType;
  /** PUBLIC, PUBLIC_LAW, PRIVATE or NOT_FOR_PROFIT. */
  readonly legalNature?: string;
  /** A NUTS code of any version. */
  readonly nuts?: string;
}

/** What is known of an organisation that asks to join or lead. */
export interface MemberFacts extends EntityFacts {
  /** Every code it goes by: 'uwv', a PIC. */
  readonly codes: readonly string[];
  /** All designations that it holds or held, kind first: 'CENTRE_MUNICIPALITY:Zeeland'. None means none. */
  readonly designations: readonly Designation[];
  /** Branches, or the founders of a body of mixed nationality (an EGTC): it counts for each, and once. */
  readonly entities?: readonly EntityFacts[];
  /** Code of whoever controls it; null when nobody does. */
  readonly controller?: string | null;
  readonly sme?: boolean;
  readonly newcomer?: boolean;
  /** A local day, 2019-05-01. */
  readonly establishedOn?: string;
  readonly employees?: number;
  readonly turnoverEur?: number;
  readonly runningProjects?: number;
  readonly experience?: TrackRecord;
}

/** A plain name holds at any date. */
export type Designation = string | { readonly name: string; readonly from?: string; readonly to?: string };

export interface TrackRecord {
  readonly projects: readonly PastProject[];
  /** The organisation says that there are no others; without it a missing project proves nothing. */
  readonly complete: boolean;
}

/** A project that it took part in. What is absent is not known. */
export interface PastProject {
  readonly role?: ExperienceRole;
  readonly countries?: readonly string[];
  /** First and last local day. */
  readonly start?: string;
  readonly end?: string;
  readonly totalBudgetEur?: number;
  readonly themes?: readonly string[];
}
