import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BUGS } from './bugs.js';
import { simulate } from './simulation.js';

const SEEDS = 200;
const MOST_SEEDS_A_BUG = 500;

Logger.overrideLogger(false); // the mail server of the simulation is often away

describe('a month of reminders with crashes, pauses, lost answers and moving dates', () => {
  it(`keeps its promises, whatever the seed (1 to ${SEEDS})`, async () => {
    const broken: string[] = [];
    let sent = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await simulate(seed);
      sent += result.sent;
      broken.push(...result.broken.map((promise) => `seed ${seed}: ${promise}`));
    }
    expect(broken).toEqual([]);
    expect(sent).toBeGreaterThan(SEEDS * 10);
  }, 240_000);

  it('is the same month for the same seed', async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
    expect((await simulate(8)).trace).not.toBe((await simulate(7)).trace);
  });

  it.each(BUGS.map((bug) => [bug.name, bug] as const))('finds out that %s', async (_name, bug) => {
    for (let seed = 1; seed <= MOST_SEEDS_A_BUG; seed += 1) {
      if ((await simulate(seed, bug)).broken.length > 0) return;
    }
    throw new Error(`Not found in ${MOST_SEEDS_A_BUG} months.`);
  });
});
