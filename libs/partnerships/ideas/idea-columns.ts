import { countryFilter } from '#libs/directory';
import { screen, SCREENING_VERSION, type ScreeningAnswers } from '#libs/eligibility';
import { InvalidInput, requiredText, textOf } from '#libs/platform';
import type { IdeaRecord, StoredScreening } from './idea-record.js';

type Told = Pick<
  IdeaRecord,
  | 'title' | 'summary' | 'language' | 'phases' | 'ambition' | 'purposes' | 'intendedResult' | 'objectives' | 'challenges' | 'actionTypes'
  | 'targetGroups' | 'activityCountries' | 'totalBudgetEur' | 'grantEur' | 'months' | 'startsOn' | 'endsOn' | 'disseminationPlan'
  | 'jointPreparatoryPhase' | 'visibility'
>;

type Known<T> = { readonly [K in keyof T]: NonNullable<T[K]> };

/** What an idea says in columns of its own. */
interface Values extends Known<Told> {
  readonly screening: ScreeningAnswers;
}

/** What is left out stays as it is; null takes back what was said. */
export type IdeaColumns = { readonly [K in keyof Values]?: Values[K] | null };

interface Column<T> {
  readonly name: string;
  /** @throws InvalidInput */
  readonly read: (field: string, value: T) => unknown;
  /** What stands for null. */
  readonly none: unknown;
}

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 20_000;
const LONGEST_ITEM = 200;
const LONGEST_ANSWER = 5000;
const MOST_ITEMS = 50;
const MOST_EUR = 1e12;
const MOST_MONTHS = 600;

const as = <T>(name: string, read: Column<T>['read'], none: unknown = null): Column<T> => ({ name, read, none });
const same = (_: string, value: unknown): unknown => value;
const text = (field: string, value: string): string => textOf(field, value, LONGEST_TEXT);

/** Each once, in the order given. */
const list = (field: string, values: readonly string[], read = (at: string, item: string) => requiredText(at, item, LONGEST_ITEM)): string[] => {
  if (values.length > MOST_ITEMS) throw new InvalidInput(field, `are ${values.length}: at most ${MOST_ITEMS}.`);
  return [...new Set(values.map((item, i) => read(`${field}[${i}]`, item)))];
};

const countries = (field: string, codes: readonly string[]): string[] =>
  list(field, codes, (at, code) => {
    try {
      return countryFilter(code);
    } catch {
      throw new InvalidInput(at, 'is a code of ISO 3166, such as BE.');
    }
  });

const euros = (field: string, value: number): number => {
  if (!(value >= 0 && value <= MOST_EUR)) throw new InvalidInput(field, `is not a number from 0 to ${MOST_EUR}.`);
  return value;
};

const months = (field: string, value: number): number => {
  if (!(value >= 1 && value <= MOST_MONTHS)) throw new InvalidInput(field, `is not a number from 1 to ${MOST_MONTHS}.`);
  return value;
};

const screening = (field: string, answers: ScreeningAnswers): StoredScreening => {
  const kept = Object.fromEntries(Object.entries(answers).map(([question, answer]) => [question, textOf(`${field}.${question}`, String(answer), LONGEST_ANSWER)]));
  return { answers: kept, version: SCREENING_VERSION, outcome: screen(kept) };
};

const COLUMNS: { readonly [K in keyof Values]: Column<Values[K]> } = {
  title: as('title', (field, value) => requiredText(field, value, LONGEST_TITLE), ''),
  summary: as('summary', text, ''),
  language: as('language', same),
  phases: as('phases', list, []),
  ambition: as('ambition', same),
  purposes: as('purposes', list, []),
  intendedResult: as('intended_result', text),
  objectives: as('objectives', list),
  challenges: as('challenges', list),
  actionTypes: as('action_types', list),
  targetGroups: as('target_groups', list),
  activityCountries: as('activity_countries', countries),
  totalBudgetEur: as('total_budget_eur', euros),
  grantEur: as('grant_eur', euros),
  months: as('months', months),
  startsOn: as('starts_on', same),
  endsOn: as('ends_on', same),
  disseminationPlan: as('dissemination_plan', text),
  jointPreparatoryPhase: as('joint_preparatory_phase', text),
  visibility: as('visibility', same, 'PRIVATE'),
  screening: as('screening', screening),
};

const FIELDS = Object.keys(COLUMNS) as (keyof Values)[];

/**
 * What is to be written, by column.
 * @throws InvalidInput naming the field at fault
 */
export function columnsOf(given: IdeaColumns): Map<string, unknown> {
  if (given.title === null) throw new InvalidInput('title', 'must not be empty.');
  return new Map(FIELDS.filter((field) => given[field] !== undefined).map((field) => [COLUMNS[field].name, valueOf(given, field)]));
}

function valueOf<K extends keyof Values>(given: Pick<IdeaColumns, K>, field: K): unknown {
  const { read, none }: Column<Values[K]> = COLUMNS[field];
  const value: Values[K] | null | undefined = given[field];
  return value == null ? none : read(field, value);
}
