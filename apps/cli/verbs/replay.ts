import { ReplaysService, summaryOf, type Replayed, type ReplaySummary } from '#libs/suggestions';
import { withFeatures } from '../installation.js';
import { answer, numberOf, say, type Options } from '../verb.js';

/** Consortia of the register that are replayed. */
const MOST = 100;

/** `evaluate --mode consortium`: how much of real consortia is in what would be proposed for their calls and leads. */
export function replayConsortia(options: Options): Promise<number> {
  return withFeatures(async (app) => {
    const seed = numberOf(options, 'seed', 1);
    const started = performance.now();
    const replays = await app.get(ReplaysService).run(numberOf(options, 'limit', MOST), seed, (each) => { say(lineOf(each)); });
    const seconds = Math.round(performance.now() - started) / 1000;
    const groups = Object.entries(replays) as [string, readonly Replayed[]][];
    const summaries = groups.filter(([, replayed]) => replayed.length > 0).map(([group, replayed]) => [group, summaryOf(replayed, seed)] as const);
    answer(options, { mode: 'consortium', ...Object.fromEntries(summaries), each: replays, seconds }, () =>
      summaries.flatMap(([group, summary]) => [`${group}: ${summary.n} consortia, ${summary.proven} proven best`, ...linesOf(summary)]),
    );
    return 0;
  });
}

const lineOf = ({ id, partners, exact, greedy, topK }: Replayed): string =>
  `${id}: of ${partners} partners ${exact} by proof, ${greedy} at once, ${topK} by score alone`;

function linesOf({ exact, greedy, topK, exactOverGreedy, exactOverTopK }: ReplaySummary): string[] {
  return Object.entries({ exact, greedy, topK, exactOverGreedy, exactOverTopK }).map(
    ([name, { mean, ci95 }]) => `  ${name.padEnd(16)}${mean.toFixed(3)} [${ci95.map((end) => end.toFixed(3)).join(', ')}]`,
  );
}
