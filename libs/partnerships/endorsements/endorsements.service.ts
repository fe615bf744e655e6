import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, isKnown, isOfficerOf, type Viewer } from '#libs/accounts';
import { DocumentsService } from '#libs/documents';
import { grouped, isUuid, OrganisationsService } from '#libs/directory';
import { Clock, Conflict, Forbidden, InvalidInput, NotFound, requiredText, textOf, Unauthenticated } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consequences } from '../members/consequences.service.js';
import { News } from '../news/news.service.js';
import type { NewsKind } from '../news/news-kinds.js';
import { ENDORSEMENT, type EndorsementState } from '../states/endorsement-states.js';
import { requireLiving } from '../states/consortium-states.js';
import { advance } from '../states/state-machine.js';
import { Tasks } from '../tasks/tasks.service.js';
import { authoritiesOf, endorsementGaps, type EndorsementGap } from './endorsement-gaps.js';
import { EndorsementTasks } from './endorsement-tasks.service.js';

/** What the authority of a state says of a consortium. */
export interface EndorsementRecord {
  readonly id: string;
  readonly consortiumId: string;
  /** ISO 3166. */
  readonly country: string;
  readonly authorityId: string;
  readonly state: EndorsementState;
  readonly documentId: string | null;
  /** The newest version of the letter that the lead has shown. */
  readonly letterVersion: number | null;
  readonly reason: string | null;
  readonly askedAt: Date;
  readonly settledAt: Date | null;
}

/** Which letter, of which state. */
export interface EndorsementAsk {
  readonly country: string;
  /** Id or code; the only one of the state when left out. */
  readonly authorityId?: string | null;
  /** The letter, as the lead shows it. */
  readonly documentId?: string | null;
}

const SELECT_ENDORSEMENT = `
  SELECT id, consortium_id AS "consortiumId", country, authority_id AS "authorityId", state, document_id AS "documentId", reason,
    (SELECT max(version) FROM document_versions v WHERE v.document_id = endorsements.document_id) AS "letterVersion", asked_at AS "askedAt", settled_at AS "settledAt" FROM endorsements`;

const TOLD: Readonly<Record<EndorsementState, NewsKind>> = {
  ASKED: 'ENDORSEMENT_ASKED', CLAIMED: 'ENDORSEMENT_CLAIMED', GIVEN: 'ENDORSEMENT_GIVEN', REFUSED: 'ENDORSEMENT_REFUSED',
};
const LONGEST_REASON = 2000;

/** Letters of endorsement: asked for or shown by the lead, and given or refused by officers of the state's authority. */
@Injectable()
export class Endorsements {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly consequences: Consequences,
    private readonly endorsementTasks: EndorsementTasks,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsService,
    private readonly tasks: Tasks,
    private readonly news: News,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** By consortium. The caller has read each as its viewer. */
  async ofConsortia(ids: readonly string[]): Promise<Map<string, EndorsementRecord[]>> {
    const rows = await this.database.query<EndorsementRecord[]>(`${SELECT_ENDORSEMENT} WHERE consortium_id = ANY($1::uuid[]) ORDER BY country`, [ids]);
    return grouped(rows, ({ consortiumId }) => consortiumId);
  }

  /** By consortium: the letters that its call wants and that are not given. The caller has read each as its viewer. */
  async gapsOf(ids: readonly string[]): Promise<Map<string, EndorsementGap[]>> {
    return grouped(await endorsementGaps(this.database.manager, ids), ({ consortiumId }) => consortiumId);
  }

