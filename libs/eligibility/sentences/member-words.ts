import { isCountrySet, isoCountry } from '../facts/countries.js';
import { MEMBER_FIELDS } from '../facts/fields.js';
import type { FactTest, MemberFilter, ProjectFilter } from '../language/rule.js';
import { namesIn } from '../language/values.js';
import { COUNTRY_SETS, FIELDS, ROLES } from './labels.js';
import type { Wording } from './wording.js';

/** What a filter says of members beside their roles, in brackets: ' (country: United Kingdom; with …)'. */
export function bracketed(filter: MemberFilter | undefined, words: Wording): string {
  const text = filter === undefined ? '' : qualities(filter, words);
  return text === '' ? '' : ` (${text})`;
}

/** 'among coordinator and co-applicants', or nothing where all roles count. */
export function amongRoles(filter: MemberFilter | undefined, words: Wording): string {
  const roles = filter?.roles ?? [];
  const names = roles.map((role) => words.of(role === 'COORDINATOR' ? ROLES[role].one : ROLES[role].many));
  return names.length === 0 ? '' : words.say('among', { roles: words.listed('and', names) });
}

function qualities(filter: MemberFilter, words: Wording): string {
  const own = words.joined(ownQualities(filter, words));
  if (filter.or === undefined) return own;
  return words.listed('or', [own, everything(filter.or, words)]);
}

/** A filter within a filter: its roles are said as well. */
function everything({ roles = [], ...rest }: MemberFilter, words: Wording): string {
  const names = roles.map((role) => words.of(ROLES[role].one));
  return words.joined([
    ...(names.length > 0 ? [words.listed('or', names)] : []),
    ...[qualities(rest, words)].filter((text) => text !== ''),
  ]);
}

function ownQualities(filter: MemberFilter, words: Wording): string[] {
  const { countryIn, orgTypeIn, nutsIn, nutsNotIn, designation, document, experience, fact, differsFromCoordinator } =
    filter;
  const labelled = (field: keyof typeof FIELDS, text: string): string =>
    words.say('labelled', { label: words.of(FIELDS[field]), text });
  return [
    ...(countryIn ? [labelled('country', countries(countryIn, words))] : []),
    ...(orgTypeIn
      ? [
          labelled(
            'orgType',
            words.listed(
              'or',
              orgTypeIn.map((name) => words.name(name)),
            ),
          ),
        ]
      : []),
    ...(nutsIn ? [words.say('inArea', { area: areas(nutsIn, words) })] : []),
    ...(nutsNotIn ? [words.say('outsideArea', { area: areas(nutsNotIn, words) })] : []),
    ...(designation ? [words.name(designation)] : []),
    ...(document ? [words.say('with', { a: words.name(document) })] : []),
    ...(experience ? [words.say('experience', { details: projectDetails(experience, words) })] : []),
    ...(fact ? [factWords(fact, words)] : []),
    ...(differsFromCoordinator
      ? [words.say('otherThanCoordinator', { field: words.of(FIELDS[differsFromCoordinator]) })]
      : []),
    ...(filter.independent ? [words.say('independent')] : []),
    ...(filter.seatOnly ? [words.say('seatOnly')] : []),
    ...(filter.not ? [words.say('not', { a: everything(filter.not, words) })] : []),
  ];
}

/** Sets by their own words, single countries by name. */
export function countries(names: readonly string[], words: Wording): string {
  return words.listed(
    'or',
    names.map((name) => countrySet(name, words) ?? words.country(isoCountry(name))),
  );
}

export function countrySet(name: string, words: Wording): string | undefined {
  if (!isCountrySet(name)) return undefined;
  const known = Object.hasOwn(COUNTRY_SETS, name) ? COUNTRY_SETS[name] : undefined;
  return known === undefined ? words.say('quoted', { a: name }) : words.of(known);
}

function areas(names: readonly string[], words: Wording): string {
  return words.listed(
    'or',
    names.map((name) => (name.startsWith('AREA:') ? words.say('programmeArea') : name)),
  );
}

/** A fact of a member: 'turnover: at most €1,000', 'established: on or before …'. */
export function factWords({ field, op, value }: FactTest, words: Wording): string {
  const label = words.of(FIELDS[field]);
  return words.say('labelled', { label, text: comparisonWords({ field, op, value }, words) });
}

function comparisonWords({ field, op, value }: FactTest, words: Wording): string {
  switch (MEMBER_FIELDS[field]) {
    case 'number':
      return words.bound({ op, value }, field.endsWith('Eur') ? words.euros : words.number);
    case 'flag':
      return words.say((value === true) === (op === '==') ? 'yes' : 'no');
    case 'date':
      return words.say(op === '<=' ? 'onOrBefore' : 'onOrAfter', { date: words.date(value) });
    case 'name': {
      const names = namesIn(value);
      const listed =
        field === 'country'
          ? countries(names, words)
          : words.listed(
              'or',
              names.map((name) => words.name(name)),
            );
      return op === '!=' || op === 'notIn' ? words.say('not', { a: listed }) : listed;
    }
  }
}

/** What a past project must have been, part by part. */
export function projectDetails(wanted: ProjectFilter, words: Wording): string {
  const { asRole, theme, minCountries, minMemberStates, implementedWithin, minMonths, minTotalBudgetEur, anyOf } =
    wanted;
  const least = (value: number): string => words.bound({ op: '>=', value });
  const alternatives = anyOf?.map((each) => projectDetails(each, words)) ?? [];
  const grouped = alternatives.map((text) => (text.includes(';') ? words.say('grouped', { a: text }) : text));
  return words.joined([
    ...(asRole
      ? [
          words.say('inRole', {
            role: words.listed(
              'or',
              asRole.map((role) => words.name(role)),
            ),
          }),
        ]
      : []),
    ...(theme ? [words.say('theme', { theme: words.say('quoted', { a: theme }) })] : []),
    ...(minCountries !== undefined ? [words.say('countries', { bound: least(minCountries) })] : []),
    ...(minMemberStates !== undefined ? [words.say('memberStates', { bound: least(minMemberStates) })] : []),
    ...(implementedWithin
      ? [words.say('period', { a: words.day(implementedWithin[0]), b: words.day(implementedWithin[1]) })]
      : []),
    ...(minMonths !== undefined ? [words.say('months', { bound: least(minMonths) })] : []),
    ...(minTotalBudgetEur !== undefined
      ? [words.say('totalBudget', { bound: words.bound({ op: '>=', value: minTotalBudgetEur }, words.euros) })]
      : []),
    ...(grouped.length > 0 ? [words.listed('or', grouped)] : []),
  ]);
}
