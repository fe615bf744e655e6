import type { Member } from '../facts/draft.js';
import type { GroupField } from '../facts/fields.js';
import { isAbove, isBelow } from './compare.js';
import type { Choice } from './condition.js';
import { finding, missingFact, unique, uniqueFacts, type Finding, type MissingFact } from './finding.js';
import { factBehind, seatsOf, valueOf, type Seat } from './seat.js';

/** A seat that can be chosen: what no other chosen seat may share with it, and for which counts it counts. */
interface Eligible {
  readonly seat: Seat;
  readonly labels: readonly string[];
  readonly counts: readonly boolean[];
}

/** Part of a choice: who was taken, how far the counts are, and the labels that later seats may still clash with. */
interface Way {
  readonly taken: readonly Seat[];
  readonly counts: readonly number[];
  readonly labels: readonly string[];
}

/**
 * Whether members can be chosen as wanted: surely, if it can be done with what is known alone; possibly, if it can be
 * done with every open fact turned out for the best.
 */
export function chosen(choice: Choice, members: readonly Member[]): Finding {
  const seats = members.flatMap(seatsOf);
  const sure = longest(choice, eligible(choice, seats, 'SURE'));
  const need = { min: choice.size };
  const told = { counted: unique(sure.taken.map(({ member }) => member.id)), have: sure.taken.length, need };
  if (isComplete(choice, sure)) return finding(true, told);
  const open = eligible(choice, seats, 'POSSIBLE');
  const holds = isComplete(choice, longest(choice, open)) ? undefined : false;
  const missing = holds === undefined ? uniqueFacts(open.flatMap(({ seat }) => missingOf(choice, seat))) : [];
  return finding(holds, { ...told, missing, shortfall: Math.max(1, choice.size - sure.taken.length) });
}

/** A value that is not known clashes with nothing at best, and may clash with anything at worst. */
function eligible(
  { where, differ, with: counts }: Choice,
  seats: readonly Seat[],
  how: 'SURE' | 'POSSIBLE',
): Eligible[] {
  return seats
    .filter((seat) => (how === 'SURE' ? where(seat).holds : where(seat).holds !== false))
    .filter((seat) => how === 'POSSIBLE' || differ.every((field) => valueOf(seat, field) !== undefined))
    .map((seat, index) => ({
      seat,
      labels: [
        `member ${seat.member.id}`,
        ...differ.map((field) => `${field} ${valueOf(seat, field) ?? `unknown ${index}`}`),
      ],
      counts: counts.map(({ where: counted, range }) => {
        const { holds } = counted(seat);
        const generous = (range.max === undefined) === (how === 'POSSIBLE');
        return generous ? holds !== false : holds === true;
      }),
    }))
    .sort((a, b) => compareTexts(a.labels[1] ?? '', b.labels[1] ?? ''));
}

/**
 * The best choice, seat by seat: of all ways to come so far that have as many members, the same counts and the same
 * labels to heed, one is kept. Labels that no later seat bears are forgotten, so that ways stay few.
 */
function longest(choice: Choice, seats: readonly Eligible[]): Way {
  const lastUse = new Map(seats.flatMap(({ labels }, index) => labels.map((label) => [label, index] as const)));
  const caps = choice.with.map(({ range }) => Math.max(range.min ?? 0, (range.max ?? -1) + 1));
  const nobody: Way = { taken: [], counts: caps.map(() => 0), labels: [] };
  let ways = [nobody];
  let best = nobody;
  for (const [index, next] of seats.entries()) {
    const kept = new Map<string, Way>();
    for (const way of ways.flatMap((each) => [each, ...taking(each, next, choice.size, caps)])) {
      const labels = way.labels.filter((label) => (lastUse.get(label) ?? -1) > index).sort(compareTexts);
      kept.set(`${way.taken.length} ${way.counts.join()} ${labels.join()}`, { ...way, labels });
    }
    ways = [...kept.values()];
    best = ways.reduce((a, b) => (value(choice, b) > value(choice, a) ? b : a), best);
    if (isComplete(choice, best)) return best;
  }
  return best;
}

function taking(way: Way, { seat, labels, counts }: Eligible, size: number, caps: readonly number[]): Way[] {
  if (way.taken.length === size || labels.some((label) => way.labels.includes(label))) return [];
  const counted = way.counts.map((count, index) => Math.min(caps[index] ?? 0, count + (counts[index] ? 1 : 0)));
  return [{ taken: [...way.taken, seat], counts: counted, labels: [...way.labels, ...labels] }];
}

/** Complete choices first, then long ones. */
const value = (choice: Choice, way: Way): number => way.taken.length + (isComplete(choice, way) ? choice.size : 0);

function isComplete({ size, with: counts }: Choice, { taken, counts: counted }: Way): boolean {
  return (
    taken.length === size &&
    counts.every(({ range }, index) => isAbove(counted[index] ?? 0, range) && isBelow(counted[index] ?? 0, range))
  );
}

function missingOf({ where, differ, with: counts }: Choice, seat: Seat): MissingFact[] {
  const answers = [where(seat), ...counts.map((each) => each.where(seat))];
  const open = answers.flatMap((answer) => (answer.holds === undefined ? answer.missing : []));
  const values = differ.filter((field: GroupField) => valueOf(seat, field) === undefined).map(factBehind);
  return [...open, ...values].map((name) => missingFact(name, seat.member.id));
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
