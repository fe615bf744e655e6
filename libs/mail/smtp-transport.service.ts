import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '#libs/platform';
import { oneLine, senderOf } from './address.js';
import { MailCapture } from './mail-capture.service.js';
import { messageIdOf, type Mail, type MessageKey } from './message.js';
import { outcomeOf, type Outcome } from './outcome.js';
import type { Reader } from './readers.js';

export type { Outcome } from './outcome.js';

export interface Envelope {
  readonly message: MessageKey & { readonly dueAt: Date };
  readonly reader: Reader;
  readonly mail: Mail;
}

/** A tarpit that answers a byte a second outlives the socket's own limits: everything is cut off after this. */
const PATIENCE_MILLISECONDS = 50_000;

const LIMITS = {
  pool: true as const,
  maxConnections: 5,
  maxRequeues: 0, // whether a message goes out again is decided by the ledger alone
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  disableFileAccess: true,
  disableUrlAccess: true,
};

/** Hands messages to the mail server of SMTP_URL, or to the demo's own: one recipient each, over a few connections. */
@Injectable()
export class SmtpTransport implements OnApplicationShutdown {
  private readonly sender: ReturnType<typeof senderOf>;
  private transporter: Promise<Transporter> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly capture: MailCapture,
  ) {
    this.sender = senderOf(config.mailFrom);
  }

  /** Never throws: what happened is the outcome. */
  async deliver(envelope: Envelope): Promise<Outcome> {
    const watch: Watch = {};
    try {
      const transporter = await this.open();
      const options: Watched = { ...this.optionsOf(envelope), watch, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) };
      await transporter.sendMail(options);
      return { kind: 'accepted' };
    } catch (error) {
      return outcomeOf(error, watch.content?.readableEnded ?? false);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.transporter?.catch(() => undefined))?.close();
  }

  private open(): Promise<Transporter> {
    this.transporter ??= this.connect().catch((error: unknown) => {
      this.transporter = undefined;
      throw error;
    });
    return this.transporter;
  }

  private async connect(): Promise<Transporter> {
    const transporter = createTransport({ ...LIMITS, url: this.config.smtpUrl ?? (await this.capture.url()) });
    transporter.use('stream', watchContent);
    return transporter;
  }

  /** Every header that matters is made from the ledger's row, so that each attempt is the same message. */
  private optionsOf({ message, reader, mail }: Envelope): SendMailOptions {
    const { name, address, domain } = this.sender;
    const messageId = messageIdOf(message, domain);
    return {
      envelope: { from: address, to: [reader.email] },
      from: { name, address },
      to: { name: oneLine(reader.name), address: reader.email },
      subject: oneLine(mail.subject),
      messageId,
      baseBoundary: messageId.slice(1, 17),
      date: message.dueAt,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments?.map((attachment) => ({ ...attachment })) ?? [],
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(mail.unsubscribeUrl !== undefined && {
          'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    };
  }
}

interface Watch {
  /** The bytes of the message: at their end the server has all of it. */
  content?: Readable;
}

type Watched = SendMailOptions & { watch?: Watch };

interface Compiled {
  readonly data: Watched;
  readonly message: { createReadStream(): Readable };
}

/** A step of nodemailer that remembers the stream which the connection reads. */
function watchContent({ data, message }: Compiled, done: () => void): void {
  const open = message.createReadStream.bind(message);
  message.createReadStream = () => {
    const content = open();
    if (data.watch !== undefined) data.watch.content = content;
    return content;
  };
  done();
}
