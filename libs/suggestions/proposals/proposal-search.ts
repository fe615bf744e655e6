import { choiceRules } from '#libs/eligibility';
import {
  alternativesIn,
  conflictIn,
  linearSolver,
  replacementsFor,
  searchConsortia,
  type Choice,
  type Conflict,
  type ConsortiumProblem,
  type Proposal,
  type Replacement,
} from '#libs/matching';
import type { ProposalWork } from './proposal-work.js';

/** A consortium with who could take each seat. */
export interface Found extends Proposal {
  readonly alternatives: ReadonlyMap<number, readonly Replacement[]>;
}

/** What a search tells on its way, and at its end. */
export type SearchEvent =
  | { readonly kind: 'greedy'; readonly nth: number; readonly choice?: Choice; readonly milliseconds: number }
  | { readonly kind: 'proved'; readonly nth: number; readonly found: Found }
  | { readonly kind: 'replacements'; readonly replacements: readonly Replacement[] }
  | { readonly kind: 'end'; readonly end: 'all' | 'none' | 'unknown'; readonly conflict?: Conflict };

const ALTERNATIVES = 2;
/** So long is looked for what stands in the way, each time. */
const CONFLICT_SECONDS = 5;

export async function searchFor(work: ProposalWork, tell: (event: SearchEvent) => void): Promise<void> {
  if (work.task === 'CONSORTIA') await consortiaFor(work, tell);
  else seatFor(work, tell);
}

function seatFor(work: ProposalWork, tell: (event: SearchEvent) => void): void {
  const problem = problemOf(work);
  tell({ kind: 'replacements', replacements: replacementsFor(problem, problem.given, work.count) });
  tell({ kind: 'end', end: 'all' });
}

async function consortiaFor(work: ProposalWork, tell: (event: SearchEvent) => void): Promise<void> {
  const solver = await linearSolver();
  const problem = problemOf(work);
  const { end, proposals } = searchConsortia(problem, work.count, work.limits, solver, {
    greedy: (nth, choice, milliseconds) => { tell({ kind: 'greedy', nth, milliseconds, ...(choice && { choice }) }); },
    proved: (nth, proposal) => {
      tell({ kind: 'proved', nth, found: { ...proposal, alternatives: alternativesIn(problem, proposal, ALTERNATIVES) } });
    },
  });
  const isImpossible = end === 'none' && proposals.length === 0;
  const conflict = isImpossible ? conflictIn(problem, { ...work.limits, seconds: CONFLICT_SECONDS }, solver) : undefined;
  tell({ kind: 'end', end, ...(conflict && { conflict }) });
}

/** Compiles the rules of the call into what the search is about. */
export function problemOf({ call, options, project, problem }: ProposalWork): ConsortiumProblem {
  const rules = choiceRules(call, options, project);
  const numbers = new Map<string, number>();
  const kindOf = (option: number): number => {
    const key = [rules.kinds[option], ...problem.asks.map(({ terms }) => terms.get(option) ?? 0)].join(' ');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return {
    ...problem,
    kinds: options.map((_, option) => kindOf(option)),
    rules: {
      system: once(rules.system),
      shortfall: (members) => rules.shortfall(members.flatMap((member) => options[member] ?? [])),
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
