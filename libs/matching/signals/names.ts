import type { MatchIndex } from '../match-index.js';
import { EVIDENCE, NAMES } from '../model.js';
import { spread } from '../past/spread.js';
import { columnsOf, rowLength } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { wordsOf } from '../text/tokens.js';
import { ofCallAlone, type SignalReader } from './signal-reader.js';

/**
 * kind_i = mean over the words t of i's name of max(0, ln((expected_t + 2) / (usual_t + 2)))
 *
 * usual: a twentieth of the organisations with t in their name; expected: the same of the members of projects like the
 * call. "Hospital", "gemeente", "univerzita": the kind of organisation, known of those without a past as well.
 */
export const kind: SignalReader = ({ index, alike }) => {
  const mass = spread(index, alike.map((value) => value * value));
  const total = mass.reduce((sum, value) => sum + value, 0);
  const lift = Float64Array.from({ length: index.nameWordIds.size }, (_, word) => {
    const holders = columnsOf(index.namedBy, word);
    const share = total === 0 ? 0 : holders.reduce((sum, holder) => sum + (mass[holder] ?? 0), 0) / total;
    const expected = share * mass.length * NAMES.sample + NAMES.prior;
    return Math.max(0, Math.log(expected / (holders.length * NAMES.sample + NAMES.prior)));
  });
  return wordSignal(index, lift, 'typical');
};

/** mention_i = mean over the words t of i's name of idf_t^2 where t, of four letters or more, is in the text, else 0 */
export const mention: SignalReader = ({ index, call }) => {
  const said = saidIn([call.text, call.specificObjective]);
  const value = new Float64Array(index.nameWordIds.size);
  for (const [word, id] of index.nameWordIds) {
    if (!said.has(word)) continue;
    const idf = Math.log(index.organisations.length / rowLength(index.namedBy, id));
    value[id] = idf * idf;
  }
  return wordSignal(index, value, 'named');
};

/** town: 1 where a word of i's town, of four letters or more, is in the text, else 0 */
export const town: SignalReader = ({ index, call }) => {
  const said = saidIn([call.text]);
  const named = index.cityWords.map((words) => words.find((word) => said.has(word)));
  const values = Float64Array.from(named, (word) => Number(word !== undefined));
  return ofCallAlone(values, (organisation) => {
    const word = named[organisation];
    return word === undefined ? [] : [{ kind: 'word', role: 'named', id: word }];
  });
};

/** type_i = share of i's type among the members of projects like the call, per organisation of the type */
export const type: SignalReader = ({ index, alike }) => {
  const mass = spread(index, alike);
  const shares = new Map<string, { mass: number; heads: number }>();
  index.type.forEach((name, i) => {
    const share = shares.get(name) ?? { mass: 0, heads: 0 };
    share.mass += mass[i] ?? 0;
    share.heads += 1;
    shares.set(name, share);
  });
  const values = Float64Array.from(index.type, (name) => {
    const { mass: taken, heads } = shares.get(name) ?? { mass: 0, heads: 0 };
    return taken / (heads + NAMES.typePrior);
  });
  return ofCallAlone(values, () => []);
};

function saidIn(texts: readonly (string | undefined)[]): Set<string> {
  return new Set(texts.flatMap((text) => wordsOf(text ?? '')).filter((word) => word.length >= NAMES.shortest));
}

function wordSignal(index: MatchIndex, value: Float64Array, role: 'typical' | 'named'): ReturnType<SignalReader> {
  const words = [...index.nameWordIds.keys()];
  const raw = Float64Array.from(index.organisations, (_, i) => {
    const sum = columnsOf(index.nameWords, i).reduce((total, word) => total + (value[word] ?? 0), 0);
    return sum / Math.max(1, rowLength(index.nameWords, i));
  });
  const evidence = (organisation: number): Evidence[] =>
    [...columnsOf(index.nameWords, organisation)]
      .filter((word) => (value[word] ?? 0) > 0)
      .sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0))
      .slice(0, EVIDENCE.items)
      .map((word) => ({ kind: 'word', role, id: words[word] ?? '' }));
  return ofCallAlone(raw, evidence);
}
