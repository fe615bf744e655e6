import type { EligibilityCall } from '../eligibility-call.js';
import { countryIn } from '../facts/countries.js';
import { monthsBetween } from '../facts/days.js';
import type { MemberFacts, PastProject } from '../facts/member-facts.js';
import type { ExperienceRole, ProjectFilter } from '../language/rule.js';
import { all, any, known, NO, unknown, type Answer } from './answer.js';

/** Who led or managed it; a rule that also takes mere partners says so. */
const IN_CHARGE: readonly ExperienceRole[] = ['COORDINATOR', 'MANAGER'];

/** Whether a member has managed a project as wanted. A record that is not complete can prove it and not disprove it. */
export function hasManaged(facts: MemberFacts, wanted: ProjectFilter, call: EligibilityCall): Answer {
  return hasExperience(facts, rolesGiven(wanted) ? wanted : { ...wanted, asRole: IN_CHARGE }, call);
}

const rolesGiven = ({ asRole, anyOf }: ProjectFilter): boolean =>
  asRole !== undefined || (anyOf ?? []).some(rolesGiven);

/** Whether a member took part in a project as wanted, in whatever role unless one is wanted. */
export function hasExperience({ experience }: MemberFacts, wanted: ProjectFilter, call: EligibilityCall): Answer {
  if (experience === undefined) return unknown('experience');
  const known = any(experience.projects.map((project) => isAsWanted(project, wanted, call)));
  return known.holds || experience.complete ? known : unknown('experience');
}

function isAsWanted(project: PastProject, wanted: ProjectFilter, call: EligibilityCall): Answer {
  const { asRole, theme, minCountries, minMemberStates, minTotalBudgetEur, anyOf } = wanted;
  const answers = [...periodAnswers(project, wanted)];
  if (asRole !== undefined) answers.push(known(project.role, 'experience.role', (role) => asRole.includes(role)));
  if (theme !== undefined)
    answers.push(known(project.themes, 'experience.themes', (themes) => themes.some((each) => isBelow(each, theme))));
  if (minCountries !== undefined)
    answers.push(known(project.countries, 'experience.countries', (all) => new Set(all).size >= minCountries));
  if (minMemberStates !== undefined) answers.push(hasMemberStates(project, minMemberStates, call));
  if (minTotalBudgetEur !== undefined) {
    answers.push(known(project.totalBudgetEur, 'experience.totalBudgetEur', (budget) => budget >= minTotalBudgetEur));
  }
  // What the alternatives say of months is meant within the same period.
  if (anyOf !== undefined) answers.push(any(anyOf.map((each) => isAsWanted(project, inherited(each, wanted), call))));
  return all(answers);
}

function inherited(alternative: ProjectFilter, { implementedWithin }: ProjectFilter): ProjectFilter {
  return implementedWithin === undefined ? alternative : { implementedWithin, ...alternative };
}

/** Only the part of the project that lies within the wanted period counts. */
function periodAnswers({ start, end }: PastProject, { implementedWithin, minMonths }: ProjectFilter): Answer[] {
  if (implementedWithin === undefined && minMonths === undefined) return [];
  if (start === undefined || end === undefined) return [unknown('experience.period')];
  const [from, to] = implementedWithin ?? [start, end];
  const first = start > from ? start : from;
  const last = end < to ? end : to;
  if (first > last) return [NO];
  return minMonths === undefined
    ? []
    : [known(monthsBetween(first, last), 'experience.period', (months) => months >= minMonths)];
}

/** Themes are named by their way down the tree: employment.long-term.outreach is below employment.long-term. */
const isBelow = (theme: string, wanted: string): boolean => theme === wanted || theme.startsWith(`${wanted}.`);

/** Member States of the EU as the call's own country sets have it. */
function hasMemberStates({ countries }: PastProject, least: number, { countrySets }: EligibilityCall): Answer {
  const union = ['EU27_2020', 'EU28'].filter((name) => Object.hasOwn(countrySets, name)).slice(0, 1);
  if (union.length === 0) return unknown('countrySet:EU');
  return known(countries, 'experience.countries', (all) => {
    const states = [...new Set(all)].filter((country) => countryIn(country, union, countrySets).holds);
    return states.length >= least;
  });
}
