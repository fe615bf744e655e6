import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isKnown, isOfficerOf, type Viewer } from '#libs/accounts';
import { OrganisationsService, type Organisation } from '#libs/directory';
import { enqueue, NotFound, Unauthenticated } from '#libs/platform';
import { Tasks } from '../tasks/tasks.service.js';

/** An officer looks at an organisation that came by a link of its body, and lets everybody see it. */
@Injectable()
export class NewcomerReviews {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly tasks: Tasks,
  ) {}

  /** @throws Unauthenticated, NotFound for everybody but officers of a body at which it expressed interest */
  async publish(viewer: Viewer, idOrCode: string): Promise<Organisation> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const id = await this.organisations.resolveOrganisationId(idOrCode);
    const bodies = id === undefined ? [] : await this.database.query<{ bodyId: string }[]>(
      `SELECT t.body_id AS "bodyId" FROM expressions e JOIN tracks t ON t.id = e.track_id
       WHERE e.organisation_id = $1 AND e.submitted_at IS NOT NULL`,
      [id],
    );
    if (id === undefined || !bodies.some(({ bodyId }) => isOfficerOf(viewer, bodyId))) throw new NotFound('organisationId', idOrCode);
    await this.database.transaction(async (manager) => {
      await manager.query('UPDATE organisations SET public = true, version = version + 1 WHERE id = $1 AND NOT public', [id]);
      await manager.query('SELECT note_directory_change(ARRAY[$1::uuid])', [id]);
      await this.tasks.end(manager, id, 'REVIEW_NEWCOMER', viewer);
      await enqueue(manager, 'matching', 'data-changed');
    });
    const published = (await this.organisations.byUuid(viewer, [id])).get(id);
    if (published === undefined) throw new NotFound('organisationId', idOrCode);
    return published;
  }
}
