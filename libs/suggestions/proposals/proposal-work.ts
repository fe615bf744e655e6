import type { EligibilityCall, Member, MemberRole, ProjectFacts } from '#libs/eligibility';
import { holdersOf, isNewcomer, pastTies, type ConsortiumIndex, type ConsortiumProblem, type Demand, type Limits, type Topic, type Vouchers } from '#libs/matching';
import type { ProposalAsk, Wish } from './proposal-ask.js';

/** What is searched through, put together where the search runs. */
export interface ProposalWork {
  /** Per option: who would join, in which role. Those of the draft come first, the lead among them. */
  readonly options: readonly Member[];
  /** The rules are still to be compiled. */
  readonly problem: Omit<ConsortiumProblem, 'rules' | 'kinds'>;
  readonly limits: Limits;
}

/** What is known of the call, of the draft, and of everybody who could be asked: plain data. */
export interface ProposalGround {
  readonly call: EligibilityCall;
  readonly project: ProjectFacts;
  /** Members of the draft, who are in whatever happens. */
  readonly given: readonly Member[];
  /** Whoever may be asked to join. */
  readonly candidates: readonly Pick<Member, 'id' | 'facts'>[];
  readonly index: ConsortiumIndex;
  /** For the lead, by code. */
  readonly scores: ReadonlyMap<string, number>;
  /** Of the call and of the project; the more are covered the better. */
  readonly themes: readonly string[];
}

/** What {@link ProposalAsk} asks for, its organisations by code. */
export type ReadAsk = Omit<ProposalAsk, 'draft'> & { readonly mustCover: readonly string[] };

/** How much a consortium gains by covering all themes, and by a member that is tied with the full strength. */
const TOPICS_WORTH = 0.1;
const TIE_WORTH = 0.02;
/** Whoever fits as a co-applicant is not given another role for nothing. */
const OTHER_ROLE = 0.999;
/** A proposal, unless the solver's branching is limited. */
const SECONDS = 10;

export function proposalWork(ground: ProposalGround, ask: ReadAsk): ProposalWork {
  const { index, scores, given } = ground;
  const fits = ask.wishes.map((wish) => fitOf(wish, ground));
  const options = optionsFor(ground, ask, fits);
  const byOrganisation = optionsByOrganisation(index, options);
  const topics = topicsOf(index, ground.themes, byOrganisation);
  const theirs = (codes: readonly string[]) => termsOf(options, ({ id }) => codes.includes(id));
  const asks: Demand[] = [
    ...mixDemand(ask, index, options),
    ...ask.wishes.map(({ least, role }, at): Demand => {
      const terms = termsOf(options, (option) => option.roles.includes(role) && fits[at]?.(option) === true);
      return { rule: `wish:${at + 1}`, min: least, terms };
    }),
    ...topics.filter(({ id }) => ask.mustCover.includes(id)).map(({ id, holders }): Demand => ({ rule: `theme:${id}`, min: 1, terms: ones(holders) })),
    ...(ask.excluded.length === 0 ? [] : [{ rule: 'excluded', max: 0, terms: theirs(ask.excluded) }]),
    ...ask.apart.map((group): Demand => ({ rule: 'apart', max: 1, terms: theirs(group) })),
  ];
  return {
    options,
    problem: {
      organisations: options.map(({ id }) => id),
      scores: options.map(({ id, roles }) => (scores.get(id) ?? 0) * (roles.includes('CO_APPLICANT') ? 1 : OTHER_ROLE)),
      given: [...given.keys()],
      size: ask.size,
      topics,
      vouchers: vouchersOf(index, options, byOrganisation),
      tieWeight: TIE_WORTH,
      asks,
    },
    limits: { seed: ask.seed, ...(ask.nodes == null ? { seconds: SECONDS } : { nodes: ask.nodes }) },
  };
}

type Fit = (candidate: Pick<Member, 'id' | 'facts'>) => boolean;

