import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { isUuid } from '#libs/directory';
import { Clock, Conflict, InvalidInput, NotFound, textOf } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { News } from '../news/news.service.js';
import { requireLiving } from '../states/consortium-states.js';
import { MEMBERSHIP, type MembershipState } from '../states/membership-states.js';
import { possibleIn } from '../states/state-machine.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { GivenRole } from './membership-record.js';
import { Memberships } from './memberships.service.js';

/** How an organisation is to come into a consortium. */
export interface Offer {
  /** Its own id. */
  readonly organisationId: string;
  readonly state: 'DRAFT' | 'SENT' | 'REQUESTED';
  readonly seatId?: string | null;
  /** Without a seat; a co-applicant when left out. */
  readonly role?: GivenRole | null;
  readonly message?: string | null;
  /** When an invitation expires. */
  readonly expiresAt?: Date | null;
  readonly standby?: boolean;
  /** The member that it replaces. */
  readonly replaces?: string;
}

const LONGEST_MESSAGE = 5000;
const USUAL_DAYS = 14;

/** Writes invitations and requests to join: the beginnings of memberships, in a consortium that is locked. */
@Injectable()
export class Offers {
  constructor(
    private readonly clock: Clock,
    private readonly memberships: Memberships,
    private readonly tasks: Tasks,
    private readonly news: News,
  ) {}

  /**
   * @returns the membership's id
   * @throws InvalidInput, NotFound, Conflict when the organisation is in it already, or the seat is taken
   */
  async make(manager: EntityManager, viewer: Viewer, consortium: ConsortiumRecord, offer: Offer): Promise<string> {
    requireLiving(consortium);
    const message = textOf('message', offer.message ?? '', LONGEST_MESSAGE);
    const now = await this.clock.now(manager);
    const expiresAt = offer.state === 'REQUESTED' ? null : expiryOf(now, offer.expiresAt, consortium);
    await requireFit(manager, consortium, offer.organisationId);
    const seat = await freeSeat(manager, consortium, offer);
    await settleExpired(manager, consortium.id, offer.organisationId);
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO memberships (consortium_id, organisation_id, seat_id, role, standby, state, message, expires_at, begun_at, replaces)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [consortium.id, offer.organisationId, seat?.id ?? null, seat?.role ?? offer.role ?? 'CO_APPLICANT', offer.standby ?? false, offer.state,
        message, expiresAt, now, offer.replaces ?? null],
    );
    if (row === undefined) throw await standing(manager, consortium.id, offer.organisationId);
    await this.memberships.note(viewer, manager, consortium, offer.state === 'REQUESTED' ? 'MEMBER_REQUEST' : 'MEMBER_OFFER', {
      member: offer.organisationId,
      ...(offer.standby === true && { standby: true }),
    });
    if (offer.state === 'REQUESTED') await this.request(manager, viewer, consortium, row.id, offer.organisationId);
    if (expiresAt !== null && offer.state === 'SENT') await this.send(manager, viewer, consortium, { id: row.id, organisationId: offer.organisationId, expiresAt });
    return row.id;
  }

  /** Tells those who are invited. Before it expires, the room of reminders does, whose audience they are. */
  async send(manager: EntityManager, viewer: Viewer, consortium: ConsortiumRecord, invited: { id: string; organisationId: string; expiresAt: Date }): Promise<void> {
    const { id, organisationId, expiresAt } = invited;
    const subject = { subjectKind: 'MEMBERSHIP', subjectId: id } as const;
    await this.tasks.open(manager, [{ ...subject, kind: 'ANSWER_INVITATION', owner: { organisationId }, facts: { consortium: consortium.name }, dueAt: expiresAt }]);
    await this.news.tell(manager, viewer, [{ kind: 'INVITED', subject: 'MEMBERSHIP', subjectId: id, revision: 0, to: [organisationId], until: expiresAt }]);
  }

  /** Whoever accepted is asked for its consent. */
  async askToConfirm(manager: EntityManager, { name, closesAt }: ConsortiumRecord, { id, organisationId }: { id: string; organisationId: string }): Promise<void> {
    const facts = { consortium: name, organisation: await nameOf(manager, organisationId) };
    const owner = { organisationId, role: 'REPRESENTATIVE' } as const;
    await this.tasks.open(manager, [{ kind: 'CONFIRM_MEMBERSHIP', subjectKind: 'MEMBERSHIP', subjectId: id, owner, facts, dueAt: closesAt }]);
  }

  /** When an invitation that is sent now expires. @throws InvalidInput */
  async expiry(manager: EntityManager, given: Date | null | undefined, consortium: ConsortiumRecord): Promise<Date> {
    return expiryOf(await this.clock.now(manager), given, consortium);
  }

  /** A seat of a consortium that is free. @throws NotFound, Conflict */
  seat(manager: EntityManager, consortium: ConsortiumRecord, seatId: string | null | undefined): Promise<{ id: string; role: GivenRole } | undefined> {
    return freeSeat(manager, consortium, { seatId: seatId ?? null });
  }

  private async request(manager: EntityManager, viewer: Viewer, { leadId, name }: ConsortiumRecord, id: string, organisationId: string): Promise<void> {
    const facts = { consortium: name, organisation: await nameOf(manager, organisationId) };
    await this.tasks.open(manager, [{ kind: 'ANSWER_JOIN_REQUEST', subjectKind: 'MEMBERSHIP', subjectId: id, owner: { organisationId: leadId }, facts }]);
    await this.news.tell(manager, viewer, [{ kind: 'REQUESTED', subject: 'MEMBERSHIP', subjectId: id, revision: 0, to: [leadId] }]);
  }
}

