const GRAM = 4;

/** Words in lower case without accents, of two letters or more, in the order of the text. */
export function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/**
 * All runs of four characters, word boundaries being one: `gemeente` and `gemeenten` share most of them, so do related
 * words of two languages.
 */
export function gramsOf(text: string): string[] {
  const padded = ` ${wordsOf(text).join(' ')} `;
  return Array.from({ length: Math.max(0, padded.length - GRAM + 1) }, (_, at) => padded.slice(at, at + GRAM));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
