import { parseComparison, parseFilter, parseMeasure } from './parse-condition.js';
import { RULE_LEVELS, SEVERITIES, type Message, type Rule, type RuleScope } from './rule.js';
import { Place } from './rule-reader.js';

const RULE_KEYS = [
  'id', 'level', 'when', 'where', 'measure', 'op', 'value', 'severity', 'message', 'src', 'assumed', 'note',
];

/**
 * Reads the rules of a call from JSON.
 *
 * @throws InvalidRule with the path of the first mistake: a wrong type, an unknown key or name, a value that its
 * operator cannot compare, a second rule of the same id.
 */
export function parseRules(json: unknown): Rule[] {
  const places = new Place(json, 'rules').items();
  const seen = new Set<string>();
  return places.map((place) => {
    const rule = parseRule(place);
    if (seen.has(rule.id)) place.at('id').refuse(`${rule.id} is used twice`);
    seen.add(rule.id);
    return rule;
  });
}

function parseRule(place: Place): Rule {
  place.onlyKeys(RULE_KEYS);
  return {
    id: place.at('id').text(),
    level: place.at('level').oneOf(RULE_LEVELS),
    ...place.optional('when', parseScope),
    ...place.optional('where', parseFilter),
    measure: parseMeasure(place.at('measure')),
    ...parseComparison(place),
    severity: place.at('severity').oneOf(SEVERITIES),
    message: parseMessage(place.at('message')),
    src: place.has('src') ? place.at('src').texts() : [],
    assumed: place.has('assumed') && place.at('assumed').flag(),
    ...place.optional('note', (note) => note.text()),
  };
}

function parseScope(place: Place): RuleScope {
  place.onlyKeys(['projectObjectiveIncludes', 'actionTypesInclude']);
  return {
    ...place.optional('projectObjectiveIncludes', (objective) => objective.text()),
    ...place.optional('actionTypesInclude', (action) => action.text()),
  };
}

function parseMessage(place: Place): Message {
  const languages = Object.keys(place.record());
  if (languages.length === 0) place.refuse('must say something in at least one language');
  return Object.fromEntries(languages.map((language) => [language, place.at(language).text()]));
}
