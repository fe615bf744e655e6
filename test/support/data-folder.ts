import { execFileSync } from 'node:child_process';
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

/** A copy of the data folder of a stopped Verbond, owners and all. */
export function copyOfFolder(folder: string): string {
  const copy = emptyFolder();
  execFileSync('cp', ['-a', `${folder}/.`, copy]);
  return copy;
}

/** Whether a database server runs on the data folder. */
export const hasDatabaseServer = (folder: string): boolean => fs.existsSync(path.join(folder, 'postgres', 'postmaster.pid'));

/** Removes every folder made here, once the database servers of killed processes have stopped. */
export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) {
    await until(`the database server on ${folder} to stop`, () => !hasDatabaseServer(folder));
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
