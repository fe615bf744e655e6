import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { HeldOut, Organisation, Project } from '#libs/matching';
import { UsageError } from './verb.js';

/** What a folder in the exchange format says that bears on matching; organisations may be described elsewhere. */
export interface ExchangeFolder {
  readonly organisations: readonly Organisation[];
  readonly projects: readonly Project[];
}

const text = z.string().min(1).optional().catch(undefined);
const organisationRow = z
  .object({ id: z.string(), country: z.string(), nuts: text, type: text, size: text, name: text, city: text })
  .transform((row): Organisation => ({ ...given(row), id: row.id, country: row.country, offers: [], seeks: [] }));
const projectRow = z
  .object({
    id: z.string(),
    topics: z.array(z.string()).default([]),
    programme: text,
    call: text,
    objective: text,
    specific_objective: text,
    title: text,
    text,
    start: text,
    end: text,
  })
  .transform(({ topics, specific_objective: specificObjective, ...row }) => ({
    ...given({ ...row, specificObjective }),
    id: row.id,
    themes: topics,
  }));
const participationRow = z.object({ project: z.string(), organisation: z.string(), role: z.string().default('participant') });
const heldOutRow = z.object({
  project: z.string(),
  organisation: z.string(),
  warm: z.enum(['0', '1', 'true', 'false', '']).optional(),
});

/** Reads a folder into memory; no database is asked. @throws UsageError for a missing file or a row of another form */
export function readExchangeFolder(folder: string): ExchangeFolder {
  const members = new Map<string, { organisation: string; role: string }[]>();
  for (const { project, organisation, role } of rowsOf(folder, 'participations.csv', participationRow)) {
    members.set(project, [...(members.get(project) ?? []), { organisation, role }]);
  }
  const projects = rowsOf(folder, 'projects.jsonl', projectRow);
  return {
    organisations: hasFile(folder, 'organisations.jsonl') ? rowsOf(folder, 'organisations.jsonl', organisationRow) : [],
    projects: projects.map((project) => ({ ...project, members: members.get(project.id) ?? [] })),
  };
}

/** The members to hide: one a consortium, or all in turn. @throws UsageError as {@link readExchangeFolder} */
export function readHeldOut(folder: string, file: 'heldout.csv' | 'heldout_each.csv'): HeldOut[] {
  return rowsOf(folder, file, heldOutRow).map(({ project, organisation, warm }) => ({
    project,
    organisation,
    ...(warm !== undefined && warm !== '' && { warm: warm === '1' || warm === 'true' }),
  }));
}

export function hasFile(folder: string, name: string): boolean {
  return fileIn(folder, name) !== undefined;
}

/** The lines of a file that say something. @throws UsageError when there is no such file */
export function linesOf(folder: string, name: string): string[] {
  const file = fileIn(folder, name);
  if (file === undefined) throw new UsageError(`There is no ${name} in ${folder}.`);
  const bytes = fs.readFileSync(file);
  const content = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return content.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '');
}

function fileIn(folder: string, name: string): string | undefined {
  return [name, `${name}.gz`].map((each) => path.join(folder, each)).find((file) => fs.existsSync(file));
}

function rowsOf<T>(folder: string, name: string, form: z.ZodType<T>): T[] {
  const lines = linesOf(folder, name);
  try {
    const rows: unknown[] = name.endsWith('.csv')
      ? parse(lines.join('\n'), { columns: true, relax_column_count: true })
      : lines.map((line): unknown => JSON.parse(line));
    return z.array(form).parse(rows);
  } catch (error) {
    throw new UsageError(`${name} in ${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function given<T extends object>(row: T): Given<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Given<T>;
}
