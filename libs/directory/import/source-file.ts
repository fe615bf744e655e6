import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from './file-format.js';

const DATA_FILE = /\.(csv|json|jsonl)(\.gz)?$/;
const LONGEST_LINE = 20_000_000;

/** The data files among files and folders; a file named outright is kept whatever its name is. */
export function dataFiles(named: readonly string[]): string[] {
  return named.flatMap((entry) => {
    if (!fs.statSync(entry, { throwIfNoEntry: false })?.isDirectory()) return [entry];
    const entries = fs.readdirSync(entry, { recursive: true, encoding: 'utf8' });
    return entries.filter((name) => DATA_FILE.test(name)).sort().map((name) => path.join(entry, name));
  });
}

/** A file on disk, read as a stream of UTF-8 text, unpacked when its name ends in `.gz`. */
export class SourceFile {
  /** Its kind: the name without folder and `.gz`. */
  readonly kind: string;
  private stream: fs.ReadStream | undefined;

  constructor(readonly path: string) {
    this.kind = path.split(/[\\/]/).at(-1)?.replace(/\.gz$/, '') ?? path;
  }

  get exists(): boolean {
    return fs.existsSync(this.path);
  }

  /** Bytes on disk that have been read. */
  get doneBytes(): number {
    return this.stream?.bytesRead ?? 0;
  }

  /** Bytes on disk. */
  get totalBytes(): number {
    return fs.statSync(this.path).size;
  }

  /**
   * The lines, without their ends and without a byte order mark. Bytes that are not UTF-8 arrive as U+FFFD.
   * @throws UnreadableFile when the file is missing, cut short or has a line beyond measure
   */
  async *lines(): AsyncGenerator<string> {
    let rest = '';
    let first = true;
    for await (const chunk of this.chunks()) {
      const lines = (first ? rest + chunk.replace(/^\uFEFF/, '') : rest + chunk).split('\n');
      first = false;
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new UnreadableFile(`a line is longer than ${LONGEST_LINE} characters`);
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    if (rest !== '') yield rest;
  }

  private async *chunks(): AsyncGenerator<string> {
    const stream = (this.stream = fs.createReadStream(this.path));
    const bytes = this.path.endsWith('.gz') ? pipeline(stream, createGunzip(), () => undefined) : stream;
    try {
      for await (const chunk of bytes.setEncoding('utf8')) yield chunk as string;
    } catch (error) {
      throw new UnreadableFile(error instanceof Error ? error.message : String(error));
    } finally {
      stream.destroy();
    }
  }
}
