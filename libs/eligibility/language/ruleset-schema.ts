import { clause, CLAUSE_DEFS } from './clause-grammar.js';
import { FILTER_DEFS, memberFilter } from './filter-grammar.js';
import { FRAME_KEYS, MOST_RULES, SHORT_WHEN } from './rule-keys.js';
import { object, objectSchema, text, type JsonSchema, type Shape } from './shape.js';

const message: Shape<unknown> = {
  read: (place) => place.record(),
  schema: { type: 'object', additionalProperties: { type: 'string', minLength: 1 }, minProperties: 1 },
};
const anything = (schema: JsonSchema): Shape<unknown> => ({ read: (place) => place.value, schema });

const short = Object.keys(SHORT_WHEN).map((key) => object({ [key]: text }, {}).schema);
const when = anything({ anyOf: [clause.schema, ...short] });
const needed = { ...FRAME_KEYS.needed, message };
const possible = { ...FRAME_KEYS.possible, when };

/** The short form names its measure; what goes with it is checked when it is read. */
const measure = anything({ type: 'object', required: ['fn'] });
const shortDemand = { where: memberFilter, op: anything({ type: 'string' }), value: anything({}) };

/**
 * JSON Schema (draft 2020-12) of a ruleset, for editors that help while a rule is written. It takes everything that
 * `parseRules` takes; that also finds what a schema cannot say, such as circles.
 */
export const RULESET_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Rules of a call',
  type: 'array',
  maxItems: MOST_RULES,
  items: {
    anyOf: [
      objectSchema({ ...needed, must: clause }, possible),
      objectSchema({ ...needed, measure }, { ...possible, ...shortDemand }),
    ],
  },
  $defs: { ...FILTER_DEFS, ...CLAUSE_DEFS },
};
