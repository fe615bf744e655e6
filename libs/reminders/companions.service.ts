import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TOLD, type MessageToCompose } from '#libs/mail';
import { CALL_TEMPLATE, DATE_TEMPLATE } from './kinds.js';

/** What somebody who wants one mail a day has due: the mail that tells all, or what becomes of this message in another. */
type Place = { readonly others: readonly MessageToCompose[] } | { readonly skip: string } | { readonly wait: string };

interface Due extends MessageToCompose {
  readonly state: string;
}

/** Many, and yet a mail that somebody reads. */
const MOST = 40;

const WITH = `SELECT state FROM messages WHERE id = $1`;

/** That which must not be missed goes first, so that its policy holds for the whole mail; then that which keeps longest. */
const DUE = `
  SELECT id, person_id AS "personId", template, subject_kind AS "subjectKind", subject_id AS "subjectId", revision, "offset",
    due_at AS "dueAt", told_with AS "toldWith", state
  FROM messages
  WHERE person_id = $1 AND template = ANY($2) AND state IN ('DUE', 'CLAIMED', 'HANDED_OVER') AND due_at <= verbond_now()
    AND expires_at > verbond_now()
  ORDER BY when_in_doubt = 'RESEND' DESC, expires_at DESC, id LIMIT ${MOST}`;

/**
 * Joins what is due of one person into one mail. The first of them writes it; at its hand-over the ledger notes on the others
 * that it tells them. It skips them when the mail was taken; where the first one failed or was not wanted
 * after all, the next becomes the first. So whoever dies when, each is told once.
 */
@Injectable()
export class Companions {
  constructor(private readonly database: DataSource) {}

  async placeOf({ id, personId, toldWith }: MessageToCompose): Promise<Place> {
    const [teller] = toldWith === null ? [] : await this.database.query<{ state: string }[]>(WITH, [toldWith]);
    if (teller?.state === 'SENT' || teller?.state === 'IN_DOUBT') return { skip: TOLD };
    const due = await this.database.query<Due[]>(DUE, [personId, [DATE_TEMPLATE, CALL_TEMPLATE]]);
    const [first, ...others] = due;
    if (first === undefined || first.id === id) return { others: others.filter(({ state }) => state !== 'HANDED_OVER') };
    return { wait: 'goes in one mail with others' };
  }
}
