import pg from 'pg';
import { momentsOf, parseWallTime } from '#libs/calendar';

const PEOPLE = 100;
/** So long before a date it is reminded of; another reminder would follow, save where this is the last. */
const AHEAD_MINUTES = 60;

/** Reminders that fall due one after the other, and the moment from which they do. */
export interface Scene {
  readonly reminders: number;
  readonly from: Date;
  readonly seconds: number;
}

/**
 * A hundred people who follow one call, and as many dates as it takes: of each fifth the reminder is the last, which goes
 * again when in doubt; of the others it is not.
 */
export async function setScene(url: string, { reminders, from, seconds }: Scene): Promise<void> {
  const zone = whereItIsNoon(from);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`
      DELETE FROM reminder_rules;
      INSERT INTO reminder_rules (kind, audience, "offset", position) VALUES
        ('SUBMISSION', 'FOLLOWERS', 'PT${AHEAD_MINUTES}M', 1), ('SUBMISSION', 'FOLLOWERS', 'PT5M', 2), ('EVENT', 'FOLLOWERS', 'PT${AHEAD_MINUTES}M', 1);
      INSERT INTO attributions (source, text) VALUES ('chaos', 'chaos');
      INSERT INTO programmes (code, names) VALUES ('CHAOS', '{"en": "Chaos"}');
      INSERT INTO calls (code, programme_id, titles, source) SELECT 'CHAOS', id, '{"en": "Chaos"}', 'chaos' FROM programmes;`);
    await client.query(
      `INSERT INTO people (name, email, zone) SELECT 'Reader ' || n, 'reader-' || n || '@chaos.test', $1 FROM generate_series(1, ${PEOPLE}) AS n`,
      [zone],
    );
    await client.query('INSERT INTO subscriptions (person_id, call_id, made_at) SELECT p.id, c.id, verbond_now() FROM people p, calls c');
    const dates = Math.ceil(reminders / PEOPLE);
    for (let i = 0; i < dates; i += 1) {
      const end = new Date(from.getTime() + ((i * seconds) / dates) * 1000 + AHEAD_MINUTES * 60_000);
      await addDate(client, i, i % 5 === 0 ? 'EVENT' : 'SUBMISSION', localTime(end, zone), zone);
    }
    await client.query(`INSERT INTO outbox (queue, name, data) VALUES ('reminders', 'plan', '{}')`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function addDate(client: pg.Client, i: number, kind: string, local: string, zone: string): Promise<void> {
  const { start, end } = momentsOf(parseWallTime(local, zone));
  await client.query(
    `WITH added AS (
       INSERT INTO milestones (call_id, key, kind, actor, local, zone, precision, starts_at, ends_at)
       SELECT id, $1, $2, 'APPLICANTS', $3, $4, 'MINUTE', $5, $6 FROM calls RETURNING *)
     INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision) SELECT id, revision, local, zone, precision FROM added`,
    [`date-${i}`, kind, local, zone, start, end],
  );
}

/** Nobody's quiet hours: a zone in which it is about noon. */
function whereItIsNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours(); // from -11 to 12
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`; // these names count westwards
}

const localTime = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant).replace(' ', 'T');
