import type { EntityManager } from 'typeorm';
import type { EndorsementState } from '../states/endorsement-states.js';

/** A state whose letter the call wants and that is not given. */
export interface EndorsementGap {
  readonly consortiumId: string;
  /** ISO 3166. */
  readonly country: string;
  /** How far its letter is; null before anybody asked. */
  readonly state: EndorsementState | null;
  /** Own ids of the managing authorities that can give it. */
  readonly authorities: readonly string[];
}

/** SQL: managing authorities of a country, as of today. @param country an expression */
export const authoritiesOf = (country: string): string => `
  SELECT DISTINCT a.id FROM designations d JOIN organisations a ON a.id = d.organisation_id
  WHERE d.kind = 'MANAGING_AUTHORITY' AND a.country = ${country}
    AND verbond_now()::date BETWEEN coalesce(d.valid_from, '-infinity') AND coalesce(d.valid_to, 'infinity')`;

/** Of confirmed applicants, by state; where an authority takes part itself, it needs no letter. */
const GAPS = `
  SELECT DISTINCT m.consortium_id AS "consortiumId", o.country, e.state, ARRAY(${authoritiesOf('o.country')} ORDER BY 1) AS authorities
  FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN consortia c ON c.id = m.consortium_id
    LEFT JOIN endorsements e ON e.consortium_id = c.id AND e.country = o.country
  WHERE m.consortium_id = ANY($1::uuid[]) AND m.state = 'CONFIRMED' AND NOT m.standby
    AND (m.role = 'CO_APPLICANT' OR m.organisation_id = c.lead_id) AND e.state IS DISTINCT FROM 'GIVEN'
    AND NOT EXISTS (SELECT FROM memberships n WHERE n.consortium_id = c.id AND n.state = 'CONFIRMED' AND NOT n.standby
      AND n.organisation_id IN (${authoritiesOf('o.country')}))
    AND (SELECT rules::text FROM rulesets WHERE call_id = c.call_id ORDER BY version DESC LIMIT 1) LIKE '%LETTER_OF_ENDORSEMENT%'
  ORDER BY 1, 2`;

/** What is wanted and not given of some consortia, by state. */
export function endorsementGaps(manager: EntityManager, consortia: readonly string[]): Promise<EndorsementGap[]> {
  return manager.query(GAPS, [consortia]);
}
