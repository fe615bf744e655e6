import type { z } from 'zod';
import { Row, UnreadableFile } from '#libs/directory';
import { textProblem } from '#libs/platform';

/** @throws UnreadableFile when the text is not one JSON object */
export function parseDocument(text: string): Record<string, unknown> {
  try {
    const document: unknown = JSON.parse(text);
    if (isRecord(document)) return document;
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : String(error));
  }
  throw new UnreadableFile('it is not a JSON object');
}

/** The entries of one list of a document as rows; the line of an entry is where its id stands. */
export function entryRows(list: unknown, text: string): Row[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new UnreadableFile('programmes and calls must be lists');
  return list.map((entry: unknown) => {
    const values = isRecord(entry) ? entry : {};
    const row = new Row(lineOfId(values['id'], text), values);
    refuseUnusableTexts(row, entry, '');
    return row;
  });
}

function lineOfId(id: unknown, text: string): number {
  const spellings = [`"id": ${JSON.stringify(id)}`, `"id":${JSON.stringify(id)}`];
  const at = Math.max(...spellings.map((spelling) => text.indexOf(spelling)), 0);
  return text.slice(0, at).split('\n').length;
}

/** Every text that is stored must be storable, however deep it stands. */
function refuseUnusableTexts(row: Row, value: unknown, path: string): void {
  if (typeof value === 'string') {
    const problem = textProblem(value);
    if (problem !== undefined) row.refuse(path, problem);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) refuseUnusableTexts(row, part, path === '' ? key : `${path}.${key}`);
  }
}

/** The entry in the shape of a schema, or undefined with each mismatch refused under its path. */
export function checked<T>(schema: z.ZodType<T>, row: Row): T | undefined {
  const { success, data, error } = schema.safeParse(row.values);
  if (success) return data;
  for (const { path, message } of error.issues) row.refuse(path.join('.'), message);
  return undefined;
}

/** The values of every key of that name, however deep; lists are taken apart. */
export function valuesOf(name: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, part]) => {
    if (key !== name) return valuesOf(name, part);
    return Array.isArray(part) ? (part as unknown[]) : [part];
  });
}

/** The entries of a dictionary that are mentioned. */
export function mentioned<T>(dictionary: Readonly<Record<string, T>>, mentions: readonly unknown[]): Record<string, T> {
  return Object.fromEntries(Object.entries(dictionary).filter(([key]) => mentions.includes(key)));
}

/** An object without some of its keys. */
export function without(value: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
