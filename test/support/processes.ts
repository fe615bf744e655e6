import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { until } from './until.js';

export type Settings = Readonly<Record<string, string>>;

const living = new Set<TestProcess>();

/** A process of ours, and all that it has said so far. */
export class TestProcess {
  stdout = '';
  stderr = '';
  /** The exit code, null after a signal; undefined while it runs. */
  code: number | null | undefined;
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown>;

  /** @param program below dist/apps, such as 'cli/start.js' @param settings all that it finds in its environment beside PATH */
  constructor(program: string, args: readonly string[], settings: Settings) {
    const env = { PATH: process.env.PATH ?? '', ...settings };
    const child = spawn(process.execPath, [`dist/apps/${program}`, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    living.add(this);
    this.child = child;
    child.stdout.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    child.once('exit', (code) => {
      this.code = code;
      living.delete(this);
    });
    this.closed = once(child, 'close');
  }

  /** Waits until it has said something, or fails with what it said instead. */
  async hasSaid(words: RegExp, seconds = 60): Promise<RegExpExecArray> {
    const found = await until(`${String(words)} from a process`, () => {
      return words.exec(this.stdout) ?? words.exec(this.stderr) ?? (this.code === undefined ? undefined : 'ended');
    }, seconds);
    if (found === 'ended') throw new Error(`The process ended with ${String(this.code)}: ${this.stderr}${this.stdout}`);
    return found;
  }

  /** Waits for its end. */
  async end(): Promise<this> {
    await this.closed;
    return this;
  }

  /** Asks it to stop, and waits. @returns the exit code */
  async stop(): Promise<number | null | undefined> {
    this.signal('SIGTERM');
    return (await this.end()).code;
  }

  /** The most memory that it ever held (VmHWM), where the system tells. */
  peakMegabytes(): number {
    const status = fs.readFileSync(`/proc/${this.child.pid ?? 0}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.end();
  }
}

/** Ends what a failed test has left running. */
export async function killProcesses(): Promise<void> {
  await Promise.all([...living].map((process) => process.kill()));
}
