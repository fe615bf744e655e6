import { setTimeout } from 'node:timers/promises';

const PAUSE_MILLISECONDS = 50;

/**
 * Looks again and again until there is something to see.
 * @param what named in the error, should it never come
 * @param pause in milliseconds, between two looks
 * @param look gives undefined or false while there is nothing; what it throws is told at the deadline
 */
export async function until<T>(what: string, look: () => T | Promise<T>, seconds = 30, pause = PAUSE_MILLISECONDS): Promise<Exclude<T, undefined | false>> {
  const deadline = performance.now() + seconds * 1000;
  let trouble = '';
  while (performance.now() < deadline) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen as Exclude<T, undefined | false>;
      trouble = '';
    } catch (error) {
      trouble = `: ${String(error)}`;
    }
    await setTimeout(pause);
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}${trouble}`);
}
