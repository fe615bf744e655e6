import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound, type Localised } from '#libs/platform';
import { Links, type Stopped } from './links.service.js';
import { PlanningService } from './planning.service.js';
import { SavedSearches, type NamedSearch } from './saved-searches.service.js';
import { WishesService, type Wishes } from './wishes.service.js';

/** All that somebody may choose of their mails, without signing in. */
export interface MailSettings extends Wishes {
  readonly personId: string;
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  readonly calls: readonly NamedCall[];
  readonly searches: readonly NamedSearch[];
}

export interface NamedCall {
  readonly callCode: string;
  readonly titles: Localised;
}

const CALLS = `
  SELECT DISTINCT c.code AS "callCode", c.titles FROM subscriptions s JOIN calls c ON c.id = s.call_id
  WHERE s.person_id = $1 AND s.ended_at IS NULL ORDER BY c.code`;

const DROP = `
  INSERT INTO dropped_calls (person_id, call_id, dropped_at) SELECT $1, id, verbond_now() FROM calls WHERE code = $2 ON CONFLICT DO NOTHING`;

const END = `
  UPDATE subscriptions s SET ended_at = verbond_now() FROM calls c
  WHERE c.id = s.call_id AND s.person_id = $1 AND s.ended_at IS NULL AND c.code <> ALL($2)`;

/** The settings behind the links of mails. Public: the token is the right. All throw NotFound for a forged token. */
@Injectable()
export class MailSettingsService {
  constructor(
    private readonly database: DataSource,
    private readonly links: Links,
    private readonly wishes: WishesService,
    private readonly planning: PlanningService,
    private readonly searches: SavedSearches,
  ) {}

  async read(token: string): Promise<MailSettings> {
    const personId = this.links.personOf(token);
    const wishes = personId === undefined ? undefined : await this.wishes.of(personId);
    if (personId === undefined || wishes === undefined) throw new NotFound('token', token);
    const [{ language }] = await this.database.query<[Pick<MailSettings, 'language'>]>('SELECT language FROM people WHERE id = $1', [personId]);
    const calls = await this.database.query<MailSettings['calls']>(CALLS, [personId]);
    return { personId, language, ...wishes, calls, searches: await this.searches.named(personId) };
  }

  /** @param kept codes of the calls and ids of the searches that go on; the others end */
  async save(token: string, wishes: Wishes, kept: { readonly calls: readonly string[]; readonly searches: readonly string[] }): Promise<MailSettings> {
    const { personId } = await this.read(token);
    await this.database.transaction(async (manager) => {
      await this.wishes.set(manager, personId, wishes);
      await manager.query(END, [personId, kept.calls]);
      await this.searches.endOthers(manager, personId, kept.searches);
      await this.planning.plan({ personId }, manager);
    });
    return this.read(token);
  }

  /** Ends mails with one click; again is as good as once. */
  async stop(token: string, what: Stopped): Promise<MailSettings> {
    const { calls, searches, digest, opportunities } = await this.read(token);
    const kept = {
      calls: what === 'all' ? [] : calls.map(({ callCode }) => callCode),
      searches: what === 'opportunities' ? searches.map(({ id }) => id) : [],
    };
    return this.save(token, { digest, opportunities: what === 'searches' && opportunities }, kept);
  }

  /** A call that the person may drop. @throws NotFound also where there is none of that code */
  async callOf(token: string, callCode: string): Promise<NamedCall & Pick<MailSettings, 'language' | 'personId'>> {
    const { language, personId } = await this.read(token);
    const [call] = await this.database.query<NamedCall[]>('SELECT code AS "callCode", titles FROM calls WHERE code = $1', [callCode]);
    if (call === undefined) throw new NotFound('call', callCode);
    return { ...call, language, personId };
  }

  /** No search or rule tells this person of the call any more, for good. */
  async drop(token: string, callCode: string): Promise<NamedCall & Pick<MailSettings, 'language'>> {
    const call = await this.callOf(token, callCode);
    await this.database.query(DROP, [call.personId, callCode]);
    return call;
  }
}
