import type { Member, ProjectFacts } from '../facts/draft.js';
import type { Answer } from '../proof/answer.js';
import type { SystemBuilder } from './system.js';

export interface Encoding {
  readonly builder: SystemBuilder;
  readonly project: ProjectFacts;
  /** Whether only what is surely so counts. */
  readonly sure: boolean;
  /** A column that, where it is 0, frees from the condition. */
  readonly guard?: number;
  /** The members of the group that is spoken of. */
  readonly group?: ReadonlySet<Member>;
}

/** Whether an answer counts towards a least bound. */
export const reaches = ({ holds }: Answer, sure: boolean): boolean => (sure ? holds === true : holds !== false);

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), index]);
  return groups;
}

export const ones = (columns: readonly number[]): Map<number, number> => new Map(columns.map((column) => [column, 1]));
