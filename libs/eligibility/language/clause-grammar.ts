import {
  GROUP_FIELDS,
  isMemberField,
  isProjectField,
  MEMBER_FIELDS,
  PROJECT_FIELDS,
  SUM_FIELDS,
} from '../facts/fields.js';
import type { FieldKind, MemberField, ProjectField } from '../facts/fields.js';
import { compared, type ComparedKind } from './comparison.js';
import { groupField, memberFilter, projectFilter } from './filter-grammar.js';
import type { Place } from './place.js';
import {
  REGISTER_GROUPS,
  type Clause,
  type Comparison,
  type Condition,
  type Measure,
  type MeasureName,
  type MemberFilter,
  type Option,
  type Quantity,
} from './rule.js';
import {
  known,
  listOf,
  matching,
  named,
  object,
  objectSchema,
  oneOf,
  text,
  wholeNumber,
  type JsonSchema,
  type Shape,
} from './shape.js';

const projectFields = Object.keys(PROJECT_FIELDS).filter(isProjectField);
const ofKind = (kind: FieldKind): ProjectField[] => projectFields.filter((name) => PROJECT_FIELDS[name] === kind);
const anyField = [...projectFields, ...Object.keys(MEMBER_FIELDS).filter(isMemberField)];
const kindOf = (field: MemberField | ProjectField): FieldKind =>
  isProjectField(field) ? PROJECT_FIELDS[field] : MEMBER_FIELDS[field];

const sumField = known('amount of a member', SUM_FIELDS);
const numberOfProject = known('number of the project', ofKind('number'));
const listOfProject = known('list of the project', ofKind('names'));
const recordKind = matching(/^[A-Z][A-Z_]*$/, 'CONSORTIUM');

/** A field of the project by its name, or a count or sum over members. */
const quantity: Shape<Quantity> = {
  read: (place) =>
    place.isRecord()
      ? object({}, { where: memberFilter, sum: sumField }).read(place)
      : { project: numberOfProject.read(place) },
  schema: { anyOf: [numberOfProject.schema, objectSchema({}, { where: memberFilter, sum: sumField })] },
};

export const clause: Shape<Clause> = named('clause', readClause);
/** What a choice of members must satisfy: counts of the chosen ones. */
const countCondition: Shape<Condition> = named('count', (place) => readCondition(place, ['count']));

interface Form {
  readonly compares: ComparedKind | 'field';
  readonly needed: Readonly<Record<string, Shape<unknown>>>;
  readonly possible?: Readonly<Record<string, Shape<unknown>>>;
}

/** What each measure needs beside its name, and what it can be compared with. This is the language in one table. */
const MEASURES: Readonly<Record<MeasureName, Form>> = {
  count: { compares: 'number', needed: {} },
  countDistinct: {
    compares: 'number',
    needed: { field: known('field to tell apart', [...GROUP_FIELDS, ...ofKind('names')]) },
  },
  countIn: { compares: 'number', needed: { field: listOfProject, set: text } },
  sum: { compares: 'number', needed: { field: sumField } },
  share: { compares: 'proportion', needed: {}, possible: { field: sumField, among: memberFilter } },
  ratio: { compares: 'proportion', needed: { num: quantity, den: quantity } },
  everyGroup: { compares: 'truth', needed: { groupBy: groupField, having: clause } },
  selection: {
    compares: 'truth',
    needed: { size: wholeNumber(1, 50) },
    possible: { differ: listOf(groupField), with: listOf(countCondition, 12) },
  },
  maxPerGroup: { compares: 'number', needed: { groupBy: oneOf(REGISTER_GROUPS), of: recordKind } },
  field: { compares: 'field', needed: { field: known('field', anyField) } },
  hasField: { compares: 'truth', needed: { field: known('field', anyField) } },
  hasDocument: { compares: 'truth', needed: { kind: text } },
  projectExperience: { compares: 'truth', needed: { spec: projectFilter } },
  screening: { compares: 'name', needed: { questionnaire: text } },
};
const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** Reads `{ where, fn, …, op, value }`. */
function readCondition(place: Place, allowed = MEASURE_NAMES): Condition {
  const fn = place.at('fn').oneOf(allowed);
  const { where, op, value, ...measure } = shapeOf(fn, comparedKind(fn, place)).read(place) as Comparison & {
    readonly where?: MemberFilter;
  };
  const read = { ...(where && { where }), measure: { ...DEFAULTS[fn], ...measure } as unknown as Measure, op, value };
  refuseNonsense(read, place);
  return read;
}

