import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Draft, Member } from '../facts/draft.js';
import { parseRules } from '../language/parse-rules.js';
import type { MemberRole, Verdict } from '../language/rule.js';
import { solver } from '../linear/solver.js';
import { compileRules, type CompiledRule } from '../proof/compile.js';
import { judge } from '../proof/judge.js';
import { fullDraft, WORLD } from '../testing/arbitrary-drafts.js';
import { rule } from '../testing/arbitrary-rules.js';
import type { Candidate } from './kinds.js';
import { canBeSupplied, repairer } from './smallest-repair.js';

const solve = await solver();
const ROLES: readonly MemberRole[] = ['CO_APPLICANT', 'COORDINATOR', 'ASSOCIATED'];
const DOCUMENTS = ['LETTER', 'AGREEMENT'];

/** Everything that a draft of few members can be turned into, with the number of steps that it takes. */
function* outcomes(draft: Draft, candidates: readonly Candidate[]): Generator<{ draft: Draft; cost: number }> {
  const ways = draft.members.map((member) => [
    undefined,
    ...variants(member, [member.roles, ...ROLES.map((role) => [role])]),
  ]);
  const joins = candidates.map(({ id, facts }) => [
    undefined,
    ...variants({ id, facts, roles: [], confirmed: true }, [['CO_APPLICANT'], ['COORDINATOR']]),
  ]);
  for (const documents of [[], ['AGREEMENT']]) {
    for (const stays of product(ways)) {
      for (const joined of product(joins)) {
        const members = [...stays, ...joined].filter((each) => each !== undefined);
        const arrivals = joined.filter((each) => each !== undefined).length;
        const departures = stays.filter((each) => each === undefined).length;
        const supplied = documents.filter((kind) => draft.project.documents?.[kind] !== true);
        const changes = members.reduce((sum, each) => sum + each.cost, 0);
        const project = {
          ...draft.project,
          documents: { ...draft.project.documents, ...Object.fromEntries(supplied.map((kind) => [kind, true])) },
        };
        yield {
          draft: { members: members.map(({ member }) => member), project },
          cost: Math.max(arrivals, departures) + changes + supplied.length,
        };
      }
    }
  }
}

function variants(member: Member, roleSets: readonly (readonly MemberRole[])[]): { member: Member; cost: number }[] {
  return roleSets.flatMap((roles, index) =>
    [[], ['LETTER'], ['AGREEMENT'], DOCUMENTS].flatMap((supplied) => {
      const lacking = supplied.filter((kind) => member.documents?.[kind] !== true);
      if (lacking.length < supplied.length) return [];
      const documents = { ...member.documents, ...Object.fromEntries(lacking.map((kind) => [kind, true])) };
      return [
        {
          member: { ...member, roles, documents },
          cost: lacking.length + (index > 0 && member.roles.length > 0 ? 1 : 0),
        },
      ];
    }),
  );
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);
}

const isMet = (verdict: Verdict): boolean => verdict === 'MET' || verdict === 'NOT_APPLICABLE';

/** The least number of steps, by trying everything; undefined where nothing helps. */
function leastSteps(
  rules: readonly CompiledRule[],
  draft: Draft,
  candidates: readonly Candidate[],
): number | undefined {
  const all = [...outcomes(draft, candidates)].map(({ draft: outcome, cost }) => ({
    cost,
    verdicts: rules.map((each) => judge(each, outcome).verdict),
  }));
  const canBeMet = rules.map((rule, index) => {
    const { verdict, found } = judge(rule, draft);
    return (
      isMet(verdict) ||
      ((verdict === 'NOT_MET' || found.missing.some(canBeSupplied)) &&
        all.some(({ verdicts }) => isMet(verdicts[index]!)))
    );
  });
  const good = all.filter(({ verdicts }) =>
    verdicts.every((verdict, index) => (canBeMet[index] ? isMet(verdict) : verdict !== 'NOT_MET')),
  );
  return good.length === 0 ? undefined : Math.min(...good.map(({ cost }) => cost));
}

describe('repairer, against trying everything', () => {
  it('finds as few steps, and a conflict exactly when nothing helps', () => {
    const small = fullDraft.map((draft) => ({ ...draft, members: draft.members.slice(0, 2) }));
    const others = fullDraft.map(({ members }) =>
      members.slice(0, 1).map(({ facts }, index) => ({ id: `c${index}`, facts })),
    );
    fc.assert(
      fc.property(rule, rule, small, others, (first, second, draft, candidates) => {
        const call = { ...WORLD, rules: parseRules([first, { ...second, id: 's' }]) };
        const repair = repairer(call, candidates, solve)(draft);
        expect('steps' in repair ? repair.steps.length : undefined).toBe(
          leastSteps(compileRules(call), draft, candidates),
        );
      }),
      { seed: 20231130, numRuns: 10 },
    );
  });
});
