import type { Viewer } from '#libs/accounts';
import type { PartnershipsRoom } from './partnerships-room.js';

/** What a test sees of a consortium that it changes. */
export interface Shown {
  readonly id: string;
  readonly state?: string;
  readonly code?: string;
  /** Of a refusal: the state it is in, and what is possible. */
  readonly present?: string;
  readonly instead?: readonly string[];
  readonly message?: string;
}

export const SHOWN = '... on Consortium { id state possible stage closesAt version submissions { stage reference submittedAt } } ... on Conflict { present: presentState instead: possibleEvents } ... on Failure { code message }';

/** A consortium of a call whose lead and co-applicants have all confirmed that they take part, at its test's word. */
export async function formedConsortium(room: PartnershipsRoom, lead: Viewer, callId: string, [leadId, ...partners]: readonly string[]): Promise<string> {
  const { id } = await room.ask<Shown>(
    lead,
    'mutation ($callId: ID!, $leadId: ID!) { createConsortium(callId: $callId, leadId: $leadId, name: "Formed") { ... on Consortium { id } } }',
    { callId, leadId },
  );
  for (const partner of partners) {
    await room.database.query(
      `INSERT INTO memberships (consortium_id, organisation_id, role, state, begun_at, consented_at)
       VALUES ($1, $2, 'CO_APPLICANT', 'ACCEPTED', verbond_now(), NULL)`,
      [id, await room.idOf('organisations', partner)],
    );
  }
  await room.database.query(`UPDATE memberships SET state = 'CONFIRMED', consented_at = verbond_now() WHERE consortium_id = $1`, [id]);
  await room.database.query('UPDATE tasks SET ended_at = verbond_now() WHERE subject_id = $1 OR subject_id IN (SELECT id FROM memberships WHERE consortium_id = $1)', [id]);
  return id;
}

/** Sets what an idea says, by the columns of its table. */
export async function describeProject(room: PartnershipsRoom, consortiumId: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(columns);
  await room.database.query(
    `UPDATE ideas SET version = version + 1, ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')}
     WHERE id = (SELECT idea_id FROM consortia WHERE id = $1)`,
    [consortiumId, ...Object.values(columns)],
  );
}

/** Marks a consortium as ready for what holds now, without asking the rules: for tests of what comes after. */
export async function makeReady(room: PartnershipsRoom, consortiumId: string): Promise<void> {
  await room.database.query(
    `UPDATE consortia SET state = 'READY', ready_for = (SELECT terms FROM consortium_deadlines WHERE id = $1) WHERE id = $1`,
    [consortiumId],
  );
}
