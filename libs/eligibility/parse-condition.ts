import {
  MEMBER_ROLES,
  OPERATORS,
  type Alternative,
  type Condition,
  type Measure,
  type MeasureName,
  type MemberFilter,
  type Operator,
  type RuleValue,
} from './rule.js';
import type { Place } from './rule-reader.js';

const FILTER_KEYS = [
  'roles', 'countryIn', 'orgTypeIn', 'nutsNotIn', 'designation', 'document', 'experienceTheme', 'independent',
  'or', 'not',
];

export function parseFilter(place: Place): MemberFilter {
  place.onlyKeys(FILTER_KEYS);
  return {
    ...place.optional('roles', (roles) => roles.items().map((role) => role.oneOf(MEMBER_ROLES))),
    ...place.optional('countryIn', (set) => (typeof set.value === 'string' ? [set.text()] : set.texts())),
    ...place.optional('orgTypeIn', (types) => types.texts()),
    ...place.optional('nutsNotIn', (area) => area.text()),
    ...place.optional('designation', (designation) => designation.text()),
    ...place.optional('document', (document) => document.text()),
    ...place.optional('experienceTheme', (theme) => theme.text()),
    ...place.optional('independent', (independent) => independent.flag()),
    ...place.optional('or', parseFilter),
    ...place.optional('not', parseFilter),
  };
}

/** What each measure needs beside its name. */
const MEASURE_KEYS: Readonly<Record<MeasureName, readonly string[]>> = {
  count: [],
  countDistinct: ['field'],
  countIn: ['field', 'set'],
  everyGroup: ['groupBy', 'having'],
  maxPerGroup: ['groupBy', 'of'],
  anyOf: ['of'],
  ratio: ['num', 'den'],
  field: ['field'],
  hasField: ['field'],
  hasDocument: ['kind'],
  projectExperience: ['spec'],
  screening: ['questionnaire'],
};
const MEASURE_NAMES = Object.keys(MEASURE_KEYS) as readonly MeasureName[];

export function parseMeasure(place: Place): Measure {
  const fn = place.at('fn').oneOf(MEASURE_NAMES);
  place.onlyKeys(['fn', ...MEASURE_KEYS[fn]]);
  return readMeasure(fn, place);
}

/** A condition inside a measure is written flat: `{ where, fn, field, op, value }`. */
function parseCondition(place: Place): Condition {
  const fn = place.at('fn').oneOf(MEASURE_NAMES);
  place.onlyKeys(['where', 'fn', ...MEASURE_KEYS[fn], 'op', 'value']);
  return { ...place.optional('where', parseFilter), measure: readMeasure(fn, place), ...parseComparison(place) };
}

/** @throws InvalidRule when the operator cannot compare with the value. */
export function parseComparison(place: Place): { op: Operator; value: RuleValue } {
  const op = place.at('op').oneOf(OPERATORS);
  return { op, value: readValue(op, place.at('value')) };
}

function readMeasure(fn: MeasureName, place: Place): Measure {
  const text = (key: string): string => place.at(key).text();
  switch (fn) {
    case 'count':
      return { fn };
    case 'countDistinct':
    case 'field':
    case 'hasField':
      return { fn, field: text('field') };
    case 'countIn':
      return { fn, field: text('field'), set: text('set') };
    case 'everyGroup':
      return { fn, groupBy: text('groupBy'), having: parseCondition(place.at('having')) };
    case 'maxPerGroup':
      return { fn, groupBy: text('groupBy'), of: text('of') };
    case 'anyOf':
      return { fn, of: place.at('of').items().map(parseAlternative) };
    case 'ratio':
      return { fn, num: text('num'), den: text('den') };
    case 'hasDocument':
      return { fn, kind: text('kind') };
    case 'projectExperience':
      return { fn, spec: place.at('spec').record() };
    case 'screening':
      return { fn, questionnaire: text('questionnaire') };
  }
}

/** `{ option, allOf: [...] }`, or `{ option }` beside one flat condition. */
function parseAlternative(place: Place): Alternative {
  const option = place.at('option').text();
  if (place.has('allOf')) {
    place.onlyKeys(['option', 'allOf']);
    return { option, allOf: place.at('allOf').items().map(parseCondition) };
  }
  return { option, allOf: [parseCondition(place.without('option'))] };
}

function readValue(op: Operator, place: Place): RuleValue {
  const { value } = place;
  switch (op) {
    case '==':
    case '!=':
      return isScalar(value) ? value : place.refuse('must be a text, a number, true or false');
    case '>=':
    case '<=':
      return typeof value === 'number' ? value : place.refuse('must be a number');
    case 'in':
    case 'notIn':
      return place.items().map(readListed);
    case 'between':
      return readRange(place);
  }
}

function readListed(place: Place): string | number {
  return typeof place.value === 'number' ? place.value : place.text();
}

function readRange(place: Place): readonly number[] {
  const [low, high, ...more] = place.items().map(({ value }) => value);
  if (typeof low === 'number' && typeof high === 'number' && low <= high && more.length === 0) return [low, high];
  return place.refuse('must be two numbers, the lower first');
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
