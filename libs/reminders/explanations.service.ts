import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isKnown, type Viewer } from '#libs/accounts';
import { describeDeadline, momentsOf, type WallTime } from '#libs/calendar';
import { isUuid } from '#libs/directory';
import { MailDesk } from '#libs/mail';
import { Clock, NotFound, Unauthenticated } from '#libs/platform';
import { SilenceCode, type OffsetOutcome, type ReminderExplanation, type Silence, type SilenceReason } from './explanations.types.js';
import { DATE_TEMPLATE, type LEFT_REASONS } from './kinds.js';
import { PlanReader } from './plan-reader.service.js';
import { REMINDER_COLUMNS, SUBJECT_NAME, WITH_SUBJECT } from './reminders.service.js';
import type { Reminder } from './reminders.types.js';

type Explained = Pick<Reminder, keyof Reminder> & Omit<ReminderExplanation, 'reminder' | 'deadline'> & {
  readonly readerZone: string;
  /** Of a message about a date. */
  readonly wall: WallTime | null;
};

const EXPLAIN = `
  SELECT ${REMINDER_COLUMNS}, d.revision AS "currentRevision",
    CASE WHEN d.id IS NOT NULL THEN json_build_object('local', d.local, 'zone', d.zone, 'precision', d.precision) END AS wall, p.zone AS "readerZone",
    (SELECT a.audience FROM reminder_audience a WHERE a.subject_id = x.subject_id AND a.person_id = x.person_id) AS audience,
    x.attempts, x.when_in_doubt AS "whenInDoubt", x.message_id AS "messageId", x.handed_over_at AS "handedOverAt",
    x.settled_at AS "settledAt", x.bounced_at AS "bouncedAt"
  FROM messages x ${WITH_SUBJECT} JOIN people p ON p.id = x.person_id
  WHERE x.id = $1 AND ($2 OR x.person_id = $3)`;

interface Asked extends WallTime {
  readonly callId: string;
  readonly subject: string;
  readonly revision: number;
  readonly email: string;
  /** Why it does not stand any more. */
  readonly ended: string | null;
  readonly since: Date | number | null;
  /** Why the person is not told of it any more, if they were once. */
  readonly left: (typeof LEFT_REASONS)[number] | null;
}

const ASKED = `
  SELECT d.call_id AS "callId", ${SUBJECT_NAME} AS subject, d.local, d.zone, d.precision, d.revision, d.ended, p.email,
    (SELECT a.since FROM reminder_audience a WHERE a.person_id = $1 AND a.subject_id = $2) AS since,
    (SELECT min(e.reason) FROM reminder_ends e WHERE e.person_id = $1 AND e.subject_id = $2) AS left
  FROM reminder_subjects d JOIN calls c ON c.id = d.call_id LEFT JOIN tracks t ON t.id = d.track_id, people p
  WHERE d.id = $2 AND p.id = $1`;

const WRITTEN = `
  SELECT "offset", revision, due_at AS at, lower(replace(state, '_', ' ')) || coalesce(': ' || reason, '') AS outcome FROM messages
  WHERE person_id = $1 AND template = '${DATE_TEMPLATE}' AND subject_id = $2`;

/** Says why a mail went or did not. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly plan: PlanReader,
    private readonly desk: MailDesk,
  ) {}

  /** @throws Unauthenticated, NotFound when there is no such reminder, or it is somebody else's */
  async explain(viewer: Viewer, id: string): Promise<ReminderExplanation> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const asked = [id, viewer.administrator, viewer.personId ?? null];
    const [found] = isUuid(id) ? await this.database.query<Explained[]>(EXPLAIN, asked) : [];
    if (found === undefined) throw new NotFound('id', id);
    const { wall, readerZone } = found;
    return { ...found, reminder: found, deadline: wall && describeDeadline(wall, readerZone, 'en') };
  }

  /** @throws Unauthenticated, NotFound when there is no such person or date, or it is not the viewer's to ask */
  async silence(viewer: Viewer, personId: string, subjectId: string): Promise<Silence> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    if (!viewer.administrator && viewer.personId !== personId.toLowerCase()) throw new NotFound('personId', personId);
    if (!isUuid(personId)) throw new NotFound('personId', personId);
    const [asked] = isUuid(subjectId) ? await this.database.query<Asked[]>(ASKED, [personId, subjectId]) : [];
    if (asked === undefined) throw new NotFound('subjectId', subjectId);
    const written = await this.database.query<OffsetOutcome[]>(WRITTEN, [personId, subjectId]);
    const planned = await this.planned(personId, subjectId.toLowerCase(), asked);
    const unwritten = planned.filter(({ offset }) => !written.some((one) => one.offset === offset && one.revision === asked.revision));
    return {
      subject: asked.subject,
      reasons: await this.reasonsOf(asked, planned.length + written.length > 0),
      reminders: [...written, ...unwritten].sort((one, two) => one.at.getTime() - two.at.getTime()),
    };
  }

  /** The plan as it was at the beginning, so that what had passed already is named too. */
  private async planned(personId: string, subjectId: string, { callId, revision, since }: Asked): Promise<OffsetOutcome[]> {
    const lines = await this.plan.linesAt(new Date(0), { callId, personId });
    return lines.filter(({ subjectId: id }) => id === subjectId).map(({ offset, at }) => ({
      offset,
      revision,
      at,
      outcome: since instanceof Date && at <= since ? 'not written: had passed when the call was followed' : 'not written: sent for an earlier date of that day, or about to be written',
    }));
  }

  private async reasonsOf(asked: Asked, anything: boolean): Promise<SilenceReason[]> {
    const { held, reason } = await this.desk.state();
    const suppression = await this.desk.suppressionOf(asked.email);
    const { end, exact } = momentsOf(asked);
    const { ended, left } = asked;
    const outside = ended === null && asked.since === null;
    const checks: [boolean, SilenceCode, string][] = [
      [ended !== null, SilenceCode.WITHDRAWN, `It does not stand any more: ${ended ?? ''}.`],
      [outside && left === 'unsubscribed', SilenceCode.UNSUBSCRIBED, 'The person followed the call and stopped.'],
      [outside && left === 'target reached', SilenceCode.TARGET_REACHED, 'What the person had to do by then is done, or not theirs any more.'],
      [outside && left === null, SilenceCode.NOT_CONCERNED, 'The person does not follow the call or track, and has no task there.'],
      [!exact, SilenceCode.VAGUE, 'The date is not exact yet.'],
      [exact && end <= (await this.clock.now()), SilenceCode.PASSED, 'The date has passed.'],
      [exact && asked.since !== null && !anything, SilenceCode.NO_RULE, 'No reminder is planned for dates of this kind.'],
      [suppression !== undefined, SilenceCode.ADDRESS_SUPPRESSED, `Nothing is sent to the person’s address: ${suppression ?? ''}.`],
      [held, SilenceCode.MAIL_HELD, `All mail is held back: ${reason ?? ''}.`],
    ];
    return checks.filter(([applies]) => applies).map(([, code, text]) => ({ code, text }));
  }
}
