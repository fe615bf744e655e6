export type ScreeningOutcome = 'INNOVATIVE' | 'CLASSICAL' | 'NEEDS_REVIEW';

/** A newer set of questions gets a version of its own. */
export const SCREENING_VERSION = 1;

/** The questions of the check for classical inclusion projects. */
export interface ScreeningAnswers {
  /** Which product, service, model or process is new here? */
  readonly novelty?: string;
  /** Which new relation or cooperation arises? */
  readonly cooperation?: string;
  /** Which social need does current provision leave open? */
  readonly need?: string;
  /** Who of the target group and the third sector helps to design it? */
  readonly design?: string;
  /** What research or tested practice does it rest on? */
  readonly ground?: string;
  /** How is it tested and evaluated? */
  readonly evaluation?: string;
}

/**
 * INNOVATIVE = both of novelty and cooperation, and two of the others; CLASSICAL = neither of the two; a person looks
 * at all else. An empty answer is none.
 */
export function screen({ novelty, cooperation, need, design, ground, evaluation }: ScreeningAnswers): ScreeningOutcome {
  const given = (...answers: (string | undefined)[]): number => answers.filter((answer) => answer?.trim()).length;
  const essential = given(novelty, cooperation);
  if (essential === 0) return 'CLASSICAL';
  return essential === 2 && given(need, design, ground, evaluation) >= 2 ? 'INNOVATIVE' : 'NEEDS_REVIEW';
}
