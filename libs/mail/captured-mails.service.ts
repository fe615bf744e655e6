import fs from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import PostalMime, { type Email } from 'postal-mime';
import { CONFIG, type Config } from '#libs/platform';

export interface CapturedMail {
  readonly file: string;
  readonly mail: Email;
}

const FILE = /^[0-9a-f-]{36,80}\.eml$/;
const MOST_SHOWN = 200;

/** The mails that the demo has captured. */
@Injectable()
export class CapturedMails {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = path.join(config.dataFolder, 'mail');
  }

  /** The newest first, by their own dates; of many, those captured last. */
  async list(): Promise<CapturedMail[]> {
    const names = await fs.readdir(this.folder).catch(() => []);
    const capturedAt = async (name: string) => ({ name, at: (await fs.stat(path.join(this.folder, name))).mtimeMs });
    const dated = await Promise.all(names.filter((name) => FILE.test(name)).map(capturedAt));
    const latest = dated.sort((one, two) => two.at - one.at).slice(0, MOST_SHOWN);
    const mails = await Promise.all(latest.map(({ name }) => this.read(name)));
    return mails
      .filter((mail) => mail !== undefined)
      .sort((one, two) => (two.mail.date ?? '').localeCompare(one.mail.date ?? ''));
  }

  /** @returns undefined when there is no such mail */
  async read(file: string): Promise<CapturedMail | undefined> {
    if (!FILE.test(file)) return undefined;
    const content = await fs.readFile(path.join(this.folder, file)).catch(() => undefined);
    return content && { file, mail: await PostalMime.parse(content) };
  }
}
