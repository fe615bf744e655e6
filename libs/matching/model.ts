/** Any change here, to a formula in `signals/` or to the weights is a new version: stored suggestions carry it. */
export const MODEL_VERSION = '2';

/** What a score is made of, summed in this order. */
export const SIGNAL_ORDER = [
  'themes',
  'reciprocity',
  'consortia',
  'partners',
  'walk',
  'similar',
  'wording',
  'programme',
  'experience',
  'subject',
  'activity',
  'country',
  'density',
  'region',
  'pairs',
  'near',
  'addition',
  'balance',
  'area',
  'kind',
  'type',
  'mention',
  'town',
] as const;

export type Signal = (typeof SIGNAL_ORDER)[number];

/** Weights are learned apart for what is known when the question is asked: no member, one, or more. */
export const SITUATIONS = ['call', 'lead', 'draft'] as const;
export type Situation = (typeof SITUATIONS)[number];

export function situationOf(members: number): Situation {
  if (members === 0) return 'call';
  return members === 1 ? 'lead' : 'draft';
}

export const THEMES = {
  /** What a theme says about itself, its parent and its grandparent. */
  ancestry: [1, 0.5, 0.2],
  strongest: 3,
  /** A call's theme counts as one sought with this strength. */
  callStrength: 2,
  /** A past project's theme counts as one offered with this strength. */
  pastStrength: 1,
} as const;

export const ALIKE = {
  /** So many past projects are taken for like the call, in words and in runs of characters. */
  most: 300,
  mostInGrams: 100,
  /** What a project counts in a programme of quite another area. */
  elsewhere: 0.3,
} as const;

export const CONSORTIA = {
  /** A past consortium on other themes than the call's still counts this much. */
  offTopic: 0.3,
  /** What the likest in words counts more. */
  alike: 3,
} as const;

export const PARTNERS = { shrink: 10 } as const;

export const WALK = { steps: 2, restart: 0.4, ofTeam: 0.5 } as const;

export const PLACES = { prior: 5, elsewhere: 0.2 } as const;

export const NAMES = { sample: 0.05, prior: 2, typePrior: 5, shortest: 4 } as const;

export const GEOGRAPHY = {
  countryLength: 2,
  /** In-area value of a region known so coarsely that it holds a part of the area. */
  perhapsInArea: 0.5,
} as const;

/** Longest list of themes, of words or of projects that a part shows; and of members a project shows. */
export const EVIDENCE = { items: 3, members: 5 } as const;
