import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { momentsOf } from './moments.js';
import { parseWallTime } from './wall-time.js';

/*
 * The oracle knows nothing of time zones: it walks over real instants minute by minute, asks Intl what the clock on
 * the wall shows, and looks for what was asked. Swedish dates happen to be ISO dates: '2023-03-26 03:30'.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Tick {
  readonly instant: number;
  readonly wall: string;
}

function walk(local: string, zone: string): Tick[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const around = Date.parse(`${local}Z`);
  const ticks: Tick[] = [];
  for (let instant = around - 15 * HOUR; instant < around + 40 * HOUR; instant += MINUTE) {
    ticks.push({ instant, wall: clock.format(instant) });
  }
  return ticks;
}

/** The first instant that shows the time; in a gap, the instant that shows it plus what the clock jumped over. */
function oracleMinute(local: string, zone: string): number {
  const ticks = walk(local, zone);
  const showing = (wall: string): number | undefined => ticks.find((tick) => tick.wall === wall)?.instant;
  const asked = local.replace('T', ' ');
  const after = ticks.findIndex((tick) => tick.wall > asked);
  const jump = asUtc(ticks[after]!.wall) - asUtc(ticks[after - 1]!.wall) - MINUTE;
  return showing(asked) ?? showing(new Date(asUtc(asked) + jump).toISOString().slice(0, 16).replace('T', ' '))!;
}

function oracleDayStart(day: string, zone: string): number {
  return walk(`${day}T00:00`, zone).find((tick) => tick.wall.slice(0, 10) >= day)!.instant;
}

function asUtc(wall: string): number {
  return Date.parse(`${wall.replace(' ', 'T')}Z`);
}

const ZONES = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
const EUROPE = ZONES.filter((zone) => zone.startsWith('Europe/'));
const wallTexts = fc
  .date({ min: new Date('1990-01-02T00:00Z'), max: new Date('2100-12-30T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

/** Nights of the European clock changes, where the interesting hours are. */
const changeNights = fc
  .tuple(fc.integer({ min: 1996, max: 2040 }), fc.constantFrom(2, 9), fc.integer({ min: 0, max: 4 * 60 - 1 }))
  .map(([year, month, minute]) => {
    const last = new Date(Date.UTC(year, month, 31));
    return new Date(last.getTime() - last.getUTCDay() * 24 * HOUR + minute * MINUTE).toISOString().slice(0, 16);
  });

const cases = fc.oneof(
  fc.tuple(wallTexts, fc.constantFrom(...ZONES)),
  fc.tuple(changeNights, fc.constantFrom(...EUROPE)),
);
const SAMPLE = { seed: 20231130, numRuns: 120 };

describe('momentsOf against a walk over all instants', () => {
  it('finds the minute that the clock on the wall shows', () => {
    fc.assert(
      fc.property(cases, ([local, zone]) => {
        const moments = momentsOf(parseWallTime(local, zone));
        const expected = oracleMinute(local, zone);
        expect(moments.start.getTime()).toBe(expected);
        expect(moments.end.getTime()).toBe(expected);
      }),
      SAMPLE,
    );
  });

  it('finds the first instant of the day and of the next', () => {
    fc.assert(
      fc.property(cases, ([local, zone]) => {
        const day = local.slice(0, 10);
        const next = new Date(Date.parse(day) + 24 * HOUR).toISOString().slice(0, 10);
        const { start, end } = momentsOf(parseWallTime(day, zone));
        expect([start.getTime(), end.getTime()]).toEqual([oracleDayStart(day, zone), oracleDayStart(next, zone)]);
      }),
      SAMPLE,
    );
  });
});