/** Those of the draft, then everybody else: as co-applicants, and in the other roles of wishes that they fit. */
function optionsFor({ given, candidates }: ProposalGround, { wishes }: ReadAsk, fits: readonly Fit[]): Member[] {
  const seated = new Set(given.map(({ id }) => id));
  const others = candidates.filter(({ id }) => !seated.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const inRole = (role: MemberRole, isFit: Fit) => others.filter(isFit).map(({ id, facts }): Member => ({ id, roles: [role], confirmed: true, facts }));
  const roles = new Set(wishes.map(({ role }) => role).filter((role) => role !== 'CO_APPLICANT'));
  const isFitFor = (role: MemberRole): Fit => (candidate) => wishes.some((wish, at) => wish.role === role && fits[at]?.(candidate));
  return [...given, ...inRole('CO_APPLICANT', () => true), ...[...roles].flatMap((role) => inRole(role, isFitFor(role)))];
}

/** Options by the position of their organisation in the index. */
function optionsByOrganisation(index: ConsortiumIndex, options: readonly Member[]): Map<number, number[]> {
  const byOrganisation = new Map<number, number[]>();
  for (const [option, { id }] of options.entries()) {
    const position = index.position.get(id) ?? -1;
    byOrganisation.set(position, [...(byOrganisation.get(position) ?? []), option]);
  }
  return byOrganisation;
}

function topicsOf(index: ConsortiumIndex, themes: readonly string[], byOrganisation: ReadonlyMap<number, readonly number[]>): Topic[] {
  return holdersOf(index, themes).map((holders, at) => ({
    id: themes[at] ?? '',
    weight: TOPICS_WORTH / themes.length,
    holders: new Set([...holders].flatMap((organisation) => byOrganisation.get(organisation) ?? [])),
  }));
}

function vouchersOf(index: ConsortiumIndex, options: readonly Member[], byOrganisation: ReadonlyMap<number, readonly number[]>): Vouchers[] {
  const ties = pastTies(index);
  return options.map(({ id }) => {
    const vouchers = ties[index.position.get(id) ?? -1] ?? [];
    return new Map([...vouchers].flatMap(([organisation, tie]) => (byOrganisation.get(organisation) ?? []).map((option) => [option, tie] as const)));
  });
}

/** One newcomer among the partners; or 3 × newcomers ≥ members: 2 for a newcomer, −1 for anybody else. */
function mixDemand({ mix }: ReadAsk, index: ConsortiumIndex, options: readonly Member[]): Demand[] {
  if (mix === 'PROVEN') return [];
  const isNew = ({ id, roles }: Member) => !roles.includes('COORDINATOR') && isNewcomer(index, index.position.get(id) ?? -1);
  if (mix === 'BALANCED') return [{ rule: 'mix', min: 1, terms: termsOf(options, isNew) }];
  return [{ rule: 'mix', min: 0, terms: new Map(options.map((option, at) => [at, isNew(option) ? 2 : -1])) }];
}

function fitOf({ types, countries, abroad, themes }: Wish, { index, given }: ProposalGround): Fit {
  const home = given.find(({ roles }) => roles.includes('COORDINATOR'))?.facts.country;
  const holders = themes == null ? undefined : new Set(holdersOf(index, themes).flatMap((set) => [...set]));
  return ({ id, facts: { type = '', country } }) =>
    (types == null || types.includes(type)) &&
    (countries == null || countries.includes(country)) &&
    (abroad == null || (country !== home) === abroad) &&
    (holders === undefined || holders.has(index.position.get(id) ?? -1));
}

const termsOf = (options: readonly Member[], counts: (option: Member) => boolean): Map<number, number> =>
  ones(options.flatMap((option, at) => (counts(option) ? [at] : [])));

const ones = (options: Iterable<number>): Map<number, number> => new Map([...options].map((option) => [option, 1]));
