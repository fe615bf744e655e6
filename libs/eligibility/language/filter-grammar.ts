import { GROUP_FIELDS, isMemberField, MEMBER_FIELDS, type FieldKind, type MemberField } from '../facts/fields.js';
import { compared, isoDate, type ComparedKind } from './comparison.js';
import type { Place } from './place.js';
import { EXPERIENCE_ROLES, MEMBER_ROLES, type FactTest, type MemberFilter, type ProjectFilter } from './rule.js';
import {
  constant,
  known,
  listOf,
  named,
  number,
  object,
  objectSchema,
  oneOf,
  oneOrMore,
  text,
  type JsonSchema,
  type Shape,
} from './shape.js';

export const groupField = known('field to group by', GROUP_FIELDS);

/** A field and a comparison that its kind allows. */
export const factTest: Shape<FactTest> = {
  read: (place) => {
    const field = known('fact of a member', Object.keys(MEMBER_FIELDS).filter(isMemberField)).read(place.at('field'));
    return factsOf(MEMBER_FIELDS[field]).read(place);
  },
  schema: { anyOf: (['number', 'name', 'flag', 'date'] as const).map((kind) => factsOf(kind).schema) },
};

function factsOf(kind: Exclude<FieldKind, 'text'>): Shape<FactTest> {
  const fields = Object.keys(MEMBER_FIELDS).filter(
    (name): name is MemberField => isMemberField(name) && MEMBER_FIELDS[name] === kind,
  );
  return compared(kind satisfies ComparedKind, { field: oneOf(fields) }, {});
}

const period: Shape<readonly [string, string]> = {
  read: (place) => {
    const [from, to, ...more] = listOf(isoDate).read(place);
    if (from !== undefined && to !== undefined && from <= to && more.length === 0) return [from, to];
    return place.refuse('must be two dates, the earlier first');
  },
  schema: { type: 'array', items: isoDate.schema, minItems: 2, maxItems: 2 },
};

export const projectFilter: Shape<ProjectFilter> = named('projectFilter', readProjectFilter);
const PROJECT_FILTER_KEYS = {
  asRole: oneOrMore(oneOf(EXPERIENCE_ROLES)),
  theme: text,
  minCountries: number,
  minMemberStates: number,
  implementedWithin: period,
  minMonths: number,
  minTotalBudgetEur: number,
  anyOf: listOf(projectFilter),
};
const plainProjectFilter = object({}, PROJECT_FILTER_KEYS);

/** Calls also write `{ subject, project: { … } }`; whose project it is follows from the role in it. */
function readProjectFilter(place: Place): ProjectFilter {
  if (!place.has('project')) return plainProjectFilter.read(place);
  place.onlyKeys(['subject', 'project']);
  if (place.has('subject')) place.at('subject').oneOf(['coordinator', 'leadProjectManager']);
  return readProjectFilter(place.at('project'));
}

export const memberFilter: Shape<MemberFilter> = named('memberFilter', readFilter);
const FILTER_KEYS = {
  roles: listOf(oneOf(MEMBER_ROLES)),
  countryIn: oneOrMore(text),
  orgTypeIn: oneOrMore(text),
  nutsIn: oneOrMore(text),
  nutsNotIn: oneOrMore(text),
  designation: text,
  document: text,
  experience: projectFilter,
  fact: factTest,
  differsFromCoordinator: groupField,
  independent: constant(true),
  seatOnly: constant(true),
  or: memberFilter,
  not: memberFilter,
};
const plainFilter = object({}, FILTER_KEYS);

/** `experienceTheme` is short for experience with a theme. */
function readFilter(place: Place): MemberFilter {
  if (!place.has('experienceTheme')) return plainFilter.read(place);
  if (place.has('experience')) place.at('experienceTheme').refuse('stands beside “experience”; write the theme there');
  const theme = text.read(place.at('experienceTheme'));
  return readFilter(place.without('experienceTheme').with('experience', { theme }));
}

/** With the short ways of writing them. */
export const FILTER_DEFS: JsonSchema = {
  memberFilter: objectSchema({}, { ...FILTER_KEYS, experienceTheme: text }),
  projectFilter: {
    anyOf: [
      plainProjectFilter.schema,
      objectSchema({ project: projectFilter }, { subject: oneOf(['coordinator', 'leadProjectManager']) }),
    ],
  },
};
