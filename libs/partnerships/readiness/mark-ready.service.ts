import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '#libs/accounts';
import { Conflict, InvalidInput, type Language } from '#libs/platform';
import { checkView } from '#libs/suggestions';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { CONSORTIUM } from '../states/consortium-states.js';
import { advance, possibleIn } from '../states/state-machine.js';
import { NotReady } from './not-ready.js';
import { ReadinessService, type Preparedness } from './readiness.service.js';

/** How often a consortium that changes while it is judged is judged anew. */
const TRIES = 3;

interface Stamp {
  readonly stamp: string;
  readonly terms: string;
}

/** Marks consortia ready: no mandatory rule NOT_MET, and each UNKNOWN one confirmed by name. */
@Injectable()
export class MarkReady {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly readiness: ReadinessService,
  ) {}

  /**
   * The rules ask more than a held row may wait for: the consortium is judged first, then held, and marked if it is still
   * what was judged. What it was found ready for is kept with it: when the rules or the date change, it is PROPOSAL again.
   * @param confirmUnknown ids of the mandatory rules that are UNKNOWN: all of them
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, NotReady, Conflict
   */
  async mark(viewer: Viewer, consortiumId: string, confirmUnknown: readonly string[], language: Language): Promise<ConsortiumRecord> {
    for (let left = TRIES; left > 0; left -= 1) {
      const before = await this.consortia.consortium(viewer, consortiumId);
      asLead(viewer, before);
      advance(CONSORTIUM, 'The consortium', before.state, 'MARK_READY');
      const judgedAs = await stampOf(this.database.manager, consortiumId);
      const judged = await this.readiness.judged(before);
      refuseUnready(judged, confirmUnknown, language);
      const isMarked = await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
        if ((await stampOf(manager, consortiumId)).stamp !== judgedAs.stamp) return false;
        const facts = { confirmed: confirmUnknown, rulesetVersion: judged.checked.read.call.ruleset.version };
        await this.consortia.advance(manager, viewer, consortium, 'MARK_READY', facts);
        await manager.query('UPDATE consortia SET ready_for = $2 WHERE id = $1', [consortiumId, judgedAs.terms]);
        return true;
      });
      if (isMarked) return this.consortia.consortium(viewer, consortiumId);
    }
    const { state } = await this.consortia.consortium(viewer, consortiumId);
    throw new Conflict('It changed again and again while it was judged: try again.', { state, possible: possibleIn(CONSORTIUM, state) });
  }
}

/** @throws NotReady naming the rules, InvalidInput for a confirmed rule that is not UNKNOWN */
function refuseUnready({ draft, checked }: Pick<Preparedness, 'draft' | 'checked'>, confirmUnknown: readonly string[], language: Language): void {
  const { rules } = checkView(checked, draft, language);
  const mandatory = rules.filter(({ severity }) => severity === 'MANDATORY');
  const unknown = mandatory.filter(({ verdict }) => verdict === 'UNKNOWN').map(({ id }) => id);
  const needless = confirmUnknown.find((id) => !unknown.includes(id));
  if (needless !== undefined) throw new InvalidInput('confirmUnknown', `${needless.slice(0, 100)} is not a mandatory rule that is UNKNOWN.`);
  const open = mandatory.filter(({ id, verdict }) => verdict === 'NOT_MET' || (verdict === 'UNKNOWN' && !confirmUnknown.includes(id)));
  if (open.length > 0) throw new NotReady(open);
}

async function stampOf(manager: EntityManager, consortiumId: string): Promise<Stamp> {
  const sql = 'SELECT s.stamp, d.terms FROM consortium_stamps s JOIN consortium_deadlines d ON d.id = s.id WHERE s.id = $1';
  const [stamp] = await manager.query<[Stamp]>(sql, [consortiumId]);
  return stamp;
}
