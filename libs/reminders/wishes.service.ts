import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What somebody chose for their mails. */
export interface Wishes {
  /** One mail a day, in the morning, instead of one a date. */
  readonly digest: boolean;
  /** Notices of calls that they do not follow, and that new rules open to their organisation. */
  readonly opportunities: boolean;
}

const WISHES = 'SELECT digest, opportunities FROM mail_readers WHERE id = $1';

/** What people wish of their mails. */
@Injectable()
export class WishesService {
  constructor(private readonly database: DataSource) {}

  /** @returns undefined when there is no such person */
  async of(personId: string): Promise<Wishes | undefined> {
    const [wishes] = await this.database.query<Wishes[]>(WISHES, [personId]);
    return wishes;
  }

  async set(manager: EntityManager, personId: string, { digest, opportunities }: Wishes): Promise<void> {
    await manager.query(
      `INSERT INTO mail_wishes (person_id, digest, opportunities) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET digest = excluded.digest, opportunities = excluded.opportunities`,
      [personId, digest, opportunities],
    );
  }
}
