import type { Recommendation } from './recommendation.js';

const COLUMNS = ['expression', 'lead', 'state', 'reason', 'decided_at', 'submitted_at', 'version', 'weighted_mean', 'members'] as const;

/** One line an expression; times in UTC, members as `name (country)` with semicolons between. RFC 4180. */
export function csvOf({ expressions }: Recommendation): string {
  const lines = expressions.map(({ name, lead, state, reason, decidedAt, submittedAt, version, weightedMean, members }) => [
    name,
    lead,
    state,
    reason ?? '',
    decidedAt?.toISOString() ?? '',
    submittedAt.toISOString(),
    String(version),
    weightedMean === null ? '' : weightedMean.toFixed(2),
    members.map((member) => (member.country === null ? member.name : `${member.name} (${member.country})`)).join('; '),
  ]);
  return [COLUMNS, ...lines].map((line) => `${line.map(cellOf).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
