import { Composers, Sender, type Readers } from '#libs/mail';
import type { Ledger } from '../../../libs/mail/ledger.js';
import type { Outcome, Transport } from '../../../libs/mail/transport.js';
import { MemoryLedger, type MemoryRow } from '../../../libs/mail/testing/memory-ledger.js';
import { Chance } from '../chance.js';
import { Facts } from './people.js';
import { World, type Process } from './world.js';

const START = new Date('2023-10-02T08:00:00Z');
const DAYS = 30;
const DAY = 86_400_000;
const POLL = 5000;
const NEVER = Infinity;
/** Of what may become of a mail, from 0 to 1. */
const AWAY = 0.1;
const CONFIG = { mailConnections: 3, mailFrom: 'reminders@verbond.example', secret: 'the secret of a simulation' };
/** Between the look at the facts and the last byte: P5 of the promises. */
const STALE_MILLISECONDS = 5000;
const STEP_MILLISECONDS = 300;

/** A fault planted in what the sender stands on: the simulation has to find it. */
export interface Bug {
  readonly name: string;
  /** Makes the faulty ledger. */
  readonly ledger?: new (...clock: ConstructorParameters<typeof MemoryLedger>) => MemoryLedger;
  /** The sender does not ask again before it sends. */
  readonly blind?: boolean;
  /** The planner forgets to take back. */
  readonly forgetful?: boolean;
}

export interface Result {
  readonly trace: number;
  readonly sent: number;
  readonly inDoubt: number;
  /** Broken promises. */
  readonly broken: readonly string[];
}

interface Delivery {
  readonly messageId: string;
  readonly begun: number;
}

