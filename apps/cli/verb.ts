import { parseArgs } from 'node:util';
import { Language } from '#libs/platform';

/** A command of the command line. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** Arguments after the verb, as the usage line shows them. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What each exit code means. */
  readonly exits: Readonly<Record<number, string>>;
  /** @returns the exit code */
  run(options: Options): Promise<number>;
}

export interface Option {
  readonly meaning: string;
  /** Takes a value, shown so in the help; without, it is a flag. */
  readonly value?: string;
  readonly required?: boolean;
  /** May be given more than once. */
  readonly many?: boolean;
}

/** What was given on the command line, checked. */
export interface Options {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** All values of the options that may be given more than once. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
  readonly json: boolean;
}

/** The command was not given as it should be: the message and the verb's help are shown. */
export class UsageError extends Error {}

const EVERYWHERE: Verb['options'] = {
  json: { meaning: 'answer with one JSON object on standard output' },
  help: { meaning: 'show this' },
};

/** @throws UsageError for an unknown option, a missing value or a missing required option */
export function readOptions(verb: Verb, given: string[]): Options {
  const known = { ...verb.options, ...EVERYWHERE };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value, many = false }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: many },
    ]),
  );
  const { values, positionals } = parse(given, options);
  const entries = Object.entries(values);
  const read: Options = {
    positionals,
    values: new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))),
    lists: new Map(entries.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(String)] as const] : []))),
    flags: new Set(entries.flatMap(([name, value]) => (value === true ? [name] : []))),
    json: values['json'] === true,
  };
  if (read.flags.has('help')) return read;
  for (const [name, { required, value }] of Object.entries(known)) {
    const isGiven = read.values.has(name) || read.lists.has(name);
    if (required === true && !isGiven) throw new UsageError(`--${name} ${value ?? ''} is missing.`);
  }
  return read;
}

function parse(args: string[], options: Record<string, { type: 'boolean' | 'string'; multiple: boolean }>) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The value of a required option. */
export function required(options: Options, name: string): string {
  const value = options.values.get(name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** A whole number given by a person; whether it is one that can be served, the service says. */
export function numberOf(options: Options, name: string, byDefault: number): number {
  const text = options.values.get(name);
  if (text === undefined) return byDefault;
  if (!/^-?\d{1,10}$/.test(text)) throw new UsageError(`--${name} "${text}" is no whole number.`);
  return Number(text);
}

const LANGUAGES = new Map<string, Language>(Object.values(Language).map((language) => [language, language]));

/** The language given by `--language`, English when there is none. */
export function languageOf(options: Options): Language {
  const given = options.values.get('language') ?? 'en';
  const language = LANGUAGES.get(given);
  if (language === undefined) throw new UsageError(`--language ${given} is not known: nl, fr, en or de.`);
  return language;
}

/** A moment given by a person: ISO 8601 with a zone or offset, or a day, read as its start in UTC. */
export function momentOf(options: Options, name: string): Date {
  const text = required(options, name);
  const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const moment = new Date(text);
  const day = text.slice(0, 10);
  const exists = form.test(text) && !Number.isNaN(moment.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  if (!exists) throw new UsageError(`--${name} "${text}" is no moment: write 2023-10-13 or 2023-10-13T09:00:00+02:00.`);
  return moment;
}

export function helpOf({ name, summary, usage, options, exits }: Verb): string {
  const lines = Object.entries({ ...options, ...EVERYWHERE }).map(([option, { meaning, value }]) => {
    return `  ${`--${option}${value === undefined ? '' : ` ${value}`}`.padEnd(24)}${meaning}`;
  });
  const codes = Object.entries(exits).map(([code, meaning]) => `  ${code}  ${meaning}`);
  return [summary, '', `Usage: npm run -s verbond -- ${name} ${usage}`, '', ...lines, '', 'Exit codes:', ...codes, ''].join('\n');
}

/** Everything but the answer goes to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The answer of a verb: one JSON object, or lines for people. */
export function answer(options: Options, value: object, lines: () => readonly string[]): void {
  process.stdout.write(options.json ? `${JSON.stringify(value)}\n` : `${lines().join('\n')}\n`);
}
