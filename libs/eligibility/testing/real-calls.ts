import { readFileSync } from 'node:fs';
import type { EligibilityCall } from '../eligibility-call.js';
import type { CountrySets } from '../facts/countries.js';
import { parseRules } from '../language/parse-rules.js';

/** The parts of calls.json that its rules speak of. */
interface CallsFile {
  readonly countrySets: CountrySets;
  readonly programmes: readonly {
    readonly id: string;
    readonly area?: { readonly prefixes: Readonly<Record<string, readonly string[]>> };
  }[];
  readonly calls: readonly CallEntry[];
}

interface CallEntry {
  readonly id: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly challenges?: { readonly value: readonly string[] };
  readonly milestones: readonly {
    readonly key: string;
    readonly kind: string;
    readonly precision: string;
    readonly local: string;
  }[];
  readonly tracks?: readonly { readonly body: string; readonly mayBeMember?: { readonly value: boolean } }[];
}

const FILE = new URL('../../directory/bundled/domain/calls.json', import.meta.url);
const file = JSON.parse(readFileSync(FILE, 'utf8')) as CallsFile;

export const REAL_CALLS = file.calls.map(({ id }) => id);

/** The rules of a real call as they stand in the file. */
export const realRules = (id: string): CallEntry['rules'] => entry(id).rules;

/** A real call with everything that its rules refer to. */
export function realCall(id: string): EligibilityCall {
  const { rules, challenges, milestones, tracks = [] } = entry(id);
  const exact = milestones.filter(({ precision }) => precision === 'DAY' || precision === 'MINUTE');
  const days = exact.map(({ local }) => ({ earliest: local.slice(0, 10), latest: local.slice(0, 10) }));
  return {
    rules: parseRules(rules),
    countrySets: file.countrySets,
    bodies: tracks.filter(({ mayBeMember }) => mayBeMember?.value === false).map(({ body }) => body),
    areas: Object.fromEntries(
      file.programmes.map((programme) => [programme.id, Object.values(programme.area?.prefixes ?? {}).flat()]),
    ),
    ...(challenges && { lists: { 'call.challenges': challenges.value } }),
    milestones: Object.fromEntries(
      exact.flatMap(({ key, kind }, index) => [
        [key, days[index]],
        [kind, days[index]],
      ]),
    ) as NonNullable<EligibilityCall['milestones']>,
  };
}

function entry(id: string): CallEntry {
  const found = file.calls.find((call) => call.id === id);
  if (found === undefined) throw new RangeError(`there is no real call ${id}`);
  return found;
}
