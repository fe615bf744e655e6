import { addRow } from '../sparse.js';
import { buildTextIndex, type TextIndex } from '../text/text-index.js';
import { wordsOf } from '../text/tokens.js';
import type { Anchors, Language } from './anchors/index.js';
import { featuresIn } from './features.js';

/** Characters of a text that are read; a description in a form has some 2,000. */
const LONGEST_TEXT = 10_000;

/** How much more like a text is to every topic, in the order of `topics`, than any text of its language is. */
export type Compare = (text: string) => Float64Array;

/**
 * excess_t = like_t - usual_t * sum(like) / sum(usual),  like_t ~ cos(text, anchor_t)
 *
 * usual_t = sum of like_t over the anchors as texts. An anchor of everyday words is like every text; taking off its usual
 * share makes anchors, and so languages, comparable.
 */
export function compareIn(language: Language, anchors: Anchors, topics: readonly string[]): Compare {
  const texts = topics.map((topic) => anchors[topic]?.[language].join('. ') ?? '');
  const lexicon = new Set(texts.flatMap(wordsOf));
  // A text index leaves out what is in one document alone: here the most telling words. All together make them two.
  const features = featuresIn(language, lexicon);
  const likenessTo = comparer(buildTextIndex([...texts, texts.join('. ')], features), features, topics.length);

  const usual = new Float64Array(topics.length);
  for (const text of texts) likenessTo(text).forEach((like, t) => (usual[t] = (usual[t] ?? 0) + like));
  const usualSum = sumOf(usual);
  return (text) => {
    const likes = likenessTo(text.slice(0, LONGEST_TEXT));
    const share = sumOf(likes) / usualSum;
    return likes.map((like, t) => like - share * (usual[t] ?? 0));
  };
}

/** The `cosines` of a text index with its first documents, but for a factor of the text; unsorted, so four times as quick. */
function comparer(
  { vocabulary, idf, postings }: TextIndex,
  tokens: (text: string) => string[],
  documents: number,
): (text: string) => Float64Array {
  const count = new Uint32Array(vocabulary.size);
  return (text) => {
    const found: number[] = [];
    for (const token of tokens(text)) {
      const position = vocabulary.get(token);
      if (position === undefined) continue;
      if (count[position] === 0) found.push(position);
      count[position] = (count[position] ?? 0) + 1;
    }
    const sum = new Float64Array(documents + 1);
    for (const position of found) {
      addRow(sum, postings, position, (1 + Math.log(count[position] ?? 1)) * (idf[position] ?? 0));
      count[position] = 0;
    }
    return sum.subarray(0, documents);
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
