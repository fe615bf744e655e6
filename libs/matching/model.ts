/** Any change here, to a formula in `signals/` or to the weights is a new version: stored suggestions carry it. */
export const MODEL_VERSION = '3';

/** What a score is made of, summed in this order. */
export const SIGNAL_ORDER = [
  'themes',
  'reciprocity',
  'consortia',
  'partners',
  'close',
  'links',
  'walk',
  'kin',
  'similar',
  'wording',
  'meaning',
  'programme',
  'experience',
  'subject',
  'focus',
  'activity',
  'country',
  'density',
  'region',
  'pairs',
  'countries',
  'near',
  'addition',
  'balance',
  'area',
  'kind',
  'company',
  'type',
  'types',
  'mention',
  'echo',
  'town',
] as const;
export type Signal = (typeof SIGNAL_ORDER)[number];

/** What stands in a score beside the signals; not learned, and each a part of its own. */
export const ADJUSTMENTS = ['congestion', 'newcomer'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** Weights are learned apart for what is known when the question is asked: no member, one, or more. */
export const SITUATIONS = ['call', 'lead', 'draft'] as const;
export type Situation = (typeof SITUATIONS)[number];

export function situationOf(members: number): Situation {
  if (members === 0) return 'call';
  return members === 1 ? 'lead' : 'draft';
}

/**
 * They slide between calls of few countries and calls of all Europe: near the border place tells most, far from it the past.
 */
export const BREADTHS = ['narrow', 'wide'] as const;
export type Breadth = (typeof BREADTHS)[number];

/** The concentration of countries (Herfindahl) up to which a call is wide, and from which on it is narrow. */
export const BREADTH = { wide: 0.1, narrow: 0.25 } as const;

export const THEMES = {
  /** What a theme says about itself, its parent and its grandparent. */
  ancestry: [1, 0.5, 0.2],
  strongest: 3,
  /** A call's theme counts as one sought with this strength. */
  callStrength: 2,
  /** A past project's theme counts as one offered with this strength. */
  pastStrength: 1,
} as const;

/** So many texts of likeness 0 are taken to be there beside those whose vectors are known. */
export const USUAL_LIKENESS = { prior: 10 } as const;

export const ALIKE = {
  /** So many past projects are taken for like the call; or, where only the likest speak, so few. */
  most: 300,
  few: 100,
  /** What a project counts in a programme of quite another area. */
  elsewhere: 0.3,
} as const;

export const CONSORTIA = {
  /** A past consortium on other themes than the call's still counts this much. */
  offTopic: 0.3,
  /** What the likest in words counts more. */
  alike: 3,
} as const;

export const PARTNERS = { shrink: 10, shrinkClose: 2 } as const;
export const WALK = { steps: 3, kinSteps: 2, restart: 0.4, offTopic: 0.3, elsewhere: 0.1 } as const;
/** What a candidate counts as wanting of the team, from 0 to 1: while it has not said what it seeks; and, over fit, once it has. */
export const WISHES = { unknown: 0.2 } as const;
export const FOCUS = { prior: 2 } as const;
export const PLACES = { prior: 5, elsewhere: 0.2 } as const;
export const NAMES = { kindFrom: 3, sample: 0.05, prior: 2, typePrior: 5, shortest: 4, elsewhere: 0.2 } as const;

export const GEOGRAPHY = {
  countryLength: 2,
  levels: 3,
  /** In-area value of a region known so coarsely that it holds a part of the area. */
  perhapsInArea: 0.5,
} as const;

/** Longest list of themes, of words or of projects that a part shows; and of members a project shows. */
export const EVIDENCE = { items: 3, members: 5 } as const;
