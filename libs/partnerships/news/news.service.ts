import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role, Viewer } from '#libs/accounts';
import { deliveryTime } from '#libs/calendar';
import { post } from '#libs/mail';
import { Clock, enqueue } from '#libs/platform';
import { NEWS_TEMPLATE, type NewsKind, type NewsSubject } from './news-kinds.js';

/** Something that people of organisations are told by mail. */
export interface NewsItem {
  readonly kind: NewsKind;
  readonly subject: NewsSubject;
  readonly subjectId: string;
  /** Of the subject: the same news of a later revision is told again. */
  readonly revision: number;
  /** The organisations whose people are told. */
  readonly to: readonly string[];
  /** Their members and representatives, or their officers. */
  readonly roles?: readonly Role[];
  /** From then on it is no news; after two weeks when left out. */
  readonly until?: Date;
}

interface Recipient {
  readonly personId: string;
  readonly zone: string;
}

const PEOPLE: readonly Role[] = ['MEMBER', 'REPRESENTATIVE'];
const FRESH_MILLISECONDS = 14 * 24 * 3_600_000;

/** Tells people by mail what happened, in the transaction in which it did. */
@Injectable()
export class News {
  constructor(private readonly clock: Clock) {}

  /** @param viewer whoever did it need not be told */
  async tell(manager: EntityManager, viewer: Viewer, items: readonly NewsItem[]): Promise<void> {
    const now = await this.clock.now(manager);
    for (const { kind, subject, subjectId, revision, to, roles = PEOPLE, until } of items) {
      const expiresAt = until ?? new Date(now.getTime() + FRESH_MILLISECONDS);
      const told = await recipients(manager, viewer, to, roles);
      await post(manager, told.map(({ personId, zone }) => ({
        personId,
        template: NEWS_TEMPLATE,
        subjectKind: subject,
        subjectId,
        revision,
        offset: kind,
        dueAt: deliveryTime(now, expiresAt, zone),
        expiresAt,
      })));
    }
    await enqueue(manager, 'mail', 'send');
  }
}

function recipients(manager: EntityManager, viewer: Viewer, organisations: readonly string[], roles: readonly Role[]): Promise<Recipient[]> {
  return manager.query(
    `SELECT DISTINCT p.id AS "personId", p.zone FROM roles r JOIN people p ON p.id = r.person_id
     WHERE r.organisation_id = ANY($1::uuid[]) AND r.role = ANY($2) AND p.id IS DISTINCT FROM $3::uuid`,
    [organisations, roles, viewer.personId ?? null],
  );
}
