import type { ConsortiumProblem, Demand } from './problem.js';

/** The most hopeful of all, of whoever a demand asks for, of a kind, and of who is tied to those given. */
const MOST = { all: 50, asked: 10, kind: 1, tied: 15 } as const;

/** score_i + the topics that it covers + the strongest tie that it could have */
export function hopeOf({ scores, topics, vouchers, tieWeight }: ConsortiumProblem, option: number): number {
  let hope = scores[option] ?? 0;
  for (const { holders, weight } of topics) if (holders.has(option)) hope += weight;
  let strongest = 0;
  for (const tie of vouchers[option]?.values() ?? []) if (tie > strongest) strongest = tie;
  return hope + tieWeight * strongest;
}

/** The options that are most likely to be taken, and who vouches best for each of them; the most hopeful first. */
export function shortlistOf(problem: ConsortiumProblem): number[] {
  const { scores, vouchers, kinds, given, asks } = problem;
  const hopes = scores.map((_, option) => hopeOf(problem, option));
  const better = (a: number, b: number) => (hopes[b] ?? 0) - (hopes[a] ?? 0) || a - b;
  const bestVouchers = (option: number, most: number) => [...(vouchers[option]?.keys() ?? [])].sort(better).slice(0, most);
  const ranked = scores
    .map((_, option) => option)
    .filter((option) => (vouchers[option]?.size ?? 0) > 0)
    .sort(better);
  const asked = asks.map(wantedBy).filter(({ size }) => size > 0 && size < scores.length / 2);
  const chosen = new Set([
    ...ranked.slice(0, MOST.all),
    ...asked.flatMap((wanted) => ranked.filter((option) => wanted.has(option)).slice(0, MOST.asked)),
    ...firstOfEach(ranked, (option) => kinds[option] ?? 0, MOST.kind),
    ...given.flatMap((option) => bestVouchers(option, MOST.tied)),
  ]);
  const friends = [...chosen].flatMap((option) => bestVouchers(option, 1));
  return [...new Set([...chosen, ...friends])].filter((option) => !given.includes(option)).sort(better);
}

/** Who helps to keep a demand. */
function wantedBy({ min, terms }: Demand): Set<number> {
  return new Set(min === undefined ? [] : [...terms].filter(([, coefficient]) => coefficient > 0).map(([option]) => option));
}

function firstOfEach(options: readonly number[], groupOf: (option: number) => number, most: number): number[] {
  const counts = new Map<number, number>();
  return options.filter((option) => {
    const before = counts.get(groupOf(option)) ?? 0;
    counts.set(groupOf(option), before + 1);
    return before < most;
  });
}
