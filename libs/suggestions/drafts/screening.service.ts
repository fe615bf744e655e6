import { Injectable } from '@nestjs/common';
import { CallsService, type Call, type CallRecord } from '#libs/calls';
import { checker, screen, type EligibilityCall, type RuleVerdict, type ScreeningAnswers, type ScreeningOutcome } from '#libs/eligibility';
import { Clock, InvalidInput } from '#libs/platform';
import { SOCIAL_INNOVATION_CHECK } from './draft.js';
import { DraftsService } from './drafts.service.js';

export interface Screening {
  readonly call: CallRecord;
  readonly eligibility: EligibilityCall;
  readonly outcome: ScreeningOutcome;
  /** How it stands under the rule of the call that asks for the check; nothing where none does. */
  readonly rule: RuleVerdict | undefined;
  /** Questions without an answer. */
  readonly unanswered: readonly Question[];
  /** Open calls on the same themes that do not ask for the check, the nearest first; none where it is innovative. */
  readonly otherCalls: readonly Call[];
}

export const QUESTIONS = ['novelty', 'cooperation', 'need', 'design', 'ground', 'evaluation'] as const satisfies readonly (keyof ScreeningAnswers)[];
export type Question = (typeof QUESTIONS)[number];

/** How many other calls are named. */
const NAMED = 5;
const LONGEST_ANSWER = 5000;

/** The check for classical inclusion projects, before any effort is spent. Public: it rests on what is given and on the call. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly calls: CallsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param themes of the idea; those of the call when there are none
   * @throws NotFound, InvalidInput
   */
  async screen(callId: string, answers: ScreeningAnswers, themes: readonly string[] = []): Promise<Screening> {
    for (const question of QUESTIONS) {
      if ((answers[question] ?? '').length > LONGEST_ANSWER) throw new InvalidInput(`answers.${question}`, `has more than ${LONGEST_ANSWER} characters.`);
    }
    const call = await this.drafts.callFor(callId);
    const eligibility = await this.drafts.rulesOf(call);
    const outcome = screen(answers);
    const { rules } = checker(eligibility)({ members: [], project: { fields: {}, screening: { [SOCIAL_INNOVATION_CHECK]: outcome } } });
    const asking = eligibility.rules.find(({ must }) => asksForScreening(must));
    return {
      call,
      eligibility,
      outcome,
      rule: rules.find(({ rule }) => rule === asking?.id),
      unanswered: QUESTIONS.filter((question) => !answers[question]?.trim()),
      otherCalls: outcome === 'INNOVATIVE' ? [] : await this.without(call, themes.length > 0 ? themes : call.themes),
    };
  }

  private async without(call: CallRecord, themes: readonly string[]): Promise<Call[]> {
    const open = await this.calls.openCalls(await this.clock.now());
    const calls = await this.calls.byUuid(open.map(({ id }) => id));
    return [...calls.values()]
      .filter(({ uuid, ruleset }) => uuid !== call.id && !asksForScreening(ruleset?.rules))
      .map((other) => ({ other, shared: themes.filter((theme) => other.themeIds.some((each) => areNear(each, theme))).length }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || (a.other.id < b.other.id ? -1 : 1))
      .slice(0, NAMED)
      .map(({ other }) => other);
  }
}

const asksForScreening = (rules: unknown): boolean => JSON.stringify(rules ?? null).includes('"fn":"screening"');

/** The same theme, or one below the other. */
const areNear = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
