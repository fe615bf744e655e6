import type { Chance } from '../chance.js';

/** Something a process waits for: it happens at its time, unless the process is gone by then. */
interface Pending {
  readonly at: number;
  readonly process: Process;
  readonly happen: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** One life of a process: after a crash it never hears of anything again. */
export interface Process {
  readonly name: string;
  readonly pausable: boolean;
  alive: boolean;
}

export interface WorldSettings {
  readonly crashes: number;
  /** How often a process stands still for longer than a lease. */
  readonly pauses: number;
  /** Longest time between two steps of a process, in milliseconds. */
  readonly slowest: number;
}

const PAUSE = 70_000;

/**
 * Time and processes that chance drives. Whatever a process awaits passes through here: time moves to the earliest thing
 * that waits, and at any wait, before it happens or after, the process may die.
 */
export class World {
  now: number;
  private pending: Pending[] = [];
  /** A hash of all that happened, in order: the same seed gives the same. */
  trace = 0;

  constructor(
    start: Date,
    private readonly chance: Chance,
    private readonly settings: WorldSettings,
    private readonly onCrash: (process: Process) => void,
  ) {
    this.now = start.getTime();
  }

  /** Does something in a little while, as a call to another machine does. */
  call<T>(process: Process, what: string, happen: () => Promise<T>, after = this.someTime(process)): Promise<T> {
    return new Promise((resolve, reject) => {
      const note = async (): Promise<T> => {
        this.note(`${process.name} ${what}`);
        return happen();
      };
      this.pending.push({ at: this.now + after, process, happen: note, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  sleep(process: Process, milliseconds: number): Promise<void> {
    return this.call(process, 'wakes', () => Promise.resolve(), milliseconds);
  }

  /** Lets happen what happens until then. @param calm nobody dies any more */
  async runUntil(end: number, calm = false): Promise<void> {
    for (;;) {
      await new Promise(setImmediate); // what happened has gone as far as it can: everybody waits again
      this.pending = this.pending.filter(({ process }) => process.alive);
      const next = this.pending.reduce<Pending | undefined>((first, one) => (first === undefined || one.at < first.at ? one : first), undefined);
      if (next === undefined || next.at > end) break;
      this.pending.splice(this.pending.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      await this.step(next, calm);
    }
    this.now = end;
  }

  private someTime({ pausable }: Process): number {
    return pausable && this.chance.happens(this.settings.pauses) ? PAUSE : this.chance.next() * this.settings.slowest;
  }

  private async step({ process, happen, resolve, reject }: Pending, calm: boolean): Promise<void> {
    const dies = !calm && this.chance.happens(this.settings.crashes);
    const before = this.chance.happens(0.5);
    if (dies && before) { this.crash(process); return; }
    try {
      const value = await happen();
      if (dies) this.crash(process);
      else resolve(value);
    } catch (error) {
      reject(error);
    }
  }

  private crash(process: Process): void {
    this.note(`${process.name} dies`);
    process.alive = false;
    this.onCrash(process);
  }

  private note(what: string): void {
    for (const character of `${this.now} ${what}`) this.trace = (Math.imul(this.trace, 31) + character.charCodeAt(0)) | 0;
  }
}
