import type { Viewer } from '#libs/accounts';
import { CONSENT_VERSION } from '../members/consent.js';
import type { PartnershipsRoom } from './partnerships-room.js';

/** Whatever an operation answers of these. */
export interface Answered {
  readonly id: string;
  readonly state?: string | null;
  /** Of a conflict: the state that it met. */
  readonly now?: string | null;
  readonly code?: string;
  readonly message?: string | null;
  readonly possible?: readonly string[] | null;
  readonly reason?: string | null;
  readonly seatId?: string | null;
  readonly expiresAt?: Date | null;
}

export type Somebody = Viewer & { readonly personId: string };

const MEMBER = `... on ConsortiumMember { id state role standby seatId expiresAt reason note replaces replacedBy consentedAt consentText
  organisation { id } consortium { id state } }`;
const FAILURE = '... on Failure { code message } ... on Conflict { now: presentState possible: possibleEvents }';
/** Arguments that are names, not texts. */
const NAMES = ['role', 'type'];

const literal = (key: string, value: unknown): string => {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value === 'object' && value !== null) return `{ ${argumentsOf(value)} }`;
  return NAMES.includes(key) ? String(value) : JSON.stringify(value);
};
const argumentsOf = (given: object): string => Object.entries(given).map(([key, value]) => `${key}: ${literal(key, value)}`).join(', ');

/** Makes consortia and brings organisations into them, as their people would over GraphQL. */
export function lineUp(room: PartnershipsRoom) {
  const act = (viewer: Viewer, name: string, given: object, shown = MEMBER): Promise<Answered> =>
    room.ask(viewer, `mutation { ${name}(${argumentsOf(given)}) { ${shown} ${FAILURE} } }`);
  const onConsortium = (viewer: Viewer, name: string, given: object): Promise<Answered & { lead?: { id: string } }> =>
    act(viewer, name, given, '... on Consortium { id state lead { id } leadOfferedTo { id } }');
  const person = (organisation: string): Promise<Somebody> => room.viewer(organisation, 'MEMBER', 'REPRESENTATIVE');
  const create = async (viewer: Viewer, callId: string, leadId: string): Promise<string> => {
    const made = await onConsortium(viewer, 'createConsortium', { callId, leadId, name: 'Together' });
    if (made.code !== undefined) throw new Error(made.message ?? made.code);
    return made.id;
  };
  const invite = (viewer: Viewer, consortiumId: string, organisationId: string, more: object = {}): Promise<Answered> =>
    act(viewer, 'inviteMember', { consortiumId, organisationId, ...more });
  const confirm = (viewer: Viewer, memberId: string): Promise<Answered> => act(viewer, 'confirmMembership', { memberId, textVersion: CONSENT_VERSION });
  const idIn = async (consortiumId: string, organisation: string): Promise<string> => {
    const sql = `SELECT m.id FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.consortium_id = $1 AND o.code = $2 ORDER BY begun_at DESC LIMIT 1`;
    const [row] = await room.database.query<{ id: string }[]>(sql, [consortiumId, organisation]);
    return row?.id ?? '';
  };
  return {
    act,
    onConsortium,
    person,
    create,
    invite,
    confirm,
    idIn,
    /** Invites an organisation, which accepts and confirms. */
    async join(lead: Viewer, consortiumId: string, organisation: string, more: object = {}): Promise<{ viewer: Somebody; memberId: string }> {
      const viewer = await person(organisation);
      const { id: memberId, message } = await invite(lead, consortiumId, organisation, more);
      if (message != null) throw new Error(`${organisation}: ${message}`);
      await act(viewer, 'acceptInvitation', { memberId });
      const confirmed = await confirm(viewer, memberId);
      if (confirmed.state !== 'CONFIRMED') throw new Error(`${organisation}: ${confirmed.message ?? ''}`);
      return { viewer, memberId };
    },
    /** A consortium of which these are confirmed members, the first leading. */
    async consortium(callId: string, ...organisations: readonly [string, ...string[]]): Promise<{ id: string; lead: Somebody }> {
      const [leadId, ...others] = organisations;
      const lead = await person(leadId);
      const id = await create(lead, callId, leadId);
      await confirm(lead, await idIn(id, leadId));
      for (const organisation of others) await this.join(lead, id, organisation);
      return { id, lead };
    },
    /** As if it had been marked ready for the rules and the date of now. */
    async ready(...ids: readonly string[]): Promise<void> {
      await room.database.query(`UPDATE consortia c SET state = 'READY', ready_for = d.terms FROM consortium_deadlines d WHERE d.id = c.id AND c.id = ANY($1::uuid[])`, [ids]);
    },
    /** The offsets of mails about a subject, without those that will remind later. */
    async news(subjectId: string): Promise<string[]> {
      const rows = await room.database.query<{ offset: string }[]>(
        `SELECT DISTINCT "offset" FROM messages WHERE subject_id = $1 AND "offset" NOT IN ('P3D', 'P1D') ORDER BY 1`, [subjectId]);
      return rows.map(({ offset }) => offset);
    },
    /** What waits for somebody about a subject. */
    async tasks(viewer: Viewer, subjectId: string): Promise<string[]> {
      const { nodes } = await room.ask<{ nodes: { kind: string; subjectId: string }[] }>(viewer, '{ myTasks(first: 100) { nodes { kind subjectId } } }');
      return nodes.flatMap((task) => (task.subjectId === subjectId ? [task.kind] : [])).sort();
    },
    async audit(consortiumId: string): Promise<string[]> {
      const rows = await room.database.query<{ action: string }[]>(`SELECT action FROM audit_entries WHERE subject_kind = 'CONSORTIUM' AND subject_id = $1 ORDER BY number`, [consortiumId]);
      return rows.map(({ action }) => action);
    },
  };
}
