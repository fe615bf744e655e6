import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog, isKnown, isOfficerOf, type AuditEntry, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import type { HistoryEntry } from './history.type.js';

interface TrackRow {
  readonly bodyId: string;
  readonly callId: string;
  readonly expressions: readonly string[];
}

/** What was decided, by whom in which role, and how dates changed: as the audit log has it, without people. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly audit: AuditLog,
  ) {}

  /** Of a consortium and of what it promised. The caller has read it as its viewer. */
  async ofConsortium(id: string): Promise<HistoryEntry[]> {
    const results = await this.database.query<{ id: string }[]>('SELECT id FROM dissemination_results WHERE consortium_id = $1', [id]);
    return inOrder(await this.audit.entries('CONSORTIUM', id), await this.audit.entries('RESULT', ...results.map((result) => result.id)));
  }

  /**
   * Of a track, of what was told to it, and of its call: for programme officers of its body.
   * @param trackId id or code
   * @throws Unauthenticated, NotFound, Forbidden
   */
  async ofTrack(viewer: Viewer, trackId: string): Promise<HistoryEntry[]> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const id = await this.calls.resolveTrackId(trackId);
    if (id === undefined) throw new NotFound('trackId', trackId);
    const [track] = await this.database.query<[TrackRow]>(
      `SELECT body_id AS "bodyId", call_id AS "callId", ARRAY(SELECT id FROM expressions WHERE track_id = $1) AS expressions FROM tracks WHERE id = $1`,
      [id],
    );
    if (!viewer.administrator && !isOfficerOf(viewer, track.bodyId)) throw new Forbidden('The history of a track is for programme officers of its body.');
    const { callId, expressions } = track;
    return inOrder(await this.audit.entries('CALL', callId), await this.audit.entries('TRACK', id), await this.audit.entries('EXPRESSION', ...expressions));
  }
}

function inOrder(...histories: AuditEntry[][]): HistoryEntry[] {
  return histories.flat().sort((one, other) => one.at.getTime() - other.at.getTime()).map(shown);
}

function shown({ kind, id, number, at, action, role, organisationId, facts }: AuditEntry): HistoryEntry {
  const details = Object.entries(facts).map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }));
  return { kind, subjectId: id, number, at, action, role, details, organisationUuid: organisationId };
}
