import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { nutsOfCountry } from '#libs/directory';
import { Conflict, InvalidInput, NotFound } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { CONSORTIUM } from '../states/consortium-states.js';
import { possibleIn } from '../states/state-machine.js';
import { submissionAhead } from './submission-dates.js';

/** From a consortium to a proposal: with a recommendation where the call has a track for its lead, straight away elsewhere. */
@Injectable()
export class ProposalStarts {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly calls: CallsService,
  ) {}

  /**
   * @param submission the round or stage, by the id or key of its date; the next one when left out
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict
   */
  async start(viewer: Viewer, consortiumId: string, submission?: string | null): Promise<ConsortiumRecord> {
    await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
      if (consortium.state === 'FORMING') await requireNoTrack(manager, consortium);
      const date = await submissionAhead(manager, consortium.callId, submission ?? null);
      await this.consortia.advance(manager, viewer, consortium, 'START_PROPOSAL', { stage: date?.key ?? null });
      await requireConfirmedLead(manager, consortium);
      await manager.query('UPDATE consortia SET submission_id = $2 WHERE id = $1', [consortium.id, date?.id ?? null]);
    });
    return this.consortia.consortium(viewer, consortiumId);
  }

  /** Takes back that it is ready. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  async reopen(viewer: Viewer, consortiumId: string): Promise<ConsortiumRecord> {
    await this.consortia.changing(viewer, consortiumId, asLead, (manager, consortium) => this.consortia.advance(manager, viewer, consortium, 'REOPEN'));
    return this.consortia.consortium(viewer, consortiumId);
  }

  /**
   * Begins anew with another call after a recommendation was refused.
   * @param callId id or code
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput when it is the same call or is over, Conflict
   */
  async chooseOtherCall(viewer: Viewer, consortiumId: string, callId: string): Promise<ConsortiumRecord> {
    const other = await this.calls.resolveCallId(callId);
    if (other === undefined) throw new NotFound('callId', callId);
    await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
      if (other === consortium.callId) throw new InvalidInput('callId', 'is the call that it was for.');
      await this.consortia.advance(manager, viewer, consortium, 'CHOOSE_OTHER_CALL', { from: consortium.callId, to: other });
      await manager.query(
        `WITH moved AS (UPDATE consortia SET call_id = $2, submission_id = NULL WHERE id = $1)
         UPDATE ideas SET call_id = $2, version = version + 1 WHERE id = $3`,
        [consortium.id, other, consortium.ideaId],
      );
      const { state } = await this.consortia.consortium(viewer, consortiumId, manager);
      if (state === 'LAPSED') throw new InvalidInput('callId', 'takes no proposals any more.');
    });
    return this.consortia.consortium(viewer, consortiumId);
  }
}

/**
 * A track covers whose region lies in its territory: both are NUTS codes, one the beginning of the other. Of whom only the
 * country is known, it covers who may lie in it.
 * @throws Conflict
 */
async function requireNoTrack(manager: EntityManager, { callId, leadId, state }: ConsortiumRecord): Promise<void> {
  const [lead] = await manager.query<[{ nuts: string | null; country: string }]>('SELECT nuts, country FROM organisations WHERE id = $1', [leadId]);
  const [track] = await manager.query<{ code: string }[]>(
    `SELECT code FROM tracks WHERE call_id = $1 AND CASE WHEN $2::text IS NULL THEN starts_with(territory, $3) ELSE starts_with($2, territory) END
     ORDER BY code LIMIT 1`,
    [callId, lead.nuts, nutsOfCountry(lead.country)],
  );
  if (track === undefined) return;
  const possible = possibleIn(CONSORTIUM, state).filter((event) => event !== 'START_PROPOSAL');
  throw new Conflict(`The track ${track.code} covers the lead’s region: a proposal begins with its recommendation.`, { state, possible });
}

async function requireConfirmedLead(manager: EntityManager, { id, leadId, state }: ConsortiumRecord): Promise<void> {
  const sql = `SELECT FROM memberships WHERE consortium_id = $1 AND organisation_id = $2 AND state = 'CONFIRMED'`;
  if ((await manager.query<unknown[]>(sql, [id, leadId])).length > 0) return;
  throw new Conflict('A proposal has a confirmed coordinator: the lead confirms that it takes part first.', { state, possible: possibleIn(CONSORTIUM, state) });
}
