import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WallTime } from '#libs/calendar';
import { post } from '#libs/mail';
import { Clock, enqueue, type Localised } from '#libs/platform';
import { NewRules, type StandingChange } from '#libs/suggestions';
import { CALL_SUBJECT, CALL_TEMPLATE, NOW_ELIGIBLE } from './kinds.js';
import { arrivalTime, type ReaderHours } from './plan.js';
import type { NotWanted } from './told.js';

/** That new rules of a call concern somebody's organisation. */
export interface Opportunity {
  readonly change: StandingChange;
  /** The organisation's name. */
  readonly organisation: string;
  /** Of the rules. */
  readonly version: number;
  readonly callCode: string;
  readonly titles: Localised;
  readonly website: string | null;
  /** The last date by which an application is handed in. */
  readonly closing: WallTime;
}

/** A call whose rules are news: published by an officer, not long ago, and there is still time. */
interface NewsRow extends Omit<Opportunity, 'change' | 'organisation'> {
  readonly callId: string;
  readonly closesAt: Date;
}

const NEWS = `
  SELECT c.id AS "callId", r.version, c.code AS "callCode", c.titles, c.website, m.ends_at AS "closesAt",
    json_build_object('local', m.local, 'zone', m.zone, 'precision', m.precision) AS closing
  FROM calls c JOIN LATERAL (SELECT version, published_on FROM rulesets WHERE call_id = c.id ORDER BY version DESC LIMIT 1) r
      ON r.version > 1 AND r.published_on > verbond_now()::date - 30
    JOIN LATERAL (SELECT * FROM milestones WHERE call_id = c.id AND track_id IS NULL AND kind = 'SUBMISSION' AND withdrawn_at IS NULL
        AND ends_at > verbond_now() ORDER BY ends_at DESC LIMIT 1) m ON true
  WHERE $1::uuid IS NULL OR c.id = $1`;

const TOLD = `
  SELECT person_id AS "personId" FROM messages WHERE subject_kind = '${CALL_SUBJECT}' AND subject_id = $1 AND revision = $2 AND "offset" = '${NOW_ELIGIBLE}'`;

/** People who act for an organisation with a theme of the call, a wider or a narrower one, and did not drop it; $2 one person or all who wish it. */
const CONCERNED = `
  SELECT DISTINCT r.person_id AS "personId", r.organisation_id AS "organisationId", o.name, p.zone, p.digest, p.opportunities
  FROM roles r JOIN organisations o ON o.id = r.organisation_id JOIN mail_readers p ON p.id = r.person_id
    JOIN interests i ON i.organisation_id = o.id
    JOIN call_themes t ON t.call_id = $1 AND (t.theme_id = i.theme_id OR starts_with(t.theme_id, i.theme_id || '.') OR starts_with(i.theme_id, t.theme_id || '.'))
  WHERE r.role IN ('MEMBER', 'REPRESENTATIVE') AND ($2::uuid IS NULL OR r.person_id = $2)
    AND NOT EXISTS (SELECT FROM dropped_calls d WHERE d.person_id = p.id AND d.call_id = $1)
  ORDER BY o.name, r.person_id`;

interface Concerned extends ReaderHours {
  readonly personId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly opportunities: boolean;
}

/** Tells people when new rules of a call let their organisation in, or out: once a version of the rules. */
@Injectable()
export class Opportunities {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly newRules: NewRules,
  ) {}

  /** Writes the notices that the rules of a call, or of any, give rise to; may be done as often as one likes. */
  async plan(callId: string | null): Promise<void> {
    for (const news of await this.database.query<NewsRow[]>(NEWS, [callId])) await this.planOne(news);
  }

  /** What such a notice says, as of now. @param version of the rules that it is about */
  async of(personId: string, callId: string, version: number): Promise<Opportunity | NotWanted> {
    const [news] = await this.database.query<NewsRow[]>(NEWS, [callId]);
    if (news?.version !== version) return { skip: 'the rules have changed again, or the call has closed' };
    const concerned = (await this.concerned(callId, personId)).filter(({ opportunities }) => opportunities);
    const changes = await this.newRules.changes(callId, concerned.map(({ organisationId }) => organisationId));
    for (const { organisationId, name } of concerned) {
      const change = changes.get(organisationId);
      if (change !== undefined) return { ...news, change, organisation: name };
    }
    return { skip: 'not wanted, or not true any more' };
  }

  private async planOne({ callId, version, closesAt }: NewsRow): Promise<void> {
    const before = await this.database.query<{ personId: string }[]>(TOLD, [callId, version]);
    const known = new Set(before.map(({ personId }) => personId));
    const concerned = (await this.concerned(callId, null)).filter(({ opportunities, personId }) => opportunities && !known.has(personId));
    const changes = await this.newRules.changes(callId, concerned.map(({ organisationId }) => organisationId));
    const told = new Map(concerned.flatMap((one) => (changes.has(one.organisationId) ? [[one.personId, one] as const] : [])));
    if (told.size === 0) return;
    await this.database.transaction(async (manager: EntityManager) => {
      const now = await this.clock.now(manager);
      await post(manager, [...told.values()].map(({ personId, ...hours }) => ({
        personId,
        template: CALL_TEMPLATE,
        subjectKind: CALL_SUBJECT,
        subjectId: callId,
        revision: version,
        offset: NOW_ELIGIBLE,
        dueAt: arrivalTime(now, closesAt, hours),
        expiresAt: closesAt,
      })));
      await enqueue(manager, 'mail', 'send');
    });
  }

  private concerned(callId: string, personId: string | null): Promise<Concerned[]> {
    return this.database.query<Concerned[]>(CONCERNED, [callId, personId]);
  }
}
