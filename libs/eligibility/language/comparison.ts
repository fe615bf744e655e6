import type { FieldKind } from '../facts/fields.js';
import { OPERATORS, type Comparison, type Operator, type RelativeDate, type RuleValue } from './rule.js';
import { flag, listOf, matching, number, object, objectSchema, oneOf, text, type Read, type Shape } from './shape.js';

/** `names` hold several values at once; `truth` is what either holds or not; a `proportion` is hardly ever exact. */
export type ComparedKind = Exclude<FieldKind, 'text'> | 'proportion' | 'truth';

/** Operators that take the same kind of value. */
interface Form {
  readonly ops: readonly Operator[];
  readonly value: Shape<RuleValue>;
}

export const isoDate = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '2023-11-30');

const relativeDate: Shape<RelativeDate> = object(
  { milestone: text, offset: matching(/^[+-]?P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/, '-P2Y') },
  {},
);

/** A date, or one that moves with a milestone. */
const dateValue: Shape<string | RelativeDate> = {
  read: (place) => (place.isRecord() ? relativeDate.read(place) : isoDate.read(place)),
  schema: { anyOf: [isoDate.schema, relativeDate.schema] },
};

const range: Shape<readonly number[]> = {
  read: (place) => {
    const [low, high, ...more] = place.items().map(({ value }) => value);
    if (typeof low === 'number' && typeof high === 'number' && low <= high && more.length === 0) return [low, high];
    return place.refuse('must be two numbers, the lower first, as in [3, 5]');
  },
  schema: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
};

const FORMS: Readonly<Record<ComparedKind, readonly Form[]>> = {
  number: [
    { ops: ['==', '!=', '>=', '<='], value: number },
    { ops: ['between'], value: range },
    { ops: ['in', 'notIn'], value: listOf(number) },
  ],
  proportion: [
    { ops: ['>=', '<='], value: number },
    { ops: ['between'], value: range },
  ],
  name: [
    { ops: ['==', '!='], value: text },
    { ops: ['in', 'notIn'], value: listOf(text) },
  ],
  names: [{ ops: ['includes'], value: text }],
  flag: [{ ops: ['==', '!='], value: flag }],
  date: [{ ops: ['>=', '<='], value: dateValue }],
  truth: [{ ops: ['=='], value: flag }],
};

type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** An object that besides its own keys compares: `op` and a `value` that the operator can take. */
export function compared<N extends Shapes, P extends Shapes>(
  kind: ComparedKind,
  needed: N,
  possible: P,
): Shape<Read<ReturnType<typeof object<N, P>>> & Comparison> {
  const forms = FORMS[kind].map(({ ops, value }) => ({ ops, keys: { op: oneOf(ops), value } }));
  const ops = OPERATORS.filter((op) => forms.some((form) => form.ops.includes(op)));
  return {
    read: (written) => {
      const place = kind === 'truth' ? withDefault(written) : written;
      const op = place.at('op').oneOf(ops);
      const { keys } = forms.find((form) => form.ops.includes(op)) ?? place.refuse('cannot be compared');
      return object({ ...needed, ...keys }, possible).read(place);
    },
    schema: {
      anyOf: forms.map(({ keys }) =>
        kind === 'truth'
          ? objectSchema(needed, { ...possible, ...keys })
          : objectSchema({ ...needed, ...keys }, possible),
      ),
    },
  };
}

/** What holds or not is wanted to hold, unless the rule says otherwise. */
const withDefault = (place: Parameters<Shape<unknown>['read']>[0]): typeof place =>
  place.has('op') || place.has('value') ? place : place.with('op', '==').with('value', true);