const DEFAULTS: Partial<Readonly<Record<MeasureName, object>>> = { selection: { differ: [], with: [] } };

function comparedKind(fn: MeasureName, place: Place): ComparedKind {
  const { compares, needed } = MEASURES[fn];
  if (compares !== 'field') return compares;
  const kind = kindOf(needed['field']?.read(place.at('field')) as ProjectField);
  return kind === 'text' ? place.at('field').refuse('is a text, which is there or not: use hasField') : kind;
}

function shapeOf(fn: MeasureName, kind: ComparedKind): Shape<unknown> {
  const { needed, possible, compares } = MEASURES[fn];
  const field = { field: oneOf(anyField.filter((name) => kindOf(name) === kind)) };
  return compared(
    kind,
    { fn: oneOf([fn]), ...(compares === 'field' ? field : needed) },
    { where: memberFilter, ...possible },
  );
}

function schemaOf(fn: MeasureName): JsonSchema {
  const { compares } = MEASURES[fn];
  const kinds: readonly ComparedKind[] =
    compares === 'field' ? ['number', 'name', 'names', 'flag', 'date'] : [compares];
  return { anyOf: kinds.map((kind) => shapeOf(fn, kind).schema) };
}

/** Combinations that can be written and cannot mean anything. */
function refuseNonsense({ where, measure, op }: Condition, place: Place): void {
  if (measure.fn === 'selection') {
    const odd = measure.with.findIndex(
      (each) => !['>=', '<=', '==', 'between'].includes(each.op) || each.where?.independent,
    );
    if (odd >= 0) place.at('with').refuse(`entry ${odd + 1} must be a plain count with >=, <=, == or between`);
  }
  if (where?.independent && measure.fn !== 'count') {
    place
      .at('where')
      .at('independent')
      .refuse('goes with count alone; use a selection whose members differ in controller');
  }
  if (measure.fn === 'maxPerGroup' && op !== '<=') place.at('op').refuse('can only be <= with maxPerGroup');
}

const option: Shape<Option> = named('option', readOption);
const COMBINED = {
  allOf: object({ allOf: listOf(clause) }, {}),
  anyOf: object({ anyOf: listOf(option) }, {}),
  not: object({ not: clause }, {}),
  rule: object({ rule: text }, {}),
};

export function readClause(place: Place): Clause {
  if (place.has('allOf')) return COMBINED.allOf.read(place);
  if (place.has('anyOf')) return COMBINED.anyOf.read(place);
  if (place.has('not')) return COMBINED.not.read(place);
  if (place.has('rule')) return COMBINED.rule.read(place);
  return readCondition(place);
}

/** A clause, with the name that the call gives to this way out. */
export function readOption(place: Place): Option {
  if (!place.has('option')) return { clause: readClause(place) };
  return { option: text.read(place.at('option')), clause: readClause(place.without('option')) };
}

const clauseSchemas = [
  ...MEASURE_NAMES.map((fn) => ({ $ref: `#/$defs/${fn}` })),
  ...Object.values(COMBINED).map(({ schema }) => schema),
];

export const CLAUSE_DEFS: JsonSchema = {
  clause: { anyOf: clauseSchemas },
  option: { description: 'A clause, with or without a name in the key “option”.', type: 'object' },
  ...Object.fromEntries(MEASURE_NAMES.map((fn) => [fn, schemaOf(fn)])),
};
