import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestContext } from '#libs/accounts';
import { grouped, requestLoader } from '#libs/directory';
import { CallsService } from '../calls.service.js';
import type { CallPublication } from './authoring.types.js';
import { printCallFile } from './call-file.js';
import { publishedDocument } from './published-document.js';

/** What was published of calls, and when. Public. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: DataSource,
    private readonly calls: CallsService,
  ) {}

  /** A published call as a file. @param idOrCode the call's own id or its code */
  async fileOf(idOrCode: string): Promise<string | null> {
    const callId = await this.calls.resolveCallId(idOrCode);
    const document = callId === undefined ? undefined : await publishedDocument(this.database.manager, callId);
    return document === undefined ? null : printCallFile(document);
  }

  /** Of a call, the last first: one query for all calls of a request. @param callId the call's own id */
  async ofCall(context: RequestContext, callId: string): Promise<readonly CallPublication[]> {
    const batch = (calls: readonly string[]) => this.ofCalls(calls);
    return (await requestLoader(context, 'calls.publications', batch).load(callId)) ?? [];
  }

  private async ofCalls(calls: readonly string[]): Promise<Map<string, CallPublication[]>> {
    const rows = await this.database.query<(CallPublication & { callUuid: string })[]>(
      `SELECT call_id AS "callUuid", number, body_id AS "bodyUuid", published_at AS "publishedAt", reason, changes
       FROM call_publications WHERE call_id = ANY($1::uuid[]) ORDER BY number DESC`,
      [calls],
    );
    return grouped(rows, ({ callUuid }) => callUuid);
  }
}
