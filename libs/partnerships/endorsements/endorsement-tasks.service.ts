import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Tasks } from '../tasks/tasks.service.js';

/** The states of confirmed members where nobody was asked; where an authority takes part itself, it needs no letter. */
const TO_ASK = `
  SELECT coalesce(string_agg(DISTINCT o.country, ', ' ORDER BY o.country), '') AS countries
  FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN consortia c ON c.id = m.consortium_id
  WHERE m.consortium_id = $1 AND m.state = 'CONFIRMED' AND NOT m.standby AND (m.role = 'CO_APPLICANT' OR m.organisation_id = c.lead_id)
    AND NOT EXISTS (SELECT FROM endorsements e WHERE e.consortium_id = m.consortium_id AND e.country = o.country)
    AND NOT EXISTS (SELECT FROM memberships n JOIN organisations p ON p.id = n.organisation_id JOIN designations d ON d.organisation_id = p.id
      WHERE n.consortium_id = m.consortium_id AND n.state = 'CONFIRMED' AND p.country = o.country AND d.kind = 'MANAGING_AUTHORITY')
    AND (SELECT rules::text FROM rulesets WHERE call_id = c.call_id ORDER BY version DESC LIMIT 1) LIKE '%LETTER_OF_ENDORSEMENT%'`;

/** Keeps the lead asked for the letters that the call wants and nobody asked for yet. */
@Injectable()
export class EndorsementTasks {
  constructor(private readonly tasks: Tasks) {}

  async renew(manager: EntityManager, { id, name, leadId }: ConsortiumRecord): Promise<void> {
    const [{ countries }] = await manager.query<[{ countries: string }]>(TO_ASK, [id]);
    if (countries === '') return this.tasks.end(manager, id, 'ASK_ENDORSEMENT');
    const owner = { organisationId: leadId };
    return this.tasks.open(manager, [{ kind: 'ASK_ENDORSEMENT', subjectKind: 'CONSORTIUM', subjectId: id, owner, facts: { consortium: name, countries } }]);
  }
}
