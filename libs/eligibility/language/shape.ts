import { hint, type Place } from './place.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** One description of a form, from which both the reading and the JSON Schema follow, so that they cannot differ. */
export interface Shape<T> {
  /** @throws InvalidRule naming the place */
  read(place: Place): T;
  readonly schema: JsonSchema;
}

export type Read<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = {
  read: (place) =>
    typeof place.value === 'string' && place.value !== '' ? place.value : place.refuse(`must be a text${place.said()}`),
  schema: { type: 'string', minLength: 1 },
};

export const flag: Shape<boolean> = {
  read: (place) =>
    typeof place.value === 'boolean' ? place.value : place.refuse(`must be true or false${place.said()}`),
  schema: { type: 'boolean' },
};

export const number: Shape<number> = {
  read: (place) =>
    typeof place.value === 'number' && Number.isFinite(place.value)
      ? place.value
      : place.refuse(`must be a number${place.said()}`),
  schema: { type: 'number' },
};

export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    read: (place) => {
      const value = number.read(place);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      return place.refuse(`must be a whole number from ${least} to ${most}${place.said()}`);
    },
    schema: { type: 'integer', minimum: least, maximum: most },
  };
}

export function matching(pattern: RegExp, example: string): Shape<string> {
  return {
    read: (place) =>
      pattern.test(text.read(place)) ? String(place.value) : place.refuse(`must look like ${example}${place.said()}`),
    schema: { type: 'string', pattern: pattern.source },
  };
}

export function constant<const T extends boolean | string>(wanted: T): Shape<T> {
  return {
    read: (place) => (place.value === wanted ? wanted : place.refuse(`can only be ${wanted}${place.said()}`)),
    schema: { const: wanted },
  };
}

export function oneOf<const T extends string>(names: readonly T[]): Shape<T> {
  return { read: (place) => place.oneOf(names), schema: { enum: names } };
}

/** A name from a closed vocabulary. */
export function known<const T extends string>(what: string, names: readonly T[]): Shape<T> {
  return {
    read: (place) => {
      const name = text.read(place);
      const found = names.find((each) => each === name);
      return found ?? place.refuse(`names no ${what}: ${name}${hint(name, names)}`);
    },
    schema: { enum: names },
  };
}

export function listOf<T>(item: Shape<T>, most = 1000): Shape<readonly T[]> {
  return {
    read: (place) => {
      const items = place.items();
      if (items.length === 0) place.refuse('must not be empty');
      if (items.length > most) place.refuse(`has ${items.length} entries; at most ${most} are taken`);
      return items.map((each) => item.read(each));
    },
    schema: { type: 'array', items: item.schema, minItems: 1, maxItems: most },
  };
}

/** A list, or its only entry without brackets. */
export function oneOrMore<T>(item: Shape<T>): Shape<readonly T[]> {
  const list = listOf(item);
  return {
    read: (place) => (Array.isArray(place.value) ? list.read(place) : [item.read(place)]),
    schema: { anyOf: [item.schema, list.schema] },
  };
}

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Needed<N extends Shapes> = { readonly [K in keyof N]: Read<N[K]> };
type Possible<P extends Shapes> = { readonly [K in keyof P]?: Read<P[K]> };

/** An object with keys that it must have and keys that it may have, and no others. */
export function object<N extends Shapes, P extends Shapes>(needed: N, possible: P): Shape<Needed<N> & Possible<P>> {
  const all: Shapes = { ...needed, ...possible };
  return {
    read: (place) => {
      place.onlyKeys(Object.keys(all));
      const keys = Object.keys(all).filter((key) => key in needed || place.has(key));
      return Object.fromEntries(keys.map((key) => [key, all[key]?.read(place.at(key))])) as Needed<N> & Possible<P>;
    },
    schema: objectSchema(needed, possible),
  };
}

export function objectSchema(needed: Shapes, possible: Shapes): JsonSchema {
  const all = Object.entries({ ...needed, ...possible });
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([key, { schema }]) => [key, schema])),
    required: Object.keys(needed),
    additionalProperties: false,
  };
}

/** A form that contains itself, by its name in the schema's `$defs`. */
export function named<T>(name: string, read: (place: Place) => T): Shape<T> {
  return { read, schema: { $ref: `#/$defs/${name}` } };
}
