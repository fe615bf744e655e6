import { isMemberField, isProjectField, PROJECT_FIELDS, type GroupField, type ProjectField } from '../facts/fields.js';
import {
  isCondition,
  type Clause,
  type Comparison,
  type Condition,
  type Measure,
  type MemberFilter,
  type Quantity,
  type Rule,
  type RuleLevel,
} from '../language/rule.js';
import { namesIn, numbersIn } from '../language/values.js';
import { FIELDS, GROUPS, LISTS, MEMBER, ROLES, VALUES, type Noun } from './labels.js';
import { amongRoles, bracketed, countries, countrySet, factWords, projectDetails } from './member-words.js';
import type { SentenceLanguage } from './phrases.js';
import { Wording } from './wording.js';

/** What a rule demands, as a sentence: 'At least 3 different Member States of the EU among coordinator and co-applicants.' */
export function sentenceOf({ when, must, level }: Rule, language: SentenceLanguage): string {
  const words = new Wording(language);
  const demand = clauseWords(must, level, words);
  const text = when === undefined ? demand : words.say('when', { a: clauseWords(when, level, words), b: demand });
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function clauseWords(clause: Clause, level: RuleLevel, words: Wording): string {
  if ('allOf' in clause)
    return words.listed(
      'andAlso',
      clause.allOf.map((part) => clauseWords(part, level, words)),
    );
  if ('anyOf' in clause) {
    const options = clause.anyOf.map(
      (way, index) => `(${way.option ?? index + 1}) ${clauseWords(way.clause, level, words)}`,
    );
    return words.say('oneOf', { list: words.joined(options) });
  }
  if ('not' in clause) return words.say('denied', { a: clauseWords(clause.not, level, words) });
  if (!isCondition(clause)) return words.say('reference', { id: clause.rule });
  const text = conditionWords(clause, level, words);
  return clause.value === false && clause.measure.fn !== 'field' ? words.say('denied', { a: text }) : text;
}

function conditionWords(condition: Condition, level: RuleLevel, words: Wording): string {
  const { where, measure } = condition;
  switch (measure.fn) {
    case 'count':
      return countWords(where, condition, words);
    case 'countDistinct':
      return distinctWords(measure.field, where, condition, words);
    case 'countIn':
      return words.say('inList', { bound: words.bound(condition), things: things(measure.field, condition, words) });
    case 'sum':
      return words.say('together', {
        amount: words.of(FIELDS[measure.field]),
        of: ofMembers(where, words),
        bound: words.bound(condition, words.euros),
      });
    case 'share': {
      const whole = measure.field ? words.of(FIELDS[measure.field]) : words.say('numberOfMembers');
      const among =
        measure.among === undefined ? '' : `${bracketed(measure.among, words)} ${amongRoles(measure.among, words)}`;
      return words.say('share', {
        of: ofMembers(where, words),
        whole: `${whole}${among}`.trim(),
        bound: words.bound(condition, words.percent),
      });
    }
    case 'ratio':
      return words.say('proportion', {
        num: quantityWords(measure.num, words),
        den: quantityWords(measure.den, words),
        bound: words.bound(condition, words.percent),
      });
    case 'everyGroup':
      return words.say('everyGroup', {
        group: words.of(FIELDS[measure.groupBy]),
        whose: ` ${amongRoles(where, words)}${bracketed(where, words)}`.trimEnd(),
        having: clauseWords(measure.having, level, words),
      });
    case 'selection':
      return selectionWords(measure, where, words);
    case 'maxPerGroup':
      return words.say('perGroup', {
        bound: words.bound(condition),
        record: words.name(measure.of),
        group: words.of(GROUPS[measure.groupBy]),
      });
    case 'field':
      return fieldWords(measure.field, condition, level, words);
    case 'hasField': {
      const present = words.say('present', { label: words.of(FIELDS[measure.field]) });
      return isMemberField(measure.field) ? eachWords(where, level, present, words) : present;
    }
    case 'hasDocument': {
      const attached = words.say('attached', { document: words.name(measure.kind) });
      return level === 'organisation' || level === 'coordinator' ? eachWords(where, level, attached, words) : attached;
    }
    case 'projectExperience':
      return `${words.say('experience', { details: projectDetails(measure.spec, words) })}, ${words.say('managed')}`;
    case 'screening':
      return words.say('screening', {
        check: words.name(measure.questionnaire),
        outcome: namedOutcome(condition, words),
      });
  }
}

/** 'at least 1 member (country: United Kingdom) among coordinator and co-applicants'; of one role, that role is counted. */
function countWords(where: MemberFilter | undefined, comparison: Comparison, words: Wording): string {
  const only = where?.roles?.length === 1 ? where.roles[0] : undefined;
  const noun = only === undefined ? MEMBER : ROLES[only];
  const quality = bracketed(where, words);
  const among = only === undefined ? ` ${amongRoles(where, words)}` : '';
  return `${counted(noun, comparison, words)}${quality}${among}`.trim();
}

function counted(noun: Noun, comparison: Comparison, words: Wording): string {
  const numbers = numbersIn(comparison.value);
  const none = numbers.every((number) => number === 0) && (comparison.op === '==' || comparison.op === '<=');
  if (none) return words.say('none', { one: words.of(noun.one) });
  return `${words.bound(comparison)} ${words.noun(noun, Math.max(...numbers))}`;
}

/** Countries of one set are called by its name. */
function distinctWords(
  field: GroupField | ProjectField,
  where: MemberFilter | undefined,
  comparison: Comparison,
  words: Wording,
): string {
  if (isProjectField(field)) return `${words.bound(comparison)} ${things(field, comparison, words)}`;
  const { countryIn: sets = [], ...rest } = where ?? {};
  const only = sets.length === 1 && sets[0] !== undefined ? countrySet(sets[0], words) : undefined;
  if (field !== 'country' || sets.length === 0)
    return different(things(field, comparison, words), bracketed(where, words));
  return only === undefined
    ? different(things(field, comparison, words), ` (${countries(sets, words)})${bracketed(rest, words)}`)
    : different(only, bracketed(rest, words));

  function different(named: string, quality: string): string {
    const text = words.say('different', { things: named });
    return `${words.bound(comparison)} ${text}${quality} ${amongRoles(where, words)}`.trim();
  }
}

/** What is counted by a field, for one or for several. */
function things(field: GroupField | ProjectField, { value }: Comparison, words: Wording): string {
  const noun = VALUES[field];
  return noun === undefined ? words.of(FIELDS[field]) : words.noun(noun, Math.max(...numbersIn(value)));
}

function ofMembers(where: MemberFilter | undefined, words: Wording): string {
  return `${words.say('membersIn')}${bracketed(where, words)} ${amongRoles(where, words)}`.trim();
}

function quantityWords(side: Quantity, words: Wording): string {
  if ('project' in side) return words.of(FIELDS[side.project]);
  if (side.sum !== undefined) return `${words.of(FIELDS[side.sum])} ${ofMembers(side.where, words)}`;
  return `${words.say('numberOfMembers')}${bracketed(side.where, words)} ${amongRoles(side.where, words)}`.trim();
}

function selectionWords(
  { size, differ, with: counts }: Extract<Measure, { fn: 'selection' }>,
  where: MemberFilter | undefined,
  words: Wording,
): string {
  const members = `${words.noun(MEMBER, size)}${bracketed(where, words)} ${amongRoles(where, words)}`.trim();
  return [
    words.say('selection', { n: words.number(size), members }),
    ...differ.map((field) => words.say('noTwoAlike', { field: words.of(FIELDS[field]) })),
    ...counts.map((each) => words.say('amongThem', { a: countWords(each.where, each, words) })),
  ].join(', ');
}

function fieldWords(
  field: Extract<Measure, { fn: 'field' }>['field'],
  comparison: Condition,
  level: RuleLevel,
  words: Wording,
): string {
  const { op, value } = comparison;
  if (isMemberField(field)) return eachWords(comparison.where, level, factWords({ field, op, value }, words), words);
  const label = words.of(FIELDS[field]);
  switch (PROJECT_FIELDS[field]) {
    case 'names':
      return words.say('includes', {
        label: words.of(LISTS[field] ?? FIELDS[field]),
        value: words.listed(
          'and',
          namesIn(value).map((name) => words.name(name)),
        ),
      });
    case 'date':
      return words.say('labelled', {
        label,
        text: words.say(op === '<=' ? 'onOrBefore' : 'onOrAfter', { date: words.date(value) }),
      });
    case 'number':
    case 'text':
      return words.say('labelled', {
        label,
        text: words.bound(comparison, isEuros(field) ? words.euros : words.number),
      });
  }
}

const isEuros = (field: ProjectField): boolean => field.endsWith('Eur');

/** What holds of each member, or of the coordinator. */
function eachWords(where: MemberFilter | undefined, level: RuleLevel, text: string, words: Wording): string {
  const who =
    level === 'coordinator' ? words.of(ROLES.COORDINATOR.one) : words.say('each', { who: words.of(MEMBER.one) });
  const label = `${who}${bracketed(where, words)} ${level === 'coordinator' ? '' : amongRoles(where, words)}`.trim();
  return words.say('labelled', { label, text });
}

function namedOutcome({ op, value }: Comparison, words: Wording): string {
  const listed = words.listed(
    'or',
    namesIn(value).map((name) => words.name(name)),
  );
  return op === '!=' || op === 'notIn' ? words.say('not', { a: listed }) : listed;
}
