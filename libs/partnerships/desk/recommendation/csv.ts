import { stringify } from 'csv-stringify/sync';
import type { Recommendation } from './recommendation.js';

/** One line an expression; times in UTC, members as `name (country)`. A text that a spreadsheet would take for a formula is escaped. */
export function csvOf({ expressions }: Recommendation): string {
  const lines = expressions.map(({ name, lead, state, reason, decidedAt, submittedAt, version, weightedMean, members }) => ({
    expression: name,
    lead,
    state,
    reason,
    decided_at: decidedAt?.toISOString(),
    submitted_at: submittedAt.toISOString(),
    version,
    weighted_mean: weightedMean?.toFixed(2),
    members: members.map((member) => (member.country === null ? member.name : `${member.name} (${member.country})`)).join('; '),
  }));
  return stringify(lines, { header: true, columns: [...COLUMNS], escape_formulas: true, record_delimiter: 'windows' });
}

const COLUMNS = ['expression', 'lead', 'state', 'reason', 'decided_at', 'submitted_at', 'version', 'weighted_mean', 'members'] as const;
