import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { linkToken, readLinkToken } from '#libs/mail';
import { CONFIG, Conflict, NotFound, type Config } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { Newcomer } from '../newcomers/newcomer.js';
import { Newcomers } from '../newcomers/newcomers.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import { ContentChecks } from './content-checks.service.js';
import { ExpressionChanges } from './expression-changes.service.js';
import type { ExpressionContent } from './expression-content.js';
import type { ExpressionRecord } from './expression-record.js';
import { ExpressionsService } from './expressions.service.js';
import { Gates } from './gates.service.js';
import { LateExpressions } from './late-expressions.service.js';
import { NewExpressions } from './new-expressions.service.js';
import type { TrackRecord } from './track-record.js';

/** What a newcomer writes: it has no documents here yet, and whoever writes is the contact. */
export type LinkedContent = Omit<ExpressionContent, 'documentIds' | 'contactId'> & { readonly name: string };

/** Expressions of interest by organisations that are not known yet, who hold a public link. */
@Injectable()
export class LinkedExpressions {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly newcomers: Newcomers,
    private readonly expressions: ExpressionsService,
    private readonly begun: NewExpressions,
    private readonly changes: ExpressionChanges,
    private readonly checks: ContentChecks,
    private readonly gates: Gates,
    private readonly late: LateExpressions,
    private readonly tasks: Tasks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What opens a link. @param linkId as an officer was shown it */
  tokenOf(linkId: string): string {
    return linkToken('expression', linkId, this.config.secret);
  }

  /**
   * Registers the newcomer and submits its expression, in one transaction. Its organisation is not public until an officer
   * of the body has looked at it.
   * @throws NotFound for a link that is none or revoked, InvalidInput, DeadlinePassed, Conflict when it was used too often or twice
   */
  async express(token: string, newcomer: Newcomer, given: LinkedContent): Promise<ExpressionRecord> {
    const link = await this.linkOf(token);
    const track = await this.expressions.track(link.trackId);
    const content = await this.checks.check(ANONYMOUS, track, null, { ...given, documentIds: [] });
    return this.late.noting(ANONYMOUS, null, () =>
      this.database.transaction(async (manager) => {
        const now = await this.gates.open(manager, track);
        await use(manager, link.id);
        await refuseTwice(manager, track, newcomer);
        const { organisationId, personId } = await this.newcomers.register(manager, newcomer);
        const viewer: Viewer = { personId, administrator: false, mandates: [{ organisationId, role: 'MEMBER' }] };
        const who = { leadId: organisationId, consortiumId: null, name: given.name };
        const id = await this.begun.createIn(manager, viewer, track, who, { ...content, contactId: personId });
        const expression = await this.expressions.expression(viewer, id, manager);
        const { consortiumId } = expression;
        const consortium = consortiumId === null ? undefined : await this.consortia.consortium(viewer, consortiumId, manager);
        await this.changes.submitHeld(manager, viewer, { expression, track, consortium, now });
        await this.askForReview(manager, track, organisationId, newcomer.organisation.name);
        return this.expressions.expression(viewer, id, manager);
      }),
    );
  }

  private async linkOf(token: string): Promise<{ id: string; trackId: string }> {
    const id = readLinkToken('expression', token, this.config.secret);
    const [link] = id === undefined ? [] : await this.database.query<{ id: string; trackId: string }[]>(
      'SELECT id, track_id AS "trackId" FROM expression_links WHERE id = $1 AND revoked_at IS NULL',
      [id],
    );
    if (link === undefined) throw new NotFound('token', '');
    return link;
  }

  private askForReview(manager: EntityManager, { bodyId, code }: TrackRecord, organisationId: string, organisation: string): Promise<void> {
    const owner = { organisationId: bodyId, role: 'PROGRAMME_OFFICER' } as const;
    const subject = { subjectKind: 'ORGANISATION', subjectId: organisationId };
    return this.tasks.open(manager, [{ kind: 'REVIEW_NEWCOMER', ...subject, owner, facts: { organisation, track: code } }]);
  }
}

/** One use at a time: the link's row is locked, so that it is never used more often than it may. */
async function use(manager: EntityManager, linkId: string): Promise<void> {
  const [rows] = await manager.query<[unknown[], number]>(
    'UPDATE expression_links SET uses = uses + 1 WHERE id = $1 AND revoked_at IS NULL AND uses < most_uses RETURNING id',
    [linkId],
  );
  if (rows.length === 0) throw new Conflict('This link has been used as often as it may: ask the body for another.');
}

/** Somebody who sends the form twice expresses interest once. */
async function refuseTwice(manager: EntityManager, { id, code }: TrackRecord, { organisation, person }: Newcomer): Promise<void> {
  const known = await manager.query<unknown[]>(
    `SELECT FROM expressions e JOIN organisations o ON o.id = e.organisation_id JOIN people p ON p.id = e.contact_id
     WHERE e.track_id = $1 AND e.state <> 'WITHDRAWN' AND fold(o.name) = fold($2) AND p.email = $3`,
    [id, organisation.name.trim(), person.email.trim()],
  );
  if (known.length > 0) throw new Conflict(`${organisation.name.slice(0, 100)} has expressed its interest for ${code} already.`);
}
