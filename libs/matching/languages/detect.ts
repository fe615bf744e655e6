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
const READ = 1000;

type Model = (run: string) => number;

/** In the order of the languages, made when the first text comes. */
let models: readonly Model[] | undefined;

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
  const runs = runsOf(text);
  models ??= modelsOf(ANCHORS);
  let best: Language | undefined;
  let highest = FLOOR;
  models.forEach((model, l) => {
    const score = runs.reduce((sum, run) => sum + model(run), 0) / runs.length;
    if (score > highest) [best, highest] = [LANGUAGES[l], score];
  });
  return best;
}

function modelsOf(anchors: Anchors): Model[] {
  const counts = LANGUAGES.map((language) => countsIn(language, anchors));
  const different = new Set(counts.flatMap((count) => [...count.keys()])).size;
  return counts.map((count) => {
    const total = [...count.values()].reduce((sum, n) => sum + n, 0) + UNSEEN * different;
    const unseen = Math.log(UNSEEN / total);
    const known = new Map([...count].map(([run, n]) => [run, Math.log((n + UNSEEN) / total)]));
    return (run) => known.get(run) ?? unseen;
  });
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
  const words = text.slice(0, READ).normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
}
