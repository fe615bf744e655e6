import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, InvalidInput, type Config } from '#libs/platform';
import { formatOf, type Format } from './formats.js';

export const MOST_BYTES = 25 * 1024 * 1024;

export interface StoredBytes {
  /** SHA-256, in hex. */
  readonly checksum: string;
  readonly bytes: number;
  readonly format: Format;
}

/** Bytes on the local disk, below the data folder, under their checksum: the same bytes are kept once. */
@Injectable()
export class DocumentStore {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = path.join(config.dataFolder, 'documents');
  }

  /** Keeps what a stream brings. @throws InvalidInput when it is empty, too large or of no format that is taken */
  async keep(stream: Readable): Promise<StoredBytes> {
    const arriving = path.join(this.folder, 'arriving', randomUUID());
    await fs.promises.mkdir(path.dirname(arriving), { recursive: true });
    try {
      const { checksum, bytes } = await measured(stream, arriving);
      const format = await formatOf(arriving);
      if (format === undefined) throw new InvalidInput('file', 'must be a PDF, DOCX, XLSX, PPTX or ODS, without macros.');
      const place = this.pathOf(checksum);
      await fs.promises.mkdir(path.dirname(place), { recursive: true });
      await fs.promises.rename(arriving, place);
      return { checksum, bytes, format };
    } finally {
      await fs.promises.rm(arriving, { force: true });
    }
  }

  read(checksum: string): Readable {
    return fs.createReadStream(this.pathOf(checksum));
  }

  private pathOf(checksum: string): string {
    return path.join(this.folder, checksum.slice(0, 2), checksum);
  }
}

async function measured(stream: Readable, to: string): Promise<{ checksum: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > MOST_BYTES ? new InvalidInput('file', 'is larger than 25 MB.') : null, chunk);
    },
  });
  await pipeline(stream, measure, fs.createWriteStream(to, { mode: 0o600 }));
  if (bytes === 0) throw new InvalidInput('file', 'is empty.');
  return { checksum: hash.digest('hex'), bytes };
}
