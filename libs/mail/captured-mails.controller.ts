import { Controller, Get, Header, Inject, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import { CONFIG, type Config } from '#libs/platform';
import { CapturedMails, type CapturedMail } from './captured-mails.service.js';
import { listPage, mailPage } from './captured-mails.page.js';
import { showPage, type Reply } from './html.js';

/** The mails of the demo, to look at; elsewhere nothing is here. */
@Controller('mail')
export class CapturedMailsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: CapturedMails,
  ) {}

  @Get()
  async list(@Res({ passthrough: true }) reply: Reply): Promise<string> {
    this.expectDemo();
    return showPage(reply, listPage(await this.mails.list()));
  }

  @Get(':file')
  async show(@Param('file') file: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    return showPage(reply, mailPage(await this.mail(file)));
  }

  @Get(':file/:number')
  @Header('x-content-type-options', 'nosniff')
  async attachment(@Param('file') file: string, @Param('number') number: string): Promise<StreamableFile> {
    const { mail } = await this.mail(file);
    const attachment = mail.attachments[Number(number)];
    if (attachment === undefined) throw new NotFoundException();
    const { content } = attachment;
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
    const name = encodeURIComponent(attachment.filename ?? 'attachment');
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition: `attachment; filename*=UTF-8''${name}` });
  }

  private async mail(file: string): Promise<CapturedMail> {
    this.expectDemo();
    const mail = await this.mails.read(file);
    if (mail === undefined) throw new NotFoundException();
    return mail;
  }

  private expectDemo(): void {
    if (this.config.mode !== 'demo') throw new NotFoundException();
  }
}
