import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#libs/platform';
import { freePort } from '../support/redis.js';
import { until } from '../support/until.js';

/** A PostgreSQL on one port that dies and comes back; it is durable, as in production. */
export class MortalPostgres {
  private server: EmbeddedPostgres | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(folder: string): Promise<MortalPostgres> {
    const postgres = new MortalPostgres(folder, await freePort());
    await postgres.launch();
    return postgres;
  }

  get url(): string {
    const url = new URL(this.server?.url ?? '');
    url.port = String(this.port);
    return url.href;
  }

  /** kill -9 of the postmaster: its backends die with it. */
  async kill(): Promise<void> {
    process.kill(Number(fs.readFileSync(path.join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    // Its memory is in use until the last backend is gone.
    await until('PostgreSQL to be back', () => this.launch(), 60);
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private async launch(): Promise<true> {
    this.server = await startEmbeddedPostgres({ folder: this.folder, whenRunning: 'refuse', settings: { port: String(this.port) } });
    return true;
  }
}

/** A Redis with Debian's default persistence: a snapshot now and then, no log. */
export class MortalRedis {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(folder: string): Promise<MortalRedis> {
    fs.mkdirSync(folder);
    const redis = new MortalRedis(folder, await freePort());
    await redis.launch();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** kill -9; back a moment later with what its last snapshot held, or with nothing. */
  async kill(disk: 'kept' | 'emptied' = 'kept'): Promise<void> {
    this.server?.kill('SIGKILL');
    if (this.server !== undefined) await once(this.server, 'exit');
    if (disk === 'emptied') for (const file of fs.readdirSync(this.folder)) fs.rmSync(path.join(this.folder, file), { recursive: true });
    await setTimeout(200);
    await this.launch();
  }

  async flush(): Promise<void> {
    const client = spawn('redis-cli', ['-p', String(this.port), 'FLUSHALL'], { stdio: 'ignore' });
    await once(client, 'exit');
  }

  stop(): void {
    this.server?.kill('SIGKILL');
  }

  private async launch(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder];
    const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.server = server;
    await new Promise<void>((resolve) => {
      server.stdout.on('data', (said: Buffer) => { if (said.includes('Ready to accept connections')) resolve(); });
    });
  }
}
