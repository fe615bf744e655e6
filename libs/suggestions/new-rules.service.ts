import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CallsService, type CallRecord } from '#libs/calls';
import { standingOf } from './admission.js';
import { readOrganisations } from './directory-reader.js';
import type { Candidate } from './snapshot.js';

/** What new rules change for an organisation. */
export type StandingChange = 'MAY_LEAD' | 'MAY_JOIN' | 'MAY_NOT_JOIN' | 'MAY_NOT_LEAD';

/** Whom the latest rules of a call let in, or out. */
@Injectable()
export class NewRules {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
  ) {}

  /**
   * Those of some organisations for whom the latest rules decide otherwise than the ones before; by id.
   * @param callId the call's own id
   */
  async changes(callId: string, organisationIds: readonly string[]): Promise<Map<string, StandingChange>> {
    const call = await this.calls.record(callId);
    const before = call && (await this.calls.underFormerRules(call));
    if (call === undefined || before === undefined || organisationIds.length === 0) return new Map();
    const read = await readOrganisations((sql, parameters) => this.database.query(sql, parameters), [...new Set(organisationIds)]);
    return new Map(read.flatMap(({ candidate }) => {
      const change = changeOf(before, call, candidate);
      return change === undefined ? [] : [[candidate.id, change] as const];
    }));
  }
}

/** What is not known stays open, and is no change: somebody is let in, or out, who was not. */
function changeOf(before: CallRecord, after: CallRecord, candidate: Candidate): StandingChange | undefined {
  const [was, is] = [standingOf(before, candidate), standingOf(after, candidate)];
  const turned = (role: 'join' | 'lead', to: 'MET' | 'NOT_MET') => is[role].verdict === to && was[role].verdict === (to === 'MET' ? 'NOT_MET' : 'MET');
  if (turned('lead', 'MET')) return 'MAY_LEAD';
  if (turned('join', 'MET')) return 'MAY_JOIN';
  if (turned('join', 'NOT_MET')) return 'MAY_NOT_JOIN';
  return turned('lead', 'NOT_MET') ? 'MAY_NOT_LEAD' : undefined;
}
