import { ANCHORS, LANGUAGES, type Anchors, type Language } from './anchors/index.js';

/** The commonest words, which anchors, being dense, hardly hold. */
const COMMON: Readonly<Record<Language, string>> = {
  nl: 'de het een van en in is op te dat die voor met zijn aan er om door wordt worden ook bij naar uit niet als wie we ze of',
  fr: 'le la les de des du et en un une dans pour par que qui sur est au aux avec ce ne nous ou se sont plus cette leur il',
  en: 'the of and to in a is that for with on by as are this be from will which it we they their an at or who have',
  de: 'der die das und in von zu den mit des im für auf ist ein eine dem sich werden wird wir sie es einer nicht zur oder als',
};
const COMMON_COUNT = 30;
const UNSEEN = 0.5;

/** Mean log probability of the runs of three characters below which a text is in none of the languages. */
const FLOOR = -7.75;
/** Characters that are read: more do not change the answer. */
const READ = 600;

/** The logarithms in the formula below, by language in the order of `LANGUAGES`. */
interface Model {
  readonly known: ReadonlyMap<string, readonly number[]>;
  readonly unseen: readonly number[];
}

/** Made when the first text comes. */
let model: Model | undefined;

/**
 * The language of a text, of those that have anchors, judged by runs of three characters:
 *
 *     score_l = mean over the runs r of the text of ln((n_lr + .5) / (N_l + .5 V))
 *
 * n_lr = how often run r is in the anchors and common words of language l, N_l = all runs of l, V = different runs of all.
 *
 * @returns undefined for a text without words and for other languages.
 */
export function languageOf(text: string): Language | undefined {
  const { known, unseen } = (model ??= modelOf(ANCHORS));
  const runs = runsOf(text.slice(0, READ));
  const sum = LANGUAGES.map(() => 0);
  for (const run of runs) (known.get(run) ?? unseen).forEach((log, l) => (sum[l] = (sum[l] ?? 0) + log));
  const highest = Math.max(...sum);
  return highest / runs.length > FLOOR ? LANGUAGES[sum.indexOf(highest)] : undefined;
}

function modelOf(anchors: Anchors): Model {
  const counts = LANGUAGES.map((language) => countsIn(language, anchors));
  const runs = new Set(counts.flatMap((count) => [...count.keys()]));
  const totals = counts.map((count) => [...count.values()].reduce((sum, n) => sum + n, UNSEEN * runs.size));
  const logsOf = (run: string): number[] =>
    counts.map((count, l) => Math.log(((count.get(run) ?? 0) + UNSEEN) / (totals[l] ?? 1)));
  return { known: new Map([...runs].map((run) => [run, logsOf(run)])), unseen: logsOf('') };
}

function countsIn(language: Language, anchors: Anchors): Map<string, number> {
  const count = new Map<string, number>();
  const add = (text: string, times: number): void => {
    for (const run of runsOf(text)) count.set(run, (count.get(run) ?? 0) + times);
  };
  for (const anchor of Object.values(anchors)) add(anchor[language].join(' '), 1);
  add(COMMON[language], COMMON_COUNT);
  return count;
}

/** Accents stay: they tell the languages apart. */
function runsOf(text: string): string[] {
  const words = text.normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
}
