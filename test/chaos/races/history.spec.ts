import { describe, expect, it } from '@jest/globals';
import { Chance } from '../chance.js';
import { anomaliesOf, type Anomaly, type Operation } from './history.js';

/** A store of versioned lists that keeps its word, save where a bug is planted. */
class Store {
  private readonly lists = new Map<string, readonly number[]>();

  constructor(
    private readonly bug: Bug,
    private readonly chance: Chance,
  ) {}

  read(list: string): readonly number[] {
    const kept = this.lists.get(list) ?? [];
    return this.bug === 'stale reads' && kept.length > 3 && this.chance.happens(0.05) ? kept.slice(0, -2) : kept;
  }

  /** @returns the list after it, or nothing when it is refused */
  append(list: string, value: number, version: number): readonly number[] | undefined {
    const kept = this.lists.get(list) ?? [];
    const strikes = this.chance.happens(0.05);
    if (kept.length !== version && !(this.bug === 'no check of the version' && strikes)) {
      if (this.bug === 'a refusal that wrote' && strikes) this.lists.set(list, [...kept, value]);
      return undefined;
    }
    const longer = this.bug === 'a write done twice' && strikes ? [...kept, value, value] : [...kept.slice(0, version), value];
    this.lists.set(list, this.bug === 'an answer before the write' && strikes ? kept : longer);
    return longer;
  }
}

type Bug = 'none' | 'stale reads' | 'no check of the version' | 'a refusal that wrote' | 'a write done twice' | 'an answer before the write';

/** Sixteen clients in turns of chance: each appends upon what it read last, and reads again. */
function historyOf(bug: Bug, seed: number): Operation[] {
  const chance = new Chance(seed);
  const store = new Store(bug, chance);
  const versions = new Map<string, number>();
  const history: Operation[] = [];
  for (let moment = 1; moment <= 4000; moment += 1) {
    const list = `list ${Math.floor(chance.next() * 4)}`;
    const mine = `${Math.floor(chance.next() * 16)} ${list}`;
    const [began, ended] = [moment - 0.4, moment + 0.4];
    const version = versions.get(mine);
    if (version === undefined) {
      const seen = store.read(list);
      versions.set(mine, seen.length);
      history.push({ list, seen, outcome: 'DONE', began, ended });
    } else {
      const seen = store.append(list, moment, version);
      versions.delete(mine);
      history.push({ list, appended: moment, ...(seen !== undefined && { seen }), outcome: seen === undefined ? 'REFUSED' : 'DONE', began, ended });
    }
  }
  return history;
}

describe('the check of a history', () => {
  it('finds nothing in one of a store that keeps its word', () => {
    for (let seed = 1; seed <= 5; seed += 1) expect([...anomaliesOf(historyOf('none', seed))]).toEqual([]);
  });

  it.each<[Bug, Anomaly]>([
    ['stale reads', 'CYCLE'],
    ['no check of the version', 'LOST'],
    ['a refusal that wrote', 'ABORTED'],
    ['a write done twice', 'DOUBLED'],
    ['an answer before the write', 'FORKED'],
  ])('finds %s, whatever the seed', (bug, anomaly) => {
    for (let seed = 1; seed <= 5; seed += 1) expect([...anomaliesOf(historyOf(bug, seed)).keys()]).toContain(anomaly);
  });

  it('takes an append whose answer never came as one that may have been', () => {
    const unknown: Operation = { list: 'a', appended: 1, outcome: 'UNKNOWN', began: 1, ended: 9 };
    const read = (seen: number[]): Operation => ({ list: 'a', seen, outcome: 'DONE', began: 2, ended: 3 });
    expect(anomaliesOf([unknown, read([1])]).size).toBe(0);
    expect(anomaliesOf([unknown, read([])]).size).toBe(0);
  });
});
