import type { Moments } from './moments.js';

export interface DatedMilestone extends Pick<Moments, 'start' | 'end' | 'exact'> {
  /** OPENING, SUBMISSION and PROJECT_START decide the state; other kinds only show that the call still lives. */
  readonly kind: string;
}

export interface CallState {
  readonly state: 'ANNOUNCED' | 'FORTHCOMING' | 'OPEN' | 'CLOSED' | 'AWARDED';
  /** The last opening that has passed, else the first one ahead. */
  readonly opensAt?: Date;
  /** When the current or coming round closes, or the last one closed; absent when no closing is known. */
  readonly closesAt?: Date;
  /** Set when CLOSED or AWARDED: since when. */
  readonly closedSince?: Date;
}

interface Dates {
  readonly now: Date;
  /** The last exact opening at or before now. */
  readonly opened: Date | undefined;
  /** The last submission's end, unless the call opened again after it. */
  readonly closing: Date | undefined;
  readonly projectStart: Date | undefined;
  readonly lastMilestone: Date | undefined;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/**
 * The state of a call, derived from its milestones. Vague openings and submissions decide nothing.
 *
 * ANNOUNCED    no exact opening or submission, or a submission ahead and no exact opening
 * FORTHCOMING  the opening is ahead
 * OPEN         opening <= now < end of the last submission
 * CLOSED       now >= end of the last submission; or the call opened after it without naming a new one, and its last
 *              milestone lies more than 365 days back
 * AWARDED      as CLOSED, and a project start has passed (a vague one counts from its first day)
 */
export function deriveCallState(milestones: readonly DatedMilestone[], now: Date): CallState {
  const openings = sorted(exactOfKind(milestones, 'OPENING').map(({ start }) => start));
  const submissions = sorted(exactOfKind(milestones, 'SUBMISSION').map(({ end }) => end));
  const opened = openings.findLast((start) => start <= now);
  const lastEnd = submissions.at(-1);
  const reopened = opened !== undefined && lastEnd !== undefined && opened >= lastEnd;
  const dates: Dates = {
    now,
    opened,
    closing: reopened ? undefined : lastEnd,
    projectStart: sorted(ofKind(milestones, 'PROJECT_START').map(({ start }) => start)).at(0),
    lastMilestone: sorted(milestones.map(({ end }) => end)).at(-1),
  };
  return withDates(stateOf(dates, openings.length > 0), dates, opened ?? openings.at(0));
}

function stateOf(dates: Dates, hasOpening: boolean): CallState['state'] {
  if (isClosed(dates)) {
    return dates.projectStart !== undefined && dates.projectStart <= dates.now ? 'AWARDED' : 'CLOSED';
  }
  if (dates.opened !== undefined) return 'OPEN';
  return hasOpening ? 'FORTHCOMING' : 'ANNOUNCED';
}

function isClosed(dates: Dates): boolean {
  const end = closingOf(dates);
  return end !== undefined && dates.now >= end;
}

/** The closing, else, for a call that opened again without one, what first shows that this round is over. */
function closingOf({ opened, closing, projectStart, lastMilestone }: Dates): Date | undefined {
  if (closing !== undefined || opened === undefined) return closing;
  const running = projectStart !== undefined && projectStart > opened ? [projectStart] : [];
  const forgotten = lastMilestone === undefined ? [] : [new Date(lastMilestone.getTime() + YEAR_MS)];
  return sorted([...running, ...forgotten]).at(0);
}

function withDates(state: CallState['state'], dates: Dates, opensAt: Date | undefined): CallState {
  const ended = state === 'CLOSED' || state === 'AWARDED' ? closingOf(dates) : undefined;
  return {
    state,
    ...(opensAt === undefined ? {} : { opensAt }),
    ...(dates.closing === undefined ? {} : { closesAt: dates.closing }),
    ...(ended === undefined ? {} : { closedSince: ended }),
  };
}

function ofKind(milestones: readonly DatedMilestone[], kind: string): DatedMilestone[] {
  return milestones.filter((milestone) => milestone.kind === kind);
}

function exactOfKind(milestones: readonly DatedMilestone[], kind: string): DatedMilestone[] {
  return ofKind(milestones, kind).filter(({ exact }) => exact);
}

function sorted(instants: readonly Date[]): Date[] {
  return instants.toSorted((one, two) => one.getTime() - two.getTime());
}
