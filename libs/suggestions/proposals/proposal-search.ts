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
} from '#libs/matching';
import { consortiumFrom, seatsFrom, type FoundConsortium, type SeatCandidate } from './found-consortium.js';
import { proposalWork, type ProposalGround, type ProposalWork, type ReadAsk } from './proposal-work.js';

/** All that a search needs, as plain data that a thread can be given. */
export interface SearchOrder {
  /** Whole consortia, or who could join those given. */
  readonly task: 'CONSORTIA' | 'SEAT';
  /** So many. */
  readonly count: number;
  readonly ground: Omit<ProposalGround, 'candidates'>;
  /** JSON, which crosses over faster than objects. */
  readonly candidates: string;
  readonly ask: ReadAsk;
}

/** What a search tells on its way, and at its end. */
export type SearchEvent =
  | { readonly kind: 'at once'; readonly nth: number; readonly milliseconds: number; readonly found?: FoundConsortium }
  | { readonly kind: 'proved'; readonly nth: number; readonly found: FoundConsortium }
  | { readonly kind: 'seat'; readonly candidates: readonly SeatCandidate[] }
  | { readonly kind: 'end'; readonly end: 'all' | 'none' | 'unknown'; readonly conflict?: FoundConflict };

/** {@link Conflict} with organisations by code. */
export type FoundConflict = Pick<Conflict, 'between' | 'relaxation'> & { readonly members: readonly string[] };

type Tell = (event: SearchEvent) => void;

const ALTERNATIVES = 2;
/** So long is looked for what stands in the way, each time. */
const CONFLICT_SECONDS = 5;

export async function searchFor({ task, count, ground, candidates, ask }: SearchOrder, tell: Tell): Promise<void> {
  const whole: ProposalGround = { ...ground, candidates: JSON.parse(candidates) as ProposalGround['candidates'] };
  const work = proposalWork(whole, ask);
  const problem = problemOf(work, whole);
  if (task === 'CONSORTIA') return consortiaFor({ work, problem, ground: whole, count }, tell);
  tell({ kind: 'seat', candidates: seatsFrom(replacementsFor(problem, problem.given, count), work) });
  tell({ kind: 'end', end: 'all' });
}

interface Task {
  readonly work: ProposalWork;
  readonly problem: ConsortiumProblem;
  readonly ground: ProposalGround;
  readonly count: number;
}

async function consortiaFor({ work, problem, ground, count }: Task, tell: Tell): Promise<void> {
  const solver = await linearSolver();
  const found = (choice: Choice & Partial<Proposal>, alternatives?: ReturnType<typeof alternativesIn>) => consortiumFrom(choice, work, ground, alternatives);
  const { end, proposals } = searchConsortia(problem, count, work.limits, solver, {
    greedy: (nth, choice, milliseconds) => { tell({ kind: 'at once', nth, milliseconds, ...(choice && { found: found(choice) }) }); },
    proved: (nth, proposal) => { tell({ kind: 'proved', nth, found: found(proposal, alternativesIn(problem, proposal, ALTERNATIVES)) }); },
  });
  if (end !== 'none' || proposals.length > 0) {
    tell({ kind: 'end', end });
    return;
  }
  const { members, ...demands } = conflictIn(problem, { ...work.limits, seconds: CONFLICT_SECONDS }, solver);
  tell({ kind: 'end', end, conflict: { ...demands, members: members.flatMap((option) => work.options[option]?.id ?? []) } });
}

/** Compiles the rules of the call into what the search is about. */
export function problemOf({ options, problem }: ProposalWork, { call, project }: Pick<ProposalGround, 'call' | 'project'>): ConsortiumProblem {
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
