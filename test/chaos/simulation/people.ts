import { momentsOf, parseWallTime, type WallTime } from '#libs/calendar';
import type { MessageToCompose, NewMessage } from '#libs/mail';
import { planOf } from '../../../libs/reminders/plan.js';
import type { MemoryLedger } from '../../../libs/mail/testing/memory-ledger.js';
import type { Chance } from '../chance.js';

const RULES = [{ offset: 'P14D' }, { offset: 'P7D' }, { offset: 'P1D' }, { offset: 'PT4H' }];
const ZONES = ['Europe/Brussels', 'Europe/Dublin', 'Europe/Athens'] as const;

/** A date as it stands, and since when. */
export interface SimulatedDate {
  readonly id: string;
  wall: WallTime;
  revision: number;
  withdrawn: boolean;
  changedAt: number;
}

export interface SimulatedPerson {
  readonly id: string;
  zone: string;
  follows: boolean;
  changedAt: number;
}

interface Planned {
  readonly plan: ReturnType<typeof planOf>;
  readonly endsAt: Date;
}

/** The facts: dates that move and people who come and go, and what they make due. */
export class Facts {
  readonly dates: SimulatedDate[];
  readonly people: SimulatedPerson[];
  private readonly plans = new Map<string, Planned>();

  constructor(
    private readonly start: number,
    private readonly chance: Chance,
  ) {
    this.dates = ['one', 'two', 'three'].map((id) => ({ id, wall: this.someDate(), revision: 1, withdrawn: false, changedAt: start }));
    this.people = ['Ann', 'Ben', 'Cas', 'Dot'].map((id) => ({ id, zone: chance.oneOf(ZONES), follows: true, changedAt: start }));
  }

  /** Somebody or something changes. */
  change(now: number): void {
    if (this.chance.happens(0.5)) {
      const date = this.chance.oneOf(this.dates as [SimulatedDate, ...SimulatedDate[]]);
      if (this.chance.happens(0.3)) date.withdrawn = !date.withdrawn;
      else Object.assign(date, { wall: this.someDate(), revision: date.revision + 1 });
      date.changedAt = now;
    } else {
      const person = this.chance.oneOf(this.people as [SimulatedPerson, ...SimulatedPerson[]]);
      if (this.chance.happens(0.3)) person.zone = this.chance.oneOf(ZONES);
      else person.follows = !person.follows;
      person.changedAt = now;
    }
  }

  /** All that should be waiting now. */
  wanted(now: number): NewMessage[] {
    return this.dates.filter(({ withdrawn }) => !withdrawn).flatMap((date) =>
      this.people.filter(({ follows }) => follows).flatMap((person) => {
        const { plan, endsAt } = this.planOf(date.wall, person.zone);
        return plan.filter(({ at }) => at.getTime() > now).map(({ offset, at }, i, ahead): NewMessage => ({
          personId: person.id, template: 'test', subjectKind: 'MILESTONE', subjectId: date.id, revision: date.revision, offset,
          dueAt: at, expiresAt: endsAt, whenInDoubt: i === ahead.length - 1 ? 'RESEND' : 'HOLD',
        }));
      }),
    );
  }

  /** Brings a ledger to what is wanted: what the planner's SQL does, row by row. */
  async plan(ledger: MemoryLedger, now: number): Promise<void> {
    const wanted = this.wanted(now);
    const keys = new Set(wanted.map(keyOf));
    const stale = ledger.rows.filter((row) => {
      if (row.state === 'DUE' && row.dueAt.getTime() > now) return !keys.has(keyOf(row));
      return (row.state === 'DUE' || row.state === 'CLAIMED') && this.unwanted(row) !== undefined;
    });
    await ledger.withdraw(stale.map(({ id }) => ({ id, reason: 'not planned any more' })));
    await ledger.post(wanted);
  }

  /** Why a message is not true any more at the moment of sending; undefined when it is. */
  unwanted({ personId, subjectId, revision }: Pick<MessageToCompose, 'personId' | 'subjectId' | 'revision'>): string | undefined {
    const date = this.dates.find(({ id }) => id === subjectId);
    const person = this.people.find(({ id }) => id === personId);
    if (date === undefined || date.withdrawn) return 'withdrawn';
    if (date.revision !== revision) return 'moved';
    return person?.follows === true ? undefined : 'unsubscribed';
  }

  /** When what a message is about last changed. */
  changedAt({ personId, subjectId }: { personId: string; subjectId: string }): number {
    const date = this.dates.find(({ id }) => id === subjectId)?.changedAt ?? 0;
    return Math.max(date, this.people.find(({ id }) => id === personId)?.changedAt ?? 0);
  }

  private planOf(wall: WallTime, zone: string): Planned {
    const key = `${wall.local} ${zone}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const endsAt = momentsOf(wall).end;
    const planned = { endsAt, plan: planOf({ ...wall, id: '', kind: 'EVENT', endsAt, precedingEndsAt: null }, { zone, digest: false }, RULES) };
    this.plans.set(key, planned);
    return planned;
  }

  private someDate(): WallTime {
    const day = new Date(this.start + (3 + Math.floor(this.chance.next() * 40)) * 86_400_000).toISOString().slice(0, 10);
    return parseWallTime(this.chance.happens(0.5) ? day : `${day}T17:00`, 'Europe/Brussels');
  }
}

const keyOf = ({ personId, subjectId, revision, offset }: NewMessage): string => [personId, subjectId, revision, offset].join(' ');
