import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Unzip, UnzipInflate } from 'fflate';
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { InvalidInput } from '#libs/platform';
import { APPLICATION, APPLICATION_FORM, PARTNER, PROJECT, type Application } from './application.js';

/** One way to write an application down, and to read it again. */
export interface ApplicationForm {
  readonly mediaType: string;
  readonly extension: string;
  readonly write: (application: Application) => Promise<Buffer>;
  /** What the file says, not checked yet. @throws whatever the reader throws for what is no such file */
  readonly read: (content: Buffer) => unknown;
}

type Cell = string | number;

const COLUMNS = Object.keys(PARTNER.shape) as (keyof Application['partners'][number])[];
const PROJECT_FIELDS = Object.keys(PROJECT.shape) as (keyof typeof PROJECT.shape)[];

const json: ApplicationForm = {
  mediaType: 'application/json',
  extension: 'json',
  write: (application) => Promise.resolve(Buffer.from(`${JSON.stringify(application, null, 2)}\n`)),
  read: (content) => JSON.parse(content.toString('utf8')) as unknown,
};

/** One line a partner. What a spreadsheet would take for a formula is quoted in it, by an apostrophe. */
const csv: ApplicationForm = {
  mediaType: 'text/csv',
  extension: 'csv',
  write: ({ call, consortium, partners }) => {
    const lines = partners.map((partner) => [call, consortium, ...COLUMNS.map((column) => partner[column])]);
    return Promise.resolve(Buffer.from(stringify([['call', 'consortium', ...COLUMNS], ...lines.map((line) => line.map(guarded))], { bom: true })));
  },
  read: (content) => {
    const lines = parse<Record<string, string>>(content, { bom: true, columns: true, skip_empty_lines: true });
    const read = lines.map((line) => Object.fromEntries(Object.entries(line).map(([column, value]) => [column, unguarded(value)])));
    const partners = read.map((line) => Object.fromEntries(Object.entries(line).filter(([column]) => column !== 'call' && column !== 'consortium')));
    return { form: APPLICATION_FORM, call: read[0]?.['call'], consortium: read[0]?.['consortium'], partners };
  },
};

const FORMULA = /^['=+\-@\t\r]/;
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (text.startsWith(`'`) ? text.slice(1) : text);

/** A sheet of what the project is, a field a row with its values beside it, and one of the partners, a partner a row. */
const xlsx: ApplicationForm = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  write: ({ form, call, consortium, project, partners }) => {
    const about = [['form', form], ['call', call], ['consortium', consortium], ...PROJECT_FIELDS.map((field): Cell[] => [field, ...[project?.[field] ?? []].flat()])];
    const list = [COLUMNS, ...partners.map((partner) => COLUMNS.map((column) => partner[column]))];
    return writeXlsx([{ sheet: 'Application', data: sheet(about) }, { sheet: 'Partners', data: sheet(list) }]).toBuffer();
  },
  read: async (content) => {
    refuseLarge(content);
    const sheets = new Map((await readXlsx(content, { trim: false })).map(({ sheet: name, data }) => [name, data]));
    const about = new Map((sheets.get('Application') ?? []).map(([field, ...values]) => [String(field), values.flatMap((value) => value ?? [])]));
    const [columns = [], ...rows] = sheets.get('Partners') ?? [];
    const one = (field: string) => about.get(field)?.[0];
    const project = PROJECT_FIELDS.flatMap((field) => {
      const values = about.get(field) ?? [];
      return values.length === 0 ? [] : [[field, LISTS.has(field) ? values : values[0]] as const];
    });
    return {
      form: one('form'),
      call: one('call'),
      consortium: one('consortium'),
      ...(project.length > 0 && { project: Object.fromEntries(project) }),
      partners: rows.map((row) => Object.fromEntries(columns.flatMap((column, i) => (row[i] == null ? [] : [[String(column), String(row[i])]])))),
    };
  },
};

const MOST_UNPACKED = 5_000_000;
/** Packed bytes that are unpacked at a time: they can become a thousand times as many. */
const STEP = 4096;

/** Counts what a packed file unpacks to: what it says of itself may be false. @throws InvalidInput */
function refuseLarge(content: Buffer): void {
  let bytes = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (_, chunk) => { bytes += chunk.length; };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < content.length; at += STEP) {
    unzip.push(content.subarray(at, at + STEP), at + STEP >= content.length);
    if (bytes > MOST_UNPACKED) throw new InvalidInput('content', `unpacks to more than ${MOST_UNPACKED / 1_000_000} MB.`);
  }
}

const LISTS: ReadonlySet<string> = new Set(['themes', 'objectives', 'challenges', 'actionTypes', 'targetGroups', 'activityCountries']);

/** Texts stay texts, whatever they look like. */
const sheet = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })));

export const APPLICATION_FORMS = { JSON: json, CSV: csv, XLSX: xlsx } as const;
export type ApplicationFormat = keyof typeof APPLICATION_FORMS;

/** A file that somebody brings. @throws InvalidInput saying what is wrong first */
export async function readApplication(format: ApplicationFormat, content: Buffer): Promise<Application> {
  const given = await contentOf(format, content);
  const read = APPLICATION.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw new InvalidInput('content', given === undefined ? `is no ${format} file.` : `${where === '' ? '' : `${where}: `}${issue?.message ?? 'cannot be read'}.`);
}

/** Undefined for what is no file of that format. */
async function contentOf(format: ApplicationFormat, content: Buffer): Promise<unknown> {
  try {
    return await APPLICATION_FORMS[format].read(content);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    return undefined;
  }
}
