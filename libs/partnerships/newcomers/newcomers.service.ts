import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountsService } from '#libs/accounts';
import { InvalidWallTime, parseWallTime } from '#libs/calendar';
import { InvalidInput, requiredText, textOf } from '#libs/platform';
import type { Newcomer } from './newcomer.js';

const COUNTRY = /^[A-Z]{2}$/;
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;
const WEBSITE = /^https?:\/\/[^\s/]+/i;

/** What came of a registration. */
export interface Registered {
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * Registers organisations that come by a link or a public form, with the person who brings them. Nobody else sees them
 * until somebody has looked at them.
 */
@Injectable()
export class Newcomers {
  constructor(private readonly accounts: AccountsService) {}

  /**
   * In the caller's transaction. Whoever has the address already stays who that is: a stranger renames nobody.
   * @throws InvalidInput naming the field
   */
  async register(manager: EntityManager, given: Newcomer): Promise<Registered> {
    const { organisation, person } = checked(given);
    const [{ id: organisationId }] = await manager.query<[{ id: string }]>(
      `WITH known AS (INSERT INTO attributions (source, text) VALUES ('Verbond', 'Registered with Verbond.') ON CONFLICT DO NOTHING),
         made AS (INSERT INTO organisations (code, name, country, type, city, website, public, source)
           VALUES ('new-' || verbond_uuid(), $1, $2, $3, nullif($4, ''), nullif($5, ''), false, 'Verbond') RETURNING id, code, name),
         coded AS (INSERT INTO organisation_codes (code, organisation_id) SELECT code, id FROM made),
         named AS (INSERT INTO organisation_names (organisation_id, name) SELECT id, name FROM made)
       SELECT id FROM made`,
      [organisation.name, organisation.country, organisation.type, organisation.city, organisation.website],
    );
    const personId = await this.accounts.registerOnce(person, manager);
    await this.accounts.grant(personId, 'MEMBER', organisationId, manager);
    await manager.query('SELECT note_directory_change(ARRAY[$1::uuid])', [organisationId]);
    return { organisationId, personId };
  }
}

function checked({ organisation, person }: Newcomer) {
  const { country, type } = organisation;
  if (!COUNTRY.test(country)) throw new InvalidInput('organisation.country', 'is an ISO code such as BE.');
  const website = textOf('organisation.website', organisation.website ?? '', 500);
  if (website !== '' && !WEBSITE.test(website)) throw new InvalidInput('organisation.website', 'begins with https://.');
  const email = requiredText('person.email', person.email, 320);
  if (!ADDRESS.test(email)) throw new InvalidInput('person.email', 'is not a mail address.');
  return {
    organisation: {
      name: requiredText('organisation.name', organisation.name, 500),
      country,
      type,
      city: textOf('organisation.city', organisation.city ?? '', 500),
      website,
    },
    person: { name: requiredText('person.name', person.name, 200), email, language: person.language, zone: zoneOf(person.zone) },
  };
}

function zoneOf(zone: string): string {
  try {
    return parseWallTime('2023-01-01', zone).zone;
  } catch (error) {
    if (error instanceof InvalidWallTime) throw new InvalidInput('person.zone', error.reason);
    throw error;
  }
}
