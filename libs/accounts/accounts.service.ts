import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Unauthenticated } from '#libs/platform';
import { Person } from './person.entity.js';
import { ANONYMOUS, type Role, type Viewer } from './viewer.js';

const KEY_FORM = /^verbond_[A-Za-z0-9_-]{43}$/;
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** People, what they may do for whom, and the keys they ask with. */
@Injectable()
export class AccountsService {
  constructor(private readonly database: DataSource) {}

  /**
   * Who asks, from an `Authorization` header; none is a visitor.
   * @throws Unauthenticated when a header is there but names no living key
   */
  async viewerOf(authorization: string | undefined): Promise<Viewer> {
    if (authorization === undefined || authorization === '') return ANONYMOUS;
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    const personId = KEY_FORM.test(key) ? await this.personOf(key) : undefined;
    if (personId === undefined) throw new Unauthenticated();
    return { personId, ...(await this.rightsOf(personId)) };
  }

  /** Who somebody is to themselves. */
  person(viewer: Viewer): Promise<Person | null> {
    if (viewer.personId === undefined) return Promise.resolve(null);
    return this.database.getRepository(Person).findOneBy({ id: viewer.personId });
  }

  /** Makes a person or finds the one with this address. */
  async register(person: Omit<Person, 'id'>, manager: EntityManager = this.database.manager): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO people (name, email, language, zone) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
      [person.name, person.email, person.language, person.zone],
    );
    if (row === undefined) throw new Error('A person was neither made nor found.');
    return row.id;
  }

  /** The same, where a stranger brings the address: somebody who has it already stays as they are. */
  async registerOnce({ name, email, language, zone }: Omit<Person, 'id'>, manager: EntityManager): Promise<string> {
    const [{ id }] = await manager.query<[{ id: string }]>(
      `INSERT INTO people (name, email, language, zone) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE SET name = people.name RETURNING id`,
      [name, email, language, zone],
    );
    return id;
  }

  /** A viewer as of now: what it may do may have changed since it signed in. */
  async again(viewer: Viewer): Promise<Viewer> {
    return viewer.personId === undefined ? viewer : { ...viewer, ...(await this.rightsOf(viewer.personId)) };
  }

  /** @param organisationId nobody's for an administrator */
  async grant(personId: string, role: Role, organisationId: string | null, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.query(
      'INSERT INTO roles (person_id, role, organisation_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [personId, role, organisationId],
    );
  }

  /** A new key, shown once: only its hash is kept. */
  async makeKey(personId: string, label: string, manager: EntityManager = this.database.manager): Promise<string> {
    const key = `verbond_${randomBytes(32).toString('base64url')}`;
    await this.keepKey(key, personId, label, manager);
    return key;
  }

  /** Lets this key ask in the person's name. */
  async keepKey(key: string, personId: string, label: string, manager: EntityManager): Promise<void> {
    const sql = 'INSERT INTO api_keys (person_id, hash, label) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING';
    await manager.query(sql, [personId, hashOf(key), label]);
  }

  private async rightsOf(personId: string): Promise<Pick<Viewer, 'administrator' | 'mandates'>> {
    const rows = await this.database.query<{ role: Role; organisationId: string | null }[]>(
      'SELECT role, organisation_id AS "organisationId" FROM roles WHERE person_id = $1',
      [personId],
    );
    return {
      administrator: rows.some(({ role }) => role === 'ADMINISTRATOR'),
      mandates: rows.flatMap(({ role, organisationId }) =>
        role === 'ADMINISTRATOR' || organisationId === null ? [] : [{ role, organisationId }],
      ),
    };
  }

  private async personOf(key: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ person_id: string }[]>(
      'SELECT person_id FROM api_keys WHERE hash = $1 AND revoked_at IS NULL',
      [hashOf(key)],
    );
    return row?.person_id;
  }
}
