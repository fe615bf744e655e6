import path from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { say } from './verb.js';

/** Shows on standard error how far an import is: a bar a file on a terminal, a line a file elsewhere. */
export class ImportProgress {
  private file: string | undefined;
  private bar: SingleBar | undefined;

  readonly show = (file: string, done: number, total: number): void => {
    if (file !== this.file) this.begin(file, total);
    this.bar?.update(done);
  };

  stop(): void {
    this.bar?.stop();
  }

  private begin(file: string, total: number): void {
    this.stop();
    this.file = file;
    const name = path.basename(file);
    if (!process.stderr.isTTY) {
      say(`importing ${name}`);
      return;
    }
    this.bar = new SingleBar({ format: ` {bar} {percentage} % ${name}`, stream: process.stderr, hideCursor: true, barsize: 30 }, Presets.rect);
    this.bar.start(total, 0);
  }
}
