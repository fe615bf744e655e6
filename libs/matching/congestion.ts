import type { CallView } from './call-view.js';
import type { Part } from './suggestion.js';

/**
 * price_i = floor(log2(askers_i / capacity_i)) ln 2, in log odds, for whoever has twice as many askers as it can answer
 *
 * Of n who ask somebody with room for c, each has a chance of c / n. In whole doublings, so that an answer does not change
 * with every question of others.
 *
 * @param unit what one unit of score is in log odds
 */
export function pricesOf({ index, call: { demand = [] } }: CallView, unit: number): Map<number, Part> {
  const prices = new Map<number, Part>();
  for (const { organisation, askers, capacity } of demand) {
    const candidate = index.position.get(organisation);
    const value = doublings(askers, capacity);
    if (candidate === undefined || value === 0) continue;
    const weight = -Math.LN2 / unit;
    const evidence = [{ kind: 'note', role: 'askers', count: askers }] as const;
    prices.set(candidate, { signal: 'congestion', value, weight, contribution: value * weight, evidence });
  }
  return prices;
}

/** How often the askers have doubled beyond what can be answered. */
export function doublings(askers: number, capacity: number): number {
  let count = 0;
  for (let room = Math.max(1, capacity) * 2; room <= askers; room *= 2) count++;
  return count;
}
