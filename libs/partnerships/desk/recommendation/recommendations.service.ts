import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsService, AuditLog, type Viewer } from '#libs/accounts';
import type { WallTime } from '#libs/calendar';
import { grouped } from '#libs/directory';
import { Clock, Conflict, type Language } from '#libs/platform';
import { DECISIONS } from '../decisions.service.js';
import { DeskService, type DeskEntryRecord, type DeskRecord } from '../desk.service.js';
import { csvOf } from './csv.js';
import { docxOf } from './docx.js';
import { pdfOf } from './pdf.js';
import { inOrder, type Recommendation, type RecommendationStep, type RecommendedExpression } from './recommendation.js';
import { sheetOf } from './sheet.js';

export const EXPORT_FORMATS = ['PDF', 'DOCX', 'CSV', 'JSON'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const LINK_MINUTES = 10;

/** A recommendation as it was handed out. */
export interface ExportRecord {
  readonly id: string;
  readonly format: ExportFormat;
  readonly bytes: number;
  readonly expiresAt: Date;
}

/** What is at the end of a link. */
export interface OpenedExport {
  readonly track: string;
  readonly format: ExportFormat;
  readonly content: Buffer;
}

/** The recommendation of a body as a document, with the audit trail. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly desks: DeskService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes the document as of now and keeps it; its link opens it for a few minutes.
   * @param language left out: the officer's own
   * @throws Unauthenticated, NotFound, Forbidden, Conflict while the gate is open
   */
  async export(viewer: Viewer, trackId: string, format: ExportFormat, language: `${Language}` | null): Promise<ExportRecord> {
    const desk = await this.desks.desk(viewer, trackId);
    if (!desk.closed) throw new Conflict(`${desk.track.code} still takes expressions of interest: a recommendation comes after that.`);
    const spoken = language ?? (await this.accounts.person(viewer))?.language ?? 'en';
    const recommendation = await this.recommendation(desk);
    const content = await rendered(recommendation, format, spoken);
    const { madeAt } = recommendation;
    const id = await this.database.transaction(async (manager) => {
      const [row] = await manager.query<[{ id: string }]>(
        'INSERT INTO recommendation_exports (track_id, format, language, content, made_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
        [desk.track.id, format, spoken, content, madeAt],
      );
      const facts = { export: row.id, format, language: spoken };
      const { id: trackOwn, bodyId: organisationId } = desk.track;
      await this.audit.write(manager, viewer, { kind: 'TRACK', id: trackOwn, action: 'EXPORT_RECOMMENDATION', organisationId, facts });
      return row.id;
    });
    return { id, format, bytes: content.length, expiresAt: new Date(madeAt.getTime() + LINK_MINUTES * 60_000) };
  }

  /** What a link opens. @param id as the link's token has it @returns undefined when it is gone or old */
  async open(id: string): Promise<OpenedExport | undefined> {
    const [row] = await this.database.query<OpenedExport[]>(
      `SELECT t.code AS track, x.format, x.content FROM recommendation_exports x JOIN tracks t ON t.id = x.track_id
       WHERE x.id = $1 AND x.made_at + make_interval(mins => $2) > verbond_now()`,
      [id, LINK_MINUTES],
    );
    return row;
  }

  private async recommendation(desk: DeskRecord): Promise<Recommendation> {
    const { track, criteria } = desk;
    const entries = await this.desks.entries(desk);
    const history = await this.history(entries.map(({ expression }) => expression.id));
    return {
      track: track.code,
      call: track.callCode,
      callTitles: track.callTitles,
      body: track.bodyName,
      gate: await this.gate(track.id),
      madeAt: await this.clock.now(),
      criteria,
      expressions: inOrder(entries.map((entry) => recommended(entry, history.get(entry.expression.id) ?? []))),
    };
  }

  private async gate(trackId: string): Promise<WallTime> {
    const [gate] = await this.database.query<WallTime[]>(
      'SELECT m.local, m.zone, m.precision FROM track_gates g JOIN milestones m ON m.id = g.milestone_id WHERE g.track_id = $1',
      [trackId],
    );
    if (gate === undefined) throw new Error('A gate that has closed has no date.');
    return gate;
  }

  /** From the submission on: what was only a draft is nobody's business. */
  private async history(ids: readonly string[]): Promise<Map<string, RecommendationStep[]>> {
    const rows = await this.database.query<(RecommendationStep & { id: string })[]>(
      `SELECT a.subject_id AS id, a.number, a.at, a.action AS event, a.role, o.name AS organisation, a.facts->>'reason' AS reason
       FROM audit_entries a JOIN expressions e ON e.id = a.subject_id LEFT JOIN organisations o ON o.id = a.organisation_id
       WHERE a.subject_kind = 'EXPRESSION' AND a.subject_id = ANY($1::uuid[]) AND a.at >= e.submitted_at ORDER BY a.subject_id, a.number`,
      [ids],
    );
    return grouped(rows, ({ id }) => id);
  }
}

function rendered(recommendation: Recommendation, format: ExportFormat, language: `${Language}`): Promise<Buffer> {
  switch (format) {
    case 'PDF':
      return pdfOf(sheetOf(recommendation, language));
    case 'DOCX':
      return docxOf(sheetOf(recommendation, language));
    case 'CSV':
      return Promise.resolve(Buffer.from(csvOf(recommendation)));
    case 'JSON':
      return Promise.resolve(Buffer.from(`${JSON.stringify(recommendation, null, 2)}\n`));
  }
}

function recommended({ expression, members, weightedMean }: DeskEntryRecord, history: readonly RecommendationStep[]): RecommendedExpression {
  const { id, name, state, version, submittedAt, madeAt } = expression;
  const decided = history.findLast(({ event }) => DECISIONS.some((decision) => decision === event));
  return {
    id,
    name,
    lead: members[0]?.name ?? name,
    state,
    reason: decided?.reason ?? null,
    decidedAt: decided?.at ?? null,
    submittedAt: submittedAt ?? madeAt,
    version,
    weightedMean,
    members: members.map((member) => ({ name: member.name, country: member.country, agreed: member.agreed })),
    history: history.map(({ number, at, event, role, organisation, reason }) => ({ number, at, event, role, organisation, reason })),
  };
}