async function nameOf(manager: EntityManager, organisationId: string): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>('SELECT name FROM organisations WHERE id = $1', [organisationId]);
  return row?.name ?? '';
}

/** Two weeks, though not beyond the submission where that is still ahead. */
function expiryOf(now: Date, given: Date | null | undefined, { closesAt }: ConsortiumRecord): Date {
  const latest = closesAt !== null && closesAt > now ? closesAt : undefined;
  const usual = new Date(now.getTime() + USUAL_DAYS * 24 * 3_600_000);
  if (given == null) return latest !== undefined && latest < usual ? latest : usual;
  if (given <= now) throw new InvalidInput('expiresAt', 'is over already.');
  if (latest !== undefined && given > latest) throw new InvalidInput('expiresAt', `is after the submission closes, ${latest.toISOString()}.`);
  return given;
}

/** Whoever recommends in a track of the call takes no part in it (F55); an organisation that is gone cannot either. */
async function requireFit(manager: EntityManager, { callId }: ConsortiumRecord, organisationId: string): Promise<void> {
  const [row] = await manager.query<{ refused: boolean }[]>(
    `SELECT EXISTS (SELECT FROM tracks WHERE call_id = $1 AND body_id = $2 AND NOT body_may_be_member) AS refused
     FROM organisations WHERE id = $2 FOR KEY SHARE OF organisations`,
    [callId, organisationId],
  );
  if (row === undefined) throw new NotFound('organisationId', organisationId);
  if (row.refused) throw new InvalidInput('organisationId', 'recommends consortia for this call, and takes no part in one.');
}

async function freeSeat(manager: EntityManager, { id }: ConsortiumRecord, { seatId, replaces, standby }: Pick<Offer, 'seatId' | 'replaces' | 'standby'>): Promise<{ id: string; role: GivenRole } | undefined> {
  if (seatId == null) return undefined;
  const [seat] = isUuid(seatId)
    ? await manager.query<{ id: string; role: GivenRole; taken: boolean }[]>(
        `SELECT s.id, s.role, EXISTS (SELECT FROM memberships m WHERE m.seat_id = s.id AND m.state IN ('ACCEPTED', 'CONFIRMED') AND NOT m.standby
           AND m.id IS DISTINCT FROM $3) AS taken
         FROM seats s WHERE s.id = $1 AND s.consortium_id = $2`,
        [seatId, id, replaces ?? null],
      )
    : [];
  if (seat === undefined) throw new NotFound('seatId', seatId);
  if (seat.taken && standby !== true) throw new Conflict('That seat is taken.');
  return seat;
}

/** An invitation that has expired is over once another one follows. */
async function settleExpired(manager: EntityManager, consortiumId: string, organisationId: string): Promise<void> {
  await manager.query(
    `UPDATE memberships SET state = 'EXPIRED', ended_at = expires_at
     WHERE consortium_id = $1 AND organisation_id = $2 AND state = 'SENT' AND expires_at <= verbond_now()`,
    [consortiumId, organisationId],
  );
}

async function standing(manager: EntityManager, consortiumId: string, organisationId: string): Promise<Conflict> {
  const [row] = await manager.query<{ state: MembershipState }[]>(
    `SELECT state FROM memberships WHERE consortium_id = $1 AND organisation_id = $2 AND state IN ('DRAFT', 'SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED')`,
    [consortiumId, organisationId],
  );
  const state = row?.state ?? 'ACCEPTED';
  return new Conflict('That organisation is in this consortium already, or is asked or asks to be.', { state, possible: possibleIn(MEMBERSHIP, state) });
}
