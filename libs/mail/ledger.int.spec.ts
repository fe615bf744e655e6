import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, connect, copyOfTemplate } from '#libs/platform';
import { Gate } from './gate.service.js';
import type { Ledger } from './ledger.js';
import type { NewMessage } from './message.js';
import { post, withdraw } from './post.js';
import { PostgresLedger } from './postgres-ledger.service.js';
import { MemoryLedger } from './testing/memory-ledger.js';

const NOW = new Date('2023-11-29T08:00:00Z');
const LATER = new Date('2023-11-30T16:00:00Z');
const PERSON = '018f0000-0000-7000-8000-0000000000aa';
const DEPARTURE = { messageId: '<id@verbond.test>', mailbox: 'a mailbox', alsoTells: [] };

interface Row {
  readonly id: string;
  readonly offset: string;
  readonly state: string;
  readonly reason: string | null;
}

/** A ledger, and what a test does around it. */
interface Bench {
  readonly ledger: Ledger;
  post(messages: readonly NewMessage[]): Promise<void>;
  withdraw(messages: readonly { id: string; reason: string }[]): Promise<void>;
  hold(): Promise<void>;
  release(): Promise<void>;
  setClock(now: Date): Promise<void>;
  /** As if more than a lease, or a pause, had gone by. */
  leasesRunOut(): Promise<void>;
  pausesPass(): Promise<void>;
  rows(): Promise<Row[]>;
}

const message = (change: Partial<NewMessage> = {}): NewMessage => ({
  personId: PERSON,
  template: 'test',
  subjectKind: 'MILESTONE',
  subjectId: '018f0000-0000-7000-8000-000000000001',
  revision: 1,
  offset: 'P1D',
  dueAt: NOW,
  expiresAt: LATER,
  ...change,
});

