import type { MatchIndex } from '../../match-index.js';
import { asShares } from '../../past/walk.js';
import { spread } from '../../past/spread.js';
import type { Sought } from '../method.js';

const STAND_INS = 50;

/**
 * Whom a method that goes from members to their partners starts from: the team; where there is none, those who took
 * most part in past projects of the programme on the call's themes.
 */
export function teamOr(index: MatchIndex, { view, team }: Sought): { member: number; weight: number }[] {
  if (team.length > 0) return team.map((member) => ({ member, weight: 1 / team.length }));
  const { topic, sameProgramme } = view;
  const interest = spread(index, topic.map((value, project) => (0.1 + value) * (0.1 + (sameProgramme[project] ?? 0))));
  const order = [...interest.keys()].sort((a, b) => (interest[b] ?? 0) - (interest[a] ?? 0) || a - b).slice(0, STAND_INS);
  const weights = asShares(Float64Array.from(order, (member) => interest[member] ?? 0));
  return order.map((member, i) => ({ member, weight: weights[i] ?? 0 }));
}
