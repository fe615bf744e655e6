import { LONGEST_CODE, type Row } from './row.js';

/** Source of what the makers of Verbond compiled. */
export const VERBOND = 'Verbond';

/** Whoever gives no source and has no known prefix: the operator's own data. */
const OWN = 'import';

const BY_PREFIX: Readonly<Record<string, string>> = {
  io: 'keep.eu',
  ir: 'keep.eu',
  ih: 'keep.eu',
  pic: 'CORDIS',
  h2020: 'CORDIS',
};

/** The source a row names, or that the prefix of its code gives away. */
export function sourceOf(row: Row, code: string): string {
  return row.text('source', LONGEST_CODE) ?? BY_PREFIX[code.split('-')[0] ?? ''] ?? OWN;
}