/** The promises of a ledger, whatever it is kept in. */
function keepsItsPromises(open: () => Bench): void {
  let bench: Bench;
  let ledger: Ledger;

  beforeEach(async () => {
    bench = open();
    ledger = bench.ledger;
    await bench.setClock(NOW);
  });

  const states = async (): Promise<string[]> => {
    const rows = await bench.rows();
    return rows.map(({ offset, state, reason }) => `${offset} ${state}${reason === null ? '' : ` (${reason})`}`);
  };
  const claimOne = async () => {
    const [claimed] = await ledger.claim(1);
    return claimed!;
  };
  const handOverOne = async () => {
    const claimed = await claimOne();
    expect(await ledger.handOver(claimed, DEPARTURE)).toBe(true);
    return claimed;
  };

  it('gives out what is due, the earliest first, each to one', async () => {
    await bench.post([message({ offset: 'B' }), message({ offset: 'A', dueAt: new Date(NOW.getTime() - 1) }), message({ offset: 'later', dueAt: LATER })]);
    expect((await ledger.claim(5)).map(({ offset }) => offset)).toEqual(['A', 'B']);
    expect(await ledger.claim(5)).toEqual([]);
    expect(await ledger.inFlight()).toBe(true);
    expect(await ledger.nextDueAt()).toEqual(LATER);
  });

  it('holds a message once, and changes it only while it waits', async () => {
    await bench.post([message()]);
    await bench.post([message({ dueAt: LATER })]);
    expect(await ledger.claim(5)).toEqual([]);
    await bench.post([message()]);
    const claimed = await handOverOne();
    await ledger.settle(claimed, 'SENT');
    await bench.post([message()]);
    expect(await states()).toEqual(['P1D SENT']);
  });

  it('takes back what has not been handed over, and makes it due again when it is posted again', async () => {
    await bench.post([message()]);
    const claimed = await claimOne();
    const [row] = await bench.rows();
    await bench.withdraw([{ id: row!.id, reason: 'moved' }]);
    expect(await ledger.handOver(claimed, DEPARTURE)).toBe(false);
    expect(await states()).toEqual(['P1D SKIPPED (moved)']);
    await bench.post([message()]);
    expect(await states()).toEqual(['P1D DUE']);
    await handOverOne();
    await bench.withdraw([{ id: row!.id, reason: 'moved' }]);
    expect(await states()).toEqual(['P1D HANDED_OVER']);
  });

  it('tells a claim of what has expired, and of its trouble', async () => {
    await bench.post([message()]);
    await ledger.retry(await claimOne(), 'greylisted');
    expect(await ledger.claim(5)).toEqual([]); // it pauses
    await bench.pausesPass();
    await bench.setClock(LATER);
    expect(await claimOne()).toMatchObject({ expired: true, trouble: 'greylisted' });
  });

  it('hands nothing over once it has expired, however long ago it was claimed', async () => {
    await bench.post([message()]);
    const slow = await claimOne();
    await bench.setClock(LATER);
    expect(await ledger.handOver(slow, DEPARTURE)).toBe(false);
  });

  it('notes what else a mail tells, anew at each hand-over', async () => {
    await bench.post(['A', 'B', 'C'].map((offset, i) => message({ offset, dueAt: new Date(NOW.getTime() - 3 + i) })));
    const [first, second, third] = await ledger.claim(3);
    for (const other of [second!, third!]) await ledger.retry(other, 'goes with A');
    await ledger.handOver(first!, { ...DEPARTURE, alsoTells: [second!.id, third!.id] });
    await ledger.retry(first!, 'refused for now');
    await bench.pausesPass();
    const again = (await ledger.claim(3)).toSorted((one, two) => one.offset.localeCompare(two.offset));
    expect(again.map(({ toldWith }) => toldWith)).toEqual([null, first!.id, first!.id]);
    await ledger.handOver(again[0]!, { ...DEPARTURE, alsoTells: [third!.id] });
    for (const other of again.slice(1)) await ledger.retry(other, 'goes with A');
    await ledger.settle(again[0]!, 'SENT');
    expect(await states()).toEqual(['A SENT', 'B DUE (goes with A)', 'C SKIPPED (told in one mail with others)']);
  });

  it('gives what was only claimed to another when the lease runs out, and the first cannot hand it over', async () => {
    await bench.post([message()]);
    const asleep = await claimOne();
    await bench.leasesRunOut();
    await ledger.recover();
    const other = await handOverOne();
    expect(await ledger.handOver(asleep, DEPARTURE)).toBe(false);
    expect(await ledger.settle(asleep, 'FAILED', 'too old')).toBe(false);
    expect(await ledger.settle(other, 'SENT')).toBe(true);
    expect(await states()).toEqual(['P1D SENT']);
  });

  it('holds what was handed over and not confirmed in doubt; a late answer clears it', async () => {
    await bench.post([message()]);
    const dead = await handOverOne();
    await bench.leasesRunOut();
    await ledger.recover();
    expect(await states()).toEqual(['P1D IN_DOUBT (handed over, not confirmed)']);
    expect(await ledger.claim(5)).toEqual([]);
    expect(await ledger.settle(dead, 'SENT')).toBe(true);
    expect(await states()).toEqual(['P1D SENT']);
  });

  it('sends again what must not be missed, three times, and then it is in doubt', async () => {
    await bench.post([message({ whenInDoubt: 'RESEND' })]);
    for (let sent = 1; sent <= 3; sent += 1) {
      await ledger.doubt(await handOverOne(), 'no answer');
      expect(await states()).toEqual(['P1D DUE (no answer)']);
      expect(await ledger.claim(5)).toEqual([]);
      await bench.pausesPass();
    }
    await ledger.doubt(await handOverOne(), 'no answer');
    expect(await states()).toEqual(['P1D IN_DOUBT (no answer)']);
  });

  it('does not send again what is confirmed before its turn comes', async () => {
    await bench.post([message({ whenInDoubt: 'RESEND' })]);
    const slow = await handOverOne();
    await bench.leasesRunOut();
    await ledger.recover();
    expect(await ledger.settle(slow, 'SENT')).toBe(true);
    await bench.pausesPass();
    expect(await ledger.claim(5)).toEqual([]);
  });

  it('gives out nothing while it is held', async () => {
    await bench.post([message()]);
    await bench.hold();
    expect(await ledger.claim(5)).toEqual([]);
    await bench.release();
    expect(await ledger.claim(5)).toHaveLength(1);
  });

  it('remembers mailboxes that are dead', async () => {
    await ledger.suppress('one', '550 5.1.1');
    await ledger.suppress('one', 'again');
    expect(await ledger.suppression('one')).toBe('550 5.1.1');
    expect(await ledger.suppression('other')).toBeUndefined();
  });
}