  /** For those of the consortium and of the authority. @throws Unauthenticated, NotFound */
  async endorsement(viewer: Viewer, id: string, manager: EntityManager = this.database.manager): Promise<EndorsementRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const [row] = isUuid(id) ? await manager.query<EndorsementRecord[]>(`${SELECT_ENDORSEMENT} WHERE id = $1`, [id]) : [];
    if (row === undefined) throw new NotFound('endorsementId', id);
    if (!belongsTo(viewer, row.authorityId)) await this.consortia.consortium(viewer, row.consortiumId, manager);
    return row;
  }

  /**
   * The lead asks an authority for its letter, or shows one for the authority to verify.
   * @returns the endorsement's id
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict with how it stands
   */
  async ask(viewer: Viewer, consortiumId: string, given: EndorsementAsk): Promise<string> {
    const authorityId = await this.authority(viewer, given);
    const call = { mutation: 'askEndorsement', given: { consortiumId, ...given } };
    if (given.documentId != null) await this.letter(viewer, given.documentId);
    return this.consortia.creating(viewer, consortiumId, call, asLead, async (manager, consortium) => {
      requireLiving(consortium);
      await requireMemberOf(manager, consortium, given.country);
      const [known] = await manager.query<EndorsementRecord[]>(`${SELECT_ENDORSEMENT} WHERE consortium_id = $1 AND country = $2`, [consortium.id, given.country]);
      const event = given.documentId == null ? 'ASK' : 'CLAIM';
      const state = known === undefined ? (event === 'ASK' ? 'ASKED' : 'CLAIMED') : advance(ENDORSEMENT, 'This letter', known.state, event);
      const [{ id }] = await manager.query<[{ id: string }]>(
        `INSERT INTO endorsements (consortium_id, country, authority_id, state, document_id, asked_at) VALUES ($1, $2, $3, $4, $5, verbond_now())
         ON CONFLICT (consortium_id, country) DO UPDATE SET authority_id = excluded.authority_id, state = excluded.state,
           document_id = coalesce(excluded.document_id, endorsements.document_id), reason = NULL, settled_at = NULL, verified_by = NULL
         RETURNING id`,
        [consortium.id, given.country, authorityId, state, given.documentId ?? null],
      );
      await this.note(manager, viewer, consortium, consortium.leadId, `ENDORSEMENT_${event}`, { country: given.country, authority: authorityId });
      const facts = { consortium: consortium.name, country: given.country };
      const owner = { organisationId: authorityId, role: 'PROGRAMME_OFFICER' } as const;
      await this.tasks.open(manager, [{ kind: 'VERIFY_ENDORSEMENT', subjectKind: 'ENDORSEMENT', subjectId: id, owner, facts, dueAt: consortium.closesAt }]);
      await this.endorsementTasks.renew(manager, consortium);
      await this.tell(manager, viewer, consortium, { id, state }, authorityId);
      return id;
    });
  }

  /**
   * An officer of the authority gives the letter or verifies it, or refuses and says why; a letter that was given can be taken back.
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict
   */
  async decide(viewer: Viewer, endorsementId: string, event: 'GIVE' | 'REFUSE', why: string | null): Promise<string> {
    const reason = event === 'REFUSE' ? requiredText('reason', why ?? '', LONGEST_REASON) : textOf('reason', why ?? '', LONGEST_REASON) || null;
    const { consortiumId } = await this.endorsement(viewer, endorsementId);
    await this.consortia.changing(viewer, consortiumId, () => undefined, async (manager, consortium) => {
      const endorsement = await this.endorsement(viewer, endorsementId, manager);
      await requireOfficer(manager, viewer, endorsement);
      const state = advance(ENDORSEMENT, 'This letter', endorsement.state, event);
      await manager.query('UPDATE endorsements SET state = $2, reason = $3, settled_at = $4, verified_by = $5 WHERE id = $1', [
        endorsementId, state, reason, await this.clock.now(manager), viewer.personId ?? null,
      ]);
      const { country, authorityId } = endorsement;
      await this.note(manager, viewer, consortium, authorityId, `ENDORSEMENT_${event}`, { country, authority: authorityId, ...(reason !== null && { reason }) });
      await this.tasks.end(manager, endorsementId, 'VERIFY_ENDORSEMENT', viewer);
      if (event === 'REFUSE') await this.consequences.follow(manager, viewer, consortium, { refusedIn: country });
      await this.tell(manager, viewer, consortium, { id: endorsementId, state }, consortium.leadId);
    });
    return endorsementId;
  }

  private async authority(viewer: Viewer, { country, authorityId }: EndorsementAsk): Promise<string> {
    const holders = await authorityIds(this.database.manager, country);
    const wanted = authorityId == null ? undefined : await this.organisations.resolveId(viewer, authorityId);
    if (authorityId != null && wanted === undefined) throw new NotFound('authorityId', authorityId);
    if (wanted !== undefined && !holders.includes(wanted)) throw new InvalidInput('authorityId', `is no managing authority of ${country}.`);
    const [only] = holders;
    if (only === undefined) throw new InvalidInput('country', `no managing authority of ${country} is known here.`);
    if (wanted === undefined && holders.length > 1) throw new InvalidInput('authorityId', `${country} has ${holders.length} managing authorities: say which.`);
    return wanted ?? only;
  }

  private async letter(viewer: Viewer, documentId: string): Promise<void> {
    const { versions } = await this.documents.document(viewer, documentId);
    if (versions.length === 0) throw new InvalidInput('documentId', 'has nothing in it yet.');
  }

  private async note(manager: EntityManager, viewer: Viewer, { id }: ConsortiumRecord, organisationId: string, action: string, facts: object): Promise<void> {
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action, organisationId, facts: { ...facts } });
  }

  private tell(manager: EntityManager, viewer: Viewer, { version }: ConsortiumRecord, { id, state }: { id: string; state: EndorsementState }, to: string): Promise<void> {
    const officers = state === 'ASKED' || state === 'CLAIMED';
    return this.news.tell(manager, viewer, [{
      kind: TOLD[state], subject: 'ENDORSEMENT', subjectId: id, revision: version, to: [to], ...(officers && { roles: ['PROGRAMME_OFFICER'] as const }),
    }]);
  }
}

async function authorityIds(manager: EntityManager, country: string): Promise<string[]> {
  return (await manager.query<{ id: string }[]>(authoritiesOf('$1'), [country])).map(({ id }) => id);
}

async function requireMemberOf(manager: EntityManager, { id }: ConsortiumRecord, country: string): Promise<void> {
  const found = await manager.query<unknown[]>(
    `SELECT FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN membership_states s ON s.id = m.id
     WHERE m.consortium_id = $1 AND o.country = $2 AND s.state IN ('SENT', 'ACCEPTED', 'CONFIRMED') LIMIT 1`,
    [id, country],
  );
  if (found.length === 0) throw new InvalidInput('country', 'is of nobody in this consortium.');
}

/** Officers of the authority, as long as it holds its designation; nobody who works for a member. */
async function requireOfficer(manager: EntityManager, viewer: Viewer, { authorityId, country, consortiumId }: EndorsementRecord): Promise<void> {
  if (!isOfficerOf(viewer, authorityId)) throw new Forbidden('This is for officers of the authority that is asked.');
  if (!(await authorityIds(manager, country)).includes(authorityId)) throw new Conflict(`It is no managing authority of ${country} any more.`);
  const members = await manager.query<{ id: string }[]>(
    `SELECT organisation_id AS id FROM memberships WHERE consortium_id = $1 AND state IN ('SENT', 'REQUESTED', 'ACCEPTED', 'CONFIRMED')`,
    [consortiumId],
  );
  if (members.some(({ id }) => belongsTo(viewer, id))) throw new Forbidden('Whoever works for a member does not decide on its consortium.');
}
