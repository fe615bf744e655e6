import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CapturedMailsController } from './captured-mails.controller.js';
import { CapturedMails } from './captured-mails.service.js';
import { Claims } from './claims.service.js';
import { Composers } from './composers.js';
import { MailCapture } from './mail-capture.service.js';
import { MailProcessor } from './mail.processor.js';
import { Readers } from './readers.js';
import { Sender } from './sender.service.js';
import { SmtpTransport } from './smtp-transport.service.js';

/** The ledger of outgoing messages, and who sends them. */
@Module({})
export class MailModule {
  /** @param readers who people are: its constructor may ask for what the platform provides */
  static forRoot(readers: Type<Readers>): DynamicModule {
    return {
      module: MailModule,
      controllers: [CapturedMailsController],
      providers: [
        { provide: Readers, useClass: readers },
        Claims,
        Composers,
        CapturedMails,
        MailCapture,
        MailProcessor,
        Sender,
        SmtpTransport,
      ],
      exports: [Composers, MailProcessor, Sender],
    };
  }
}
