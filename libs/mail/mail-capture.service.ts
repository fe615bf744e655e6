import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { CONFIG, type Config } from '#libs/platform';

/**
 * The demo's mail server: real SMTP on a port of its own, which keeps each mail as a file below `mail` in the data
 * folder. A file is named after its Message-ID, so a mail that came twice is seen: it gets a second, numbered file.
 */
@Injectable()
export class MailCapture implements OnApplicationShutdown {
  private readonly log = new Logger(MailCapture.name);
  private readonly folder: string;
  private server: Promise<SMTPServer> | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = path.join(config.dataFolder, 'mail');
  }

  /** Starts the server when it is first asked for. */
  async url(): Promise<string> {
    this.server ??= this.start();
    const address = (await this.server).server.address();
    if (address === null || typeof address === 'string') throw new Error('The capture has no port.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  async onApplicationShutdown(): Promise<void> {
    const server = await this.server?.catch(() => undefined);
    if (server !== undefined) await new Promise<void>((resolve) => { server.close(resolve); });
  }

  private async start(): Promise<SMTPServer> {
    await fs.mkdir(this.folder, { recursive: true });
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        buffer(stream).then((mail) => this.keep(mail)).then(() => { done(); }, done);
      },
    });
    server.on('error', (error: Error) => { this.log.warn(`The mail capture: ${error.message}`); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return server;
  }

  /** Written aside and linked into place: a file that is seen is whole, and no file is ever overwritten. */
  private async keep(mail: Buffer): Promise<void> {
    const { messageId = '' } = await PostalMime.parse(mail);
    const name = /^<([0-9a-f]{64})@/.exec(messageId)?.[1] ?? randomUUID();
    const aside = path.join(this.folder, `.${randomUUID()}`);
    await fs.writeFile(aside, mail);
    for (let copy = 1; !(await this.link(aside, copy === 1 ? name : `${name}-${copy}`)); copy += 1) {
      this.log.warn(`The mail ${messageId} came more than once.`);
    }
    await fs.unlink(aside);
  }

  private async link(file: string, name: string): Promise<boolean> {
    try {
      await fs.link(file, path.join(this.folder, `${name}.eml`));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }
}
