import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from './until.js';

const made: string[] = [];

/** An empty folder that other accounts may enter: root's PostgreSQL runs as one of them. */
export function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-e2e-'));
  fs.chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** The process of the database server that runs on the data folder. */
export function databaseServerOf(folder: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/** Removes every folder made here, once the database servers of killed processes have stopped. */
export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) {
    await until(`the database server on ${folder} to stop`, () => databaseServerOf(folder) === undefined);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
