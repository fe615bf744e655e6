import type { EligibilityCall, Member, MemberRole, ProjectFacts } from '#libs/eligibility';
import { holdersOf, isNewcomer, pastTies, type ConsortiumProblem, type Demand, type Limits, type MatchIndex, type Topic, type Vouchers } from '#libs/matching';
import type { Candidate, Snapshot } from '../snapshot.js';
import { LIMITS, type Mix, type ProposalAsk, type Wish } from './proposal-ask.js';

/** All that a search needs, as plain data that a thread can be given. */
export interface ProposalWork {
  readonly call: EligibilityCall;
  readonly project: ProjectFacts;
  /** Per option: who would join, in which role. The first is the lead, then those wanted by name. */
  readonly options: readonly Member[];
  /** The rules are compiled where the search runs. */
  readonly problem: Omit<ConsortiumProblem, 'rules' | 'kinds'>;
  readonly count: number;
  readonly limits: Limits;
}

/** What is known of the call and of everybody who could be asked. */
export interface ProposalGround {
  readonly call: EligibilityCall;
  readonly callThemes: readonly string[];
  readonly project: ProjectFacts;
  readonly snapshot: Pick<Snapshot, 'index' | 'candidates'>;
  /** Who may be proposed at all, by code. */
  readonly admits: (code: string) => boolean;
  /** Scores of all organisations for the lead, by code. */
  readonly scores: ReadonlyMap<string, number>;
}

/** How much a consortium gains by covering all themes, and by each of its members being tied with the full strength. */
const TOPICS_WORTH = 0.5;
const TIE_WORTH = 0.1;
/** Whoever fits as co-applicant is not made an associate for nothing. */
const OTHER_ROLE = 0.999;

interface Option {
  readonly candidate: Candidate;
  readonly role: MemberRole;
}

export function proposalWork(ground: ProposalGround, ask: ProposalAsk): ProposalWork {
  const { snapshot, scores } = ground;
  const themes = ask.themes.length > 0 ? ask.themes : ground.callThemes;
  const fits = ask.wishes.map((wish) => fitOf(wish, ground, ask));
  const options = optionsFor(ground, ask, fits);
  const byOrganisation = optionsByOrganisation(snapshot.index, options);
  const topics = topicsOf(snapshot.index, themes, byOrganisation);
  const isTheirs = (codes: readonly string[]) => termsOf(options, ({ candidate }) => codes.includes(candidate.code));
  const asks: Demand[] = [
    ...mixDemand(ask.mix, snapshot.index, options),
    ...ask.wishes.map((wish, at) => ({
      rule: `wish:${at + 1}`,
      min: wish.least,
      terms: termsOf(options, (option) => option.role === wish.role && fits[at]?.(option.candidate) === true),
    })),
    ...(ask.themes.length === 0 ? [] : topics.map(({ id, holders }) => ({ rule: `theme:${id}`, min: 1, terms: ones(holders) }))),
    ...(ask.excluded.length === 0 ? [] : [{ rule: 'excluded', max: 0, terms: isTheirs(ask.excluded) }]),
    ...ask.apart.map((group) => ({ rule: 'apart', max: 1, terms: isTheirs(group) })),
  ];
  return {
    call: ground.call,
    project: ground.project,
    options: options.map(({ candidate, role }) => ({ id: candidate.code, roles: [role], confirmed: true, facts: candidate })),
    problem: {
      organisations: options.map(({ candidate }) => candidate.code),
      scores: options.map(({ candidate, role }) => (scores.get(candidate.code) ?? 0) * (role === 'CO_APPLICANT' ? 1 : OTHER_ROLE)),
      given: [...Array(1 + ask.pinned.length).keys()],
      size: ask.size,
      topics,
      vouchers: vouchersOf(snapshot.index, options, byOrganisation),
      tieWeight: TIE_WORTH,
      asks,
    },
    count: ask.count,
    limits: { seed: ask.seed, ...(ask.nodes === undefined ? { seconds: LIMITS.seconds } : { nodes: ask.nodes }) },
  };
}

