import { createHash, createPrivateKey, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-files.js';

/** A setting that cannot be used: one sentence a setting, each with the name, the value and what is allowed. */
export class InvalidSettings extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'InvalidSettings';
  }
}

interface Setting {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
  readonly allowed: string;
  readonly schema: z.ZodType<string>;
}

const url = (...schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol));

const integer = (low: number, high: number) =>
  z.string().refine((value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high);

/** Every setting Verbond knows; the table in README.md is generated from this list. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'PORT',
    default: '3000',
    meaning: 'port of the HTTP server; a worker serves its health on it too; 0 takes a free one',
    allowed: 'a whole number from 0 to 65535',
    schema: integer(0, 65_535),
  },
  {
    name: 'VERBOND_DATA',
    default: '.verbond, for root a folder below /var/lib/verbond',
    meaning: 'data folder: the embedded database, captured mail, documents, the demo’s secret',
    allowed: 'a folder that can be written',
    schema: z.string().min(1),
  },
  {
    name: 'VERBOND_MODE',
    default: 'demo, production when DATABASE_URL is set',
    meaning: 'demo data, demo clock and printed keys exist in demo only',
    allowed: 'demo or production',
    schema: z.enum(['demo', 'production']),
  },
  {
    name: 'DATABASE_URL',
    default: 'unset: the embedded PostgreSQL',
    meaning: 'a PostgreSQL server of your own, version 15 or newer',
    allowed: 'postgres://user:password@host:port/database',
    schema: url('postgres:', 'postgresql:'),
  },
  {
    name: 'REDIS_URL',
    default: 'unset: the queue lives in PostgreSQL',
    meaning: 'a Redis server for the queue (append-only file on, noeviction)',
    allowed: 'redis://host:port or rediss://host:port',
    schema: url('redis:', 'rediss:'),
  },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost:PORT',
    meaning: 'how readers reach this installation; links in mails start with it; required in production',
    allowed: 'http://… or https://…',
    schema: url('http:', 'https:'),
  },
  {
    name: 'SMTP_URL',
    default: 'unset: the demo captures its mail',
    meaning: 'the server that sends mail; required in production',
    allowed: 'smtp://user:password@host:port or smtps://…',
    schema: url('smtp:', 'smtps:'),
  },
  {
    name: 'MAIL_FROM',
    default: 'Verbond <reminders@verbond.example>',
    meaning: 'sender of every mail; required in production',
    allowed: 'an address, or Name <address>',
    schema: z.string().regex(/^[^<>@\r\n,;]*<?[^<>@\s,;]+@[^<>@\s,;]+>?$/),
  },
  {
    name: 'MAIL_CONNECTIONS',
    default: '5',
    meaning: 'how many mails one worker hands over at a time',
    allowed: 'a whole number from 1 to 20',
    schema: integer(1, 20),
  },
  {
    name: 'MAIL_RATE',
    default: 'unset: as fast as the server takes them',
    meaning: 'how many mails one worker hands over in a second at most',
    allowed: 'a whole number from 1 to 1000',
    schema: integer(1, 1000),
  },
  {
    name: 'MAIL_IDEMPOTENCY_HEADER',
    default: 'unset',
    meaning: 'header by which the mail service knows a mail that it has taken already, such as Resend-Idempotency-Key',
    allowed: 'the name of a header',
    schema: z.string().regex(/^[A-Za-z][A-Za-z-]{1,60}$/),
  },
  {
    name: 'DKIM_KEY',
    default: 'unset: the mail server signs, or nobody',
    meaning: 'signs every mail for the domain of MAIL_FROM',
    allowed: 'selector:file, the file a private key in PEM that can be read',
    schema: z.string().refine((value) => dkimOf(value) !== undefined),
  },
  {
    name: 'EMBEDDINGS_URL',
    default: 'unset: nobody is asked, texts are compared by our own topics',
    meaning: 'an embedding service of your own (POST {input, model}), which is sent the texts of projects and calls',
    allowed: 'http://… or https://…, without a password in it',
    schema: url('http:', 'https:').refine((value) => /^[^@]*$/.test(value)),
  },
  {
    name: 'EMBEDDINGS_MODEL',
    default: 'unset',
    meaning: 'the model that is asked for; another name has all texts embedded anew; required with EMBEDDINGS_URL',
    allowed: 'at most 200 characters',
    schema: z.string().max(200),
  },
  {
    name: 'EMBEDDINGS_KEY',
    default: 'unset: no key is sent',
    meaning: 'the key of the embedding service, sent as a bearer token',
    allowed: 'letters, digits and signs, without spaces',
    schema: z.string().regex(/^[!-~]+$/),
  },
  {
    name: 'VERBOND_SECRET',
    default: 'made on the first start of the demo',
    meaning: 'signs unsubscribe and calendar links; required in production',
    allowed: 'at least 32 characters',
    schema: z.string().min(32),
  },
];

const SECRETS = ['VERBOND_SECRET', 'EMBEDDINGS_KEY'];
const REQUIRED_IN_PRODUCTION = ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'VERBOND_SECRET'];

/** A key that mails are signed with (RFC 6376). */
export interface DkimKey {
  readonly selector: string;
  /** In PEM. */
  readonly privateKey: string;
}

/** How the operator's embedding service is asked. */
export interface EmbeddingsConfig {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

export type Mode = 'demo' | 'production';

/** The whole configuration of a process, read once at its start. */
export interface Config {
  readonly mode: Mode;
  readonly port: number;
  readonly dataFolder: string;
  /** Unset: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Unset: BullMQ's PostgreSQL back end. */
  readonly redisUrl: string | undefined;
  readonly publicUrl: string;
  /** Unset: the in-process capture of the demo. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly mailConnections: number;
  readonly mailRate: number | undefined;
  readonly mailIdempotencyHeader: string | undefined;
  readonly dkim: DkimKey | undefined;
  /** Unset: no service is asked. */
  readonly embeddings: EmbeddingsConfig | undefined;
  readonly secret: string;
}

/** Nest's injection token of the {@link Config}. */
export const CONFIG = Symbol('Config');

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks every setting; an empty value counts as unset.
 * @throws InvalidSettings naming each setting that cannot be used, its value and what is allowed
 */
export function readConfig(environment: Environment = process.env): Config {
  const given = new Map<string, string>();
  const problems: string[] = [];
  for (const { name, allowed, schema } of SETTINGS) {
    const value = environment[name];
    if (value === undefined || value === '') continue;
    if (schema.safeParse(value).success) given.set(name, value);
    else problems.push(`${name}=${shown(name, value)} cannot be used: allowed is ${allowed}.`);
  }
  const mode = (given.get('VERBOND_MODE') ?? (given.has('DATABASE_URL') ? 'production' : 'demo')) as Mode;
  if (mode === 'production') problems.push(...missingInProduction(environment));
  if (environment['EMBEDDINGS_URL'] && !environment['EMBEDDINGS_MODEL']) {
    problems.push('EMBEDDINGS_MODEL is not set, and EMBEDDINGS_URL needs it.');
  }
  if (problems.length > 0) throw new InvalidSettings(problems);

  const dataFolder = path.resolve(given.get('VERBOND_DATA') ?? defaultDataFolder());
  const port = Number(given.get('PORT') ?? 3000);
  return Object.freeze({
    mode,
    port,
    dataFolder,
    databaseUrl: given.get('DATABASE_URL'),
    redisUrl: given.get('REDIS_URL'),
    publicUrl: (given.get('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    smtpUrl: given.get('SMTP_URL'),
    mailFrom: given.get('MAIL_FROM') ?? 'Verbond <reminders@verbond.example>',
    mailConnections: Number(given.get('MAIL_CONNECTIONS') ?? 5),
    mailRate: given.has('MAIL_RATE') ? Number(given.get('MAIL_RATE')) : undefined,
    mailIdempotencyHeader: given.get('MAIL_IDEMPOTENCY_HEADER'),
    dkim: dkimOf(given.get('DKIM_KEY')),
    embeddings: embeddingsOf(given),
    secret: given.get('VERBOND_SECRET') ?? demoSecret(dataFolder),
  });
}

function embeddingsOf(given: ReadonlyMap<string, string>): EmbeddingsConfig | undefined {
  const url = given.get('EMBEDDINGS_URL');
  return url === undefined ? undefined : { url, model: given.get('EMBEDDINGS_MODEL') ?? '', key: given.get('EMBEDDINGS_KEY') };
}

/** `selector:file`, read; undefined when that cannot be done. */
function dkimOf(setting: string | undefined): DkimKey | undefined {
  const [, selector, file] = /^([A-Za-z0-9-]+):(.+)$/.exec(setting ?? '') ?? [];
  if (selector === undefined || file === undefined) return undefined;
  try {
    const privateKey = fs.readFileSync(file, 'utf8');
    createPrivateKey(privateKey);
    return { selector, privateKey };
  } catch {
    return undefined;
  }
}

function missingInProduction(environment: Environment): string[] {
  return SETTINGS.filter(({ name }) => REQUIRED_IN_PRODUCTION.includes(name) && !environment[name]).map(
    ({ name, allowed }) => `${name} is not set, and production needs it: allowed is ${allowed}.`,
  );
}

/** Passwords and secrets are never shown, not even wrong ones. */
function shown(name: string, value: string): string {
  return SECRETS.includes(name) ? `(${value.length} characters)` : value.replace(/:\/\/[^@/]*@/, '://…@');
}

/** Root's folders may be closed to the account that PostgreSQL runs as, so root's data lives below /var/lib. */
function defaultDataFolder(): string {
  if (process.getuid?.() !== 0) return path.join(projectRoot, '.verbond');
  const checkout = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);
  return path.join('/var/lib/verbond', checkout);
}

/** The demo signs links too, with a secret of its own that outlives a restart. */
function demoSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret');
  try {
    fs.mkdirSync(dataFolder, { recursive: true });
    if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidSettings([
      `VERBOND_DATA=${dataFolder} cannot be used (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ` +
        'allowed is a folder that can be written.',
    ]);
  }
}

/** The settings as the Markdown table of README.md. */
export function settingsTable(): string {
  const rows = SETTINGS.map(
    ({ name, default: byDefault, meaning, allowed }) => `| \`${name}\` | ${byDefault} | ${meaning} | ${allowed} |`,
  );
  return ['| name | default | meaning | allowed |', '|---|---|---|---|', ...rows].join('\n');
}
