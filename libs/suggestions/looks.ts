import { matchCall, type CallFacts, type MatchIndex } from '#libs/matching';

/** From a call to the answers for its askers. */
type Look = ReturnType<typeof matchCall>;

/** Each holds numbers for every organisation and project: some megabytes. */
const MOST = 4;

const looks = new WeakMap<MatchIndex, Map<string, Look>>();

/**
 * The directory seen from a call. Looking costs ten times an answer, so the calls asked about last are kept with the index
 * that they were looked at in, by all that bears on the score: a changed call is another.
 */
export function lookFrom(call: CallFacts, index: MatchIndex): Look {
  const key = JSON.stringify({ ...call, vector: call.vector !== undefined }); // of the text, the same while the index is
  const kept = looks.get(index) ?? new Map<string, Look>();
  const look = kept.get(key) ?? matchCall(index, call);
  kept.delete(key);
  kept.set(key, look);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  looks.set(index, kept);
  return look;
}
