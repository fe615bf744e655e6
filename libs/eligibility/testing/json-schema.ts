import type { JsonSchema } from '../language/shape.js';

/** Whether a value fits a schema, for the few keywords that ours uses. */
export function fits(value: unknown, schema: JsonSchema, root: JsonSchema = schema): boolean {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return fits(value, definition(reference, root), root);
  return Object.entries(schema).every(([keyword, wanted]) => KEYWORDS[keyword]?.(value, wanted, schema, root) ?? true);
}

function definition(reference: string, root: JsonSchema): JsonSchema {
  const found = (root['$defs'] as Readonly<Record<string, JsonSchema>>)[reference.replace('#/$defs/', '')];
  if (found === undefined) throw new RangeError(`${reference} leads nowhere`);
  return found;
}

type Properties = Readonly<Record<string, JsonSchema>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KEYWORDS: Readonly<
  Record<string, (value: unknown, wanted: unknown, schema: JsonSchema, root: JsonSchema) => boolean>
> = {
  type: (value, type) => {
    if (type === 'array') return Array.isArray(value);
    if (type === 'object') return isObject(value);
    return type === 'integer' ? Number.isInteger(value) : typeof value === type;
  },
  const: (value, wanted) => value === wanted,
  enum: (value, wanted) => (wanted as unknown[]).includes(value),
  anyOf: (value, ways, _, root) => (ways as JsonSchema[]).some((way) => fits(value, way, root)),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(String(pattern)).test(value),
  minLength: (value, least) => typeof value !== 'string' || value.length >= Number(least),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
  minItems: (value, least) => !Array.isArray(value) || value.length >= Number(least),
  maxItems: (value, most) => !Array.isArray(value) || value.length <= Number(most),
  items: (value, item, _, root) => !Array.isArray(value) || value.every((each) => fits(each, item as JsonSchema, root)),
  required: (value, names) => !isObject(value) || (names as string[]).every((name) => value[name] !== undefined),
  properties: (value, known, _, root) =>
    !isObject(value) ||
    Object.entries(known as Properties).every(
      ([name, schema]) => value[name] === undefined || fits(value[name], schema, root),
    ),
  additionalProperties: (value, more, schema, root) => {
    if (!isObject(value)) return true;
    const others = Object.keys(value).filter((name) => !((schema['properties'] ?? {}) as Properties)[name]);
    return more === false ? others.length === 0 : others.every((name) => fits(value[name], more as JsonSchema, root));
  },
};
