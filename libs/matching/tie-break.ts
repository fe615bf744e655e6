/** FNV-1a, 32 bits, over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The rank of a candidate among equals, lower first: as good as drawn by lot for each call and asker, and the same
 * on every machine. Nobody gains by its name, its id or its age.
 *
 * @param seed hash of the call and the asker; @param candidate hash of the candidate's id.
 */
export function lot(seed: number, candidate: number): number {
  // The finaliser of MurmurHash3: every bit of the input moves every bit of the lot.
  let hash = seed ^ candidate;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
