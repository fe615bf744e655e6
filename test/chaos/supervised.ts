import { setTimeout } from 'node:timers/promises';
import { TestProcess, type Settings } from '../support/processes.js';

const PAUSE_MILLISECONDS = 300;

/** A process that is started again whenever it ends, as a service manager does. */
export class Supervised {
  private process: TestProcess | undefined;
  private wanted = true;
  private readonly running: Promise<void>;

  constructor(
    private readonly program: string,
    private readonly settings: Settings,
  ) {
    this.running = this.keepAlive();
  }

  /** kill -9 */
  kill(): void {
    this.process?.signal('SIGKILL');
  }

  /** It stands still for a while and then goes on, knowing nothing of it. */
  async pause(milliseconds: number): Promise<void> {
    const paused = this.process;
    paused?.signal('SIGSTOP');
    await setTimeout(milliseconds);
    paused?.signal('SIGCONT');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    this.process?.signal('SIGKILL');
    await this.running;
  }

  private async keepAlive(): Promise<void> {
    while (this.wanted) {
      this.process = new TestProcess(this.program, [], this.settings);
      await this.process.end();
      await setTimeout(PAUSE_MILLISECONDS);
    }
  }
}