describe('the ledger in memory', () => {
  keepsItsPromises(() => {
    let now = 0;
    let elapsed = 0;
    const ledger = new MemoryLedger(() => now, () => elapsed);
    const pass = (): Promise<void> => {
      elapsed += 7_200_000;
      return Promise.resolve();
    };
    const hold = (held: boolean) => () => {
      ledger.held = held;
      return Promise.resolve();
    };
    return {
      ledger,
      post: (messages) => ledger.post(messages),
      withdraw: (messages) => ledger.withdraw(messages),
      hold: hold(true),
      release: hold(false),
      setClock: (to) => {
        now = to.getTime();
        return Promise.resolve();
      },
      leasesRunOut: pass,
      pausesPass: pass,
      rows: () => Promise.resolve(ledger.rows.toSorted((one, two) => one.offset.localeCompare(two.offset))),
    };
  });
});

describe('the ledger in PostgreSQL', () => {
  let database: DataSource;
  let dropDatabase: () => Promise<void>;

  beforeAll(async () => {
    const copy = await copyOfTemplate();
    dropDatabase = () => copy.drop();
    database = await connect(copy.url);
    await database.query(`INSERT INTO people (id, name, email) VALUES ($1, 'Ann', 'ann@members.test')`, [PERSON]);
  });
  beforeEach(() => database.query('DELETE FROM messages; DELETE FROM mail_gate; DELETE FROM suppressions'));
  afterAll(async () => {
    await database.destroy();
    await dropDatabase();
  });
  const gate = (): Gate => new Gate(database, new Clock(database));

  keepsItsPromises(() => ({
    ledger: new PostgresLedger(database),
    post: (messages) => post(database.manager, messages),
    withdraw: (messages) => withdraw(database.manager, messages),
    hold: () => gate().hold('a test'),
    release: () => gate().release('send'),
    setClock: (now) => new Clock(database).set(now),
    leasesRunOut: () => database.query(`UPDATE messages SET lease_until = clock_timestamp() - interval '1 second'`),
    pausesPass: () => database.query('UPDATE messages SET next_attempt_at = clock_timestamp()'),
    rows: () => database.query('SELECT id, "offset", state, reason FROM messages ORDER BY "offset"'),
  }));

  it('pauses for at most half of the time that is left', async () => {
    const PAUSE = `SELECT extract(epoch FROM next_attempt_at - clock_timestamp())::float AS seconds FROM messages`;
    await new Clock(database).set(new Date(LATER.getTime() - 8000));
    await post(database.manager, [message()]);
    const ledger = new PostgresLedger(database);
    const [claimed] = await ledger.claim(1);
    await ledger.retry(claimed!, 'busy');
    const [row] = await database.query<{ seconds: number }[]>(PAUSE);
    expect(row!.seconds).toBeLessThan(5.1);
    expect(row!.seconds).toBeGreaterThan(2.5);
  });

  it('knows a database that was restored from one that sent, and stays closed until that is confirmed', async () => {
    await new Clock(database).set(NOW);
    const ledger = new PostgresLedger(database);
    await post(database.manager, [message({ offset: 'before' })]);
    await ledger.claim(1);
    await post(database.manager, [message({ offset: 'after' }), message({ offset: 'ahead', dueAt: LATER, expiresAt: new Date('2024-01-01Z') })]);
    expect(await gate().state()).toEqual({ held: false, reason: null, since: null });

    await database.query(`UPDATE mail_gate SET fingerprint = 'of the server that it was dumped from'`);
    expect(await ledger.claim(5)).toEqual([]);
    expect(await gate().state()).toMatchObject({ held: true, reason: expect.stringContaining('restored') as unknown });
    await gate().release('skip');
    expect(await database.query('SELECT "offset", state, reason FROM messages ORDER BY "offset"')).toEqual([
      { offset: 'after', state: 'SKIPPED', reason: 'may have been sent before the database was restored' },
      { offset: 'ahead', state: 'DUE', reason: null },
      { offset: 'before', state: 'SKIPPED', reason: 'may have been sent before the database was restored' },
    ]);
    expect((await gate().state()).held).toBe(false);
  });

  it('can tell by an account that is not the server’s own', async () => {
    const role = 'verbond_test_plain';
    await database.query(`DROP ROLE IF EXISTS ${role}`);
    await database.query(`CREATE ROLE ${role}`);
    await database.transaction(async (manager) => {
      await manager.query(`GRANT SELECT ON messages TO ${role}; SET LOCAL ROLE ${role}`);
      const [row] = await manager.query<{ print: string }[]>('SELECT ledger_fingerprint() AS print');
      expect(row!.print).toMatch(/^\d+\/\d+\/\d+\/\d+$/);
      await manager.query('RESET ROLE');
    });
    await database.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });
});
