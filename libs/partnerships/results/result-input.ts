import { InvalidWallTime, momentsOf, parseWallTime } from '#libs/calendar';
import { InvalidInput } from '#libs/platform';

export interface DueDay {
  readonly local: string;
  readonly zone: string;
  /** The end of that day. */
  readonly at: Date;
}

const LONGEST_ADDRESS = 2000;

/** @throws InvalidInput for what is no day */
export function dueDay(day: string, zone: string): DueDay {
  try {
    const wall = parseWallTime(day, zone, 'DAY');
    return { local: wall.local, zone: wall.zone, at: momentsOf(wall).end };
  } catch (error) {
    if (error instanceof InvalidWallTime) throw new InvalidInput('dueOn', error.reason);
    throw error;
  }
}

/** @throws InvalidInput for what no browser opens from a public page */
export function webAddress(given: string): string {
  const url = given.length <= LONGEST_ADDRESS && URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) throw new InvalidInput('url', 'is no web address: write https://…');
  return url.href;
}
