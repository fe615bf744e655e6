/**
 * The whole model as numbers: score = sum over signals of weight * value.
 * Any change here, or to a formula in `signals/`, is a new version: stored suggestions carry it.
 */
export const MODEL_VERSION = '1';

/** Positive and adding up to 1, so that a score lies in [0, 1]. Scores are summed in this order. */
export const WEIGHTS = {
  themes: 0.3,
  reciprocity: 0.1,
  consortia: 0.34,
  experience: 0.08,
  geography: 0.18,
} as const;

export type Signal = keyof typeof WEIGHTS;

export const SIGNAL_ORDER = Object.keys(WEIGHTS) as Signal[];

export const THEMES = {
  /** What a theme says about itself, its parent and its grandparent. */
  ancestry: [1, 0.5, 0.2],
  strongest: 3,
  /** A call's theme counts as one sought with this strength. */
  callStrength: 2,
  /** A past project's theme counts as one offered with this strength. */
  pastStrength: 1,
} as const;

export const CONSORTIA = {
  /** The two halves of the value. */
  tie: 0.75,
  lineage: 0.25,
  /** A former partner's voice about its other partners, beside the asker's own. */
  formerPartner: 0.1,
  /** A past consortium on other themes than the call's still counts this much. */
  offTopic: 0.3,
  sameProgramme: 0.5,
} as const;

export const EXPERIENCE = {
  /** A project of the programme counts at least this much, whatever its themes. */
  sameProgramme: 0.5,
  /** So many relevant projects give the full value. */
  enough: 10,
} as const;

export const GEOGRAPHY = {
  addsCountry: 0.6,
  inArea: 0.3,
  near: 0.1,
  /** In-area value of a region known so coarsely that it holds a part of the area. */
  perhapsInArea: 0.5,
} as const;

/** Longest list of themes, or of projects, that a part shows; and of members a project shows. */
export const EVIDENCE = { items: 3, members: 5 } as const;
