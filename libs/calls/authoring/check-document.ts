import { checkRules } from '#libs/eligibility';
import { callOf } from '../import/calls-json.js';
import { entryRows } from '../import/json-document.js';
import { printCallFile, LARGEST_FILE } from './call-file.js';
import { isRecord, type CallDocument } from './call-document.js';
import { InvalidCall, type CallProblem } from './invalid-call.js';

const LARGEST_RULES = 200_000;

/** @throws InvalidCall with every mistake that can be seen without the database */
export function requireReadable(document: CallDocument): void {
  const problems = problemsOf(document);
  if (problems.length > 0) throw new InvalidCall(problems);
}

function problemsOf(document: CallDocument): CallProblem[] {
  const size = printCallFile(document).length;
  if (size > LARGEST_FILE) return [{ path: 'call', reason: `has ${size} characters; at most ${LARGEST_FILE} are kept` }];
  const rules = JSON.stringify(document['rules'] ?? []).length;
  if (rules > LARGEST_RULES) return [{ path: 'rules', reason: `have ${rules} characters; at most ${LARGEST_RULES} are kept` }];
  const inRules = checkRules(document['rules'] ?? []).map(({ path, reason }) => ({ path, reason }));
  const others = otherProblems(document).filter(({ path }) => path !== 'rules' || inRules.length === 0);
  return [...inRules, ...others, ...twice({ ...document, rules: [] })];
}

function otherProblems({ sources, countrySets, ...call }: CallDocument): CallProblem[] {
  return entryRows([call], '').flatMap((row) => {
    if (row.problems.length === 0) callOf(row, sources, countrySets);
    return row.problems.map(({ field, reason }) => ({ path: field.replace(/\.(\d+)/g, '[$1]'), reason }));
  });
}

/** Entries are told apart by their names, so a name stands once in its list. Of rules their own check says so. */
function twice(value: unknown, path = ''): CallProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value as Readonly<Record<string, unknown>>);
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  const below = parts.flatMap(([key, part]) => twice(part, Array.isArray(value) ? `${path}[${key}]` : inner(key)));
  if (!Array.isArray(value)) return below;
  const names = parts.map(([, part]) => nameOf(part)).filter((name) => name !== undefined);
  const again = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  return [...below, ...[...again].map((name) => ({ path, reason: `has two entries named "${name}"` }))];
}

function nameOf(entry: unknown): string | undefined {
  const name = isRecord(entry) ? (entry['key'] ?? entry['id']) : undefined;
  return typeof name === 'string' ? name : undefined;
}
