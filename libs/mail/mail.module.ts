import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { Bounces } from './bounces.service.js';
import { CapturedMailsController } from './captured-mails.controller.js';
import { CapturedMails } from './captured-mails.service.js';
import { Composers } from './composers.js';
import { Gate } from './gate.service.js';
import { Ledger } from './ledger.js';
import { MailCapture } from './mail-capture.service.js';
import { MailDesk } from './mail-desk.service.js';
import { MailProcessor } from './mail.processor.js';
import { PostgresLedger } from './postgres-ledger.service.js';
import { Readers } from './readers.js';
import { Sender } from './sender.service.js';
import { SmtpTransport } from './smtp-transport.service.js';
import { Transport } from './transport.js';

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
        { provide: Ledger, useClass: PostgresLedger },
        { provide: Transport, useClass: SmtpTransport },
        Bounces,
        Composers,
        CapturedMails,
        Gate,
        MailCapture,
        MailDesk,
        MailProcessor,
        Sender,
      ],
      exports: [Bounces, Composers, Gate, MailDesk, MailProcessor, Sender],
    };
  }
}
