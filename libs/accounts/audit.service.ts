import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role, Viewer } from './viewer.js';

/** What has a history of its own. */
export type AuditedKind = 'CONSORTIUM' | 'EXPRESSION' | 'CALL' | 'TRACK' | 'IDEA' | 'CONTACT_REQUEST' | 'RESULT';

export interface AuditRecord {
  readonly kind: AuditedKind;
  readonly id: string;
  /** What was done, such as RECOMMENDED. */
  readonly action: string;
  /** For whom the viewer acted; the role is the one held there. */
  readonly organisationId?: string;
  /** What a reader needs to understand it: ids, numbers and reasons, no names of people. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface AuditEntry {
  readonly kind: AuditedKind;
  readonly id: string;
  /** From 1, without gaps for each subject. */
  readonly number: number;
  readonly at: Date;
  readonly action: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly role: Role | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Of an administrator's roles and a person's several, the one in whose right something was done. */
const RANK: readonly Role[] = ['PROGRAMME_OFFICER', 'REPRESENTATIVE', 'MEMBER'];

/** Who decided what, and when: written with the decision, in one transaction, and only added to. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: DataSource) {}

  /** @param manager the transaction of the decision; nothing more is locked after this */
  async write(manager: EntityManager, viewer: Viewer, { kind, id, action, organisationId, facts = {} }: AuditRecord): Promise<void> {
    const role = organisationId === undefined ? undefined : roleFor(viewer, organisationId);
    const entry = [kind, id, action, viewer.personId ?? null, organisationId ?? null, role ?? null, facts];
    await manager.query('SELECT write_audit($1, $2, $3, $4, $5, $6, $7)', entry);
  }

  /** The history of subjects of a kind, oldest first. The caller has read them as their viewer. */
  entries(kind: AuditedKind, ...ids: readonly string[]): Promise<AuditEntry[]> {
    return this.database.query(
      `SELECT subject_kind AS kind, subject_id AS id, number, at, action, person_id AS "personId", organisation_id AS "organisationId", role, facts
       FROM audit_entries WHERE subject_kind = $1 AND subject_id = ANY($2::uuid[]) ORDER BY at, subject_id, number`,
      [kind, ids],
    );
  }
}

function roleFor(viewer: Viewer, organisationId: string): Role | undefined {
  const held = viewer.mandates.filter((mandate) => mandate.organisationId === organisationId).map(({ role }) => role);
  return RANK.find((role) => held.some((one) => one === role)) ?? (viewer.administrator ? 'ADMINISTRATOR' : undefined);
}
