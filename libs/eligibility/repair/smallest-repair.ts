import type { EligibilityCall } from '../eligibility-call.js';
import type { Draft } from '../facts/draft.js';
import { constraintsOf, type AimedRule } from '../linear/constraints.js';
import type { Solver } from '../linear/solver.js';
import { compileRules, type CompiledRule } from '../proof/compile.js';
import type { MissingFact } from '../proof/finding.js';
import { judge } from '../proof/judge.js';
import { merged } from '../verdicts.js';
import { kindsOf, type Candidate, type Kind } from './kinds.js';
import { documentsIn, joinersOf, movesOf, subsets, supplying, type Move } from './moves.js';
import { stepsOf, type Chooser, type RepairStep } from './repair-steps.js';

/** The least change that makes all MANDATORY rules MET, or the rules that no change can make so together. */
export type Repair =
  | { readonly steps: readonly RepairStep[]; readonly open: readonly string[] }
  | { readonly conflict: readonly string[] };

/**
 * Prepares repairs of drafts for a call: its candidates are sorted by what the rules can tell apart, so that a repair
 * looks at kinds rather than at thousands of organisations. Who is best may be said with each draft; without, it is
 * whoever was given first.
 *
 * Every MANDATORY rule shall be MET; one that hangs on facts which no change can supply (`open`) shall at least not be
 * NOT_MET. Exact: no other set of steps is smaller.
 */
export function repairer(
  call: EligibilityCall,
  candidates: readonly Candidate[],
  solve: Solver,
): (draft: Draft, best?: Chooser) => Repair {
  const compiled = compileRules(call).filter(({ rule }) => rule.severity === 'MANDATORY');
  const rules = compiled.map(({ rule }) => rule);
  const kinds = kindsOf(candidates, rules, call);
  const documents = documentsIn(rules);
  const oneOfAKind = joinersOf(kinds, documents.ofMembers, 1);
  const manyOfAKind = once(() => joinersOf(kinds, documents.ofMembers, MOST_OF_A_KIND));
  return (given, best) => {
    const draft = merged(given);
    const lacking = documents.ofDraft.filter((kind) => draft.project.documents?.[kind] !== true);
    const shopOf = (joiners: typeof oneOfAKind): Shop => ({
      draft,
      moves: movesOf(draft, joiners, documents.ofMembers),
      lacking,
      solve,
    });
    return repaired(shopOf(oneOfAKind), once(() => shopOf(manyOfAKind())), compiled, kinds, best);
  };
}

/** What is left of a draft, who joins, and what the draft supplies as a whole. */
interface Solution {
  readonly moves: readonly Move[];
  readonly supplied: readonly string[];
  readonly cost: number;
}

interface Shop {
  readonly draft: Draft;
  readonly moves: readonly Move[];
  /** Documents that the draft as a whole could still supply. */
  readonly lacking: readonly string[];
  readonly solve: Solver;
}

/** As many of one kind can join; more alike would make a strange repair. */
const MOST_OF_A_KIND = 5;

function repaired(
  small: Shop,
  large: () => Shop,
  compiled: readonly CompiledRule[],
  kinds: readonly Kind[],
  best: Chooser | undefined,
): Repair {
  const wished = compiled.map((rule) => aimed(rule, small.draft));
  const whole = cheapest(wished, small);
  // What is possible together is so one by one; otherwise each rule is asked for itself.
  const rules = whole === undefined ? wished.map((rule) => lowered(rule, small, large)) : wished;
  const first = whole ?? cheapest(rules, small);
  // Two of a kind make two steps at least, so they cannot better a repair of as few.
  const solution = first !== undefined && first.cost <= 2 ? first : (cheapest(rules, large(), first?.cost) ?? first);
  if (solution === undefined) return { conflict: conflictOf(rules, large()) };
  const open = rules.filter(({ aim }) => aim === 'NOT_REFUSED').map(({ rule }) => rule.id);
  return { steps: stepsOf(small.draft, solution, kinds, rules, best), open };
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}

/** A rule that hangs on facts which no step supplies shall at least not be refused. */
function aimed(rule: CompiledRule, draft: Draft): AimedRule {
  const { verdict, found } = judge(rule, draft);
  return { ...rule, aim: verdict !== 'UNKNOWN' || found.missing.some(canBeSupplied) ? 'MET' : 'NOT_REFUSED' };
}