/** A month of reminders with the real sender, in a world of crashes, lost answers and moving dates. */
export async function simulate(seed: number, bug: Bug = { name: 'none' }): Promise<Result> {
  const chance = new Chance(seed);
  const broken: string[] = [];
  const deliveries: Delivery[] = [];
  const world = new World(START, chance, { crashes: 0.01, pauses: 0.01, slowest: STEP_MILLISECONDS }, ({ name }) => { start(name); });
  const ledger = new (bug.ledger ?? MemoryLedger)(() => world.now, () => world.now, () => chance.next());
  const facts = new Facts(START.getTime(), chance);
  let calm = false;
  /** Until when the mail server is away. */
  let awayUntil = 0;
  let nextChange = world.now;

  /** One life of a process: plan, or send, again and again. */
  function start(name: string): void {
    const process: Process = { name, pausable: name !== 'planner', alive: true };
    const work = name === 'planner' ? () => world.call(process, 'plans', () => plan()) : senderOf(process);
    void (async () => {
      for (;;) {
        await work();
        await world.sleep(process, name === 'planner' ? untilChange() : untilWork());
      }
    })();
  }

  const plan = async (): Promise<void> => {
    if (bug.forgetful === true) await ledger.post(facts.wanted(world.now));
    else await facts.plan(ledger, world.now);
  };

  /** Ticks in which nothing can happen are left out, or a month would take an hour. */
  const untilChange = (): number => Math.max(0, nextChange - world.now) + chance.next() * POLL * 0.9;
  const untilWork = (): number => {
    const times = ledger.rows.map(({ state, dueAt, nextAttemptAt, leaseUntil }) => {
      if (state === 'DUE') return Math.max(dueAt.getTime(), nextAttemptAt);
      return (state === 'CLAIMED' || state === 'HANDED_OVER') && leaseUntil > world.now ? leaseUntil : NEVER;
    });
    return Math.max(0, Math.min(DAY / 8, Math.min(...times) - world.now)) + chance.next() * POLL;
  };

  function senderOf(process: Process): () => Promise<unknown> {
    const ported = new Proxy<Ledger>(ledger, {
      get: (target, method: keyof Ledger) => (...given: never[]) =>
        world.call(process, method, () => (target[method] as (...given: never[]) => Promise<unknown>).apply(target, given)),
    });
    const composers = new Composers();
    composers.register('test', {
      compose: (message) => world.call(process, 'composes', () => {
        const skip = bug.blind === true ? undefined : facts.unwanted(message);
        return Promise.resolve(skip === undefined ? { subject: 'A date', text: 'Words.', html: 'Words.' } : { skip });
      }),
    });
    const readers: Readers = { readerOf: (personId) => Promise.resolve({ name: personId, email: `${personId}@sim.test`, language: 'en', zone: 'UTC' }) };
    const transport: Transport = { deliver: ({ messageId }) => deliver(process, messageId) };
    const sender = new Sender(CONFIG, ported, composers, readers, transport);
    return async () => {
      await sender.recover();
      await sender.sendDue();
    };
  }

  /** What a mail server may do; slow ones outlive the lease of a message. */
  async function deliver(process: Process, messageId: string): Promise<Outcome> {
    const begun = world.now;
    const takes = !calm && chance.happens(0.02) ? 40_000 + chance.next() * 40_000 : chance.next() * 1000;
    const fate = calm ? 1 : world.now < awayUntil ? AWAY : chance.next();
    return world.call<Outcome>(process, 'delivers', () => {
      if (fate < 0.08) return Promise.resolve({ kind: 'later', reason: '451', reached: true });
      if (fate <= AWAY) return Promise.resolve({ kind: 'later', reason: 'away', reached: false });
      if (fate < 0.12) return Promise.resolve({ kind: 'unknown', reason: 'lost before it was taken' });
      check(messageId, begun);
      deliveries.push({ messageId, begun });
      if (fate < 0.14) return Promise.resolve({ kind: 'unknown', reason: 'the answer was lost' });
      return Promise.resolve({ kind: 'accepted' });
    }, takes);
  }

  const rowOf = (messageId: string): MemoryRow | undefined => ledger.rows.find(({ departure }) => departure?.messageId === messageId);

  /** What must be true of every mail that arrives. */
  function check(messageId: string, begun: number): void {
    const row = rowOf(messageId);
    if (row === undefined) { broken.push('a mail of which the ledger does not know'); return; }
    if (begun < row.dueAt.getTime()) broken.push('early');
    if (begun >= row.expiresAt.getTime() + STEP_MILLISECONDS) broken.push('after its date');
    if (facts.unwanted(row) !== undefined && begun - facts.changedAt(row) > STALE_MILLISECONDS) broken.push(`sent although ${facts.unwanted(row) ?? ''}`);
    const copies = deliveries.filter((one) => one.messageId === messageId).length;
    if (copies > 0 && (row.doubts === 0 || row.whenInDoubt === 'HOLD')) broken.push('twice');
  }

  for (const name of ['planner', 'worker 1', 'worker 2', 'worker 3']) start(name);
  const end = START.getTime() + DAYS * DAY;
  for (nextChange = world.now; nextChange < end; nextChange += chance.next() * 4 * DAY) {
    await world.runUntil(nextChange);
    facts.change(world.now);
    if (chance.happens(0.4)) awayUntil = world.now + chance.next() * DAY;
  }
  await world.runUntil(end);
  calm = true;
  nextChange = NEVER;
  await world.runUntil(end + DAY / 2, true);
  broken.push(...brokenInTheEnd(ledger.rows, deliveries, end));
  const inState = (state: string): number => ledger.rows.filter((row) => row.state === state).length;
  return { trace: world.trace, sent: inState('SENT'), inDoubt: inState('IN_DOUBT'), broken: [...new Set(broken)] };
}

/** What must be true of the ledger when the storm is over. */
function brokenInTheEnd(rows: readonly MemoryRow[], deliveries: readonly Delivery[], end: number): string[] {
  const arrived = new Set(deliveries.map(({ messageId }) => messageId));
  return rows.flatMap((row) => {
    const came = row.departure !== undefined && arrived.has(row.departure.messageId);
    if (row.dueAt.getTime() <= end && ['DUE', 'CLAIMED', 'HANDED_OVER'].includes(row.state)) return ['lost: it still waits'];
    if (row.state === 'SENT' && !came) return ['lost: it counts as sent'];
    if (came && row.state !== 'SENT' && row.doubts === 0) return ['arrived, and nobody is told'];
    return (row.state === 'FAILED' || row.state === 'SKIPPED') && row.reason === null ? ['without a reason'] : [];
  });
}
