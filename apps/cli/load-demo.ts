import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AccountsService, type Role } from '#libs/accounts';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { Clock, connect, Refusal, type Config } from '#libs/platform';
import { ImportProgress } from './import-progress.js';

/** Monday 4 September 2023, 09:00 in Brussels: the day on which the Flemish track was announced. */
export const DEMO_START = new Date('2023-09-04T07:00:00Z');

interface DemoPerson {
  /** How the person is called on the command line. */
  readonly handle: string;
  readonly name: string;
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  readonly zone: string;
  readonly role: Role;
  readonly organisation?: string;
  /** Calls and tracks whose milestones this person is reminded of. */
  readonly follows: readonly { readonly call: string; readonly track?: string }[];
}

/** Nobody real: they show what members, officers and administrators see. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    handle: 'stad-mechelen',
    name: 'Demo member of Stad Mechelen',
    language: 'nl',
    zone: 'Europe/Brussels',
    role: 'MEMBER',
    organisation: 'stad-mechelen',
    follows: [{ call: 'EASI-HOMELESS-2023' }],
  },
  {
    handle: 'sociale-innovatiefabriek',
    name: 'Demo member of Sociale InnovatieFabriek',
    language: 'nl',
    zone: 'Europe/Brussels',
    role: 'MEMBER',
    organisation: 'sociale-innovatiefabriek',
    follows: [{ call: 'NCC-2023', track: 'NCC-2023-VL' }],
  },
  {
    handle: 'rethink-ireland',
    name: 'Demo member of Rethink Ireland',
    language: 'en',
    zone: 'Europe/Dublin',
    role: 'MEMBER',
    organisation: 'rethink-ireland',
    follows: [{ call: 'NCC-2023' }],
  },
  {
    handle: 'europa-wse',
    name: 'Demo programme officer of Europa WSE',
    language: 'nl',
    zone: 'Europe/Brussels',
    role: 'PROGRAMME_OFFICER',
    organisation: 'europa-wse',
    follows: [{ call: 'NCC-2023', track: 'NCC-2023-VL' }],
  },
  { handle: 'administrator', name: 'Demo administrator', language: 'en', zone: 'Europe/Brussels', role: 'ADMINISTRATOR', follows: [] },
];

/** The same key on every start of one installation, and another in every other: made from its secret. */
export function demoKey(config: Config, handle: string): string {
  return `verbond_${createHmac('sha256', config.secret).update(`demo key of ${handle}`).digest('base64url')}`;
}

/**
 * Imports the bundled data, makes the demo's people and sets its clock, which is done last and so marks the demo as
 * loaded: a killed first start goes on where it was.
 */
export async function loadDemo(config: Config, databaseUrl: string): Promise<void> {
  const database = await connect(databaseUrl);
  try {
    const loaded = await database.query<unknown[]>('SELECT 1 FROM clock');
    if (loaded.length > 0) return;
    await importBundledData(database);
    await makePeople(config, database);
    await new Clock(database).set(DEMO_START);
  } finally {
    await database.destroy();
  }
}

async function importBundledData(database: DataSource): Promise<void> {
  const progress = new ImportProgress();
  const formats = [...directoryFormats, ...callFormats];
  const { rejects } = await importFiles(database, [BUNDLED_DATA], formats, { onProgress: progress.show });
  progress.stop();
  const [first] = rejects;
  if (first !== undefined) throw new Refusal(`The bundled data is damaged: ${first.file}:${first.line} ${first.field} ${first.reason}`);
}

async function makePeople(config: Config, database: DataSource): Promise<void> {
  const accounts = new AccountsService(database);
  await database.transaction(async (manager) => {
    for (const { handle, name, language, zone, role, organisation, follows } of DEMO_PEOPLE) {
      const person = await accounts.register({ name, email: `${handle}@demo.example`, language, zone }, manager);
      const [body] = await manager.query<{ id: string }[]>('SELECT id FROM organisations WHERE code = $1', [organisation ?? '']);
      await accounts.grant(person, role, body?.id ?? null, manager);
      await accounts.keepKey(demoKey(config, handle), person, 'demo', manager);
      for (const { call, track } of follows) {
        await manager.query(
          `INSERT INTO subscriptions (person_id, call_id, track_id, made_at)
           SELECT $1, c.id, (SELECT t.id FROM tracks t WHERE t.code = $3), $4 FROM calls c WHERE c.code = $2 ON CONFLICT DO NOTHING`,
          [person, call, track ?? null, DEMO_START],
        );
      }
    }
  });
}
