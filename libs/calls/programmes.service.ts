import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { resolveIds } from '#libs/directory';
import type { Programme } from './programme.type.js';

const SELECT_PROGRAMME = `
  SELECT p.id AS uuid, p.code AS id, p.names, p.funds, p.cci, p.period_start AS "periodStart", p.period_end AS "periodEnd",
    p.budget_eur::float8 AS "budgetEur", p.area,
    coalesce((SELECT sum(budget_eur) FROM calls WHERE programme_id = p.id), 0)::float8 AS "callsBudgetEur",
    ARRAY(SELECT json_build_object('organisationUuid', organisation_id, 'role', role)
      FROM programme_bodies WHERE programme_id = p.id ORDER BY role, organisation_id) AS bodies,
    ARRAY(SELECT json_build_object('code', code, 'parent', parent_code, 'label', label)
      FROM objectives WHERE programme_id = p.id ORDER BY code) AS objectives
  FROM programmes p`;

/** Programmes with what belongs to them: one query each time. Public. */
@Injectable()
export class ProgrammesService {
  constructor(private readonly database: DataSource) {}

  /** All of them, by code: there are some dozens. */
  programmes(): Promise<Programme[]> {
    return this.database.query<Programme[]>(`${SELECT_PROGRAMME} ORDER BY p.code`);
  }

  /** @param idOrCode the programme's own id or its code */
  async programme(idOrCode: string): Promise<Programme | undefined> {
    const uuid = await this.resolveProgrammeId(idOrCode);
    return uuid === undefined ? undefined : (await this.byUuid([uuid])).get(uuid);
  }

  /** Those among the given that exist, by their own id. */
  async byUuid(uuids: readonly string[]): Promise<Map<string, Programme>> {
    const rows = await this.database.query<Programme[]>(`${SELECT_PROGRAMME} WHERE p.id = ANY($1::uuid[])`, [uuids]);
    return new Map(rows.map((row) => [row.uuid, row]));
  }

  /** A programme's own id, from that or its code. */
  async resolveProgrammeId(idOrCode: string): Promise<string | undefined> {
    return (await resolveIds(this.database, 'programmes', [idOrCode])).get(idOrCode);
  }
}
