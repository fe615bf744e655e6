import { missingWords, sentenceOf, supplierOf, type RepairStep, type Repair, type RuleVerdict, type Supplier } from '#libs/eligibility';
import { sourceAddress } from '#libs/calls';
import { localised, type Language } from '#libs/platform';
import { ConsortiumCheck, type ConsortiumRepair, type FactSupplier, type RepairStepView, type RuleCheck } from './check.types.js';
import type { CheckedDraft } from './checks.service.js';
import type { ConsortiumDraft } from './draft.js';
import type { ReadDraft } from './drafts.service.js';

/** Verdicts as they are read, in a language. */
export function rulesIn(
  verdicts: readonly RuleVerdict[],
  { call, eligibility }: Pick<ReadDraft, 'call' | 'eligibility'>,
  language: Language,
  viewOf: (supplier: Supplier) => FactSupplier,
): RuleCheck[] {
  const rules = new Map(eligibility.rules.map((rule) => [rule.id, rule]));
  return verdicts.map(({ rule: id, message, missing, src, ...verdict }) => {
    const rule = rules.get(id);
    return {
      ...verdict,
      id,
      sentence: rule === undefined ? '' : sentenceOf(rule, language),
      message: localised(message, language) ?? id,
      missing: missing.map(({ supplier, ...fact }) => ({
        ...fact,
        text: missingWords(fact.fact, language),
        supplier: viewOf(supplier),
      })),
      sources: src.map((name) => ({ name, url: sourceAddress(call.facts, name) })),
    };
  });
}

/** A check as it is read, in a language. @param given the draft that was checked */
export function checkView({ read, check }: CheckedDraft, { project }: ConsortiumDraft, language: Language): ConsortiumCheck {
  const { screening, overruled } = project ?? {};
  return Object.assign(new ConsortiumCheck(), {
    read,
    verdict: check.verdict,
    rulesetVersion: read.call.ruleset.version,
    rules: rulesIn(check.rules, read, language, (supplier) => supplierView(supplier, read)),
    overruled: overruled === undefined ? null : { ...overruled, found: screening ?? null },
  });
}

export function repairView(repair: Repair, read: ReadDraft): ConsortiumRepair {
  if ('conflict' in repair) return { steps: [], open: [], conflict: repair.conflict };
  return { steps: repair.steps.map((step) => stepView(step, read)), open: repair.open, conflict: [] };
}

function stepView(step: RepairStep, read: ReadDraft): RepairStepView {
  if (step.action === 'ADD' || step.action === 'SWAP') {
    const { first, ...rest } = step;
    return { ...rest, uuids: first.flatMap((code) => read.snapshot.candidates.get(code)?.id ?? []) };
  }
  if (step.action !== 'SUPPLY') return { ...step, uuids: [] };
  const { document, member } = step;
  const supplier = supplierOf({ fact: `document:${document}`, ...(member !== undefined && { member }) }, read.draft);
  return { ...step, uuids: [], supplier: supplierView(supplier, read) };
}

export function supplierView(supplier: Supplier, read: ReadDraft): FactSupplier {
  switch (supplier.who) {
    case 'MEMBER':
      return { kind: supplier.who, uuids: uuidsOf([supplier.member], read) };
    case 'LEAD':
      return { kind: supplier.who, uuids: uuidsOf(leadsOf(read), read) };
    case 'PROGRAMME_OFFICER':
      return { kind: supplier.who, uuids: [] };
    case 'DESIGNATED': {
      const { who: kind, ...designated } = supplier;
      return { kind, ...designated, uuids: holders(designated, read) };
    }
  }
}

const leadsOf = ({ draft }: ReadDraft): string[] =>
  draft.members.flatMap(({ id, roles }) => (roles.includes('COORDINATOR') ? [id] : []));

const uuidsOf = (codes: readonly string[], { organisations }: ReadDraft): string[] =>
  codes.flatMap((code) => organisations.get(code)?.uuid ?? []);

/** Public organisations that hold a designation today, in a country if one is asked. */
function holders({ designation, country }: { designation: string; country?: string }, { snapshot }: ReadDraft): string[] {
  const isHeld = (held: unknown): boolean => held === designation || String(held).startsWith(`${designation}:`);
  return [...snapshot.candidates.values()]
    .filter((each) => each.public && (country === undefined || each.country === country) && each.designations.some(isHeld))
    .map(({ id }) => id);
}
