import type { Viewer } from '#libs/accounts';
import type { Room } from './room.js';

/** What the room of partnerships writes, as far as reminders read it. */
export class Consortia {
  constructor(private readonly room: Room) {}

  /** An organisation in Flanders, and somebody who works there. */
  async organisation(code: string, person: string, nuts = 'BE21'): Promise<{ id: string; person: Viewer }> {
    const sql = `INSERT INTO organisations (code, name, country, nuts, nuts_version, source) VALUES ($1, $1, 'BE', $2, 2021, 'test')`;
    const id = await this.room.one(sql, code, nuts);
    const viewer = await this.room.person(person);
    await this.room.database.query(`INSERT INTO roles VALUES ($1, 'MEMBER', $2), ($1, 'REPRESENTATIVE', $2)`, [viewer.personId, id]);
    return { id, person: viewer };
  }

  async form(callId: string, leadId: string, name: string): Promise<string> {
    const idea = `INSERT INTO ideas (organisation_id, title, made_at, expires_at) VALUES ($1, $2, verbond_now(), 'infinity')`;
    const ideaId = await this.room.one(idea, leadId, name);
    const sql = 'INSERT INTO consortia (call_id, idea_id, name, lead_id, made_at) VALUES ($1, $2, $3, $4, verbond_now())';
    return this.room.one(sql, callId, ideaId, name, leadId);
  }

  state(id: string, state: string): Promise<unknown> {
    const sql = 'UPDATE consortia SET state = $2, ready_for = (SELECT terms FROM consortium_deadlines WHERE id = $1) WHERE id = $1';
    return this.room.database.query(sql, [id, state]);
  }

  /** Of the consortium's lead, for a track. */
  express(id: string, trackId: string, state: string): Promise<string> {
    const sql = `INSERT INTO expressions (track_id, consortium_id, organisation_id, state, made_at, submitted_at)
      SELECT $2, id, lead_id, $3, verbond_now(), verbond_now() FROM consortia WHERE id = $1`;
    return this.room.one(sql, id, trackId, state);
  }

  invite(id: string, organisationId: string, expiresAt: string): Promise<string> {
    const sql = `INSERT INTO memberships (consortium_id, organisation_id, role, state, expires_at, begun_at)
      VALUES ($1, $2, 'CO_APPLICANT', 'SENT', $3, verbond_now())`;
    return this.room.one(sql, id, organisationId, expiresAt);
  }

  answer(membership: string, state: string): Promise<unknown> {
    return this.room.database.query('UPDATE memberships SET state = $2, answered_at = verbond_now() WHERE id = $1', [membership, state]);
  }

  ask(membership: string, organisationId: string): Promise<string> {
    const sql = `INSERT INTO tasks (kind, subject_kind, subject_id, organisation_id, facts, made_at)
      VALUES ('CONFIRM_MEMBERSHIP', 'MEMBERSHIP', $1, $2, '{"organisation": "vives", "consortium": "INSISST"}', verbond_now())`;
    return this.room.one(sql, membership, organisationId);
  }

  done(task: string): Promise<unknown> {
    return this.room.database.query('UPDATE tasks SET ended_at = verbond_now() WHERE id = $1', [task]);
  }
}
