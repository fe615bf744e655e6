import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
import { Sender } from './sender.service.js';

/** Queue `mail`: every job, whatever its name and however often it comes, sends what is due now. */
@Injectable()
export class MailProcessor implements JobProcessor {
  readonly queue = 'mail';

  constructor(private readonly sender: Sender) {}

  async process(): Promise<void> {
    await this.sender.recover();
    await this.sender.sendDue();
  }
}
