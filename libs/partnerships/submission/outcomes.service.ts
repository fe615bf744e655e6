import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belongsTo, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { Forbidden, InvalidInput, textOf } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import type { ConsortiumEvent } from '../states/consortium-states.js';
import { bodyOf } from './in-charge.js';

export const OUTCOMES = ['AWARDED', 'RESERVE', 'REJECTED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const EVENTS: Readonly<Record<Outcome, ConsortiumEvent>> = { AWARDED: 'AWARD', RESERVE: 'RESERVE', REJECTED: 'REJECT' };
const LONGEST_EVIDENCE = 500;

/** What became of a proposal, and the project that an awarded one is. */
@Injectable()
export class OutcomesService {
  constructor(private readonly consortia: ConsortiaService) {}

  /**
   * Noted by an officer of the call, or by the lead with evidence.
   * @param evidence where the decision can be read, such as the number of a letter
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict
   */
  async record(viewer: Viewer, consortiumId: string, outcome: Outcome, evidence: string): Promise<ConsortiumRecord> {
    const told = textOf('evidence', evidence, LONGEST_EVIDENCE);
    return this.noted(viewer, consortiumId, async (manager, consortium, by) => {
      if (by === consortium.leadId && told === '') throw new InvalidInput('evidence', 'is missing: where did the body say so?');
      await this.consortia.advance(manager, viewer, consortium, EVENTS[outcome], { evidence: told }, by);
    });
  }

  /** An awarded project begins. @throws as {@link record} */
  start(viewer: Viewer, consortiumId: string): Promise<ConsortiumRecord> {
    return this.noted(viewer, consortiumId, async (manager, consortium, by) => {
      await this.consortia.advance(manager, viewer, consortium, 'START', {}, by);
    });
  }

  /** It is over. Where all its results are public already, nothing is left to do. @throws as {@link record} */
  complete(viewer: Viewer, consortiumId: string): Promise<ConsortiumRecord> {
    return this.noted(viewer, consortiumId, async (manager, consortium, by) => {
      await this.consortia.advance(manager, viewer, consortium, 'COMPLETE', {}, by);
      await this.endDuties(manager, viewer, consortium.id, by);
    });
  }

  /** A completed project all of whose promised results are public has met its duties. Its consortium is held. */
  async endDuties(manager: EntityManager, viewer: Viewer, consortiumId: string, by: string): Promise<void> {
    const [{ met }] = await manager.query<[{ met: boolean }]>(
      'SELECT count(*) > 0 AND bool_and(published_at IS NOT NULL) AS met FROM dissemination_results WHERE consortium_id = $1',
      [consortiumId],
    );
    const consortium = await this.consortia.consortium(COMMAND_LINE, consortiumId, manager);
    if (met && consortium.state === 'COMPLETED') await this.consortia.advance(manager, viewer, consortium, 'PUBLISH_RESULTS', {}, by);
  }

  /** @param work gets the organisation in whose name the viewer acts: a body of the call, or the lead */
  private async noted(
    viewer: Viewer,
    consortiumId: string,
    work: (manager: EntityManager, consortium: ConsortiumRecord, by: string) => Promise<void>,
  ): Promise<ConsortiumRecord> {
    await this.consortia.changing(viewer, consortiumId, () => undefined, async (manager, consortium) => {
      const { callId, leadId } = consortium;
      const by = (await bodyOf(manager, viewer, callId)) ?? (belongsTo(viewer, leadId) ? leadId : undefined);
      if (by === undefined) throw new Forbidden('This is noted by programme officers of the call, or by those who work for the lead.');
      await work(manager, consortium, by);
    });
    return this.consortia.consortium(viewer, consortiumId);
  }
}
