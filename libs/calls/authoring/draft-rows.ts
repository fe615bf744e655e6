import type { CallDocument } from './call-document.js';

/** A call as a body is writing it. */
export interface DraftRecord {
  readonly id: string;
  readonly bodyId: string;
  /** The published call's own id; null for a call that is still to be. */
  readonly callId: string | null;
  /** What was published when the draft began; empty for a new call. */
  readonly base: CallDocument;
  readonly document: CallDocument;
  readonly version: number;
  readonly changedAt: Date;
}

export const SELECT_DRAFT = `
  SELECT id, body_id AS "bodyId", call_id AS "callId", base, document, version, changed_at AS "changedAt" FROM call_drafts`;
