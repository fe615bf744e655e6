import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deliveryTime } from '#libs/calendar';
import { Composers, letterHtml, letterText, linkToken, post, type Composed, type Composer, type MessageToCompose, type Reader } from '#libs/mail';
import { CONFIG, type Config } from '#libs/platform';
import { peopleOf } from '../people-of.js';
import { words } from '../words.js';

const TEMPLATE = 'idea-expires';
const DAYS = 14;

interface ExpiringIdea {
  readonly title: string;
  readonly organisation: string;
  readonly expiresAt: Date;
  readonly renewals: number;
  readonly isOpen: boolean;
  readonly isTheirs: boolean;
}

const EXPIRING = `
  SELECT i.title, o.name AS organisation, i.expires_at AS "expiresAt", i.renewals, s.state = 'OPEN' AS "isOpen",
    EXISTS (SELECT FROM roles WHERE person_id = $2 AND organisation_id = i.organisation_id) AS "isTheirs"
  FROM ideas i JOIN idea_states s ON s.id = i.id JOIN organisations o ON o.id = i.organisation_id WHERE i.id = $1`;

/** Tells the people of an organisation, fourteen days before, that an idea of theirs expires, with a link that renews it. */
@Injectable()
export class IdeaReminders implements Composer, OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly composers: Composers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.composers.register(TEMPLATE, this);
  }

  /** Writes what is to be sent before the idea expires; what was planned before it was renewed is skipped at sending. */
  async plan(manager: EntityManager, ideaId: string): Promise<void> {
    const [{ organisationId, revision, planned, expiresAt }] = await manager.query<[{ organisationId: string; revision: number; planned: Date; expiresAt: Date }]>(
      `SELECT organisation_id AS "organisationId", renewals + 1 AS revision, expires_at AS "expiresAt",
         expires_at - make_interval(days => $2) AS planned
       FROM ideas WHERE id = $1`,
      [ideaId, DAYS],
    );
    const about = { template: TEMPLATE, subjectKind: 'IDEA', subjectId: ideaId, revision, offset: `P${DAYS}D`, expiresAt };
    const people = await peopleOf(manager, organisationId);
    await post(manager, people.map(({ personId, zone }) => ({ ...about, personId, dueAt: deliveryTime(planned, expiresAt, zone) })));
  }

  async compose({ personId, subjectId, revision }: MessageToCompose, { language, name, zone }: Reader): Promise<Composed> {
    const [idea] = await this.database.query<ExpiringIdea[]>(EXPIRING, [subjectId, personId]);
    if (idea?.isOpen !== true) return { skip: 'withdrawn or expired' };
    if (idea.renewals + 1 !== revision) return { skip: 'renewed' };
    if (!idea.isTheirs) return { skip: 'no longer of the organisation' };
    const say = words(language);
    const { title, organisation } = idea;
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(idea.expiresAt);
    const letter = {
      language,
      title: say('ideaExpiresSubject', { title }),
      greeting: say('greeting', { name }),
      paragraphs: [say('ideaExpires', { title, day })],
      facts: [{ label: say('ideaRenewLabel'), value: say('ideaRenew'), link: this.linkOf(subjectId, language) }],
      footer: say('whyIdea', { organisation }),
      links: [],
    };
    return { subject: letter.title, text: letterText(letter), html: letterHtml(letter) };
  }

  /** Needs no sign-in: the token is the right. */
  private linkOf(ideaId: string, language: string): string {
    return `${this.config.publicUrl}/renew-idea/${language}/${linkToken('renew-idea', ideaId, this.config.secret)}`;
  }
}
