import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CallsService } from '#libs/calls';
import { buildIndex, queriesFor, sampleOf, type Project } from '#libs/matching';
import { matchingCallOf } from '../admission.js';
import { readDirectory } from '../directory-reader.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { replay, type RealConsortium, type Replayed } from './replay.js';

export interface Replays {
  /** Consortia of which all members are known, in calls whose rules are known. */
  readonly complete: readonly Replayed[];
  /** Drawn from the past projects of cross-border programmes: their own words are the call, and it has no rules. */
  readonly register: readonly Replayed[];
}

const COMPLETE = `
  SELECT p.code AS id, p.call, c.id AS "callUuid", json_agg(json_build_object('organisation', o.code, 'role', m.role) ORDER BY o.code) AS members
  FROM projects p JOIN calls c ON c.code = p.call JOIN participations m ON m.project_id = p.id JOIN organisations o ON o.id = m.organisation_id
  WHERE p.members_complete AND m.role NOT IN ('OBSERVER', 'REPLACED') GROUP BY 1, 2, 3 ORDER BY 1`;

type CompleteRow = Pick<Project, 'id' | 'members'> & { readonly callUuid: string };

/** Consortia of so many members are long enough to find something in, and as large as proposals can be. */
const SIZE = { min: 5, max: 40 } as const;
const NO_RULES = { rules: [], countrySets: {}, bodies: [] };

/** Proposes real consortia anew, from what was known without them. */
@Injectable()
export class ReplaysService {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
    private readonly drafts: DraftsService,
  ) {}

  /** @param most so many of the register's consortia */
  async run(most: number, seed: number, say: (replayed: Replayed) => void): Promise<Replays> {
    const { data, candidates, rows } = await this.database.transaction('REPEATABLE READ', async (manager) => {
      const query = <T>(sql: string, parameters?: unknown[]) => manager.query<T[]>(sql, parameters);
      return { ...(await readDirectory(query)), rows: await query<CompleteRow>(COMPLETE) };
    });
    const complete = await this.completeOf(rows);
    const register = registerOf(data.projects.filter(({ id }) => !rows.some((row) => row.id === id)), most, seed);
    const all = [...complete, ...register];
    const replayed = new Set(all.map(({ id }) => id));
    // What members of complete consortia offer was written down from what they did in them.
    const described = new Set(rows.flatMap(({ members }) => members.map(({ organisation }) => organisation)));
    const organisations = data.organisations.map((each) => (described.has(each.id) ? { ...each, offers: [], seeks: [] } : each));
    const projects = data.projects.filter(({ id }) => !replayed.has(id));
    const ground = { index: buildIndex({ ...data, organisations, projects }), candidates };
    const outcomes: Replayed[] = [];
    for (const real of all) {
      const outcome = await replay(real, ground, seed);
      say(outcome);
      outcomes.push(outcome);
    }
    return { complete: outcomes.slice(0, complete.length), register: outcomes.slice(complete.length) };
  }

  private async completeOf(rows: readonly CompleteRow[]): Promise<RealConsortium[]> {
    const found: RealConsortium[] = [];
    for (const { id, callUuid, members } of rows) {
      const call = await this.calls.record(callUuid);
      const lead = members.find(({ role }) => role === 'COORDINATOR')?.organisation;
      if (call === undefined || lead === undefined) continue;
      const partners = members.map(({ organisation }) => organisation).filter((organisation) => organisation !== lead);
      found.push({ id, call: matchingCallOf(call, [], undefined), rules: await this.drafts.rulesOf(call), lead, partners });
    }
    return found;
  }
}

function registerOf(projects: readonly Project[], most: number, seed: number): RealConsortium[] {
  const fitting = projects.filter(({ members }) => members.length >= SIZE.min && members.length <= SIZE.max);
  const asked = fitting.map((project) => ({ ...project, members: project.members.map(({ organisation, role }) => ({ organisation, role: role.toLowerCase() })) }));
  return sampleOf(queriesFor('lead', asked, [], () => true), most, seed).map(({ project, call, team: [lead = ''], wanted }) => {
    return { id: project, call, rules: NO_RULES, lead, partners: wanted.map(({ organisation }) => organisation) };
  });
}
