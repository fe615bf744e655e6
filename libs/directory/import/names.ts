import { createHash } from 'node:crypto';
import { LONGEST_NAME } from './row.js';

/** Letters that Unicode does not take apart into a letter and a mark. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};

/** Says how an organisation is incorporated, not which one it is. */
const LEGAL_FORMS = new Set(
  (
    'aps as asbl bv bvba cic cvba doo dd eg ev gmbh ggmbh mbh ik ivzw kft nv oy oyj plc sarl sas scrl slu spa spzoo srl sro ' +
    'vzw zrt ltd limited'
  ).split(' '),
);

/**
 * The key under which two spellings of a name meet: without case, accents and punctuation, without a leading "the" and
 * without legal forms at the end ("Panier de la Mer, asbl" = "PANIER DE LA MER"). Letters that stand alone are drawn
 * together ("s.r.l." = "srl"). Null when no letter or digit is left.
 */
export function normalisedName(name: string): string | null {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = folded.replace(/[ßæœøłđðþı]/g, (letter) => SPELLED_OUT[letter] ?? letter);
  const plain = letters.replace(/['’`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const words = plain.replace(/(?<=^| )\p{L}(?: \p{L})+(?= |$)/gu, (single) => single.replaceAll(' ', '')).split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ').slice(0, LONGEST_NAME) || null;
}

/** One body may have several names: "Agentschap SZW / Uitvoering Van Beleid". */
export function namesOf(name: string): string[] {
  return [...new Set(name.split(/\s+\/\s+/).filter((part) => part !== ''))];
}

/** A code for an organisation that is only known by name: the same name in the same country gives the same code. */
export function memberCode(name: string, country: string): string {
  const key = `${normalisedName(name) ?? name} ${country}`;
  return `member-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
