import { readClause, readOption } from './clause-grammar.js';
import { refuseUnfit } from './refuse-unfit.js';
import { InvalidRule, Place } from './place.js';
import type { Clause, Message, Rule } from './rule.js';
import { FRAME_KEYS, MOST_RULES, SHORT_WHEN } from './rule-keys.js';
import { object, text } from './shape.js';

/** A mistake in a ruleset, for whoever wrote it. */
export interface RuleProblem {
  /** The rule it is in, where it has an id. */
  readonly rule?: string;
  /** Where, as in `rules[2].where.roles[0]`. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Reads the rules of a call from JSON.
 *
 * @throws InvalidRule with the path of the first mistake: a wrong type, an unknown key or name, a value that its
 * operator cannot compare, a second rule of the same id, rules that refer to each other in a circle.
 */
export function parseRules(json: unknown): Rule[] {
  const rules = placesOf(json).map(readRule);
  refuseUnfit(rules);
  return rules;
}

/** All mistakes of a ruleset, one a rule; none when it can be published. */
export function checkRules(json: unknown): RuleProblem[] {
  try {
    const problems = placesOf(json).flatMap((place) => problemsOf(place, () => readRule(place)));
    if (problems.length === 0) parseRules(json);
    return problems;
  } catch (error) {
    return [problemOf(error)];
  }
}

function placesOf(json: unknown): Place[] {
  const place = new Place(json, 'rules');
  const places = place.items();
  if (places.length > MOST_RULES) place.refuse(`has ${places.length} rules; at most ${MOST_RULES} are taken`);
  return places;
}

function problemsOf(place: Place, read: () => unknown): RuleProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    const id = place.isRecord() ? place.record()['id'] : undefined;
    return [{ ...(typeof id === 'string' && { rule: id }), ...problemOf(error) }];
  }
}

function problemOf(error: unknown): RuleProblem {
  if (!(error instanceof InvalidRule)) throw error;
  return { path: error.path, reason: error.reason };
}

/** What a rule says beside what it demands. */
const RULE_FRAME = object(FRAME_KEYS.needed, FRAME_KEYS.possible);
const DEMAND_KEYS = ['must', 'where', 'measure', 'op', 'value'];

function readRule(place: Place): Rule {
  const {
    level = 'consortium',
    src = [],
    assumed = false,
    ...said
  } = RULE_FRAME.read(place.without('message', 'when', ...DEMAND_KEYS));
  return {
    ...said,
    level,
    ...(place.has('when') && { when: readWhen(place.at('when')) }),
    must: readDemand(place),
    message: readMessage(place.at('message')),
    src,
    assumed,
  };
}

/** What a rule demands: `must` with a clause, or one condition in the rule itself: where, measure, op, value. */
function readDemand(place: Place): Clause {
  if (place.has('must')) {
    const second = DEMAND_KEYS.slice(1).find((key) => place.has(key));
    if (second !== undefined) place.at(second).refuse('stands beside “must”; a rule has one or the other');
    return readClause(place.at('must'));
  }
  const measure = place.at('measure');
  const kept = Object.fromEntries(
    ['where', 'op', 'value'].filter((key) => place.has(key)).map((key) => [key, place.at(key).value]),
  );
  if (measure.record()['fn'] === 'anyOf') {
    measure.onlyKeys(['fn', 'of']);
    return { anyOf: measure.at('of').items().map(readOption) };
  }
  const second = ['where', 'op', 'value'].find((key) => measure.has(key));
  if (second !== undefined) measure.at(second).refuse('is written beside the measure, not in it');
  return readClause(new Place({ ...measure.record(), ...kept }, place.path));
}

function readWhen(place: Place): Clause {
  for (const [short, field] of Object.entries(SHORT_WHEN)) {
    if (!place.has(short)) continue;
    place.onlyKeys([short]);
    const value = text.read(place.at(short));
    return readClause(new Place({ fn: 'field', field, op: 'includes', value }, place.path));
  }
  return readClause(place);
}

function readMessage(place: Place): Message {
  const languages = Object.keys(place.record());
  if (languages.length === 0) place.refuse('must say something in at least one language');
  return Object.fromEntries(languages.map((language) => [language, text.read(place.at(language))]));
}
