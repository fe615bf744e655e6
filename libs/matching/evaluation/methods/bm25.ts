import { textOf, type MatchIndex } from '../../match-index.js';
import { addRow, columnsOf, fromRows, rowLength, transpose, type Row, type Sparse } from '../../sparse.js';
import { wordsOf } from '../../text/tokens.js';
import type { Method } from '../method.js';

interface Setting {
  readonly saturation: number;
  readonly lengthShare: number;
}

/**
 * score_i = sum over words t of the question of idf_t tf_ti (k + 1) / (tf_ti + k (1 - b + b length_i / mean length))
 *
 * tf_ti: in how many texts of its past projects i has the word; Robertson's BM25 with each organisation a document.
 */
export const bm25: Method<Setting> = {
  settings: [
    { saturation: 1.2, lengthShare: 0.75 },
    { saturation: 1.2, lengthShare: 0.4 },
    { saturation: 1.2, lengthShare: 0 },
    { saturation: 3, lengthShare: 0.75 },
    { saturation: 3, lengthShare: 0.4 },
    { saturation: 3, lengthShare: 0 },
  ],
  prepare(index, setting) {
    const { postings } = index.words;
    const weights = weightsOf(index, setting);
    return ({ view }) => {
      const scores = new Float64Array(index.organisations.length);
      for (const word of new Set(wordsOf(textOf(view.call)))) {
        const term = index.words.vocabulary.get(word);
        if (term === undefined) continue;
        const documents = rowLength(postings, term);
        const idf = Math.log(1 + (index.projects.length - documents + 0.5) / (documents + 0.5));
        addRow(scores, weights, term, idf);
      }
      return scores;
    };
  },
};

/** word -> organisation, with the saturated frequency. */
function weightsOf(index: MatchIndex, { saturation, lengthShare }: Setting): Sparse {
  const { postings, vocabulary } = index.words;
  const wordsOfProject = transpose(postings, index.projects.length);
  const counts = index.organisations.map((_, i) => {
    const count = new Map<number, number>();
    for (const project of columnsOf(index.projectsOf, i)) {
      for (const word of columnsOf(wordsOfProject, project)) count.set(word, (count.get(word) ?? 0) + 1);
    }
    return count;
  });
  const lengths = counts.map((count) => [...count.values()].reduce((sum, tf) => sum + tf, 0));
  const speaking = lengths.filter((length) => length > 0);
  const mean = speaking.reduce((sum, length) => sum + length, 0) / speaking.length;
  const rows = counts.map((count, i): Row => {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[i] ?? 0)) / mean);
    return [...count].sort(([a], [b]) => a - b).map(([word, tf]) => [word, (tf * (saturation + 1)) / (tf + norm)]);
  });
  return transpose(fromRows(rows), vocabulary.size);
}
