import { membership, type EligibilityCall, type Member } from '#libs/eligibility';

/**
 * Organisations that surely may lead, the nearest to another one first.
 * @param candidates in order of merit
 */
export function whoMayLead(call: EligibilityCall, { facts: { nuts, country } }: Member, candidates: readonly Pick<Member, 'id' | 'facts'>[], most: number): string[] {
  const place = nuts ?? country;
  const nearness = (other: Member['facts']) => sharedLength(place, other.nuts ?? other.country);
  return candidates
    .filter(({ facts }) => membership(call, facts).lead.verdict === 'MET')
    .sort((a, b) => nearness(b.facts) - nearness(a.facts))
    .slice(0, most)
    .map(({ id }) => id);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
