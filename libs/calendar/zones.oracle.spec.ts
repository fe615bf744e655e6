import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { momentsOf } from './moments.js';
import { planReminders } from './reminder-plan.js';
import { parseWallTime } from './wall-time.js';

/*
 * Every zone of the time zone database, every change of its clock from 2020 to 2035, against two oracles: Temporal itself,
 * and a table of offsets found by asking Intl day after day what the clock on the wall shows. The second knows no rule.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FROM = Date.UTC(2020, 0, 1);
const TO = Date.UTC(2036, 0, 1);

const WALL_TIMES = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '09:00', '23:59'];
const OFFSETS = [1, 3, 7, 14, 35];

/** A zone's clock from an instant on is ahead of UTC by so much. */
interface Stretch {
  readonly from: number;
  readonly ahead: number;
}

function stretchesOf(zone: string): Stretch[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const aheadAt = (instant: number): number => Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) - instant;
  const stretches = [{ from: -Infinity, ahead: aheadAt(FROM - 60 * DAY) }];
  for (let day = FROM - 60 * DAY; day < TO; day += DAY) {
    let [before, after] = [day, day + DAY];
    if (aheadAt(before) === aheadAt(after)) continue;
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
      if (aheadAt(middle) === aheadAt(before)) before = middle;
      else after = middle;
    }
    stretches.push({ from: after, ahead: aheadAt(after) });
  }
  return stretches;
}

/** The first instant that shows the local time; where none does, the clock as it was before the gap. */
function tableOracle(local: string, stretches: readonly Stretch[]): number {
  const asUtc = Date.parse(`${local}Z`);
  const at = ({ ahead }: Stretch): number => asUtc - ahead;
  const end = (i: number): number => stretches[i + 1]?.from ?? Infinity;
  const shown = stretches.find((stretch, i) => at(stretch) >= stretch.from && at(stretch) < end(i));
  return at(shown ?? stretches.find((stretch, i) => at(stretch) >= end(i) && asUtc - stretches[i + 1]!.ahead < end(i))!);
}

const temporalOracle = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

/** What differs between the planner and the oracles at one change of the clock. */
function differencesAt(stretches: readonly Stretch[], change: number, zone: string): string[] {
  const day = Temporal.PlainDate.from(new Date(change + (stretches.findLast(({ from }) => from < change)?.ahead ?? 0)).toISOString().slice(0, 10));
  const differences: string[] = [];
  const compare = (what: string, got: number | undefined, local: string): void => {
    if (got === tableOracle(local, stretches) && got === temporalOracle(local, zone)) return;
    differences.push(`${zone} ${what} ${local}: ${String(got)}`);
  };
  for (const hour of WALL_TIMES) {
    const onTheDay = `${day.toString()}T${hour}`;
    compare('deadline', momentsOf(parseWallTime(onTheDay, zone)).end.getTime(), onTheDay);
    for (const days of OFFSETS) {
      const deadline = parseWallTime(day.add({ days }).toString(), zone);
      const [first] = planReminders(deadline, [{ offset: `P${days}D`, hour }], { lastWorkingDay: false });
      compare(`P${days}D`, first?.at.getTime(), onTheDay);
    }
  }
  return differences;
}

/** All of them take three quarters of a minute: `ALL_ZONES=1 npm run -s jest -- libs/calendar/zones.oracle`. */
const ALL = process.env['ALL_ZONES'] === '1';
const ZONES = Intl.supportedValuesOf('timeZone').filter((zone, i) => zone.includes('/') && (ALL || i % 8 === 0));

describe(`the plan in ${ZONES.length} zones`, () => {
  it('agrees with both oracles at every change of the clock from 2020 to 2035', () => {
    let changes = 0;
    const differences = ZONES.flatMap((zone) => {
      const stretches = stretchesOf(zone);
      changes += stretches.length - 1;
      return stretches.slice(1).flatMap(({ from }) => differencesAt(stretches, from, zone));
    });
    expect(differences).toEqual([]);
    expect(changes).toBeGreaterThan(ALL ? 4000 : 400);
  });
});
