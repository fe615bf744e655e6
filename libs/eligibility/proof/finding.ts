import type { Answer } from './answer.js';
import type { Range } from './condition.js';

/** A fact that is not known and could change the verdict. */
export interface MissingFact {
  /** country, type, nuts, budgetEur, document:LETTER_OF_ENDORSEMENT, experience, coordinator, milestone:SUBMISSION… */
  readonly fact: string;
  /** Id of the member whose fact it is; absent where it is the project's or the call's. */
  readonly member?: string;
}

/** Facts that are nobody's own: the call's, or the whole consortium's. */
const OF_THE_CALL = [
  'milestone',
  'countrySet',
  'applicantClass',
  'area',
  'list',
  'register',
  'eligibleAs',
  'coordinator',
  'member',
];

/** A missing fact by its name; `country@gent` says whose it is where that is not the member that was asked. */
export function missingFact(name: string, asked?: string): MissingFact {
  const [fact = '', owner = asked] = name.split('@');
  const nobodys = owner === undefined || OF_THE_CALL.includes(fact.split(':')[0] ?? '');
  return nobodys ? { fact } : { fact, member: owner };
}

/** What came out of judging a condition. */
export interface Finding {
  readonly holds: boolean | undefined;
  /** Holds only because nobody is concerned. */
  readonly vacuous: boolean;
  readonly missing: readonly MissingFact[];
  /** What is surely there, and what is wanted; null where nothing is known. */
  readonly have: number | null;
  readonly need: Range;
  /** How much of what is wanted is surely there too little, or too much; 0 where it holds. */
  readonly shortfall: number;
  /** Ids of the members that were counted. */
  readonly counted: readonly string[];
  /** The different values that were counted, or the groups that fail: countries, sectors. */
  readonly values: readonly string[];
}

export function finding(holds: boolean | undefined, parts: Partial<Finding> = {}): Finding {
  return {
    holds,
    vacuous: false,
    missing: [],
    have: holds === undefined ? null : Number(holds),
    need: { min: 1 },
    shortfall: holds ? 0 : 1,
    counted: [],
    values: [],
    ...parts,
  };
}

export function findingOf(answer: Answer): Finding {
  const missing = answer.holds === undefined ? answer.missing.map((name) => missingFact(name)) : [];
  return finding(answer.holds, { missing });
}

/** Holds if all do; fails if one does. */
export function together(parts: readonly Finding[]): Finding {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const holds = parts.some((part) => part.holds === false)
    ? false
    : parts.some((part) => part.holds === undefined)
      ? undefined
      : true;
  return finding(holds, {
    vacuous: parts.length > 0 && parts.every(({ vacuous }) => vacuous),
    missing: holds === undefined ? uniqueFacts(parts.flatMap((part) => part.missing)) : [],
    have: parts.filter((part) => part.holds).length,
    need: { min: parts.length },
    shortfall: sum(parts.map(({ shortfall }) => shortfall)),
    counted: unique(parts.flatMap(({ counted }) => counted)),
    values: unique(parts.flatMap(({ values }) => values)),
  });
}

/** Holds if one does; what is reported is the way that holds, else the one that is nearest. */
export function either(parts: readonly Finding[]): Finding {
  const [nearest] = [...parts].sort((a, b) => rank(a) - rank(b) || a.shortfall - b.shortfall);
  if (nearest === undefined) return finding(false);
  if (nearest.holds !== undefined) return nearest;
  return { ...nearest, missing: uniqueFacts(parts.flatMap((part) => (part.holds === undefined ? part.missing : []))) };
}

/** What holds comes before what may hold before what fails; what holds for somebody before what holds for nobody. */
const rank = ({ holds, vacuous }: Finding): number => (holds ? (vacuous ? 1 : 0) : holds === undefined ? 2 : 3);

export const unique = (names: readonly string[]): string[] => [...new Set(names)];

export function uniqueFacts(facts: readonly MissingFact[]): MissingFact[] {
  const byKey = new Map(facts.map((fact) => [`${fact.member ?? ''} ${fact.fact}`, fact]));
  return [...byKey.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
