import type { EntityManager } from 'typeorm';
import type { Localised } from '#libs/platform';
import type { NewsSubject } from './news-kinds.js';

/** What a mail names, as of now. */
export interface NewsFacts {
  readonly consortium: string | null;
  readonly organisation: string | null;
  /** The other organisation, where there are two. */
  readonly partner: string | null;
  readonly lead: string | null;
  readonly country: string | null;
  readonly message: string | null;
  readonly reason: string | null;
  readonly expiresAt: Date | null;
  readonly callCode: string | null;
  readonly titles: Localised | null;
  /** How far the subject is. */
  readonly state: string | null;
  /** Whether the reader still works for somebody whom it concerns. */
  readonly concerned: boolean;
}

/** SQL: whether the person $2 works for one of these organisations. */
const worksFor = (organisations: string): string => `EXISTS (SELECT FROM roles r WHERE r.person_id = $2 AND r.organisation_id IN (${organisations}))`;
const INVOLVED = 'SELECT organisation_id FROM memberships WHERE consortium_id = c.id UNION SELECT c.lead_id';
const OF_CONSORTIUM = `c.name AS consortium, l.name AS lead, calls.code AS "callCode", calls.titles`;
const JOINED = 'JOIN organisations l ON l.id = c.lead_id JOIN calls ON calls.id = c.call_id';

const FACTS: Readonly<Record<NewsSubject, string>> = {
  MEMBERSHIP: `
    SELECT ${OF_CONSORTIUM}, o.name AS organisation, m.message, m.reason, m.expires_at AS "expiresAt", s.state, ${worksFor(INVOLVED)} AS concerned
    FROM memberships m JOIN membership_states s ON s.id = m.id JOIN consortia c ON c.id = m.consortium_id ${JOINED}
      JOIN organisations o ON o.id = m.organisation_id WHERE m.id = $1`,
  CONSORTIUM: `
    SELECT ${OF_CONSORTIUM}, s.state, ${worksFor(INVOLVED)} AS concerned
    FROM consortia c JOIN consortium_states s ON s.id = c.id ${JOINED} WHERE c.id = $1`,
  HIDDEN_INTEREST: `
    SELECT c.name AS consortium, o.name AS organisation, p.name AS partner,
      ${worksFor('i.organisation_id, coalesce(i.partner_id, c.lead_id)')} AS concerned
    FROM hidden_interests i JOIN organisations o ON o.id = i.organisation_id LEFT JOIN organisations p ON p.id = i.partner_id
      LEFT JOIN consortia c ON c.id = i.consortium_id WHERE i.id = $1 AND i.mutual_at IS NOT NULL`,
  ENDORSEMENT: `
    SELECT ${OF_CONSORTIUM}, a.name AS organisation, e.country, e.reason, e.state, ${worksFor('e.authority_id, c.lead_id')} AS concerned
    FROM endorsements e JOIN consortia c ON c.id = e.consortium_id ${JOINED} JOIN organisations a ON a.id = e.authority_id WHERE e.id = $1`,
};

export async function newsFacts(manager: EntityManager, subject: NewsSubject, id: string, personId: string): Promise<Partial<NewsFacts> | undefined> {
  const [row] = await manager.query<Partial<NewsFacts>[]>(FACTS[subject], [id, personId]);
  return row;
}