/** Neither shall one be that no step can surely meet. */
function lowered(rule: AimedRule, small: Shop, large: () => Shop): AimedRule {
  if (rule.aim === 'NOT_REFUSED' || isPossible([rule], small) || isPossible([rule], large())) return rule;
  return { ...rule, aim: 'NOT_REFUSED' };
}

/** Documents and a coordinator are what steps bring; all else is a matter of asking. */
export const canBeSupplied = ({ fact }: MissingFact): boolean => fact === 'coordinator' || fact.startsWith('document:');

/** Whether any change at all would do. */
function isPossible(rules: readonly AimedRule[], { moves, lacking, draft, solve }: Shop): boolean {
  const options = moves.map(({ member }) => member);
  return subsets(lacking).some((supplied) => {
    const system = constraintsOf(rules, options, supplying(draft, supplied).project);
    return solve(system, { costs: new Map(), peaks: [] }) !== undefined;
  });
}

/** The cheapest way, over all choices of documents that the draft supplies as a whole, if it costs less than a limit. */
function cheapest(rules: readonly AimedRule[], shop: Shop, limit = Infinity): Solution | undefined {
  let best: Solution | undefined;
  for (const supplied of subsets(shop.lacking)) best = solved(rules, supplied, shop, best?.cost ?? limit) ?? best;
  return best;
}

/** Each step costs 1; who joins and who leaves make a swap, so only the larger of both numbers counts. */
function solved(
  rules: readonly AimedRule[],
  supplied: readonly string[],
  { draft, moves, solve }: Shop,
  limit: number,
): Solution | undefined {
  const columns = (fits: (move: Move) => boolean, weight: number): [number, number][] =>
    moves.flatMap((move, column) => (fits(move) ? [[column, weight]] : []));
  const changes = moves.flatMap((move, column): [number, number][] =>
    changesOf(move) > 0 ? [[column, changesOf(move)]] : [],
  );
  const joining = columns(({ was }) => was === undefined, 1);
  const leaving = columns(({ was }) => was !== undefined, -1);
  const size = draft.members.length;
  const most = limit - 1 - supplied.length;
  const cutoff = [
    { rule: 'limit', terms: added(changes, joining), max: most },
    { rule: 'limit', terms: added(changes, leaving), max: most - size },
  ];
  const system = constraintsOf(
    rules,
    moves.map(({ member }) => member),
    supplying(draft, supplied).project,
  );
  const taken = solve(
    { ...system, rows: [...system.rows, ...(limit === Infinity ? [] : cutoff)] },
    {
      costs: added(
        changes,
        moves.map((move, column) => [column, reluctance(move) / (10 * (size + 10))]),
      ),
      peaks: [
        { constant: 0, terms: new Map(joining) },
        { constant: size, terms: new Map(leaving) },
      ],
    },
  );
  if (taken === undefined) return undefined;
  const chosen = moves.filter((_, column) => taken.has(column));
  return { moves: chosen, supplied, cost: costOf(chosen, draft) + supplied.length };
}

/** Among repairs of as many steps: rather add than change roles, rather that than swap, and leave the coordinator alone. */
function reluctance({ was, newRole, member: { roles } }: Move): number {
  const coordinates = roles.includes('COORDINATOR');
  if (was === undefined) return coordinates ? 0.5 : 0;
  return (newRole === undefined ? 0 : 0.7) - (was.roles.includes('COORDINATOR') ? 2 : 1);
}

function added(...parts: readonly (readonly (readonly [number, number])[])[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [column, value] of parts.flat()) sum.set(column, (sum.get(column) ?? 0) + value);
  return sum;
}

function costOf(moves: readonly Move[], { members }: Draft): number {
  const staying = moves.filter(({ was }) => was !== undefined).length;
  const changes = moves.reduce((sum, move) => sum + changesOf(move), 0);
  return Math.max(moves.length - staying, members.length - staying) + changes;
}

const changesOf = ({ newRole, supplied }: Move): number => (newRole === undefined ? 0 : 1) + supplied.length;

/** Rules that cannot be kept together, and can if any one of them is dropped. */
function conflictOf(rules: readonly AimedRule[], shop: Shop): string[] {
  let kept = rules;
  for (const rule of rules) {
    const without = kept.filter((each) => each !== rule);
    if (!isPossible(without, shop)) kept = without;
  }
  return kept.map(({ rule }) => rule.id);
}
