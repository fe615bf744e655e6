import type { EligibilityCall } from '#libs/eligibility';
import type { CallRecord } from '#libs/calls';
import { eligibilityCallOf } from '../admission.js';

type Query = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

interface FactsRow {
  readonly areas: Record<string, string[]>;
  readonly challenges: string[] | null;
  /** In order of time. */
  readonly milestones: readonly { key: string; kind: string; earliest: string; latest: string; ahead: boolean }[];
}

/** Local days. A milestone that ends at midnight ends on the day before. */
const FACTS = `
  SELECT
    (SELECT coalesce(json_object_agg(code, to_json(area)), '{}') FROM programmes WHERE area <> '{}') AS areas,
    (SELECT coalesce(facts #> '{challenges,value,list}', facts #> '{challenges,value}') FROM calls WHERE id = $1) AS challenges,
    ARRAY(SELECT json_build_object('key', key, 'kind', kind, 'ahead', ends_at > verbond_now(),
        'earliest', (starts_at AT TIME ZONE zone)::date,
        'latest', greatest(starts_at AT TIME ZONE zone, ends_at AT TIME ZONE zone - interval '1 microsecond')::date)
      FROM milestones WHERE call_id = $1 AND track_id IS NULL AND withdrawn_at IS NULL ORDER BY ends_at, key) AS milestones`;

/** A call with everything that its rules refer to: dates, programme areas and lists. Equal calls are one object. */
export async function readRuleFacts(query: Query, call: CallRecord): Promise<EligibilityCall> {
  const [row] = await query<FactsRow>(FACTS, [call.id]);
  if (row === undefined) throw new Error(`The facts of ${call.code} are not there.`);
  return oneOf({
    ...eligibilityCallOf(call),
    areas: row.areas,
    milestones: daysOf(row.milestones),
    ...(row.challenges !== null && { lists: { 'call.challenges': row.challenges } }),
  });
}

/** By key, and by kind: of several of a kind the one that comes next, or the last if all are over. */
function daysOf(milestones: FactsRow['milestones']): NonNullable<EligibilityCall['milestones']> {
  const kinds = new Set(milestones.map(({ kind }) => kind));
  const ofKind = [...kinds].flatMap((kind) => {
    const alike = milestones.filter((milestone) => milestone.kind === kind);
    const next = alike.find(({ ahead }) => ahead) ?? alike.at(-1);
    return next === undefined ? [] : [{ ...next, key: kind }];
  });
  return Object.fromEntries([...ofKind, ...milestones].map(({ key, earliest, latest }) => [key, { earliest, latest }]));
}

/** Rules are compiled once for each object, so that equal ones are kept. */
const MOST_KEPT = 50;
const kept = new Map<string, EligibilityCall>();

function oneOf(call: EligibilityCall): EligibilityCall {
  const key = JSON.stringify(call);
  const known = kept.get(key) ?? call;
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return known;
}
