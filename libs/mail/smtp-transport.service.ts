import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '#libs/platform';
import { oneLine, senderOf } from './address.js';
import { MailCapture } from './mail-capture.service.js';
import { outcomeOf } from './outcome.js';
import { smtpOptions } from './smtp-options.js';
import { Transport, type Envelope, type Outcome } from './transport.js';

/** Hands messages to the mail server of SMTP_URL, or to the demo's own: one recipient each, over a few connections. */
@Injectable()
export class SmtpTransport extends Transport implements OnApplicationShutdown {
  /** A tarpit that answers a byte a second outlives the socket's own limits: everything is cut off after this. */
  protected readonly patienceMilliseconds: number = 50_000;
  private readonly sender: ReturnType<typeof senderOf>;
  private transporter: Promise<Transporter> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly capture: MailCapture,
  ) {
    super();
    this.sender = senderOf(config.mailFrom);
  }

  async deliver(envelope: Envelope): Promise<Outcome> {
    const watch: Watch = {};
    try {
      const transporter = await this.open();
      const options: Watched = { ...this.optionsOf(envelope), watch, signal: AbortSignal.timeout(this.patienceMilliseconds) };
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
    const url = this.config.smtpUrl ?? (await this.capture.url());
    const transporter = createTransport({ ...smtpOptions(this.config, url), url });
    transporter.use('stream', watchContent);
    return transporter;
  }

  /** Every header that matters is made from the ledger's row, so that each attempt is the same message. */
  private optionsOf({ messageId, dueAt, reader, mail }: Envelope): SendMailOptions {
    const { name, address } = this.sender;
    const { mailIdempotencyHeader: idempotency } = this.config;
    return {
      envelope: { from: address, to: [reader.email] },
      from: { name, address },
      to: { name: oneLine(reader.name), address: reader.email },
      subject: oneLine(mail.subject),
      messageId,
      baseBoundary: messageId.slice(1, 17),
      date: dueAt,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments?.map((attachment) => ({ ...attachment })) ?? [],
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(idempotency !== undefined && { [idempotency]: messageId.slice(1, 65) }),
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
