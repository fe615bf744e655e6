import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#libs/platform';
import { cpuOfProcess } from './cpu.js';

/** Memory enough for the tables; one process a query, so that its CPU time can be read; nothing waits for the disk. */
const SETTINGS = {
  shared_buffers: '1GB',
  work_mem: '512MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  fsync: 'off',
  synchronous_commit: 'off',
};

export interface BenchServer {
  readonly url: string;
  /** Process id of the server, the parent of all its backends. */
  readonly postmaster: number;
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own in a folder that goes when it stops. */
export async function startServer(): Promise<BenchServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-bench-'));
  fs.chmodSync(folder, 0o755);
  const data = path.join(folder, 'postgres');
  const server = await startEmbeddedPostgres({ folder: data, whenRunning: 'refuse', settings: SETTINGS });
  return {
    url: server.url,
    postmaster: Number(fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    async stop() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A connection whose backend's CPU time can be read: it does one kind of work only. */
export class Backend {
  private constructor(
    readonly client: pg.Client,
    private readonly pid: number,
  ) {}

  static async open(url: string): Promise<Backend> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined); // when a failed bench stops the server, its own failure is what counts
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return new Backend(client, rows[0]?.pid ?? 0);
  }

  cpu(): number {
    return cpuOfProcess(this.pid);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