/** The lead, those wanted by name, then everybody admitted: as co-applicants, and in the roles of wishes that they fit. */
function optionsFor({ snapshot, admits }: ProposalGround, ask: ProposalAsk, fits: readonly ((candidate: Candidate) => boolean)[]): Option[] {
  const known = (code: string, role: MemberRole): Option[] => {
    const candidate = snapshot.candidates.get(code);
    return candidate === undefined ? [] : [{ candidate, role }];
  };
  const seated = new Set([ask.lead, ...ask.pinned.map(({ organisation }) => organisation)]);
  const others = snapshot.index.organisations.filter((code) => !seated.has(code) && admits(code));
  const roles = ask.wishes.flatMap(({ role }, at) => (role === 'CO_APPLICANT' ? [] : [{ role, fits: fits[at] }]));
  return [
    ...known(ask.lead, 'COORDINATOR'),
    ...ask.pinned.flatMap(({ organisation, role }) => known(organisation, role)),
    ...others.flatMap((code) => known(code, 'CO_APPLICANT')),
    ...roles.flatMap((wish) => others.flatMap((code) => known(code, wish.role)).filter(({ candidate }) => wish.fits?.(candidate))),
  ];
}

/** Options by the position of their organisation in the index. */
function optionsByOrganisation(index: MatchIndex, options: readonly Option[]): Map<number, number[]> {
  const byOrganisation = new Map<number, number[]>();
  for (const [option, { candidate }] of options.entries()) {
    const position = index.position.get(candidate.code) ?? -1;
    byOrganisation.set(position, [...(byOrganisation.get(position) ?? []), option]);
  }
  return byOrganisation;
}

function topicsOf(index: MatchIndex, themes: readonly string[], byOrganisation: ReadonlyMap<number, readonly number[]>): Topic[] {
  return holdersOf(index, themes).map((holders, at) => ({
    id: themes[at] ?? '',
    weight: TOPICS_WORTH / themes.length,
    holders: new Set([...holders].flatMap((organisation) => byOrganisation.get(organisation) ?? [])),
  }));
}

const tiesIn = new WeakMap<MatchIndex, Vouchers[]>();

function vouchersOf(index: MatchIndex, options: readonly Option[], byOrganisation: ReadonlyMap<number, readonly number[]>): Vouchers[] {
  const ties = tiesIn.get(index) ?? pastTies(index);
  tiesIn.set(index, ties);
  return options.map(({ candidate }) => {
    const vouchers = ties[index.position.get(candidate.code) ?? -1] ?? [];
    return new Map([...vouchers].flatMap(([organisation, tie]) => (byOrganisation.get(organisation) ?? []).map((option) => [option, tie] as const)));
  });
}

/** 1 newcomer; or 3 newcomers ≥ 1 member, for each of the members. */
function mixDemand(mix: Mix, index: MatchIndex, options: readonly Option[]): Demand[] {
  if (mix === 'PROVEN') return [];
  const isNew = ({ candidate, role }: Option) => role !== 'COORDINATOR' && isNewcomer(index, index.position.get(candidate.code) ?? -1);
  if (mix === 'BALANCED') return [{ rule: 'mix', min: 1, terms: termsOf(options, isNew) }];
  return [{ rule: 'mix', min: 0, terms: new Map(options.map((option, at) => [at, isNew(option) ? 2 : -1])) }];
}

function fitOf({ types, countries, abroad, themes }: Wish, { snapshot }: ProposalGround, { lead }: ProposalAsk): (candidate: Candidate) => boolean {
  const { index, candidates } = snapshot;
  const home = candidates.get(lead)?.country;
  const holders = themes && new Set(holdersOf(index, themes).flatMap((set) => [...set]));
  return ({ code, type = '', country }) =>
    (types === undefined || types.includes(type)) &&
    (countries === undefined || countries.includes(country)) &&
    (abroad === undefined || (country !== home) === abroad) &&
    (holders === undefined || holders.has(index.position.get(code) ?? -1));
}

const termsOf = (options: readonly Option[], counts: (option: Option) => boolean): Map<number, number> =>
  ones(options.flatMap((option, at) => (counts(option) ? [at] : [])));

const ones = (options: Iterable<number>): Map<number, number> => new Map([...options].map((option) => [option, 1]));
