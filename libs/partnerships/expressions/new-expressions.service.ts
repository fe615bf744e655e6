import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, isKnown, once, type Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { Conflict, Forbidden, InvalidInput, NotFound, requiredText, Unauthenticated } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import { EXPRESSION, type ExpressionState } from '../states/expression-states.js';
import { possibleIn } from '../states/state-machine.js';
import { ContentChecks, storeContent, type CheckedContent } from './content-checks.service.js';
import type { ExpressionContent } from './expression-content.js';
import { renewMembers } from './expression-members.js';
import type { ExpressionRecord } from './expression-record.js';
import { ExpressionsService } from './expressions.service.js';
import { Gates } from './gates.service.js';
import { LateExpressions } from './late-expressions.service.js';
import type { TrackRecord } from './track-record.js';

const LONGEST_NAME = 200;

export interface NewExpression {
  /** Id or code. */
  readonly trackId: string;
  /** Id or code of the lead, or of the single organisation. */
  readonly leadId: string;
  /** A consortium that the lead leads; where a partnership has none yet, one begins under the name. */
  readonly consortiumId?: string | null;
  readonly name?: string | null;
}

/** Who expresses interest: own ids. */
interface Expressing {
  readonly leadId: string;
  readonly consortiumId: string | null;
  readonly name: string | null;
}

/** Begins expressions of interest. */
@Injectable()
export class NewExpressions {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly consortia: ConsortiaService,
    private readonly expressions: ExpressionsService,
    private readonly checks: ContentChecks,
    private readonly gates: Gates,
    private readonly late: LateExpressions,
    private readonly audit: AuditLog,
  ) {}

  /** Begins a draft. @throws Unauthenticated, NotFound, Forbidden, InvalidInput, DeadlinePassed, Conflict where the lead has one */
  async create(viewer: Viewer, given: NewExpression, says: ExpressionContent): Promise<ExpressionRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const track = await this.expressions.track(given.trackId);
    const leadId = await this.organisations.resolveId(viewer, given.leadId);
    if (leadId === undefined) throw new NotFound('leadId', given.leadId);
    if (!belongsTo(viewer, leadId)) throw new Forbidden('An expression of interest is written by those who work for its lead.');
    const content = await this.checks.check(viewer, track, leadId, says);
    const who = { leadId, consortiumId: given.consortiumId ?? null, name: given.name ?? null };
    return this.late.noting(viewer, leadId, () =>
      this.database.transaction(async (manager) => {
        const id = await once(manager, viewer, 'createExpression', { ...given, says }, () => this.createIn(manager, viewer, track, who, content));
        return this.expressions.expression(viewer, id, manager);
      }),
    );
  }

  /** Begins a draft in a transaction of the caller's. @param content as {@link ContentChecks} gives it */
  async createIn(manager: EntityManager, viewer: Viewer, track: TrackRecord, who: Expressing, content: CheckedContent): Promise<string> {
    const consortiumId = await this.partnershipFor(manager, viewer, track, who);
    const insert = (): Promise<string> => this.insert(manager, viewer, track, { ...who, consortiumId }, content);
    if (consortiumId === null) return insert();
    return this.consortia.held(manager, viewer, consortiumId, (consortium) => {
      asLead(viewer, consortium);
      return insert();
    });
  }

  /** The consortium that is named, or a new one; none where single organisations express interest. */
  private async partnershipFor(manager: EntityManager, viewer: Viewer, track: TrackRecord, who: Expressing): Promise<string | null> {
    const { leadId, consortiumId, name } = who;
    if (track.expressionBy === 'ORGANISATION') {
      if (consortiumId === null) return null;
      throw new InvalidInput('consortiumId', 'on this track single organisations express their interest.');
    }
    if (consortiumId === null) {
      const tidy = requiredText('name', name ?? '', LONGEST_NAME);
      return this.consortia.begin(manager, viewer, { callId: track.callId, leadId, name: tidy, ideaId: null });
    }
    const consortium = await this.consortia.consortium(viewer, consortiumId, manager);
    if (consortium.leadId !== leadId) throw new InvalidInput('leadId', 'must be the lead of the consortium.');
    if (consortium.callId !== track.callId) throw new InvalidInput('consortiumId', `is for another call than ${track.callCode}.`);
    return consortiumId;
  }

  private async insert(manager: EntityManager, viewer: Viewer, track: TrackRecord, who: Expressing, content: CheckedContent): Promise<string> {
    const now = await this.gates.open(manager, track);
    const [row] = await manager.query<{ id: string }[]>(
      'INSERT INTO expressions (track_id, consortium_id, organisation_id, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id',
      [track.id, who.consortiumId, who.leadId, now],
    );
    if (row === undefined) throw await alreadyThere(manager, track, who);
    await storeContent(manager, row.id, content, 1);
    await renewMembers(manager, track, await this.expressions.expression(viewer, row.id, manager));
    await this.audit.write(manager, viewer, { kind: 'EXPRESSION', id: row.id, action: 'CREATE', organisationId: who.leadId });
    return row.id;
  }
}

async function alreadyThere(manager: EntityManager, track: TrackRecord, { leadId, consortiumId }: Expressing): Promise<Conflict> {
  const [living] = await manager.query<{ state: ExpressionState }[]>(
    `SELECT s.state FROM expressions e JOIN expression_states s ON s.id = e.id
     WHERE e.track_id = $1 AND (e.organisation_id = $2 OR e.consortium_id = $3) AND e.state <> 'WITHDRAWN' LIMIT 1`,
    [track.id, leadId, consortiumId],
  );
  const message = `This lead has an expression of interest for ${track.code} already: change that one.`;
  return new Conflict(message, living && { state: living.state, possible: possibleIn(EXPRESSION, living.state) });
}
