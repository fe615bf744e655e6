import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, isKnown, type Viewer } from '#libs/accounts';
import { grouped, isUuid, ThemesService } from '#libs/directory';
import { Conflict, InvalidInput, NotFound, textOf, Unauthenticated } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { requireLiving } from '../states/consortium-states.js';
import { SeatHolds } from './seat-holds.service.js';
import type { Seat, SeatInput } from './seat.types.js';

const MOST_SEATS = 60;
const LONGEST_NOTE = 2000;
/** A country, or a region of one. */
const PLACE = /^[A-Z]{2}[A-Z0-9]{0,3}$/;

const SELECT_SEAT = `
  SELECT s.id, s.consortium_id AS "consortiumId", s.position, s.role, s.type, s.place, s.theme_id AS "themeId", s.note,
    (SELECT m.id FROM memberships m WHERE m.seat_id = s.id AND m.state IN ('ACCEPTED', 'CONFIRMED') AND NOT m.standby) AS "holderId",
    (SELECT count(*)::int FROM memberships m JOIN membership_states t ON t.id = m.id
      WHERE m.seat_id = s.id AND t.state IN ('SENT', 'REQUESTED') AND NOT m.standby) AS competing
  FROM seats s`;

/** The places that a consortium wants to fill. */
@Injectable()
export class Seats {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly themes: ThemesService,
    private readonly holds: SeatHolds,
    private readonly audit: AuditLog,
  ) {}

  /** By consortium, in their order. The caller has read each as its viewer. */
  async ofConsortia(ids: readonly string[]): Promise<Map<string, Seat[]>> {
    const rows = await this.database.query<Seat[]>(`${SELECT_SEAT} WHERE s.consortium_id = ANY($1::uuid[]) ORDER BY s.position`, [ids]);
    return grouped(rows, ({ consortiumId }) => consortiumId);
  }

  /** Adds a seat after the others. @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  async add(viewer: Viewer, consortiumId: string, input: SeatInput): Promise<Seat> {
    const wanted = await this.checked(input);
    const call = { mutation: 'addSeat', given: { consortiumId, input } };
    const id = await this.consortia.creating(viewer, consortiumId, call, asLead, async (manager, consortium) => {
      requireLiving(consortium);
      const [row] = await manager.query<{ id: string }[]>(
        `INSERT INTO seats (consortium_id, position, role, type, place, theme_id, note)
         SELECT $1, count(*) + 1, $2, $3, $4, $5, $6 FROM seats WHERE consortium_id = $1 HAVING count(*) < $7 RETURNING id`,
        [consortium.id, ...wanted, MOST_SEATS],
      );
      if (row === undefined) throw new InvalidInput('consortiumId', `has ${MOST_SEATS} seats, which is the most.`);
      await this.note(manager, viewer, consortium, 'SEAT_ADD', row.id);
      return row.id;
    });
    return this.seat(id);
  }

  /** @throws as {@link add} */
  async change(viewer: Viewer, seatId: string, input: SeatInput): Promise<Seat> {
    const wanted = await this.checked(input);
    await this.changing(viewer, seatId, async (manager, consortium) => {
      await manager.query('UPDATE seats SET role = $2, type = $3, place = $4, theme_id = $5, note = $6 WHERE id = $1', [seatId, ...wanted]);
      await this.note(manager, viewer, consortium, 'SEAT_CHANGE', seatId);
    });
    return this.seat(seatId);
  }

  /** Removes a seat that nobody has; whoever is invited to it, or asks for it, is told. @throws as {@link add} */
  async remove(viewer: Viewer, seatId: string): Promise<{ id: string }> {
    await this.changing(viewer, seatId, async (manager, consortium, { holderId, position }) => {
      if (holderId !== null) throw new Conflict('That seat is taken: its holder leaves or is removed first.');
      await this.holds.release(manager, viewer, seatId, 'SEAT_REMOVED', consortium.version);
      await manager.query('DELETE FROM seats WHERE id = $1', [seatId]);
      await manager.query('UPDATE seats SET position = position - 1 WHERE consortium_id = $1 AND position > $2', [consortium.id, position]);
      await this.note(manager, viewer, consortium, 'SEAT_REMOVE', seatId);
    });
    return { id: seatId };
  }

  private async changing(
    viewer: Viewer,
    seatId: string,
    change: (manager: EntityManager, consortium: ConsortiumRecord, seat: Seat) => Promise<void>,
  ): Promise<void> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const { consortiumId } = await this.seat(seatId);
    try {
      await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
        requireLiving(consortium);
        await change(manager, consortium, await this.seat(seatId, manager));
      });
    } catch (error) {
      // Whose consortium it is stays unknown to whom it does not concern.
      throw error instanceof NotFound ? new NotFound('seatId', seatId) : error;
    }
  }

  private async seat(id: string, manager: EntityManager = this.database.manager): Promise<Seat> {
    const [row] = isUuid(id) ? await manager.query<Seat[]>(`${SELECT_SEAT} WHERE s.id = $1`, [id]) : [];
    if (row === undefined) throw new NotFound('seatId', id);
    return row;
  }

  private async checked({ role, type, place, themeId, note }: SeatInput): Promise<readonly unknown[]> {
    if (place != null && !PLACE.test(place)) throw new InvalidInput('seat.place', 'is a country such as FR, or a region such as FRE1.');
    if (themeId != null && (await this.themes.tree()).get(themeId) === undefined) {
      throw new InvalidInput('seat.themeId', `there is no theme "${themeId.slice(0, 100)}".`);
    }
    return [role, type ?? null, place ?? null, themeId ?? null, textOf('seat.note', note, LONGEST_NOTE)];
  }

  private note(manager: EntityManager, viewer: Viewer, { id, leadId }: ConsortiumRecord, action: string, seat: string): Promise<void> {
    return this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action, organisationId: leadId, facts: { seat } });
  }
}
