import type { MatchIndex } from '../match-index.js';
import { EVIDENCE, NAMES } from '../model.js';
import { stemsOf, type NameTerms } from '../names-index.js';
import { gather, spread } from '../past/spread.js';
import { columnsOf, rowLength } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { wordsOf } from '../text/tokens.js';
import { relative } from '../values.js';
import { noEvidence, type Reading, type SignalReader } from './signal-reader.js';

/**
 * kind_i = mean over the words t of i's name of typical_t, in the company of projects like this
 *
 * "Hospital", "gemeente", "univerzita": the kind of organisation, known of those without a past as well.
 */
export const kind: SignalReader = ({ index, local }) => meanOfTerms(index, index.nameWords, typical(index.nameWords, local), 'typical');


/**
 * company: the same in the company of those whose names have words in common with the team's: who works with whom
 *
 * mass_i = sum over past consortia q of i of (.2 + affinity_q) / sqrt(size_q) * sum over its other members of kinship^2
 * kinship: share of a name's words that a name of the team has too
 */
export const company: SignalReader = ({ index, affinity }) => {
  const names = index.nameWords;
  const weight = affinity.map((value, q) => {
    const size = rowLength(index.members, q);
    return size < 2 ? 0 : (NAMES.elsewhere + value) / Math.sqrt(size);
  });
  const own = spread(index, weight);
  return (team) => {
    if (team.every((member) => rowLength(names.of, member) === 0)) return { values: { kind: 'few', values: new Map() }, evidence: noEvidence };
    const kinship = kinshipTo(names, team, index.organisations.length);
    const kinIn = gather(index, kinship);
    for (let q = 0; q < kinIn.length; q++) kinIn[q] = (kinIn[q] ?? 0) * (weight[q] ?? 0);
    const mass = spread(index, kinIn);
    for (let i = 0; i < mass.length; i++) mass[i] = Math.max(0, (mass[i] ?? 0) - (own[i] ?? 0) * (kinship[i] ?? 0));
    return meanOfTerms(index, names, typical(names, mass), 'typical');
  };
};

/** mention_i = mean over the words t of i's name of idf_t^2 where t, of four letters or more, is in the text, else 0 */
export const mention: SignalReader = ({ index, call }) =>
  meanOfTerms(index, index.nameWords, saidTerms(index, index.nameWords, wordsIn([call.text, call.specificObjective])), 'named');

/** echo: the same by runs of characters instead of words */
export const echo: SignalReader = ({ index, call }) => {
  const said = new Set(stemsOf([...wordsIn([call.text])].join(' ')));
  return meanOfTerms(index, index.nameStems, saidTerms(index, index.nameStems, said), 'named');
};

/** town: 1 where a word of i's town, of four letters or more, is in the text, else 0 */
export const town: SignalReader = ({ index, call }) => {
  const said = wordsIn([call.text]);
  const named = index.cityWords.map((words) => words.find((word) => said.has(word)));
  return {
    values: { kind: 'each', values: Float64Array.from(named, (word) => Number(word !== undefined)) },
    evidence: (organisation) => {
      const word = named[organisation];
      return word === undefined ? [] : [{ kind: 'word', role: 'named', id: word }];
    },
  };
};

/**
 * typical_t = max(0, ln((expected_t + 2) / (usual_t + 2)))
 *
 * usual: a twentieth of the organisations with t in their names; expected: the same of a company, by its masses
 */
function typical({ of, holders, terms }: NameTerms, company: Float64Array): Float64Array {
  const mass = new Float64Array(terms.length);
  let total = 0;
  company.forEach((weight, organisation) => {
    if (weight === 0) return;
    total += weight;
    for (const term of columnsOf(of, organisation)) mass[term] = (mass[term] ?? 0) + weight;
  });
  if (total === 0) return mass;
  return mass.map((value, term) => {
    const expected = (value / total) * company.length * NAMES.sample + NAMES.prior;
    return Math.max(0, Math.log(expected / (rowLength(holders, term) * NAMES.sample + NAMES.prior)));
  });
}

function kinshipTo({ of, holders }: NameTerms, team: readonly number[], organisations: number): Float64Array {
  const shared = new Float64Array(organisations);
  for (const term of new Set(team.flatMap((member) => [...columnsOf(of, member)]))) {
    for (const holder of columnsOf(holders, term)) shared[holder] = (shared[holder] ?? 0) + 1;
  }
  for (let i = 0; i < shared.length; i++) {
    const share = (shared[i] ?? 0) / Math.max(1, rowLength(of, i));
    shared[i] = share * share;
  }
  return shared;
}

function wordsIn(texts: readonly (string | undefined)[]): Set<string> {
  return new Set(texts.flatMap((text) => wordsOf(text ?? '')).filter((word) => word.length >= NAMES.shortest));
}

function saidTerms(index: MatchIndex, { terms, position, holders }: NameTerms, said: ReadonlySet<string>): Float64Array {
  const value = new Float64Array(terms.length);
  for (const term of said) {
    const at = position.get(term);
    if (at === undefined) continue;
    const idf = Math.log(index.organisations.length / rowLength(holders, at));
    value[at] = idf * idf;
  }
  return value;
}

function meanOfTerms(index: MatchIndex, { of, terms, holders }: NameTerms, value: Float64Array, role: 'typical' | 'named'): Reading {
  const raw = new Float64Array(index.organisations.length);
  value.forEach((each, term) => {
    if (each === 0) return;
    for (const holder of columnsOf(holders, term)) raw[holder] = (raw[holder] ?? 0) + each;
  });
  for (let i = 0; i < raw.length; i++) raw[i] = (raw[i] ?? 0) / Math.max(1, rowLength(of, i));
  // A word of one or two names is somebody's own: it tells no kind.
  const tells = (term: number) => (value[term] ?? 0) > 0 && (role === 'named' || rowLength(holders, term) >= NAMES.kindFrom);
  const evidence = (organisation: number): Evidence[] => {
    const telling = [...columnsOf(of, organisation)]
      .filter(tells)
      .sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0))
      .flatMap((term) => wordWith(index, organisation, terms[term] ?? '') ?? []);
    return [...new Set(telling)].slice(0, EVIDENCE.items).map((id) => ({ kind: 'word', role, id }));
  };
  return { values: { kind: 'each', values: relative(raw) }, evidence };
}

/** The word of a name that holds a term: itself, or the run of characters, spaces being its ends. */
function wordWith({ nameWords }: MatchIndex, organisation: number, term: string): string | undefined {
  const words = Array.from(columnsOf(nameWords.of, organisation), (word) => nameWords.terms[word] ?? '');
  return words.find((word) => ` ${word} `.includes(term));
}
