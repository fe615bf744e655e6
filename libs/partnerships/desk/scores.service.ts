import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Viewer } from '#libs/accounts';
import { Clock, Conflict, InvalidInput, textOf } from '#libs/platform';
import type { ExpressionRecord } from '../expressions/expression-record.js';
import { ExpressionsService } from '../expressions/expressions.service.js';
import { EXPRESSION } from '../states/expression-states.js';
import { possibleIn } from '../states/state-machine.js';
import { asOfficer, refusePartisan } from './desk-access.service.js';

const LONGEST_NOTE = 5000;

/** What an officer gives for a criterion; nothing takes it back. */
export interface ScoreChange {
  readonly criterion: string;
  /** From 0 to 10. */
  readonly score?: number | null;
}

/** What one officer thinks of one expression. */
export interface OfficerView {
  readonly expressionId: string;
  readonly personId: string;
  /** Empty once the person is gone. */
  readonly officer: string;
  readonly note: string;
  readonly scores: readonly { readonly criterion: string; readonly score: number }[];
}

/** Scores and notes of each officer, while an expression is under review. They advise. */
@Injectable()
export class Scores {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly expressions: ExpressionsService,
  ) {}

  /** @param note left out it stays as it is @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict once it is decided on */
  async give(viewer: Viewer, id: string, scores: readonly ScoreChange[], note?: string | null): Promise<ExpressionRecord> {
    const tidy = note == null ? null : textOf('note', note, LONGEST_NOTE);
    scores.forEach(({ score }, i) => {
      if (score != null && !(score >= 0 && score <= 10)) throw new InvalidInput(`scores[${i}].score`, 'is from 0 to 10.');
    });
    return this.expressions.changing(viewer, id, asOfficer, (manager) => this.clock.now(manager), async (manager, { expression, now }) => {
      const { state, trackId } = expression;
      await refusePartisan(manager, viewer, expression);
      if (state !== 'UNDER_REVIEW' && state !== 'SHORTLISTED') {
        const standing = { state, possible: possibleIn(EXPRESSION, state) };
        throw new Conflict(`The expression of interest is ${state}: it is scored while it is under review.`, standing);
      }
      await write(manager, { id, trackId, personId: viewer.personId }, scores);
      if (tidy !== null) await manager.query(NOTE, [id, trackId, viewer.personId, tidy, now]);
      return expression;
    });
  }

  /** Of many expressions, what each officer thinks. The caller sits at the desk. */
  async of(expressionIds: readonly string[]): Promise<OfficerView[]> {
    return this.database.query(
      `SELECT v.expression_id AS "expressionId", v.person_id AS "personId", coalesce(p.name, '') AS officer, coalesce(n.note, '') AS note,
         ARRAY(SELECT json_build_object('criterion', s.criterion, 'score', s.score) FROM expression_scores s
           JOIN desk_criteria c ON c.track_id = s.track_id AND c.key = s.criterion
           WHERE s.expression_id = v.expression_id AND s.person_id = v.person_id ORDER BY c.position) AS scores
       FROM (SELECT expression_id, person_id FROM expression_scores UNION SELECT expression_id, person_id FROM expression_notes) v
         LEFT JOIN people p ON p.id = v.person_id
         LEFT JOIN expression_notes n ON n.expression_id = v.expression_id AND n.person_id = v.person_id
       WHERE v.expression_id = ANY($1::uuid[]) ORDER BY v.expression_id, v.person_id`,
      [expressionIds],
    );
  }
}

const NOTE = `
  INSERT INTO expression_notes (expression_id, track_id, person_id, note, noted_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (expression_id, person_id) DO UPDATE SET note = excluded.note, noted_at = excluded.noted_at`;

async function write(
  manager: EntityManager,
  { id, trackId, personId }: { id: string; trackId: string; personId: string | undefined },
  scores: readonly ScoreChange[],
): Promise<void> {
  const known = await manager.query<{ key: string }[]>('SELECT key FROM desk_criteria WHERE track_id = $1 FOR KEY SHARE', [trackId]);
  scores.forEach(({ criterion }, i) => {
    if (known.every(({ key }) => key !== criterion)) throw new InvalidInput(`scores[${i}].criterion`, 'is none of this desk.');
  });
  for (const { criterion, score } of scores) {
    const place = [id, criterion, personId];
    if (score == null) await manager.query('DELETE FROM expression_scores WHERE expression_id = $1 AND criterion = $2 AND person_id = $3', place);
    else {
      await manager.query(
        `INSERT INTO expression_scores (expression_id, criterion, person_id, track_id, score) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (expression_id, criterion, person_id) DO UPDATE SET score = excluded.score`,
        [...place, trackId, score],
      );
    }
  }
}
